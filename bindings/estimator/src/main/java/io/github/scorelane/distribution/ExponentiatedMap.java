package io.github.scorelane.distribution;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Expm1;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1p;

/**
 * v = logit (1 − e^(−x/unit))^power: the distribution function of the exponentiated exponential distribution, which falls to 0
 * and to 1 as that of a gamma distribution of small shape does.
 *
 * <p>Method: with R = −power·ln(1 − e^(−x/unit)), −v = ln(e^R − 1).
 */
final class ExponentiatedMap extends LogisticMap {
    private static final double LN_2 = 0.6931471805599453;

    private final double power;
    private final double unit;
    private final double inverse;

    ExponentiatedMap(double power, double unit) {
        this.power = power;
        this.unit = unit;
        inverse = 1 / unit;
    }

    @Override
    void forward(double[] x, double[] v, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            v[i] = x[i] * -inverse;
        }
        Expm1.expm1(v, offset, v, offset, length);
        for (int i = offset; i < offset + length; i++) {
            v[i] = -v[i];
        }
        Log.log(v, offset, v, offset, length);
        for (int i = offset; i < offset + length; i++) {
            v[i] *= -power;
        }
        Softplus.inverse(v, offset, length);
        for (int i = offset; i < offset + length; i++) {
            v[i] = -v[i];
        }
    }

    @Override
    void backward(double[] v, double[] x, double[] logSlope, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            x[i] = -v[i];
        }
        Softplus.of(x, x, logSlope, offset, length);
        Workspace workspace = Workspace.ofThread();
        double[] near = workspace.doubles();
        double[] far = workspace.doubles();
        for (int i = 0; i < length; i++) {
            double q = -x[offset + i] / power;
            x[offset + i] = q;
            near[i] = q;
        }
        // −ln(1 − e^q) by that of two formulas which keeps its digits: of 1 − e^q where q is near 0, of e^q where it is far.
        Exp.exp(near, 0, far, 0, length);
        Expm1.expm1(near, 0, near, 0, length);
        for (int i = 0; i < length; i++) {
            near[i] = -near[i];
            far[i] = -far[i];
        }
        Log.log(near, 0, near, 0, length);
        Log1p.log1p(far, 0, far, 0, length);
        double constant = Log.log(unit) - Log.log(power);
        for (int i = 0; i < length; i++) {
            double q = x[offset + i];
            double r = q > -LN_2 ? -near[i] : -far[i];
            logSlope[offset + i] += r + q + constant;
            x[offset + i] = Math.max(r * unit, Double.MIN_NORMAL);
        }
        workspace.giveBack(2, 0);
    }
}
