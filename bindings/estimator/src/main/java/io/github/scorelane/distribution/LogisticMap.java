package io.github.scorelane.distribution;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Workspace;

/** A map of a family's support onto the real line, at fixed parameters: what {@link HasLogisticForm} of it does. */
abstract class LogisticMap {
    /** A normal distribution, times this, is nearest to a logistic one. */
    static final double NORMAL = 1.702;
    /** The standard deviation of a standard logistic number, π/√3. */
    static final double DEVIATION = 1.8137993642342178;
    /** The median of a standard Gumbel number, −ln ln 2. */
    static final double GUMBEL_MEDIAN = 0.36651292058166435;
    /** Squares of products of higher powers of an exponential number and a score have means that few draws determine. */
    static final int DEGREE_OF_EXPONENTIAL_TAIL = 2;

    /** The degree where a tail has the probability x^−power: fourth powers of x of that degree still have a mean. */
    static int degreeOfPowerTail(double power) {
        return (int) Math.max(0, Math.min(4, Math.ceil(power / 4) - 1));
    }

    /** Maps a block of points; both arrays may be one. */
    abstract void forward(double[] x, double[] v, int offset, int length);

    /** Maps a block back, and gives logarithms of the slopes; the arrays of v and x may be one. */
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
