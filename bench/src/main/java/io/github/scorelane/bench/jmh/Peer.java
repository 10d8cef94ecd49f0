package io.github.scorelane.bench.jmh;

/**
 * A peer that a quantity is measured against.
 *
 * @param implementation the name among the benchmark's parameters
 * @param description the words that tell a person what it is
 * @param target the number of times that Scorelane is to be faster, or 0 where nothing is promised
 */
record Peer(String implementation, String description, double target) {
    /** A peer that is only shown. */
    static Peer shown(String implementation, String description) {
        return new Peer(implementation, description, 0);
    }

    boolean hasTarget() {
        return target > 0;
    }
}
