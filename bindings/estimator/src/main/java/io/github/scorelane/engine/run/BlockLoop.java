package io.github.scorelane.engine.run;

import io.github.scorelane.engine.evaluate.BlockFunction;
import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.function.SampleBlockConsumer;
import java.util.Arrays;

/** Hands out samples, values and scores block by block, in the calling thread. */
public final class BlockLoop {
    private BlockLoop() {}

    /**
     * Works it.
     *
     * @param problem what to draw and evaluate
     * @param consumer what takes the blocks
     * @return how many there were
     */
    public static long run(Problem problem, SampleBlockConsumer consumer) {
        Check check = new Check("loop");
        BlockFunction function = problem.function().get();
        int capacity = problem.blockLength(0);
        double[][] x = new double[problem.distribution().dimension()][capacity];
        double[][] statistics = new double[problem.distribution().statistics()][capacity];
        double[] f = new double[capacity];
        double[][] scores = new double[problem.parameters()][capacity];
        for (long block = 0; block < problem.blocks(); block++) {
            check.run();
            int n = problem.blockLength(block);
            long first = block * Problem.BLOCK;
            problem.distribution().sample(problem.stream(), first, x, statistics, 0, n);
            Arrays.fill(f, Double.NaN);
            function.evaluate(x, n, first, f, check);
            for (int s = 0; s < n; s++) {
                BlockFunction.requireFinite(f[s], first + s, x, s);
            }
            problem.distribution().gradLogPdf(x, statistics, 0, scores, 0, n);
            consumer.accept(first, n, x, f, scores);
        }
        return problem.blocks();
    }
}
