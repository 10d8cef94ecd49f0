package io.github.scorelane.distribution;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The base class of the library's families whose distribution function is inverted in closed form, or nearly so. Such a
 * family draws by applying the inverse to uniforms, unless it overrides {@code draw} with something faster. It is public
 * because a list of several of them has it as its type, and is not to be extended.
 */
public abstract class InvertibleFamily extends Family implements HasQuantileStatistics {
    private static final double HUGE = 0x1p1023;

    InvertibleFamily(ParameterList parameters, double... values) {
        super(parameters, values);
    }

    /** Replaces a block's probabilities, all between 0 and 1 or NaN, by the points whose distribution function they are. */
    abstract void invert(double[] x, int offset, int length);

    /**
     * Inverts as {@link #invert(double[], int, int)} does, and computes the statistics that draws at these points carry. A
     * family that has statistics overrides this.
     */
    void invert(double[] x, double[][] statistics, int offset, int length) {
        invert(x, offset, length);
    }

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        stream.uniforms(first, x, offset, length);
        invert(x, offset, length);
    }

    @Override
    public final void inverseCdf(double[] p, int pOffset, double[] x, int xOffset, int length) {
        ArrayRange.check("p", p.length, pOffset, length);
        ArrayRange.check("x", x.length, xOffset, length);
        for (int i = 0; i < length; i += Math.min(Workspace.BLOCK, length - i)) {
            int n = Math.min(Workspace.BLOCK, length - i);
            System.arraycopy(p, pOffset + i, x, xOffset + i, n);
            refuseOutside(x, xOffset + i, n);
            invert(x, xOffset + i, n);
        }
    }

    @Override
    public final void inverseCdf(double[] x, double[][] statistics, int offset, int length) {
        ArrayRange.check("x", x.length, offset, length);
        requireRows("statistics", statistics, statistics(), offset, length);
        for (int i = 0; i < length; i += Workspace.BLOCK) {
            int n = Math.min(Workspace.BLOCK, length - i);
            refuseOutside(x, offset + i, n);
            invert(x, statistics, offset + i, n);
        }
    }

    /**
     * Replaces numbers that are not probabilities by NaN. The loop has no comparison, so that C2 makes vectors of it: a
     * number outside differs from the one it is clamped to, the difference is scaled to infinity, and infinity times 0 is
     * NaN.
     */
    private static void refuseOutside(double[] x, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            double inside = Math.max(0, Math.min(1, x[i]));
            x[i] = Fma.fma((x[i] - inside) * HUGE * HUGE * HUGE, 0, inside);
        }
    }
}
