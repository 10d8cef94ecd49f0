package io.github.scorelane.engine;

import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.FunctionSums;
import java.util.Arrays;

/** Draws a block of samples whole, in columns, evaluates f, and sums it. */
abstract class ColumnWork extends BlockWork {
    final Problem problem;
    final Scratch scratch;
    /** ∂f/∂θ, a row for each parameter, which is added to φs; null where f has none. */
    final double[][] direct;
    /** Where scores need not be written to be summed; or null. */
    final NormalCoordinates normal;
    private final BlockFunction function;
    /** How many of the first parameters' scores are summed already, in this block. */
    private int summed;

    /** A thread's first work, with scratch and a function of its own. */
    ColumnWork(Problem problem) {
        this.problem = problem;
        scratch = Scratch.take(problem);
        function = problem.function().get();
        direct = function.direct();
        normal = direct == null ? NormalCoordinates.of(problem) : null;
    }

    /** Another work of the same thread, with the same scratch and function. */
    ColumnWork(ColumnWork other) {
        problem = other.problem;
        scratch = other.scratch;
        function = other.function;
        direct = other.direct;
        normal = other.normal;
    }

    /** One of several works of a thread, for which another draws and evaluates. */
    ColumnWork(Problem problem, Scratch scratch) {
        this.problem = problem;
        this.scratch = scratch;
        function = null;
        direct = null;
        normal = NormalCoordinates.of(problem);
    }

    /** Sums the function, and scores that are not written, of normal coordinates; false where they have to be. */
    abstract boolean sumNormal(long block, int n);

    /** Whether something else than their own sums is made of scores. */
    abstract boolean readsScores();

    /**
     * Sums the scores of some parameters, which may be used up, but of those that are {@link #summed()}; with the first
     * parameter's goes the function.
     */
    abstract void sumRows(int firstParameter, double[][] scores, long block, int n);

    /** Sums pairs of parameters, when the rows of all have been summed. */
    abstract void sumPairs(double[][] rows, int n, Check interruption);

    @Override
    final void sum(long block) {
        sum(block, draw(block));
    }

    /** Sums the samples of a block, which are drawn; f has their values. */
    final void sum(long block, int n) {
        if (sumUnwritten(block, n)) {
            for (int p = 0; p < problem.parameters(); p += scratch.rows.length) {
                sumRows(p, scores(p, n), block, n);
            }
            if (problem.covariance()) {
                sumPairs(scratch.rows, n, check);
            }
        }
        empty(n);
    }

    /** Sums what may be summed of scores that are not written; says whether they are to be written all the same. */
    final boolean sumUnwritten(long block, int n) {
        summed = normal != null && sumNormal(block, n) ? normal.parameters() : 0;
        return summed < problem.parameters() || readsScores();
    }

    final int summed() {
        return summed;
    }

    /** Empties f, which other sums do as they read it. */
    final void empty(int n) {
        if (summed > 0) {
            Arrays.fill(scratch.f, 0, n, Double.NaN);
        }
    }

    /** φ, which other sums leave. */
    final void centre(double centre, int n) {
        double[] f = scratch.f;
        double[] phi = scratch.phi;
        for (int i = 0; i < n; i++) {
            phi[i] = f[i] - centre;
        }
    }

    @Override
    final double[] node() {
        return scratch.node;
    }

    @Override
    final void done() {
        scratch.giveBack();
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
            double largest = Magnitude.largest(direct[parameter], n);
            // The first block is asked by itself, when the units of scores are known.
            if (block > 0 && largest > 1) {
                throw Magnitude.late(largest, problem);
            }
        }
    }

    /** Their squares' sum shows at no cost whether all values are finite, and whether their squares are numbers. */
    final void requireFinite(double[] values, long block, int n, double subtracted) {
        if (!Magnitude.isBlock(EightLanes.fold(scratch.node, FunctionSums.FF))) {
            double largest = 0;
            for (int s = 0; s < n; s++) {
                BlockFunction.requireFinite(values[s] + subtracted, block * Problem.BLOCK + s, scratch.x, s);
                largest = Math.max(largest, Math.abs(values[s] + subtracted));
            }
            throw Magnitude.late(largest, problem);
        }
    }
}
