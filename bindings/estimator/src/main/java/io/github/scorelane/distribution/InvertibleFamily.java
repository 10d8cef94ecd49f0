package io.github.scorelane.distribution;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.stream.SplitStream;

/** A family whose distribution function is inverted in closed form, or nearly so. It draws by that, unless it knows better. */
abstract class InvertibleFamily extends Family implements HasInverseCdf {
    InvertibleFamily(ParameterList parameters, double... values) {
        super(parameters, values);
    }

    /** Replaces a block's probabilities by the points of which they are the distribution function. */
    abstract void invert(double[] x, int offset, int length);

    @Override
    void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        stream.uniforms(first, x, offset, length);
        invert(x, offset, length);
    }

    @Override
    public final void inverseCdf(double[] p, int pOffset, double[] x, int xOffset, int length) {
        ArrayRange.check("p", p.length, pOffset, length);
        ArrayRange.check("x", x.length, xOffset, length);
        for (int i = 0; i < length; i += Workspace.BLOCK) {
            int n = Math.min(Workspace.BLOCK, length - i);
            System.arraycopy(p, pOffset + i, x, xOffset + i, n);
            invert(x, xOffset + i, n);
        }
    }
}
