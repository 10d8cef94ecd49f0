package io.github.scorelane.engine.sum;

/** Takes the parts of a task, in any order and from any thread, and what the workers noticed that made them. */
public abstract class PartReceiver {
    /** The notes of the workers that are done, without the calling thread's own; null before the first is. */
    private Tail noticed;

    /** Returns the first unit of the tree that parts are added along: branches begin at multiples of their length from there. */
    public abstract long origin();

    /** Tells whether consecutive units may be handed on as one branch, their sum; otherwise each is wanted by itself. */
    public abstract boolean takesBranches();

    /**
     * Takes the sum of 2^level units. The caller may use the array again when the call returns.
     *
     * @param place index of the first unit, from the origin on; a multiple of 2^level
     * @param level binary logarithm of the number of units
     * @param node their sum; it may be used up
     */
    public abstract void accept(long place, int level, double[] node);

    /** Takes what a worker has noticed, when it works no more. */
    public final synchronized void accept(Tail tail) {
        if (noticed == null) {
            noticed = tail;
        } else {
            noticed.merge(tail);
        }
    }

    /** Adds what all others have noticed to what the calling thread has, when none works any more. */
    public final synchronized void tell(BlockWorker own) {
        if (noticed != null) {
            own.tail().merge(noticed);
            noticed = null;
        }
    }
}
