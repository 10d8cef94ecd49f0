package io.github.scorelane.engine.run;

import io.github.scorelane.engine.evaluate.OneValue;
import io.github.scorelane.engine.result.Outcome;
import io.github.scorelane.engine.sum.BlockExecutor;
import io.github.scorelane.engine.sum.BlockTask;
import io.github.scorelane.engine.sum.BlockWorker;
import io.github.scorelane.engine.sum.PartReceiver;
import io.github.scorelane.engine.sum.Problem;
import io.github.scorelane.engine.unit.OutOfRange;
import io.github.scorelane.engine.unit.Scale;

/** A run of samples that depend on each other within groups. It begins again in other units where it finds itself out of range. */
public final class GroupedRun {
    private final Problem original;
    private final Grouping<?> grouping;
    private final BlockExecutor executor;
    private OneValue seen;

    /**
     * Creates a run.
     *
     * @param problem what to estimate, without units; its sampler draws groups
     * @param grouping the grouping, which knows how samples depend on each other
     * @param executor the executor that works the units
     */
    public GroupedRun(Problem problem, Grouping<?> grouping, BlockExecutor executor) {
        original = grouping.of(problem);
        this.grouping = grouping;
        this.executor = executor;
    }

    /** Works the run, and returns what it found. */
    public Outcome run() {
        Scale scale = original.scales()[0];
        while (true) {
            try {
                return found(original.in(scale), grouping).restored(scale);
            } catch (OutOfRange e) {
                scale = e.scale();
            }
        }
    }

    /** Returns a note whether f had more than one value, after the run. */
    public OneValue seen() {
        return seen;
    }

    private <R extends PartReceiver> Outcome found(Problem problem, Grouping<R> how) {
        BlockWorker own = new BlockWorker(problem, how.sinks(null));
        executor.sumFirstBlock(own);
        double centre = own.centre(0);
        R sums = how.receiver(problem, own);
        // A unit of several blocks is not done with the first one, at whose samples f is not to be evaluated again.
        boolean isUnit = problem.replicates() == 0;
        double[] firstNode = isUnit ? null : own.node().clone();
        own.know(firstNode);
        if (isUnit) {
            sums.accept(0, 0, own.node());
        }
        long first = isUnit ? 1 : 0;
        if (!executor.sumAlone(own, first, problem.units(), sums)) {
            executor.sum(new BlockTask(problem, how.sinks(new double[] {centre}), firstNode, own), first, problem.units(), sums);
            sums.tell(own);
        }
        Outcome outcome = how.outcome(problem, own, centre, sums);
        seen = own.seen() == null ? null : own.seen()[0];
        own.done();
        return outcome;
    }
}
