package io.github.scorelane.distribution;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;

/**
 * The map v(x) = −w(unit/x), or −w(√(unit/x)), where w is another map of the positive numbers. It serves families that are
 * reciprocals of others.
 */
final class ReciprocalMap extends LogisticMap {
    private final LogisticMap map;
    private final double unit;
    private final boolean root;

    ReciprocalMap(LogisticMap map, double unit, boolean root) {
        this.map = map;
        this.unit = unit;
        this.root = root;
    }

    @Override
    void forward(double[] x, double[] v, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            v[i] = unit / x[i];
        }
        for (int i = offset; i < offset + length && root; i++) {
            v[i] = Math.sqrt(v[i]);
        }
        map.forward(v, v, offset, length);
        negate(v, v, offset, length);
    }

    /**
     * Maps back by the chain rule: with y = unit/x the absolute value of dx/dy is x/y, and with y its root it is twice that.
     */
    @Override
    void backward(double[] v, double[] x, double[] logSlope, int offset, int length) {
        negate(v, x, offset, length);
        map.backward(x, x, logSlope, offset, length);
        Workspace workspace = Workspace.ofThread();
        double[] logs = workspace.doubles();
        Log.log(x, offset, logs, 0, length);
        int power = root ? 2 : 1;
        double constant = Log.log(unit) + Log.log(power);
        for (int i = 0; i < length; i++) {
            double y = x[offset + i];
            logSlope[offset + i] += Fma.fma(-1 - power, logs[i], constant);
            x[offset + i] = unit / y / (root ? y : 1);
        }
        workspace.giveBack(1, 0);
    }
}
