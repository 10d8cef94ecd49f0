package io.github.scorelane.kernel;

import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vectors of the width that {@link Lanes} chose. Only the kernels' vector code may touch this class: it cannot be
 * loaded where the vector module is absent.
 */
public final class Species {
    /** Doubles. */
    public static final VectorSpecies<Double> DOUBLES =
            VectorSpecies.of(double.class, VectorShape.forBitSize(Lanes.BITS));

    /** Longs, as many as the doubles. */
    public static final VectorSpecies<Long> LONGS =
            VectorSpecies.of(long.class, VectorShape.forBitSize(Lanes.BITS));

    private Species() {}
}
