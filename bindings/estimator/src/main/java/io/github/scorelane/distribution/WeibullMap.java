package io.github.scorelane.distribution;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.family.WeibullKernel;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Log;

/** The map v = ln(e^r − 1) with r = (x/scale)^shape, under which the Weibull distribution is exactly logistic. */
final class WeibullMap extends LogisticMap {
    private final double shape;
    private final double scale;

    WeibullMap(double shape, double scale) {
        this.shape = shape;
        this.scale = scale;
    }

    @Override
    void forward(double[] x, double[] v, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] points = workspace.doubles();
        double[] logs = workspace.doubles();
        double[] powers = workspace.doubles();
        System.arraycopy(x, offset, points, 0, length);
        WeibullKernel.statistics(shape, scale, points, logs, powers, 0, length);
        System.arraycopy(powers, 0, v, offset, length);
        workspace.giveBack(3, 0);
        Softplus.inverse(v, offset, length);
    }

    @Override
    void backward(double[] v, double[] x, double[] logSlope, int offset, int length) {
        Softplus.of(v, x, logSlope, offset, length);
        Log.log(x, offset, x, offset, length);
        double inverse = 1 / shape;
        double constant = Log.log(scale) - Log.log(shape);
        for (int i = offset; i < offset + length; i++) {
            double log = x[i] * inverse;
            logSlope[i] += log - x[i] + constant;
            x[i] = log;
        }
        Exp.exp(x, offset, x, offset, length);
        for (int i = offset; i < offset + length; i++) {
            x[i] = Math.max(x[i] * scale, Double.MIN_NORMAL);
        }
    }
}
