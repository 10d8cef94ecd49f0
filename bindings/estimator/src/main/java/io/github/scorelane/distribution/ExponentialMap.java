package io.github.scorelane.distribution;

import io.github.scorelane.kernel.math.Log;

/** v = ln(e^(x/unit) − 1): the logistic form of the exponential distribution, exactly, and of what is like it. */
final class ExponentialMap extends LogisticMap {
    private final double unit;
    private final double inverse;

    ExponentialMap(double unit) {
        this.unit = unit;
        inverse = 1 / unit;
    }

    @Override
    void forward(double[] x, double[] v, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            v[i] = x[i] * inverse;
        }
        Softplus.inverse(v, offset, length);
    }

    @Override
    void backward(double[] v, double[] x, double[] logSlope, int offset, int length) {
        Softplus.of(v, x, logSlope, offset, length);
        double logUnit = Log.log(unit);
        for (int i = offset; i < offset + length; i++) {
            x[i] *= unit;
            logSlope[i] += logUnit;
        }
    }
}
