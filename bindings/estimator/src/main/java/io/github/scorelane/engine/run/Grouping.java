package io.github.scorelane.engine.run;

import io.github.scorelane.engine.result.Outcome;
import io.github.scorelane.engine.sum.BlockWorker;
import io.github.scorelane.engine.sum.PartReceiver;
import io.github.scorelane.engine.sum.Problem;
import io.github.scorelane.engine.sum.SinkSource;

/**
 * Grouping of samples that depend on each other by a plan, into groups that are independent. It knows what is summed over a group,
 * and makes the estimate and its error from the sums of all groups.
 *
 * @param <R> takes the sums of all units
 */
public interface Grouping<R extends PartReceiver> {
    /** Returns the problem as this grouping works it. */
    default Problem of(Problem problem) {
        return problem;
    }

    /** Returns the sums of a block, with the centres of the outputs; null before they are known. */
    SinkSource sinks(double[] centres);

    /** Creates what takes the sums of all units. */
    R receiver(Problem problem, BlockWorker own);

    /** Makes the outcome of all sums, of which the first output's are read. */
    Outcome outcome(Problem problem, BlockWorker own, double centre, R sums);
}
