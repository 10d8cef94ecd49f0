package io.github.scorelane.engine.stage;

import io.github.scorelane.engine.result.Outcome;
import io.github.scorelane.engine.run.RunState;
import java.util.function.Supplier;

/**
 * How a run stands.
 *
 * @param outcome what all samples so far tell
 * @param samples how many there are
 * @param rate samples for each second of this run; NaN at first
 * @param elapsed seconds
 * @param left seconds until the run ends, as far as can be told; or NaN
 * @param reason why it ends here, or null if it goes on
 * @param state what it can be taken up from
 */
public record RunProgress(Outcome outcome, long samples, double rate, double elapsed, double left, StageEnd reason,
        Supplier<RunState> state) {
}
