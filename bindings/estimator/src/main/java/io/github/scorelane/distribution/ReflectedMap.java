package io.github.scorelane.distribution;

/** The map v(x) = −w(1 − x), where w is another map of the numbers between 0 and 1. */
final class ReflectedMap extends LogisticMap {
    private final LogisticMap map;

    ReflectedMap(LogisticMap map) {
        this.map = map;
    }

    @Override
    void forward(double[] x, double[] v, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            v[i] = 1 - x[i];
        }
        map.forward(v, v, offset, length);
        negate(v, v, offset, length);
    }

    @Override
    void backward(double[] v, double[] x, double[] logSlope, int offset, int length) {
        negate(v, x, offset, length);
        map.backward(x, x, logSlope, offset, length);
        for (int i = offset; i < offset + length; i++) {
            x[i] = Math.min(1 - x[i], ALMOST_1);
        }
    }
}
