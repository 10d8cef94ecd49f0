package io.github.scorelane;

import static io.github.scorelane.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.Binomial;
import io.github.scorelane.distribution.ConditionalNormal;
import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Multinomial;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.function.BatchFunction;
import io.github.scorelane.function.BatchVectorFunction;
import io.github.scorelane.function.ConditionalBatchFunction;
import io.github.scorelane.function.ParametricBatchFunction;
import io.github.scorelane.kernel.stream.SplitStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests numbers of samples near the largest ones. Each must either be refused at once, by name, or work until it is
 * interrupted. The function that a run evaluates interrupts it after some blocks, so that no clock decides.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a run that never ends must fail
class CountsTest {
    /**
     * The number of batches after which the caller is interrupted, which is beyond the first block and the blocks of a pilot.
     */
    private static final int CALLS = 20;
    /** The number of batches after which a run that ignores the interruption is made to fail. */
    private static final int TOO_MANY = 2000;
    private static final long[] COUNTS = {Long.MAX_VALUE, Long.MAX_VALUE - 1, Long.MAX_VALUE - 1023, 1L << 62, (1L << 60) + 1,
        1L << 60, 400_000_000_000_000_000L, 1L << 55, (1L << 54) + 16, 1L << 54, 1L << 53, 1L << 52, 1L << 50, 1L << 40,
        (1L << 31) + 1, 1L << 31, Integer.MAX_VALUE, Integer.MAX_VALUE - 1, Integer.MAX_VALUE - 1022};

    /** Way to run an estimator with a batch function. */
    private interface Way {
        void run(ScoreFunctionEstimator<DoubleUnaryOperator> estimator, BatchFunction f);
    }

    /** The settings of an estimator. A case is grouped if its number of samples has to be a multiple of some number. */
    private record Case(String name, boolean grouped, Way way,
            UnaryOperator<ScoreFunctionEstimator<DoubleUnaryOperator>> settings) {
        Case(String name, Way way, UnaryOperator<ScoreFunctionEstimator<DoubleUnaryOperator>> settings) {
            this(name, false, way, settings);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Returns all kinds of runs that have a number of samples. */
    static Stream<Case> cases() {
        Way estimate = ScoreFunctionEstimator::estimate;
        ImportanceSampling wider = ImportanceSampling.from(Normal.of(0, 2));
        Stream<Case> plans = Stream.of(SamplingPlan.inverseTransform(), SamplingPlan.antithetic(), SamplingPlan.stratified(),
                SamplingPlan.latinHypercube(), SamplingPlan.latinHypercube(4096), SamplingPlan.sobol(), SamplingPlan.sobol(2))
                .map(plan -> new Case(plan.toString(), true, estimate, e -> e.plan(plan)));
        Stream<Case> others = Stream.of(
                new Case("weights", estimate, e -> e.importance(wider)),
                new Case("self-normalised weights", estimate, e -> e.importance(wider.selfNormalised())),
                new Case("hessian", ScoreFunctionEstimator::hessian, e -> e),
                new Case("jacobian", CountsTest::jacobian, e -> e),
                new Case("direct derivatives", CountsTest::direct, e -> e),
                new Case("blocks", (e, f) -> e.forEachBlock(f, (first, n, x, values, scores) -> { }), e -> e));
        return Stream.of(staged(), plans, others).flatMap(all -> all);
    }

    /** Returns the kinds of runs that may have a target or a listener, too. */
    static Stream<Case> staged() {
        Way estimate = ScoreFunctionEstimator::estimate;
        Stream<Case> baselines = Stream.of(Baseline.automatic(), Baseline.none(), Baseline.leaveOneOut(),
                Baseline.optimalConstant(), Baseline.function(sample -> 0.5))
                .map(baseline -> new Case(baseline.toString(), estimate, e -> e.baseline(baseline)));
        return Stream.concat(baselines, Stream.of(
                new Case("covariance", estimate, ScoreFunctionEstimator::withCovariance),
                new Case("listener", estimate, e -> e.onProgress(progress -> { })),
                new Case("two threads", estimate, e -> e.parallel(2)),
                new Case("two threads and a listener", estimate, e -> e.parallel(2).onProgress(progress -> { }))));
    }

    private static void jacobian(ScoreFunctionEstimator<DoubleUnaryOperator> estimator, BatchFunction f) {
        estimator.jacobian(2, (BatchVectorFunction) (x, n, rows) -> {
            f.evaluate(x, n, rows[0]);
            Arrays.fill(rows[1], 0, n, 1);
        });
    }

    private static void direct(ScoreFunctionEstimator<DoubleUnaryOperator> estimator, BatchFunction f) {
        estimator.estimate((ParametricBatchFunction) (x, n, values, derivatives) -> {
            f.evaluate(x, n, values);
            for (double[] row : derivatives) {
                Arrays.fill(row, 0, n, 1);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anyNumberOfSamplesIsRefusedOrWorkedUntilSomeoneEndsIt(Case tried) {
        for (long count : COUNTS) {
            long samples = tried.grouped ? count & -4096 : count;
            assertRefusedOrEndless(tried + ", " + samples, samples > 1L << 60,
                    f -> tried.way.run(tried.settings.apply(estimator().samples(samples)), f));
        }
    }

    @ParameterizedTest
    @MethodSource("staged")
    void anyBudgetIsRefusedOrWorkedUntilSomeoneEndsIt(Case tried) {
        for (long samples : COUNTS) {
            assertRefusedOrEndless(tried + ", at most " + samples, samples > 1L << 60, f -> tried.way.run(
                    tried.settings.apply(estimator().until(Target.absolute(1e-300).atMost(samples))), f));
        }
    }

    @Test
    void moreSamplesThanALongCountsAreRefusedByName() {
        refused("number of samples is above 2^60: 9223372036854775807", () -> estimator().samples(Long.MAX_VALUE));
        refused("number of samples is above 2^54, too large for the plan stratified: 18014398509482000",
                () -> estimator().samples((1L << 54) + 16).plan(SamplingPlan.stratified()).estimate(x -> x));
        refused("number of samples per replicate is above 2^50, too large for the plan Latin hypercube, 2 replicates:"
                + " 1125899906842625", () -> estimator().samples((1L << 51) + 2).plan(SamplingPlan.latinHypercube(2))
                .estimate(x -> x));
        double[] twenty = new double[20];
        Arrays.fill(twenty, 1);
        refused("number of samples times that of coordinates, 20, is above the 2^64 words of a stream: 1000000000000000000",
                () -> ScoreFunctionEstimator.of(DiagonalNormal.of(twenty, twenty)).samples(1_000_000_000_000_000_000L)
                        .estimate(x -> 1));
    }

    /** A run without a budget of samples must not be refused for the number that it might take. */
    @Test
    void aTargetWithoutABudgetOfSamplesTakesAnyDimension() {
        double[] twenty = new double[20];
        Arrays.fill(twenty, 1);
        Estimate estimate = ScoreFunctionEstimator.of(DiagonalNormal.of(twenty, twenty))
                .until(Target.none().within(Duration.ofNanos(1))).estimate(x -> x[0]);
        assertEquals(StopReason.TIME, estimate.stopReason());
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, Integer.MAX_VALUE - 1, 1 << 30, 1 << 29})
    void anyNumberOfSamplesOfARow(int samples) {
        double[][] parameters = {{0, 1}, {1, 2}};
        ConditionalEstimator estimator = ConditionalEstimator.of(ConditionalNormal.of()).samplesPerRow(samples).seed(1);
        assertRefusedOrEndless("rows, " + samples, false, f -> estimator.estimate(parameters,
                (ConditionalBatchFunction) (x, first, n, values) -> f.evaluate(new double[][] {x}, n, values)));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, Integer.MIN_VALUE, -1})
    void otherNumbersAreRefused(int number) {
        List.<Runnable>of(() -> estimator().parallel(number), () -> estimator().parallel(Runnable::run, number),
                () -> ConditionalEstimator.of(ConditionalNormal.of()).parallel(number), () -> SamplingPlan.sobol(number),
                () -> SamplingPlan.latinHypercube(number), () -> estimator().jacobian(number, x -> x),
                () -> estimator().plan(SamplingPlan.stratified(number)).samples(16).estimate(x -> x)).forEach(call ->
                assertTrue(assertThrows(IllegalArgumentException.class, call::run).getMessage().endsWith(": " + number)));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, Integer.MAX_VALUE - 1, 1 << 30})
    void anyNumberOfTrials(int trials) {
        Estimate estimate = ScoreFunctionEstimator.of(Binomial.of(trials, 0.5)).samples(10_000).seed(1).estimate(x -> x / trials);
        assertEquals(1, estimate.gradient()[0], 5 * estimate.standardError()[0]);
        assertTrue(estimate.standardError()[0] < 0.02, () -> "standard error " + estimate.standardError()[0]);
        double[][] x = new double[3][1000];
        Multinomial.of(trials, 0.2, 0.3, 0.5).sample(SplitStream.of(1), 0, x, 0, 1000);
        for (int s = 0; s < 1000; s++) {
            assertEquals(trials, x[0][s] + x[1][s] + x[2][s]);
        }
    }

    @Test
    void aCheckpointOfMoreBlocksThanARunHasIsRefused() {
        byte[][] saved = {null};
        var estimator = estimator().baseline(Baseline.none());
        estimator.samples(1024).onProgress(progress -> saved[0] = progress.checkpoint().toBytes()).estimate(x -> x);
        assertEquals(1024, Checkpoint.of(saved[0]).samples());
        for (long whole : new long[] {-1, (1L << 50) + 1, 1L << 51, 1L << 53, 1L << 54, 1L << 62, Long.MAX_VALUE, Long.MIN_VALUE}) {
            refused("checkpoint is damaged: its numbers of blocks are not between 0 and 2^50 together: " + whole + " and 0",
                    () -> Checkpoint.of(forged(saved[0], whole, 0)));
            refused("checkpoint is damaged: its numbers of blocks are not between 0 and 2^50 together: 1 and " + whole,
                    () -> Checkpoint.of(forged(saved[0], 1, whole)));
        }
        Checkpoint most = Checkpoint.of(forged(saved[0], 1L << 50, 0));
        assertEquals(1L << 60, most.samples());
        refused("checkpoint has " + (1L << 60) + " samples, more than the " + ((1L << 60) - 1) + " of this estimator",
                () -> estimator.samples((1L << 60) - 1).resume(x -> x, most));
    }

    private static byte[] forged(byte[] bytes, long whole, long residual) {
        byte[] forged = bytes.clone();
        ByteBuffer buffer = ByteBuffer.wrap(forged).order(ByteOrder.LITTLE_ENDIAN);
        int distribution = 16 + 8 + ProblemIdentity.HASH + 1;
        int baseline = distribution + 4 + buffer.getInt(distribution);
        int estimator = baseline + 4 + buffer.getInt(baseline);
        int blocks = estimator + 4 + buffer.getInt(estimator);
        buffer.putLong(blocks, whole).putLong(blocks + 8, residual);
        CRC32C checksum = new CRC32C();
        checksum.update(forged, 0, forged.length - 4);
        buffer.putInt(forged.length - 4, (int) checksum.getValue());
        return forged;
    }

    private static void assertRefusedOrEndless(String what, boolean refused, Consumer<BatchFunction> run) {
        Thread caller = Thread.currentThread();
        AtomicInteger calls = new AtomicInteger();
        BatchFunction f = (x, n, values) -> {
            int call = calls.incrementAndGet();
            if (call == CALLS) {
                caller.interrupt();
            }
            if (call > TOO_MANY) {
                throw new IllegalStateException("the interruption is ignored");
            }
            System.arraycopy(x[0], 0, values, 0, n);
        };
        boolean interrupted;
        RuntimeException end;
        try {
            end = assertThrows(RuntimeException.class, () -> run.accept(f), what);
        } finally {
            interrupted = Thread.interrupted();
        }
        if (end instanceof IllegalArgumentException) {
            assertEquals(0, calls.get(), what + ": refused late: " + end.getMessage());
            assertTrue(end.getMessage().matches("(number|budget) of samples .*"), what + ": " + end.getMessage());
        } else {
            assertTrue(end instanceof CancellationException, what + ": " + end);
            assertTrue(interrupted, what + ": the interrupt flag is not set");
            assertTrue(!refused, what + ": not refused");
        }
    }

    private static ScoreFunctionEstimator<DoubleUnaryOperator> estimator() {
        return ScoreFunctionEstimator.of(Normal.of(0, 1)).seed(1);
    }
}
