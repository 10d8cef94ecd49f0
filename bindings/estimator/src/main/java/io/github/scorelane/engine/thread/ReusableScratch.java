package io.github.scorelane.engine.thread;

import io.github.scorelane.engine.sum.Scratch;
import java.lang.ref.SoftReference;

/** Scratch that a {@link ScratchPool} keeps. It holds nothing of a user's, and nothing that is to be closed. */
public abstract class ReusableScratch {
    private final Idle idle = new Idle(this);

    /** The reference by which a pool holds this: always the same one, so that giving back allocates nothing. */
    final Idle idle() {
        return idle;
    }

    /** About how many bytes this keeps from the garbage collector. */
    public abstract long bytes();

    /** A soft reference to scratch, and what a pool notes of it. */
    static final class Idle extends SoftReference<ReusableScratch> {
        /** The bytes when it was given back, which are known when the scratch itself is gone. */
        long bytes;

        private Idle(ReusableScratch scratch) {
            super(scratch);
        }
    }
}
