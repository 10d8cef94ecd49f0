package io.github.scorelane;

import io.github.scorelane.engine.stage.StageEnd;

/** The reason why a run drew no more samples. */
public enum StopReason {
    /** All samples were drawn that were asked for, or all that a target's budget allows. */
    SAMPLES,
    /** Every component's standard error met the target. */
    TARGET,
    /** The budget of time was spent. */
    TIME,
    /** A listener asked for it. */
    LISTENER,
    /** All samples were drawn that a pilot had found to be needed. */
    PILOT;

    /** Translates the engine's word into the one that users read; the pilot is known to the estimator alone. */
    static StopReason of(StageEnd end) {
        return switch (end) {
            case SAMPLES -> SAMPLES;
            case GOAL -> TARGET;
            case TIME -> TIME;
            case REPORTER -> LISTENER;
        };
    }
}
