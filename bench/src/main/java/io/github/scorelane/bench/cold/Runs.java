package io.github.scorelane.bench.cold;

/** Who works. */
public enum Runs {
    /** The library as it is. */
    VECTORS,
    /** Its scalar twins. */
    TWINS,
    /** Plain Java, without the library. */
    PLAIN
}
