package io.github.scorelane.engine.sum;

/** Takes the parts of a task, in any order and from any thread. */
public interface PartReceiver {
    /** Returns the first unit of the tree that parts are added along: branches begin at multiples of their length from there. */
    long origin();

    /** Tells whether consecutive units may be handed on as one branch, their sum; otherwise each is wanted by itself. */
    boolean takesBranches();

    /**
     * Takes the sum of 2^level units. The caller may use the array again when the call returns.
     *
     * @param place index of the first unit, from the origin on; a multiple of 2^level
     * @param level binary logarithm of the number of units
     * @param node their sum; it may be used up
     */
    void accept(long place, int level, double[] node);

    /** Takes what a worker has noticed, when it works no more. */
    void accept(Tail tail);
}
