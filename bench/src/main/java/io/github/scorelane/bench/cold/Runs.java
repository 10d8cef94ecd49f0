package io.github.scorelane.bench.cold;

/** Who works. */
public enum Runs {
    /** The library as it is. */
    VECTORS,
    /** The library with its scalar twins alone. */
    TWINS,
    /** Plain Java, without the library. */
    PLAIN
}
