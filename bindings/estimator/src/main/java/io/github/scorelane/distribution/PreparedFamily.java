package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.Sampler;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * A family of the library's whose draws need preparations at each θ, such as a table; they are made when it first draws. It is
 * public as what several such families have for a type, and is not to be extended.
 */
public abstract class PreparedFamily extends Family {
    /** Whichever thread makes it, it draws the same, and all that it reaches was written before it was made. */
    private Sampler sampler;

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
