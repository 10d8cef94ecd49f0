package io.github.scorelane.engine;

import io.github.scorelane.engine.surrogate.Surrogate;
import io.github.scorelane.kernel.sum.ResidualSums;
import io.github.scorelane.kernel.sum.ScoreSums;
import java.util.Arrays;
import java.util.List;

/**
 * A run that holds a block of samples whole, in columns: draws, f, scores, sums, block by block. Nothing grows with the number
 * of samples. With the automatic choice the first blocks are a {@link Pilot}, and of all others only the residuals are summed.
 */
public final class ColumnRun {
    /** The problem as it was given, in no units. */
    private final Problem original;
    private Problem problem;
    private WholeWork own;
    private Reckoning reckoning;
    private BlockSums whole;
    private BlockSums residuals;
    private LargestTerms terms;
    private Dominated dominated;

    /**
     * A run.
     *
     * @param problem what to estimate
     */
    public ColumnRun(Problem problem) {
        original = problem;
        begin(new WholeWork(problem));
    }

    private ColumnRun(Problem original, WholeWork own) {
        this.original = original;
        begin(own);
    }

    private void begin(WholeWork work) {
        problem = work.problem;
        own = work;
        reckoning = new Reckoning(problem, own.scratch);
        whole = new BlockSums(problem, 0, own.scratch.tree, own.scratch.early());
        residuals = null;
        dominated = null;
        if (problem.blocks() >= LargestTerms.MIN_BLOCKS) {
            SumLayout layout = own.scratch.layout;
            terms = problem.formula() instanceof Automatic
                    ? new LargestTerms(problem.parameters(), p -> layout.residuals(p) + ResidualSums.RR)
                    : new LargestTerms(problem.parameters(), p -> layout.scores(p) + ScoreSums.FFSS);
            if (!(problem.formula() instanceof Automatic)) {
                whole.watch(terms);
            }
        }
    }

    /** The problem that is worked on, in the units that it needs. */
    Problem problem() {
        return problem;
    }

    /**
     * The component of which too much is decided by a few samples.
     *
     * @return it, or null if there is none or there are too few samples to tell
     */
    public Dominated dominated() {
        return dominated;
    }

    /** A run that takes up where another one stood. */
    static ColumnRun resumed(Problem problem, RunState state) {
        if (state.blocks() == 0) {
            return new ColumnRun(problem);
        }
        Problem scaled = problem.in(state.scale());
        WholeWork first = new WholeWork(scaled);
        try {
            first.sumFirstBlock();
        } catch (OutOfRange e) {
            throw new IllegalArgumentException("checkpoint is of another f, or of another distribution of the same parameters: the"
                    + " first 1024 samples are of another magnitude", e);
        }
        state.requireSameFirstBlock(first.centre(), first.node());
        first.done();
        ColumnRun run = new ColumnRun(problem, new WholeWork(scaled, state.centre()));
        run.restore(state);
        return run;
    }

    private void restore(RunState state) {
        state.requireFits(problem, own.scratch.layout);
        whole.restore(state.wholeBlocks(), state.whole());
        if (state.residualBlocks() > 0) {
            fitPilot();
            residuals = newResiduals();
            residuals.restore(state.residualBlocks(), state.residuals());
        }
    }

    /**
     * Works it.
     *
     * @return what it found
     */
    public Outcome run() {
        extendTo(problem.blocks());
        Outcome outcome = outcome();
        done();
        return outcome;
    }

    /** Gives the scratch back. */
    void done() {
        own.done();
    }

    /** The first block that is not worked yet. */
    long end() {
        return residuals == null ? whole.end() : residuals.end();
    }

    /** Samples of the blocks that are worked. */
    long samples() {
        return samples(end());
    }

    /**
     * Where the run stands, after all blocks that are whole: one that the end of the run cuts short has to have been worked by
     * itself, and is left out.
     */
    RunState state() {
        long blocks = samples() / Problem.BLOCK;
        long ofWhole = Math.min(blocks, whole.end());
        long ofResiduals = blocks - ofWhole;
        return new RunState(ofWhole, ofResiduals, own.centre(), problem.scale(), whole.nodes(ofWhole),
                ofResiduals == 0 ? List.of() : residuals.nodes(ofResiduals));
    }

    /** Works the blocks before another: if need be again from the first one on, in other units. */
    void extendTo(long end) {
        while (true) {
            try {
                sumTo(end);
                return;
            } catch (OutOfRange e) {
                beginIn(e.scale());
            }
        }
    }

    /** Begins again: no thread works now. */
    private void beginIn(Scale units) {
        own.scratch.giveUp();
        begin(new WholeWork(original.in(units)));
    }

    private void sumTo(long end) {
        if (whole.end() == 0) {
            own.sumFirstBlock();
            whole.add(own.node());
        }
        whole.extendTo(Math.min(end, problem.wholeBlocks()), own, () -> new WholeWork(problem, own.centre()));
        if (end > problem.wholeBlocks()) {
            if (residuals == null) {
                fitPilot();
                residuals = newResiduals();
            }
            residuals.extendTo(end, new ResidualWork(own, reckoning.pilot()),
                    () -> new ResidualWork(problem, own.centre(), reckoning.pilot()));
        }
    }

    private BlockSums newResiduals() {
        BlockSums sums = new BlockSums(problem, problem.wholeBlocks(), own.scratch.residuals(), own.scratch.earlyResiduals());
        sums.watch(terms);
        return sums;
    }

    private void fitPilot() {
        double[] node = own.node();
        whole.copyTo(node);
        reckoning.fitPilot(samples(whole.end()), own.centre(), node);
    }

    private long samples(long blocks) {
        return Math.min(problem.samples(), blocks * Problem.BLOCK);
    }

    /** What all blocks so far tell; more may follow. */
    Outcome outcome() {
        while (true) {
            try {
                Outcome found = problem.scale().restored(inUnits());
                Surrogate surrogate = problem.surrogate();
                if (surrogate == null) {
                    return found;
                }
                if (terms != null) {
                    dominated = terms.dominated(own.node(),
                            p -> SurrogateOutcome.isSeen(found, surrogate.known(), samples(), p));
                }
                return SurrogateOutcome.of(found, surrogate.known(), samples());
            } catch (OutOfRange e) {
                long end = end();
                beginIn(e.scale());
                extendTo(end);
            }
        }
    }

    private Outcome inUnits() {
        double[] node = own.node();
        if (!(problem.formula() instanceof Automatic)) {
            whole.copyTo(node);
            dominated = terms == null ? null : terms.dominated(node, p -> false);
            return reckoning.ofWhole(samples(whole.end()), own.centre(), node);
        }
        if (residuals == null) {
            fitPilot();
        }
        if (residuals == null) {
            Arrays.fill(node, 0, own.scratch.layout.residualsLength(), 0.0);
        } else {
            residuals.copyTo(node);
            dominated = terms == null ? null : terms.dominated(node, p -> reckoning.pilot().fit(p).kappa() != null);
        }
        return reckoning.ofPilot(samples(residuals == null ? whole.end() : residuals.end()), node);
    }
}
