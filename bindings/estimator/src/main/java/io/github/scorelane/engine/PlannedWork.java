package io.github.scorelane.engine;

import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.FunctionSums;
import io.github.scorelane.kernel.sum.SumTree;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;

/** One thread's way through a block of a plan: what is summed of it is its groups' affair. */
abstract class PlannedWork extends BlockWork {
    final Scratch scratch;
    private final Problem problem;
    /** The magnitude of f over the block of which the mean was asked. */
    private double magnitude;
    private final BlockFunction function;

    PlannedWork(Problem problem) {
        this.problem = problem;
        function = problem.function().get();
        scratch = Scratch.take(problem);
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
        magnitude = Magnitude.ofFunction(scratch.f, n, EightLanes.fold(scratch.node, FunctionSums.FF));
        double mean = EightLanes.fold(scratch.node, FunctionSums.F) / n;
        return Double.isFinite(mean) ? mean : 0;
    }

    /** Demands other units where those that there are do not suit the first block, which is summed. */
    final void requireInRange(int n) {
        if (!Magnitude.areScores(scratch.node, scratch.layout, problem.parameters())) {
            double[] largest = new double[problem.parameters()];
            for (int p = 0; p < largest.length; p += scratch.rows.length) {
                double[][] scores = scores(p, n);
                for (int row = 0; row < scores.length; row++) {
                    largest[p + row] = Magnitude.largest(scores[row], n);
                }
            }
            Magnitude.requireScores(largest, problem.scale());
        }
        Magnitude.requireFunction(Math.max(magnitude, problem.formula().magnitude()), problem.scale());
    }

    private double[][] scores(int firstParameter, int n) {
        double[][] scores = problem.parameters() - firstParameter < scratch.rows.length ? scratch.lastRows : scratch.rows;
        problem.distribution().gradLogPdf(scratch.x, scratch.statistics, firstParameter, scores, 0, n);
        return scores;
    }

    /** Sums the block that was evaluated. */
    final void sumAll(double centre, int n, long sample) {
        centre(centre, n, sample);
        double[] phi = scratch.f;
        double[] node = scratch.node;
        sumFunction(phi, n, node);
        int parameters = problem.parameters();
        for (int p = 0; p < parameters; p += scratch.rows.length) {
            double[][] scores = scores(p, n);
            for (int row = 0; row < scores.length; row++) {
                sumScore(phi, scores[row], n, node, scratch.layout.scores(p + row));
            }
        }
        Arrays.fill(phi, Double.NaN);
    }

    /** The squares' sum shows whether all values are finite, and whether their squares are numbers. */
    private void centre(double centre, int n, long sample) {
        FunctionSums.centre(scratch.f, centre, n, scratch.node, 0);
        if (!Magnitude.isBlock(EightLanes.fold(scratch.node, FunctionSums.FF))) {
            double largest = 0;
            for (int s = 0; s < n; s++) {
                BlockFunction.requireFinite(scratch.f[s] + centre, sample + s, scratch.x, s);
                largest = Math.max(largest, Math.abs(scratch.f[s] + centre));
            }
            throw Magnitude.late(largest, problem);
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
        scratch.giveBack();
    }
}
