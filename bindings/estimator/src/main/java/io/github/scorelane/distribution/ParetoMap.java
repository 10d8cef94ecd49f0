package io.github.scorelane.distribution;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.family.ParetoKernel;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Log;

/** The map v = ln(e^r − 1) with r = shape·ln(x/scale), under which the Pareto distribution is exactly logistic. */
final class ParetoMap extends LogisticMap {
    private final double scale;
    private final double shape;

    ParetoMap(double scale, double shape) {
        this.scale = scale;
        this.shape = shape;
    }

    @Override
    void forward(double[] x, double[] v, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] points = workspace.doubles();
        double[] logs = workspace.doubles();
        System.arraycopy(x, offset, points, 0, length);
        ParetoKernel.logRatio(scale, shape, points, logs, 0, length);
        for (int i = 0; i < length; i++) {
            v[offset + i] = shape * logs[i];
        }
        workspace.giveBack(2, 0);
        Softplus.inverse(v, offset, length);
    }

    @Override
    void backward(double[] v, double[] x, double[] logSlope, int offset, int length) {
        Softplus.of(v, x, logSlope, offset, length);
        double inverse = 1 / shape;
        double constant = Log.log(scale) - Log.log(shape);
        for (int i = offset; i < offset + length; i++) {
            double log = x[i] * inverse;
            logSlope[i] += log + constant;
            x[i] = log;
        }
        Exp.exp(x, offset, x, offset, length);
        for (int i = offset; i < offset + length; i++) {
            x[i] *= scale;
        }
    }
}
