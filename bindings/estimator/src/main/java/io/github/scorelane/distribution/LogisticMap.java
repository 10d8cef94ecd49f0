package io.github.scorelane.distribution;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Workspace;

/**
 * A map of a family's support onto the real line, at fixed parameters, under which the family is approximately standard
 * logistic. It does the work of the family's {@link HasLogisticForm}, a block at a time. Scratch arrays come from the
 * thread's workspace, so a map has final fields alone and is shared by threads.
 */
abstract class LogisticMap {
    /**
     * The factor with which a standard normal number is nearest to a standard logistic one.
     *
     * <p>Source: G. Camilli, <i>Origin of the scaling constant d = 1.7 in item response theory</i>, 1994.
     */
    static final double NORMAL = 1.702;
    /** The largest double below 1, which stands for points that would round to 1. */
    static final double ALMOST_1 = 0x1.fffffffffffffp-1;
    /** The standard deviation of a standard logistic number, which is π/√3. */
    static final double DEVIATION = 1.8137993642342178;
    /** The median of a standard Gumbel number, which is −ln ln 2. */
    static final double GUMBEL_MEDIAN = 0.36651292058166435;
    /**
     * The degree where a tail is exponential. For a higher power of x, the mean of its squared product with a score is
     * determined by very few of the draws.
     */
    static final int DEGREE_OF_EXPONENTIAL_TAIL = 2;

    /**
     * Returns the degree where a tail has the probability x^−power: the largest up to 4 for which the fourth power of the
     * polynomial still has a mean.
     */
    static int degreeOfPowerTail(double power) {
        return (int) Math.max(0, Math.min(4, Math.ceil(power / 4) - 1));
    }

    /** Maps a block of points to v; both arrays may be one. */
    abstract void forward(double[] x, double[] v, int offset, int length);

    /** Maps a block of v back to points x, and gives the logarithms of dx/dv; the arrays of v and x may be one. */
    abstract void backward(double[] v, double[] x, double[] logSlope, int offset, int length);

    /** Sets {@code to} to −{@code from}; both arrays may be one. */
    static void negate(double[] from, double[] to, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            to[i] = -from[i];
        }
    }

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
