package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.scorelane.distribution.Normal;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that a loop of optimisation without surrogates leaves little to the garbage collector: its results, and no scratch.
 */
class AllocationTest {
    /** The bytes of a result: {@code Estimate}, {@code Outcome}, the elapsed time, and four arrays of two numbers. */
    private static final int RESULT = 260;
    /**
     * The bytes besides a result. The distribution, the estimator that {@code at} makes, and a run's own objects take some
     * 700 bytes where the compiler keeps totals and lambdas in registers, and 1,300 where it does not; among these objects
     * are the watch for an f of a single value, and the worker that adds the blocks after the first. The baseline's eight
     * constants and the sums that they are fitted to take 200 for each of the two parameters.
     */
    private static final int BESIDES = 1740;
    /**
     * The bytes for a second thread: its working objects, the task that it is handed, and its place in the executor's queue.
     */
    private static final int SECOND = 900;
    private static final int TRIALS = 300;
    private static final int FEW_CALLS = 50;
    private static final int CALLS = 1000;

    private double mean = 0.5;

    @ParameterizedTest
    @ValueSource(ints = {16, 256, 1024, 4096})
    void anEstimateAllocatesLittleHoweverManyBlocksItHas(int n) {
        var estimator = ScoreFunctionEstimator.of(Normal.of(mean, 1.2)).samples(n).seed(1).baseline(Baseline.optimalConstant());
        assertAllocatesLittle(() -> move(estimator).estimate(AllocationTest::square));
    }

    @Test
    void theSimpleFormAllocatesNoMore() {
        var estimator = ScoreFunctionEstimator.of(Normal.of(mean, 1.2)).samples(4096).seed(1).baseline(Baseline.optimalConstant());
        assertAllocatesLittle(() -> move(estimator).estimate(x -> x * x));
    }

    /** The two threads share 200 blocks in 25 parts or more, and must allocate nothing for each of these. */
    @Test
    void aSecondThreadAllocatesLittleHoweverManyRangesItHas() throws Exception {
        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            long[] ids = {Thread.currentThread().threadId(), executor.submit(() -> Thread.currentThread().threadId()).get()};
            var estimator = ScoreFunctionEstimator.of(Normal.of(mean, 1.2)).samples(204_800).seed(1).baseline(Baseline.none())
                    .parallel(executor, 2);
            long bytes = Long.MAX_VALUE;
            for (int trial = 0; trial < TRIALS && bytes > RESULT + BESIDES + SECOND; trial++) {
                long before = allocated(ids);
                for (int i = 0; i < FEW_CALLS; i++) {
                    estimator.estimate(AllocationTest::square);
                }
                bytes = (allocated(ids) - before) / FEW_CALLS;
            }
            assertTrue(bytes <= RESULT + BESIDES + SECOND, bytes + " bytes an estimate");
        }
    }

    private static long allocated(long[] threads) {
        return Arrays.stream(((ThreadMXBean) ManagementFactory.getThreadMXBean()).getThreadAllocatedBytes(threads)).sum();
    }

    private ScoreFunctionEstimator<DoubleUnaryOperator> move(ScoreFunctionEstimator<DoubleUnaryOperator> estimator) {
        mean += 1e-9;
        return estimator.at(Normal.of(mean, 1.2));
    }

    /**
     * The first trials are interpreted, and vectors are then objects. So trials go on until one allocates no more than it
     * should.
     */
    private static void assertAllocatesLittle(Runnable call) {
        long bytes = Long.MAX_VALUE;
        for (int trial = 0; trial < TRIALS && bytes > RESULT + BESIDES; trial++) {
            long before = allocated();
            for (int i = 0; i < CALLS; i++) {
                call.run();
            }
            bytes = (allocated() - before) / CALLS;
        }
        assertTrue(bytes <= RESULT + BESIDES, bytes + " bytes an estimate");
    }

    private static void square(double[][] x, int n, double[] f) {
        double[] column = x[0];
        for (int s = 0; s < n; s++) {
            f[s] = column[s] * column[s];
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
