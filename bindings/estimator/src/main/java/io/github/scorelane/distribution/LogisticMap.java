package io.github.scorelane.distribution;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Workspace;

/** A map of a family's support onto the real line, at fixed parameters: what {@link HasLogisticForm} of it does. */
abstract class LogisticMap {
    /** A normal distribution, times this, is nearest to a logistic one. */
    static final double NORMAL = 1.702;

    /** Maps a block of points; both arrays may be one. */
    abstract void forward(double[] x, double[] v, int offset, int length);

    /** Maps a block back, and gives logarithms of the slopes; the arrays of v and x may be one. */
    abstract void backward(double[] v, double[] x, double[] logSlope, int offset, int length);

    final void toLogistic(double[] x, double[] v, int offset, int length) {
        ArrayRange.check("x", x.length, offset, length);
        ArrayRange.check("v", v.length, offset, length);
        for (int i = 0; i < length; i += Workspace.BLOCK) {
            forward(x, v, offset + i, Math.min(Workspace.BLOCK, length - i));
        }
    }

    final void fromLogistic(double[] v, double[] x, double[] logSlope, int offset, int length) {
        ArrayRange.check("v", v.length, offset, length);
        ArrayRange.check("x", x.length, offset, length);
        ArrayRange.check("logSlope", logSlope.length, offset, length);
        for (int i = 0; i < length; i += Workspace.BLOCK) {
            backward(v, x, logSlope, offset + i, Math.min(Workspace.BLOCK, length - i));
        }
    }
}
