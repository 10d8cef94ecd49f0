package io.github.scorelane.bench.jmh;

/**
 * What a quantity is measured against.
 *
 * @param implementation its name among the benchmark's parameters
 * @param description what it is, for a person
 * @param target how many times faster than it Scorelane is to be, or 0 where nothing is promised
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
