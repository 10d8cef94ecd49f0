package io.github.scorelane.distribution;

import io.github.scorelane.kernel.math.Log;

/**
 * The map v = ln(e^(x/unit) − 1) − shift of the positive numbers. Without a shift it makes an exponential number of mean
 * {@code unit} exactly logistic.
 */
final class ExponentialMap extends LogisticMap {
    private final double unit;
    private final double shift;

    ExponentialMap(double unit, double shift) {
        this.unit = unit;
        this.shift = shift;
    }

    @Override
    void forward(double[] x, double[] v, int offset, int length) {
        double inverse = 1 / unit;
        for (int i = offset; i < offset + length; i++) {
            v[i] = x[i] * inverse;
        }
        Softplus.inverse(v, offset, length);
        for (int i = offset; i < offset + length; i++) {
            v[i] -= shift;
        }
    }

    @Override
    void backward(double[] v, double[] x, double[] logSlope, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            x[i] = v[i] + shift;
        }
        Softplus.of(x, x, logSlope, offset, length);
        double logUnit = Log.log(unit);
        for (int i = offset; i < offset + length; i++) {
            x[i] *= unit;
            logSlope[i] += logUnit;
        }
    }
}
