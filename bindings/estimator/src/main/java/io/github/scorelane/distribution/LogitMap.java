package io.github.scorelane.distribution;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1p;

/**
 * The map v = factor·(ln(x/(1 − x)) − centre), for families on the numbers between 0 and 1 for which the logit is
 * approximately logistic.
 */
final class LogitMap extends LogisticMap {
    private final double centre;
    private final double factor;

    LogitMap(double centre, double factor) {
        this.centre = centre;
        this.factor = factor;
    }

    @Override
    void forward(double[] x, double[] v, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            v[i] = x[i] / (1 - x[i]);
        }
        Log.log(v, offset, v, offset, length);
        for (int i = offset; i < offset + length; i++) {
            v[i] = (v[i] - centre) * factor;
        }
    }

    @Override
    void backward(double[] v, double[] x, double[] logSlope, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] logit = workspace.doubles();
        double[] less = workspace.doubles();
        for (int i = 0; i < length; i++) {
            double t = v[offset + i] / factor + centre;
            logit[i] = t;
            less[i] = -Math.abs(t);
        }
        Exp.exp(less, 0, less, 0, length);
        for (int i = 0; i < length; i++) {
            double part = less[i] / (1 + less[i]);
            x[offset + i] = Math.max(Math.min(logit[i] > 0 ? 1 - part : part, ALMOST_1), Double.MIN_NORMAL);
        }
        Log1p.log1p(less, 0, less, 0, length);
        double constant = -Log.log(factor);
        for (int i = 0; i < length; i++) {
            logSlope[offset + i] = constant - Math.abs(logit[i]) - 2 * less[i];
        }
        workspace.giveBack(2, 0);
    }
}
