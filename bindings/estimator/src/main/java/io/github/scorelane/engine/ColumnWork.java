package io.github.scorelane.engine;

import io.github.scorelane.kernel.moment.EightLanes;
import io.github.scorelane.kernel.moment.FunctionSums;
import java.util.Arrays;

/** Draws a block of samples whole, in columns, evaluates f, and sums it. */
abstract class ColumnWork extends BlockWork {
    final Problem problem;
    final Scratch scratch;
    /** ∂f/∂θ, a row for each parameter, which is added to φs; null where f has none. */
    final double[][] direct;
    private final BlockFunction function;

    /** A thread's first work, with scratch and a function of its own. */
    ColumnWork(Problem problem) {
        this.problem = problem;
        scratch = problem.scratch().take(problem);
        function = problem.function().get();
        direct = function.direct();
    }

    /** Another work of the same thread, with the same scratch and function. */
    ColumnWork(ColumnWork other) {
        problem = other.problem;
        scratch = other.scratch;
        function = other.function;
        direct = other.direct;
    }

    /** One of several works of a thread, for which another draws and evaluates. */
    ColumnWork(Problem problem, Scratch scratch) {
        this.problem = problem;
        this.scratch = scratch;
        function = null;
        direct = null;
    }

    /** Reads what controls need of a block, which is drawn; false if nothing is needed. */
    abstract boolean readControls(int n);

    /** Sums the scores of some parameters, which may be used up; with those of the first parameter goes the function. */
    abstract void sumRows(int firstParameter, double[][] scores, long block, int n);

    /** Sums pairs of parameters, when the rows of all have been summed. */
    abstract void sumPairs(double[][] rows, int n, Runnable interruption);

    @Override
    final void sum(long block) {
        sum(block, draw(block));
    }

    /** Sums the samples of a block, which are drawn; f has their values. */
    final void sum(long block, int n) {
        readControls(n);
        for (int p = 0; p < problem.parameters(); p += scratch.rows.length) {
            sumRows(p, scores(p, n), block, n);
        }
        if (problem.covariance()) {
            sumPairs(scratch.rows, n, check);
        }
    }

    @Override
    final double[] node() {
        return scratch.node;
    }

    @Override
    final void done() {
        problem.scratch().giveBack(scratch);
    }

    final int draw(long block) {
        int n = problem.blockLength(block);
        long first = block * Problem.BLOCK;
        problem.distribution().sample(problem.stream(), first, scratch.x, scratch.statistics, 0, n);
        function.evaluate(scratch.x, n, first, scratch.f, check);
        function.keepControls(scratch.controlRows, n);
        // Sums empty the values they read; these they do not read.
        Arrays.fill(scratch.f, n, scratch.f.length, Double.NaN);
        return n;
    }

    /** Scores of as many parameters as are held at once, from one on. */
    final double[][] scores(int firstParameter, int n) {
        double[][] scores = problem.parameters() - firstParameter < scratch.rows.length ? scratch.lastRows : scratch.rows;
        problem.distribution().gradLogPdf(scratch.x, scratch.statistics, firstParameter, scores, 0, n);
        return scores;
    }

    /** The sum of some squares that they are in, likewise. */
    final void requireFinite(int parameter, int squares, long block, int n) {
        if (direct != null && !Double.isFinite(EightLanes.fold(scratch.node, squares))) {
            DirectFunction.requireFinite(direct[parameter], parameter, n, block * Problem.BLOCK, scratch.x);
        }
    }

    /** Their squares' sum shows at no cost whether all values are finite. */
    final void requireFinite(double[] values, long block, int n, double subtracted) {
        if (!Double.isFinite(EightLanes.fold(scratch.node, FunctionSums.FF))) {
            for (int s = 0; s < n; s++) {
                BlockFunction.requireFinite(values[s] + subtracted, block * Problem.BLOCK + s, scratch.x, s);
            }
        }
    }
}
