package io.github.scorelane;

import java.util.function.Consumer;

/**
 * Asks that a run be worked in stages, between which it can end early and be looked at: if any of the three is there.
 *
 * @param target what ends the run before its samples do, or null
 * @param listener who is told how the run stands, or null
 * @param from where the run begins, or null for no samples yet
 */
record StageRequest(Target target, Consumer<? super Progress> listener, Checkpoint from) {
    static final StageRequest NONE = new StageRequest(null, null, null);

    boolean isStaged() {
        return target != null || listener != null || from != null;
    }

    /** Returns a bit for each {@link Feature} that is asked for. */
    long features() {
        return (target == null ? 0 : target.features()) | (listener == null ? 0 : Feature.PROGRESS.bit())
                | (from == null ? 0 : Feature.RESUME.bit());
    }

    StageRequest withTarget(Target newTarget) {
        return new StageRequest(newTarget, listener, from);
    }

    StageRequest withListener(Consumer<? super Progress> newListener) {
        return new StageRequest(target, newListener, from);
    }

    StageRequest withCheckpoint(Checkpoint newFrom) {
        return new StageRequest(target, listener, newFrom);
    }
}
