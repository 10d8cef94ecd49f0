package io.github.scorelane.engine.stage;

import io.github.scorelane.engine.result.Outcome;
import io.github.scorelane.engine.run.RunState;
import java.util.function.Supplier;

/**
 * Progress of a run in stages, between two stages.
 *
 * @param outcome the outcome of all samples so far
 * @param samples the number of samples so far, those before a checkpoint included
 * @param rate the samples that this run draws in a second; NaN at first
 * @param elapsed the seconds since this run began
 * @param left the seconds until the run is expected to end; NaN where they cannot be told
 * @param reason the reason why the run ends here; null if it goes on
 * @param state gives the state from which another run can go on
 */
public record RunProgress(Outcome outcome, long samples, double rate, double elapsed, double left, StageEnd reason,
        Supplier<RunState> state) {
}
