package io.github.scorelane.engine.stage;

/** Tells why a {@link StagedRun} draws no more samples. */
public enum StageEnd {
    /** All samples were drawn that the problem has. */
    SAMPLES,
    /** Every component's standard error met the goal. */
    GOAL,
    /** The goal's time is over. */
    TIME,
    /** The reporter asked for an end. */
    REPORTER
}
