package io.github.scorelane;

import java.util.function.Consumer;

/**
 * What makes a run one of stages; or, of an estimate, how that ended.
 *
 * @param target what ends it before its samples do, or null
 * @param listener who is told how it stands, or null
 * @param from where it begins, or null
 * @param reason why it ended, of an estimate
 */
record Staging(Target target, Consumer<? super Progress> listener, Checkpoint from, StopReason reason) {
    static final Staging NONE = new Staging(null, null, null, StopReason.SAMPLES);

    boolean isStaged() {
        return target != null || listener != null || from != null;
    }

    Staging withTarget(Target newTarget) {
        return new Staging(newTarget, listener, from, reason);
    }

    Staging withListener(Consumer<? super Progress> newListener) {
        return new Staging(target, newListener, from, reason);
    }

    Staging withCheckpoint(Checkpoint newFrom) {
        return new Staging(target, listener, newFrom, reason);
    }

    /** Refuses what only a fixed number of samples makes. */
    void requireNone(String what) {
        if (isStaged()) {
            throw new IllegalArgumentException(what + ", and takes no target and no listener: use an estimator without until(…) and"
                    + " onProgress(…)");
        }
    }
}
