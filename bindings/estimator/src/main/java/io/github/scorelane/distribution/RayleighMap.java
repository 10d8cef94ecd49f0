package io.github.scorelane.distribution;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Log;

/** The map v = ln(e^r − 1) with r = ½(x/scale)², under which the Rayleigh distribution is exactly logistic. */
final class RayleighMap extends LogisticMap {
    private final double scale;

    RayleighMap(double scale) {
        this.scale = scale;
    }

    @Override
    void forward(double[] x, double[] v, int offset, int length) {
        double inverse = 1 / scale;
        for (int i = offset; i < offset + length; i++) {
            double z = x[i] * inverse;
            v[i] = 0.5 * z * z;
        }
        Softplus.inverse(v, offset, length);
    }

    @Override
    void backward(double[] v, double[] x, double[] logSlope, int offset, int length) {
        Softplus.of(v, x, logSlope, offset, length);
        Workspace workspace = Workspace.ofThread();
        double[] logs = workspace.doubles();
        for (int i = 0; i < length; i++) {
            double square = 2 * x[offset + i];
            logs[i] = square;
            x[offset + i] = scale * Math.sqrt(square);
        }
        Log.log(logs, 0, logs, 0, length);
        double constant = Log.log(scale);
        for (int i = 0; i < length; i++) {
            logSlope[offset + i] += constant - 0.5 * logs[i];
        }
        workspace.giveBack(1, 0);
    }
}
