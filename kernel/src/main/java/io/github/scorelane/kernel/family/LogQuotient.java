package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Log;

/** Logarithms of the quotients of points and a scale, also where a quotient overflows or underflows. */
final class LogQuotient {
    /** Scales within this and its inverse have quotients that are normal numbers, but for points that are beyond reach. */
    private static final double MODERATE = 0x1p60;
    /** Quotients with logarithms within this are normal numbers. */
    private static final double MOST = 708;

    private LogQuotient() {}

    /**
     * Logarithms of quotients.
     *
     * @param x the points
     * @param scale what they are divided by
     * @param logs where ln(x/scale) goes; may be x itself
     * @param offset where both begin
     * @param length how many, at most a block
     */
    static void of(double[] x, double scale, double[] logs, int offset, int length) {
        if (scale < MODERATE && scale > 1 / MODERATE) {
            ofNormal(x, scale, logs, offset, length);
            return;
        }
        Workspace workspace = Workspace.ofThread();
        double[] logsOfPoints = workspace.doubles();
        Log.log(x, offset, logsOfPoints, 0, length);
        ofNormal(x, scale, logs, offset, length);
        double logOfScale = Log.log(scale);
        for (int i = 0; i < length; i++) {
            if (!(Math.abs(logs[offset + i]) < MOST)) {
                logs[offset + i] = logsOfPoints[i] - logOfScale;
            }
        }
        workspace.giveBack(1, 0);
    }

    private static void ofNormal(double[] x, double scale, double[] logs, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            logs[i] = x[i] / scale;
        }
        Log.log(logs, offset, logs, offset, length);
    }
}
