package io.github.scorelane.engine;

import io.github.scorelane.kernel.moment.EightLanes;
import io.github.scorelane.kernel.moment.FunctionSums;
import io.github.scorelane.kernel.moment.SumTree;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;

/** One thread's way through a block of a plan: what is summed of it is its groups' affair. */
abstract class PlannedWork extends BlockWork {
    final Scratch scratch;
    private final Problem problem;
    private final BlockFunction function;

    PlannedWork(Problem problem) {
        this.problem = problem;
        function = problem.function().get();
        scratch = problem.scratch().take(problem);
    }

    /** Sums of φ of a block. */
    abstract void sumFunction(double[] phi, int n, double[] node);

    /** Sums of one parameter. */
    abstract void sumScore(double[] phi, double[] score, int n, double[] node, int at);

    /** Draws n samples and evaluates f. */
    final void evaluate(SplitStream stream, long first, int n, long sample) {
        problem.distribution().sample(stream, first, scratch.x, scratch.statistics, 0, n);
        function.evaluate(scratch.x, n, sample, scratch.f, check);
    }

    /** The mean of f over the block that was evaluated; 0 if it overflows. */
    final double mean(int n, long sample) {
        centre(0, n, sample);
        double mean = EightLanes.fold(scratch.node, FunctionSums.F) / n;
        return Double.isFinite(mean) ? mean : 0;
    }

    /** Sums the block that was evaluated. */
    final void sumAll(double centre, int n, long sample) {
        centre(centre, n, sample);
        double[] phi = scratch.f;
        double[] node = scratch.node;
        sumFunction(phi, n, node);
        int parameters = problem.parameters();
        for (int p = 0; p < parameters; p += scratch.rows.length) {
            double[][] scores = parameters - p < scratch.rows.length ? scratch.lastRows : scratch.rows;
            problem.distribution().gradLogPdf(scratch.x, scratch.statistics, p, scores, 0, n);
            for (int row = 0; row < scores.length; row++) {
                sumScore(phi, scores[row], n, node, scratch.layout.scores(p + row));
            }
        }
        Arrays.fill(phi, Double.NaN);
    }

    /** The squares' sum shows whether all values are finite. */
    private void centre(double centre, int n, long sample) {
        FunctionSums.centre(scratch.f, centre, n, scratch.node, 0);
        if (!Double.isFinite(EightLanes.fold(scratch.node, FunctionSums.FF))) {
            for (int s = 0; s < n; s++) {
                BlockFunction.requireFinite(scratch.f[s] + centre, sample + s, scratch.x, s);
            }
        }
    }

    @Override
    final double[] node() {
        return scratch.node;
    }

    @Override
    final SumTree branch() {
        return scratch.branch;
    }

    @Override
    final void done() {
        problem.scratch().giveBack(scratch);
    }
}
