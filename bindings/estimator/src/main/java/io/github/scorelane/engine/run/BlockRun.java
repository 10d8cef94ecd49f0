package io.github.scorelane.engine.run;

import io.github.scorelane.engine.baseline.ScoreTotals;
import io.github.scorelane.engine.control.SurrogateOutcome;
import io.github.scorelane.engine.draw.BlockSampler;
import io.github.scorelane.engine.draw.LargestWeights;
import io.github.scorelane.engine.evaluate.OneValue;
import io.github.scorelane.engine.result.Outcome;
import io.github.scorelane.engine.sum.BlockExecutor;
import io.github.scorelane.engine.sum.BlockSums;
import io.github.scorelane.engine.sum.BlockTask;
import io.github.scorelane.engine.sum.BlockWorker;
import io.github.scorelane.engine.sum.DominantTerm;
import io.github.scorelane.engine.sum.EarlyBranches;
import io.github.scorelane.engine.sum.Problem;
import io.github.scorelane.engine.sum.SinkSource;
import io.github.scorelane.engine.sum.Sinks;
import io.github.scorelane.engine.sum.Subtracted;
import io.github.scorelane.engine.sum.SumLayout;
import io.github.scorelane.engine.sum.Tail;
import io.github.scorelane.engine.sum.TailMonitor;
import io.github.scorelane.engine.surrogate.Surrogate;
import io.github.scorelane.engine.unit.OutOfRange;
import io.github.scorelane.engine.unit.Scale;
import io.github.scorelane.kernel.sum.SumTree;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A run of independent samples, block by block: draws, f, rows of terms, sums, and at the end the outcome. Its memory does not grow
 * with the number of samples. Under a baseline that needs a pilot, the first blocks are summed whole, and of all others only the
 * residuals. A run that finds its numbers out of range begins again in other units.
 */
public final class BlockRun {
    private final Problem original;
    private final BlockExecutor executor;
    private Problem problem;
    private BlockWorker own;
    /** The builders of all outcomes, which remember pilots; null where the baseline needs none. */
    private OutcomeBuilder[] builders;
    private BlockSums whole;
    private BlockSums residuals;
    /** The component of each output that a few samples decide; null where none is watched. */
    private DominantTerm[] dominant;

    /**
     * Creates a run.
     *
     * @param problem what to estimate, without units
     * @param executor the executor that works the blocks
     */
    public BlockRun(Problem problem, BlockExecutor executor) {
        this(problem, problem, executor, null);
    }

    private BlockRun(Problem original, Problem problem, BlockExecutor executor, double[] centres) {
        this.original = original;
        this.executor = executor;
        begin(problem, centres);
    }

    private void begin(Problem inUnits, double[] known) {
        problem = inUnits;
        own = new BlockWorker(problem, Sinks.whole(known));
        builders = null;
        if (problem.rule().pilot() != null) {
            builders = new OutcomeBuilder[problem.outputs()];
            Arrays.setAll(builders, o -> new OutcomeBuilder(problem, o, own.scratch()));
        }
        boolean isOne = problem.outputs() == 1;
        int length = own.node().length;
        whole = new BlockSums(0, isOne ? own.scratch().tree : new SumTree(length),
                isOne ? own.scratch().early() : new EarlyBranches(length));
        residuals = null;
        dominant = null;
    }

    /**
     * Takes up a run where another one stood.
     *
     * @param problem what to estimate, of one output
     * @param state the place where it stood
     * @param executor the executor that works the blocks
     * @return the run
     * @throws IllegalArgumentException if the state is of another problem
     */
    public static BlockRun resumed(Problem problem, RunState state, BlockExecutor executor) {
        if (state.blocks() == 0) {
            return new BlockRun(problem, executor);
        }
        Problem scaled = problem.in(state.scale());
        BlockWorker first = new BlockWorker(scaled, Sinks.whole(null));
        try {
            executor.sumFirstBlock(first);
        } catch (OutOfRange e) {
            throw new IllegalArgumentException("checkpoint is of another f, or of another distribution of the same parameters: the"
                    + " first 1024 samples are of another magnitude", e);
        }
        state.requireSameFirstBlock(first.centre(0), first.node());
        first.done();
        BlockRun run = new BlockRun(problem, scaled, executor, new double[] {state.centre()});
        run.restore(state, first.tail());
        return run;
    }

    private void restore(RunState state, Tail first) {
        state.requireFits(problem, own.scratch().layout);
        own.tail().merge(first);
        whole.restore(state.wholeBlocks(), state.whole());
        OneValue[] seen = own.seen();
        if (seen != null && !state.hadOneValue(seen[0].value().orElse(Double.NaN))) {
            seen[0].seeOthers();
        }
        if (state.residualBlocks() > 0) {
            beginResiduals();
            residuals.restore(state.residualBlocks(), state.residuals());
        }
    }

    /** Works the run, and returns what it found of each output. */
    public Outcome[] run() {
        extendTo(problem.units());
        Outcome[] outcomes = outcomes();
        done();
        return outcomes;
    }

    /** Gives the arrays back that the run works in. */
    public void done() {
        own.done();
    }

    /** Returns the problem that is worked, in the units that it needs. */
    public Problem problem() {
        return problem;
    }

    /** Returns the component of an output that too few samples decide; null if there is none, or that cannot be told. */
    public DominantTerm dominant(int output) {
        return dominant == null ? null : dominant[output];
    }

    /** Returns a note whether an output had more than one value; null if nobody took note. */
    public OneValue seen(int output) {
        OneValue[] seen = own.seen();
        if (seen != null && problem.surrogates() != null) {
            seen[output].disregard(problem.surrogates()[output].isWhole());
        }
        return seen == null ? null : seen[output];
    }

    /** Returns the largest weights; null if samples are not weighted. */
    public LargestWeights largestWeights() {
        return own.weights();
    }

    /** Returns the sums of a row of terms of the first output, when outcomes were asked for and before the run is done. */
    ScoreTotals totals(int row) {
        return ScoreTotals.of(own.node(), own.scratch().layout.scores(row));
    }

    /** Returns the first block that is not worked yet. */
    public long end() {
        return residuals == null ? whole.end() : residuals.end();
    }

    /** Returns the number of samples of the blocks that are worked. */
    public long samples() {
        return problem.samples(0, end());
    }

    /**
     * Returns where the run of one output stands, after all blocks that are whole: one that the end of the run cuts short has to
     * have been worked by itself, and is left out.
     */
    public RunState state() {
        long blocks = samples() / BlockSampler.BLOCK;
        long ofWhole = Math.min(blocks, whole.end());
        long ofResiduals = blocks - ofWhole;
        return new RunState(ofWhole, ofResiduals, own.centre(0), problem.scales()[0], whole.nodes(ofWhole),
                ofResiduals == 0 ? List.of() : residuals.nodes(ofResiduals));
    }

    /** Works the blocks before another: if need be again from the first one on, in other units. */
    public void extendTo(long end) {
        while (true) {
            try {
                sumTo(end);
                return;
            } catch (OutOfRange e) {
                beginAgain(e);
            }
        }
    }

    /** Begins again in other units, when no thread works: scores have one unit for all outputs, f one for each. */
    private void beginAgain(OutOfRange demand) {
        own.giveUp();
        Scale[] scales = problem.scales().clone();
        for (int o = 0; o < scales.length; o++) {
            scales[o] = o == demand.output() ? demand.scale() : scales[o].withScores(demand.scale().scores());
        }
        begin(original.in(scales), null);
    }

    private void sumTo(long end) {
        if (whole.end() == 0) {
            executor.sumFirstBlock(own);
            whole.accept(0, 0, own.node());
        }
        sum(whole, Math.min(end, problem.wholeUnits()));
        if (end > problem.wholeUnits()) {
            if (residuals == null) {
                beginResiduals();
            }
            sum(residuals, end);
        }
    }

    /** Sums the units before another, by the worker of this thread or by several. */
    private void sum(BlockSums sums, long end) {
        long first = sums.end();
        if (first < end && !executor.sumAlone(own, first, end, sums)) {
            SinkSource sinks = sums == whole ? Sinks.whole(centres()) : residualSinks();
            executor.sum(new BlockTask(problem, sinks, null, own), first, end, sums);
            sums.tell(own);
        }
    }

    private double[] centres() {
        double[] centres = new double[problem.outputs()];
        Arrays.setAll(centres, own::centre);
        return centres;
    }

    /** Makes the pilot's choice, and has residuals summed from now on. */
    private void beginResiduals() {
        fitPilots();
        own.feed(residualSinks());
        boolean isOne = problem.outputs() == 1;
        int length = own.node().length;
        residuals = new BlockSums(problem.wholeUnits(), isOne ? own.scratch().residuals() : new SumTree(length),
                isOne ? own.scratch().earlyResiduals() : new EarlyBranches(length));
    }

    private SinkSource residualSinks() {
        Subtracted[] subtracted = new Subtracted[builders.length];
        Arrays.setAll(subtracted, o -> Subtracted.of(builders[o].pilot(), problem.rows()));
        return Sinks.residuals(centres(), subtracted);
    }

    private void fitPilots() {
        double[] node = own.node();
        whole.copyTo(node);
        for (int o = 0; o < builders.length; o++) {
            builders[o].fitPilot(problem.samples(0, whole.end()), own.centre(o), own.part(node, o));
        }
    }

    /** Returns what all blocks so far tell of each output; more may follow. */
    public Outcome[] outcomes() {
        while (true) {
            try {
                return found();
            } catch (OutOfRange e) {
                long end = end();
                beginAgain(e);
                extendTo(end);
            }
        }
    }

    private Outcome[] found() {
        double[] node = own.node();
        boolean isPiloted = problem.rule().pilot() != null;
        if (isPiloted && residuals == null) {
            fitPilots();
        } else {
            (isPiloted ? residuals : whole).copyTo(node);
        }
        Outcome[] outcomes = new Outcome[problem.outputs()];
        for (int o = 0; o < outcomes.length; o++) {
            outcomes[o] = isPiloted && residuals == null ? ofPilotAlone(o) : found(o, own.part(node, o));
        }
        return outcomes;
    }

    /** Returns what a pilot tells, behind which there are no samples: its residuals add nothing. */
    private Outcome ofPilotAlone(int output) {
        SumLayout layout = own.scratch().layout;
        double[] nothing = problem.outputs() == 1 ? own.node() : new double[layout.residualsLength()];
        Arrays.fill(nothing, 0, layout.residualsLength(), 0.0);
        return builders[output].ofPilot(samples(), nothing).restored(problem.scales()[output]);
    }

    private Outcome found(int output, double[] root) {
        boolean isPiloted = builders != null;
        OutcomeBuilder builder = isPiloted ? builders[output] : new OutcomeBuilder(problem, output, own.scratch());
        Outcome inUnits = isPiloted ? builder.ofPilot(samples(), root) : builder.ofWhole(samples(), own.centre(output), root);
        Outcome outcome = inUnits.restored(problem.scales()[output]);
        if (problem.surrogates() == null) {
            watch(output, root, p -> isPiloted && builder.pilot().fit(p).kappa() != null);
            return outcome;
        }
        Surrogate.Known known = problem.surrogates()[output].known();
        watch(output, root, p -> SurrogateOutcome.isSeen(outcome, known, samples(), p));
        return SurrogateOutcome.of(outcome, known, samples());
    }

    private void watch(int output, double[] root, IntPredicate hasControls) {
        TailMonitor monitor = own.monitor(output);
        if (monitor != null) {
            dominant = dominant == null ? new DominantTerm[problem.outputs()] : dominant;
            dominant[output] = monitor.dominant(root, hasControls);
        }
    }
}
