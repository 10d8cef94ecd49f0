package io.github.scorelane.distribution;

import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Log;

/**
 * The map v = factor·(ln(x/unit) − centre), for families on the positive numbers for which the logarithm is approximately
 * logistic.
 */
final class LogMap extends LogisticMap {
    private final double unit;
    private final double powerOfTwo;
    private final double reciprocal;
    private final double centre;
    private final double factor;
    private final double logFactor;

    LogMap(double unit, double centre, double factor) {
        this.unit = unit;
        this.centre = centre;
        this.factor = factor;
        // The division by the unit is cut into a product with a power of two and one with a number near 1, because the
        // reciprocal of a unit near 1e308 is subnormal and would lose digits.
        powerOfTwo = Math.scalb(1.0, -Math.getExponent(unit));
        reciprocal = 1 / (unit * powerOfTwo);
        logFactor = Log.log(unit) - Log.log(factor);
    }

    @Override
    void forward(double[] x, double[] v, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            v[i] = x[i] * powerOfTwo * reciprocal;
        }
        Log.log(v, offset, v, offset, length);
        for (int i = offset; i < offset + length; i++) {
            v[i] = (v[i] - centre) * factor;
        }
    }

    @Override
    void backward(double[] v, double[] x, double[] logSlope, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            double log = v[i] / factor + centre;
            x[i] = log;
            logSlope[i] = log + logFactor;
        }
        Exp.exp(x, offset, x, offset, length);
        for (int i = offset; i < offset + length; i++) {
            x[i] = Math.max(x[i] * unit, Double.MIN_NORMAL);
        }
    }
}
