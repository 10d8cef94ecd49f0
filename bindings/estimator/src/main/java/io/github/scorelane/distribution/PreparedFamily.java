package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.Sampler;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * The base class of the library's families whose draws need preparations at each θ, such as a table. They are made at the
 * first draw. It is public because a list of several such families has it as its type, and is not to be extended.
 */
public abstract class PreparedFamily extends Family {
    /**
     * The preparations, or null before the first draw. Threads may race to make them without a lock: whichever wins, the
     * draws are the same, and all that can be reached from it was written before.
     */
    private transient Sampler sampler;

    PreparedFamily(ParameterList parameters, double... values) {
        super(parameters, values);
    }

    /** Makes the preparations. */
    abstract Sampler prepare();

    @Override
    final void draw(SplitStream stream, long first, double[] x, int offset, int length) {
        Sampler prepared = sampler;
        if (prepared == null) {
            prepared = prepare();
            sampler = prepared;
        }
        prepared.sample(stream, first, x, offset, length);
    }
}
