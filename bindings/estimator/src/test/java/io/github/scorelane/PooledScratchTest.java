package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.github.scorelane.distribution.ConditionalNormal;
import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.function.EvaluationException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests the scratch that all estimates share: the numbers that one estimate leaves in it must not show in another, and a new
 * estimator must not allocate any.
 */
class PooledScratchTest {
    private static final Normal LAW = Normal.of(0.5, 1.2);
    /** The bytes that a new estimator may allocate more than one that is kept: itself and its settings, four times over. */
    private static final int ESTIMATOR = 600;
    private static final int TRIALS = 300;
    private static final int CALLS = 1000;
    private static final double[][] ROWS = {new double[] {0.5, -1, 2}, new double[] {1.2, 1, 0.3}};

    /** One of the ways to make an estimate that use the same shape of scratch. */
    private record Way(String name, Supplier<double[]> estimate) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static ScoreFunctionEstimator<DoubleUnaryOperator> numbers(int n, Baseline baseline) {
        return ScoreFunctionEstimator.of(LAW).samples(n).seed(1).baseline(baseline);
    }

    private static double[] numbers(Estimate e) {
        return Stream.of(e.gradient(), e.standardError(), new double[] {e.value(), e.valueStandardError()})
                .flatMapToDouble(Arrays::stream).toArray();
    }

    static Stream<Way> ways() {
        DiagonalNormal vector = DiagonalNormal.of(new double[] {0.5, -1}, new double[] {1.2, 1});
        var vectors = ScoreFunctionEstimator.of(vector).samples(5000).seed(1);
        return Stream.of(
                new Way("few", () -> numbers(numbers(9, Baseline.leaveOneOut()).estimate(Math::sin))),
                new Way("leave-one-out", () -> numbers(numbers(1000, Baseline.leaveOneOut()).estimate(Math::sin))),
                new Way("optimal", () -> numbers(numbers(9000, Baseline.optimalConstant()).estimate(Math::sin))),
                new Way("automatic", () -> numbers(numbers(9000, Baseline.automatic()).estimate(x -> x > 1 ? 1 : Math.sin(9 * x)))),
                new Way("without probes", () -> numbers(numbers(9000, Baseline.automatic()).withoutProbes().estimate(Math::sin))),
                new Way("covariance", () -> numbers(numbers(3000, Baseline.optimalConstant()).withCovariance()
                        .estimate(Math::sin))),
                new Way("threads", () -> numbers(numbers(70_000, Baseline.optimalConstant()).parallel(3).estimate(Math::sin))),
                new Way("pairs", () -> numbers(numbers(4096, Baseline.automatic()).plan(SamplingPlan.antithetic())
                        .estimate(Math::sin))),
                new Way("strata", () -> numbers(numbers(4096, Baseline.automatic()).plan(SamplingPlan.stratified())
                        .estimate(Math::sin))),
                new Way("replicates", () -> numbers(numbers(4096, Baseline.automatic()).plan(SamplingPlan.sobol(16))
                        .estimate(Math::sin))),
                new Way("vectors", () -> numbers(vectors.estimate(x -> Math.sin(x[0]) * x[1]))),
                new Way("Hessian", () -> numbers(LAW, Math::sin)),
                new Way("Jacobian", () -> numbers(numbers(3000, Baseline.optimalConstant()).jacobian(2, x ->
                        new double[] {Math.sin(x[0]), x[0]}).output(1))),
                new Way("control", () -> numbers(numbers(3000, Baseline.automatic()).withoutProbes()
                        .controlVariate(ControlVariate.delta(new double[] {1}, new double[][] {{1}})).estimate(Math::sin))),
                new Way("rows", () -> rows(Baseline.leaveOneOut(), 1)),
                new Way("rows in units", () -> rows(Baseline.leaveOneOut(), 1e-200)));
    }

    private static double[] numbers(Normal law, DoubleUnaryOperator f) {
        HessianEstimate e = ScoreFunctionEstimator.of(law).samples(3000).seed(1).hessian(f);
        return Stream.of(e.hessian()[0], e.hessian()[1], e.standardError()[1]).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[] rows(Baseline baseline, double scale) {
        ConditionalEstimate e = ConditionalEstimator.of(ConditionalNormal.of()).samplesPerRow(5).seed(1).baseline(baseline)
                .estimate(ROWS, (row, x) -> scale * Math.sin(x));
        return Stream.of(e.gradient()[0], e.gradient()[1], e.standardError()[1], e.value(), e.valueStandardError())
                .flatMapToDouble(Arrays::stream).toArray();
    }

    /** Leaves large, small and odd numbers in scratch of all shapes that the ways use, and makes runs end in the middle. */
    private static void leave() {
        for (int n : new int[] {9, 1000, 3000, 4096, 70_000}) {
            var estimator = numbers(n, Baseline.optimalConstant());
            estimator.estimate(x -> 1e150 * x);
            estimator.withCovariance().estimate(x -> 1e150 * x);
            estimator.parallel(3).estimate(x -> 1e150 * x);
            assertThrows(EvaluationException.class, () -> estimator.estimate(x -> x > 0.5 ? Double.NaN : 1e150 * x));
            assertThrows(EvaluationException.class, () -> estimator.parallel(3).estimate(x -> {
                throw new IllegalStateException();
            }));
            // The squares overflow, so that the run begins again.
            estimator.estimate(x -> 1e-200 * x);
            estimator.estimate(x -> 1e200 * x);
        }
        numbers(4096, Baseline.optimalConstant()).plan(SamplingPlan.stratified()).estimate(x -> 1e150 * x);
        numbers(4096, Baseline.optimalConstant()).plan(SamplingPlan.sobol(16)).estimate(x -> 1e150 * x);
        ScoreFunctionEstimator.of(DiagonalNormal.of(new double[] {1e6, -1e6}, new double[] {1e-3, 1e6})).samples(5000).seed(2)
                .baseline(Baseline.optimalConstant()).estimate(x -> 1e140 * x[1]);
        ScoreFunctionEstimator.of(Normal.of(1e6, 1e-3)).samples(3000).seed(2).baseline(Baseline.optimalConstant())
                .hessian(x -> 1e120 * x);
        rows(Baseline.ofRows(new double[] {1e-300, 2, -1}), 1e-300);
        rows(Baseline.ofRows(new double[] {1e200, 2, -1e200}), 1e200);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatOthersLeftDoesNotShow(Way way) {
        double[] before = way.estimate.get();
        leave();
        assertArrayEquals(before, way.estimate.get());
        leave();
        assertArrayEquals(before, way.estimate.get());
    }

    /** Scratch that a run works in must not be used by another run, not even in the same thread. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anEstimateInsideAnother(int threads) {
        double[] inner = numbers(numbers(2000, Baseline.optimalConstant()).estimate(Math::sin));
        double[] outer = numbers(numbers(2000, Baseline.optimalConstant()).estimate(x -> x * inner[0]));
        assertArrayEquals(outer, numbers(numbers(2000, Baseline.optimalConstant()).parallel(threads).estimate(x ->
                x * numbers(numbers(2000, Baseline.optimalConstant()).estimate(Math::sin))[0])));
        double[] rows = rows(Baseline.leaveOneOut(), 1);
        double[] rowsAgain = new double[rows.length];
        ConditionalEstimator.of(ConditionalNormal.of()).samplesPerRow(5).seed(1).estimate(ROWS, (row, x) -> {
            System.arraycopy(rows(Baseline.leaveOneOut(), 1), 0, rowsAgain, 0, rows.length);
            return x;
        });
        assertArrayEquals(rows, rowsAgain);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 256, 1024, 4096})
    void anEstimatorMadeAnewAllocatesNoScratch(int n) {
        var kept = numbers(n, Baseline.optimalConstant());
        assertLittleMore(() -> kept.at(LAW).estimate(PooledScratchTest::square),
                () -> numbers(n, Baseline.optimalConstant()).estimate(PooledScratchTest::square), ESTIMATOR);
    }

    @Test
    void lengthsAndShapesByTurnsAllocateNoScratch() {
        var law = DiagonalNormal.of(new double[3], new double[] {1, 2, 3});
        int[] i = new int[1];
        assertLittleMore(() -> { }, () -> {
            i[0]++;
            numbers(1 + i[0] % 60, Baseline.none()).estimate(PooledScratchTest::square);
            numbers(700 + i[0] % 300, Baseline.none()).estimate(PooledScratchTest::square);
            ScoreFunctionEstimator.of(law).samples(400).seed(1).baseline(Baseline.none()).estimate(PooledScratchTest::square);
        }, 3 * 3000);
    }

    @Test
    void rowsAllocateNoScratch() {
        double[][] gradient = new double[2][3];
        ConditionalEstimator kept = ConditionalEstimator.of(ConditionalNormal.of()).samplesPerRow(4).seed(1);
        assertLittleMore(() -> { }, () -> kept.estimateGradient(ROWS, PooledScratchTest::rowSquare, gradient), 1500);
    }

    /**
     * The first trials are interpreted, and vectors are then objects. So trials go on until one allocates no more than it
     * should.
     */
    private static void assertLittleMore(Runnable one, Runnable other, int most) {
        long more = Long.MAX_VALUE;
        for (int trial = 0; trial < TRIALS && more > most; trial++) {
            more = bytes(other) - bytes(one);
        }
        assertTrue(more <= most, more + " bytes more");
    }

    private static long bytes(Runnable call) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < CALLS; i++) {
            call.run();
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / CALLS;
    }

    private static void square(double[][] x, int n, double[] f) {
        for (int s = 0; s < n; s++) {
            f[s] = x[0][s] * x[0][s];
        }
    }

    private static void rowSquare(double[] x, int first, int n, double[] f) {
        for (int i = 0; i < n; i++) {
            f[i] = x[i] * x[i];
        }
    }
}
