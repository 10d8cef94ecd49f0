package io.github.scorelane.distribution;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Log;

/**
 * The map v = logit (1 − (1 − xᵃ)ᵇ) + shift of the numbers between 0 and 1. The argument of the logit is the distribution
 * function of the Kumaraswamy distribution, which is exactly logistic under the map without a shift.
 */
final class KumaraswamyMap extends LogisticMap {
    private final double a;
    private final double b;
    private final double shift;

    KumaraswamyMap(double a, double b, double shift) {
        this.a = a;
        this.b = b;
        this.shift = shift;
    }

    @Override
    void forward(double[] x, double[] v, int offset, int length) {
        Log.log(x, offset, v, offset, length);
        for (int i = offset; i < offset + length; i++) {
            v[i] *= a;
        }
        // One formula of the two is enough: the tail in which it loses digits of ln(1 − xᵃ) holds less than 2^-52 of the
        // probability.
        if (b < 1) {
            Log1mExp.ofNear(v, offset, length);
        } else {
            Log1mExp.ofFar(v, offset, length);
        }
        for (int i = offset; i < offset + length; i++) {
            v[i] *= -b;
        }
        Softplus.inverse(v, offset, length);
        for (int i = offset; i < offset + length; i++) {
            v[i] += shift;
        }
    }

    @Override
    void backward(double[] v, double[] x, double[] logSlope, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            x[i] = v[i] - shift;
        }
        Softplus.of(x, x, logSlope, offset, length);
        Workspace workspace = Workspace.ofThread();
        double[] logPower = workspace.doubles();
        for (int i = 0; i < length; i++) {
            logPower[i] = -x[offset + i] / b;
        }
        System.arraycopy(logPower, 0, x, offset, length);
        Log1mExp.of(logPower, 0, length);
        double constant = -Log.log(a) - Log.log(b);
        for (int i = 0; i < length; i++) {
            double log = logPower[i] / a;
            logSlope[offset + i] += log - logPower[i] + x[offset + i] + constant;
            x[offset + i] = log;
        }
        Exp.exp(x, offset, x, offset, length);
        for (int i = offset; i < offset + length; i++) {
            x[i] = Math.max(Math.min(x[i], ALMOST_1), Double.MIN_NORMAL);
        }
        workspace.giveBack(1, 0);
    }
}
