package io.github.scorelane.engine;

import java.util.Arrays;

/**
 * A run that holds a block of samples whole, in columns: draws, f, scores, sums, block by block. Nothing grows with the number
 * of samples. With the automatic choice the first blocks are a {@link Pilot}, and of all others only the residuals are summed.
 */
public final class ColumnRun {
    private final Problem problem;
    private final WholeWork own;
    private final Reckoning reckoning;
    private final BlockSums whole;
    private BlockSums residuals;

    /**
     * A run.
     *
     * @param problem what to estimate
     */
    public ColumnRun(Problem problem) {
        this.problem = problem;
        own = new WholeWork(problem);
        reckoning = new Reckoning(problem, own.scratch);
        whole = new BlockSums(problem, 0, own.scratch.tree);
    }

    /**
     * Works it.
     *
     * @return what it found
     */
    public Outcome run() {
        extendTo(problem.blocks());
        Outcome outcome = outcome();
        own.done();
        return outcome;
    }

    /** Works the blocks before another. */
    private void extendTo(long end) {
        if (whole.end() == 0) {
            own.sumFirstBlock();
            whole.add(own.node());
        }
        whole.extendTo(Math.min(end, problem.wholeBlocks()), own, () -> new WholeWork(problem, own.centre()));
        if (end > problem.wholeBlocks()) {
            if (residuals == null) {
                fitPilot();
                residuals = new BlockSums(problem, problem.wholeBlocks(), own.scratch.residuals());
            }
            residuals.extendTo(end, new ResidualWork(own, reckoning.pilot()),
                    () -> new ResidualWork(problem, own.centre(), reckoning.pilot()));
        }
    }

    private void fitPilot() {
        double[] node = own.node();
        whole.copyTo(node);
        reckoning.fitPilot(samples(whole.end()), own.centre(), node);
    }

    private long samples(long blocks) {
        return Math.min(problem.samples(), blocks * Problem.BLOCK);
    }

    private Outcome outcome() {
        double[] node = own.node();
        if (!(problem.formula() instanceof Automatic)) {
            whole.copyTo(node);
            return reckoning.ofWhole(samples(whole.end()), own.centre(), node);
        }
        if (residuals == null) {
            fitPilot();
        }
        if (residuals == null) {
            Arrays.fill(node, 0, own.scratch.layout.residualsLength(), 0.0);
        } else {
            residuals.copyTo(node);
        }
        return reckoning.ofPilot(samples(residuals == null ? whole.end() : residuals.end()), node);
    }
}
