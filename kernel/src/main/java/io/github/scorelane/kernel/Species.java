package io.github.scorelane.kernel;

import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Holds the species of vectors of the width that {@link Lanes} chose. Only the kernels' vector code may touch this class: it cannot
 * be loaded where the vector module is absent.
 *
 * <p>C2 makes no objects of vectors if it inlines all methods that are called on them, and it does so if it knows their class, as
 * it does for the results of {@code fromArray}, {@code broadcast} and operations on these. For a vector that a loop carries from
 * one pass to the next it knows only {@link jdk.incubator.vector.DoubleVector}: then it needs the profile of the Vector API's own
 * methods, and a loop that is compiled before there is one keeps its objects for good. So a carried vector is an argument, as in
 * {@code sum = x.add(sum)} and {@code sum = x.fma(y, sum)}, never {@code sum.add(x)}, and masks are gathered as the bits of a long.
 * {@code -XX:-UseTypeProfile} shows each loop that needs a profile.
 */
public final class Species {
    /** Species of vectors of doubles. */
    public static final VectorSpecies<Double> DOUBLES =
            VectorSpecies.of(double.class, VectorShape.forBitSize(Lanes.BITS));

    /** Species of vectors of as many longs as there are doubles. */
    public static final VectorSpecies<Long> LONGS =
            VectorSpecies.of(long.class, VectorShape.forBitSize(Lanes.BITS));

    private Species() {}
}
