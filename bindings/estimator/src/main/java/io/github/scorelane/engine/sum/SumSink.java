package io.github.scorelane.engine.sum;

import io.github.scorelane.engine.baseline.BaselineRule;
import io.github.scorelane.engine.evaluate.BlockFunction;
import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.engine.unit.Magnitude;
import io.github.scorelane.engine.unit.OutOfRange;
import io.github.scorelane.engine.unit.Scale;
import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.FunctionSums;
import io.github.scorelane.kernel.sum.ScoreSums;

/**
 * Sink that sums one output of a block into a node, when a {@link BlockWorker} has drawn and evaluated the block. It belongs to one
 * thread. It never draws, and never makes rows of terms: the worker does that once for all outputs.
 */
public abstract class SumSink {
    protected final Problem problem;
    protected final int output;
    protected final Scratch scratch;
    /** The baseline, in the units of this output. */
    protected final BaselineRule rule;
    protected final Scale scale;
    /** The centre c that is subtracted from f before it is summed; NaN before the first block has told it. */
    protected double centre;
    /** The magnitude of f over the first block. */
    private double magnitude;
    private boolean reads;

    /** Creates a sink whose centre is known, or NaN. */
    SumSink(Problem problem, int output, Scratch scratch, double centre) {
        this.problem = problem;
        this.output = output;
        this.scratch = scratch;
        this.centre = centre;
        scale = problem.scales()[output];
        rule = problem.rule(output);
    }

    /** Sums what may be summed of rows that are not written; returns whether they are to be written all the same. */
    abstract boolean sumUnwritten(long block, int n);

    /** Sums what may be summed of rows that are not written, and notes whether this sink reads rows of this block all the same. */
    final boolean reads(long block, int n) {
        reads = sumUnwritten(block, n);
        return reads;
    }

    /** Tells whether this sink reads rows of the block that is summed. */
    final boolean reads() {
        return reads;
    }

    /** Sums some of the rows, which may be used up. */
    abstract void sumRows(int firstRow, double[][] rows, long block, int n);

    /** Sums pairs of rows, when all rows have been summed; for who wants a covariance. */
    void sumPairs(double[][] rows, int n, Check check) {}

    /** Leaves the array of f as the next block needs it: NaN, so that what f does not write is found. */
    abstract void finish(int n);

    /** Tells whether rows are used up, so that another output needs copies. */
    boolean usesUpRows() {
        return false;
    }

    /** Returns a monitor of the terms that this sink sums; null if nobody need watch them. */
    TailMonitor monitor() {
        return null;
    }

    /** Returns the length of a node. */
    abstract int length();

    /** Returns the centre. */
    public final double centre() {
        return centre;
    }

    /** Finds the centre from the first block, which is drawn: a large mean of f then costs no accuracy. */
    final void findCentre(int n) {
        FunctionSums.centre(scratch.f, 0, n, scratch.node, 0);
        requireFinite(scratch.f, 0, n, 0);
        magnitude = Magnitude.ofFunction(scratch.f, n, EightLanes.fold(scratch.node, FunctionSums.FF));
        double mean = EightLanes.fold(scratch.node, FunctionSums.F) / n;
        centre = Double.isFinite(mean) ? mean : 0;
    }

    /** Demands other units where those that there are do not suit the first block, which is summed. */
    final void requireInRange(BlockWorker worker, int n) {
        int rows = problem.model().rows().countInUnits();
        if (!areScoresInRange(rows)) {
            double[] largest = new double[problem.rows()];
            for (int p = 0; p < rows; p += scratch.rows.length) {
                double[][] scores = worker.rows(p, n);
                for (int row = 0; row < scores.length && p + row < rows; row++) {
                    largest[p + row] = Magnitude.largest(scores[row], n);
                }
            }
            Magnitude.requireScores(largest, scale, output);
        }
        double most = Math.max(magnitude, rule.magnitude());
        Magnitude.requireFunction(Math.max(most, magnitudeBesides(n)), scale, output);
    }

    private boolean areScoresInRange(int rows) {
        for (int p = 0; p < rows; p++) {
            if (!Magnitude.isSumOfScores(EightLanes.fold(scratch.node, scratch.layout.scores(p) + ScoreSums.SS))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the magnitude of what is summed besides f and what a baseline subtracts. */
    double magnitudeBesides(int n) {
        return 0;
    }

    /** Refuses values that are not finite: the sum of their squares shows at no cost whether there is one, or one too large. */
    final void requireFinite(double[] values, long block, int n, double subtracted) {
        if (!Magnitude.isBlock(EightLanes.fold(scratch.node, FunctionSums.FF))) {
            double largest = 0;
            for (int s = 0; s < n; s++) {
                BlockFunction.requireFinite(values[s] + subtracted, problem.first(block) + s, scratch.x, s);
                largest = Math.max(largest, Math.abs(values[s] + subtracted));
            }
            throw late(largest);
        }
    }

    /** Creates the demand of another unit, for a block that has a value so large. */
    final OutOfRange late(double largest) {
        return Magnitude.late(Math.max(largest, rule.magnitude()), scale, output);
    }
}
