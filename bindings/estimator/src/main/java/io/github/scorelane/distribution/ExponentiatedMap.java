package io.github.scorelane.distribution;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Log;

/**
 * The map v = logit (1 − e^(−x/unit))^power of the positive numbers. The argument of the logit is the distribution function
 * of the exponentiated exponential distribution, which tends to 0 and to 1 as that of a gamma distribution of small shape
 * does.
 *
 * <p>The method is to compute R = −power·ln(1 − e^(−x/unit)), with which −v = ln(e^R − 1): the inverse softplus, which keeps
 * its digits in both tails.
 *
 * <p>Source: R. D. Gupta, D. Kundu, <i>Generalized exponential distributions</i>, 1999.
 */
final class ExponentiatedMap extends LogisticMap {
    private final double power;
    private final double unit;

    ExponentiatedMap(double power, double unit) {
        this.power = power;
        this.unit = unit;
    }

    @Override
    void forward(double[] x, double[] v, int offset, int length) {
        double minusInverse = -1 / unit;
        for (int i = offset; i < offset + length; i++) {
            v[i] = x[i] * minusInverse;
        }
        Log1mExp.ofNear(v, offset, length);
        for (int i = offset; i < offset + length; i++) {
            v[i] *= -power;
        }
        Softplus.inverse(v, offset, length);
        negate(v, v, offset, length);
    }

    @Override
    void backward(double[] v, double[] x, double[] logSlope, int offset, int length) {
        negate(v, x, offset, length);
        Softplus.of(x, x, logSlope, offset, length);
        Workspace workspace = Workspace.ofThread();
        double[] logs = workspace.doubles();
        for (int i = 0; i < length; i++) {
            logs[i] = -x[offset + i] / power;
        }
        System.arraycopy(logs, 0, x, offset, length);
        Log1mExp.of(logs, 0, length);
        double constant = Log.log(unit) - Log.log(power);
        for (int i = 0; i < length; i++) {
            logSlope[offset + i] += x[offset + i] - logs[i] + constant;
            x[offset + i] = Math.max(-logs[i] * unit, Double.MIN_NORMAL);
        }
        workspace.giveBack(1, 0);
    }
}
