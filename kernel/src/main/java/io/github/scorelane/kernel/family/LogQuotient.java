package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Log;

/** Computes the logarithms of the quotients of points and a scale, also if a quotient overflows or underflows. */
final class LogQuotient {
    /** Bound of scales: within it and its inverse, all quotients but those of points beyond reach are normal numbers. */
    private static final double MODERATE = 0x1p60;
    /** Bound of a quotient's logarithm within which the quotient is a normal number. */
    private static final double MOST = 708;

    private LogQuotient() {}

    /**
     * Writes the logarithms of quotients.
     *
     * @param x the points
     * @param scale number that they are divided by
     * @param logs receives ln(x/scale); may be x itself
     * @param offset index of the first element in both arrays
     * @param length number of elements, at most a block
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
