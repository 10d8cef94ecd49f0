package io.github.scorelane.engine.run;

import io.github.scorelane.engine.evaluate.BlockFunction;
import io.github.scorelane.engine.sum.Problem;
import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.function.SampleBlockConsumer;
import java.util.Arrays;

/** Loop that hands samples, values and scores to a user's code block by block, in the calling thread, and sums nothing. */
public final class BlockLoop {
    private BlockLoop() {}

    /** Works all blocks of a problem, and returns how many there were. */
    public static long run(Problem problem, SampleBlockConsumer consumer) {
        Check check = new Check("loop");
        BlockFunction function = problem.function().get();
        int capacity = problem.length(0);
        double[][] x = new double[problem.model().sampler().dimension()][capacity];
        double[][] statistics = new double[problem.model().sampler().statistics()][capacity];
        double[][] f = new double[1][capacity];
        double[][] scores = new double[problem.rows()][capacity];
        for (long block = 0; block < problem.units(); block++) {
            check.run();
            int n = problem.length(block);
            long first = problem.first(block);
            problem.model().sampler().sample(problem.stream(), first, x, statistics, n);
            Arrays.fill(f[0], Double.NaN);
            function.evaluate(x, n, first, f, check);
            for (int s = 0; s < n; s++) {
                BlockFunction.requireFinite(f[0][s], first + s, x, s);
            }
            problem.model().rows().fill(x, statistics, 0, scores, n);
            consumer.accept(first, n, x, f[0], scores);
        }
        return problem.units();
    }
}
