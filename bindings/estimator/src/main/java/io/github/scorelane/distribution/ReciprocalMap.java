package io.github.scorelane.distribution;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Log;

/** v(x) = −w(unit/x), of a map w of the positive numbers. */
final class ReciprocalMap extends LogisticMap {
    private final LogisticMap map;
    private final double unit;

    ReciprocalMap(LogisticMap map, double unit) {
        this.map = map;
        this.unit = unit;
    }

    @Override
    void forward(double[] x, double[] v, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            v[i] = unit / x[i];
        }
        map.forward(v, v, offset, length);
        for (int i = offset; i < offset + length; i++) {
            v[i] = -v[i];
        }
    }

    @Override
    void backward(double[] v, double[] x, double[] logSlope, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            x[i] = -v[i];
        }
        map.backward(x, x, logSlope, offset, length);
        Workspace workspace = Workspace.ofThread();
        double[] logs = workspace.doubles();
        Log.log(x, offset, logs, 0, length);
        double constant = Log.log(unit);
        for (int i = 0; i < length; i++) {
            logSlope[offset + i] += constant - 2 * logs[i];
            x[offset + i] = unit / x[offset + i];
        }
        workspace.giveBack(1, 0);
    }
}
