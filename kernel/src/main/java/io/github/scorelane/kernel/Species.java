package io.github.scorelane.kernel;

import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vectors of the width that {@link Lanes} chose. Only the kernels' vector code may touch this class: it cannot be
 * loaded where the vector module is absent.
 *
 * <p>C2 makes objects of no vectors if it inlines all methods called on them, and it does so if it knows their class: of what
 * {@code fromArray}, {@code broadcast} and operations on such give. Of a vector that a loop carries from one pass to the next it
 * knows only {@link jdk.incubator.vector.DoubleVector}: then it needs the profile of the Vector API's own methods, and a
 * loop that is compiled before there is one keeps its objects for good. So what is carried is an argument, as in
 * {@code sum = x.add(sum)} and {@code sum = x.fma(y, sum)}, never {@code sum.add(x)}, and masks are gathered as the bits of a
 * long. {@code -XX:-UseTypeProfile} shows each loop that needs a profile.
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
