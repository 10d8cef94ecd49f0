package io.github.scorelane.bench.speed;

import java.util.Set;

/** The values of the parameter "implementation". */
public final class Implementation {
    /** A sampler of Commons RNG, where there is something to draw, and a plain loop. */
    public static final String COMMONS = "commons";
    /** A plain loop over a method of {@link Math}. */
    public static final String JDK = "jdk";
    /** A plain loop with its division taken out of the loop, which C2 vectorises by itself. */
    public static final String HOISTED = "hoisted";
    /** Arrays copied by the JDK and nothing computed: what the memory alone takes. */
    public static final String COPY = "copy";
    /** Scorelane with its scalar twins alone. */
    public static final String SCALAR = "scalar";
    /** Scorelane as it runs by default. */
    public static final String SIMD = "simd";

    private static final Set<String> LIBRARY = Set.of(SCALAR, SIMD);

    private Implementation() {}

    /** Tells whether it is Scorelane, rather than what Scorelane is measured against. */
    public static boolean isLibrary(String implementation) {
        return LIBRARY.contains(implementation);
    }
}
