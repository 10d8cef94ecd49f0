package io.github.scorelane;

/** Why a run drew no more samples. */
public enum StopReason {
    /** All that were asked for were drawn, or all that a target's budget allows. */
    SAMPLES,
    /** Every component's standard error met the target. */
    TARGET,
    /** The budget of time was spent. */
    TIME,
    /** A listener asked for it. */
    LISTENER,
    /** All were drawn that a pilot had found to be needed. */
    PILOT
}
