package io.github.scorelane.distribution;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Log1p;

/**
 * The map r = ln(1 + e^v) of the real line onto the positive numbers, under which a standard logistic number becomes a standard
 * exponential one.
 */
final class Softplus {
    private Softplus() {}

    /** Replaces r by v = ln(e^r − 1) = r + ln(1 − e^−r). */
    static void inverse(double[] r, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] logs = workspace.doubles();
        for (int i = 0; i < length; i++) {
            logs[i] = -r[offset + i];
        }
        Log1mExp.ofNear(logs, 0, length);
        for (int i = 0; i < length; i++) {
            r[offset + i] += logs[i];
        }
        workspace.giveBack(1, 0);
    }

    /** Computes r = ln(1 + e^v) and ln(dr/dv) = v − r; the arrays of v and r may be one. */
    static void of(double[] v, double[] r, double[] logSlope, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] logs = workspace.doubles();
        for (int i = 0; i < length; i++) {
            logs[i] = -Math.abs(v[offset + i]);
        }
        Exp.exp(logs, 0, logs, 0, length);
        Log1p.log1p(logs, 0, logs, 0, length);
        for (int i = 0; i < length; i++) {
            double each = v[offset + i];
            logSlope[offset + i] = Math.min(each, 0) - logs[i];
            r[offset + i] = Math.max(each, 0) + logs[i];
        }
        workspace.giveBack(1, 0);
    }
}
