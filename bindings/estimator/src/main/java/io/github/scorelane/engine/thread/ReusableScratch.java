package io.github.scorelane.engine.thread;

import java.lang.ref.SoftReference;

/**
 * Working arrays that a {@link ScratchPool} keeps from one estimate to the next. They must not refer to an object of the user's,
 * which they would keep alive, nor to anything that has to be closed, because the garbage collector may take them away at any time.
 */
public abstract class ReusableScratch {
    private final Idle idle = new Idle(this);

    /** Returns the reference by which a pool holds this: always the same one, so that giving back allocates nothing. */
    final Idle idle() {
        return idle;
    }

    /** Returns about how many bytes this keeps from the garbage collector. */
    public abstract long bytes();

    /** Soft reference to scratch, with its size. */
    static final class Idle extends SoftReference<ReusableScratch> {
        /** Bytes of the scratch when it was given back, which the pool still has to know once the scratch itself is gone. */
        long bytes;

        private Idle(ReusableScratch scratch) {
            super(scratch);
        }
    }
}
