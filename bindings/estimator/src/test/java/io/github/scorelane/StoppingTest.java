package io.github.scorelane;

import static io.github.scorelane.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Exponential;
import io.github.scorelane.distribution.Normal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests runs that end early: the number of samples, the reason, and that they have the bits of a run of just as many samples.
 */
@Tag("bits")
class StoppingTest {
    private static final List<Baseline> BASELINES = List.of(Baseline.none(), Baseline.constant(0.75), Baseline.leaveOneOut(),
            Baseline.optimalConstant(), Baseline.automatic(), Baseline.function(i -> i % 3));
    private static final DoubleUnaryOperator CALL = x -> Math.max(0, x - 1);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void aTargetThatIsMetGivesTheBitsOfAsManySamples(int threads) {
        for (Baseline baseline : BASELINES) {
            for (boolean covariance : new boolean[] {false, true}) {
                if (covariance && baseline.isFunction()) {
                    continue;
                }
                var estimator = estimator().baseline(baseline);
                estimator = covariance ? estimator.withCovariance() : estimator;
                double first = largest(estimator.samples(8192).estimate(CALL).standardError());
                Target target = Target.absolute(0.4 * first).atMost(200_000);
                Estimate stopped = estimator.parallel(threads).until(target).estimate(CALL);
                assertEquals(StopReason.TARGET, stopped.stopReason());
                assertSame(estimator.samples(stopped.samples()).estimate(CALL), stopped);
                assertMetAtNoLookBefore(estimator, 0.4 * first, stopped);
            }
        }
    }

    private static void assertMetAtNoLookBefore(ScoreFunctionEstimator<DoubleUnaryOperator> estimator, double error,
            Estimate stopped) {
        double look = 8;
        for (; 1024 * (long) Math.ceil(look) < stopped.samples(); look *= 1.5) {
            double[] errors = estimator.samples(1024 * (long) Math.ceil(look)).estimate(CALL).standardError();
            assertTrue(Arrays.stream(errors).anyMatch(e -> e > error));
        }
        assertEquals(1024 * (long) Math.ceil(look), stopped.samples());
        assertTrue(Arrays.stream(stopped.standardError()).allMatch(e -> e <= error));
        assertTrue(stopped.samples() > 8192);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void vectorsStopToo(int threads) {
        var estimator = ScoreFunctionEstimator
                .of(DiagonalNormal.of(new double[] {0.1, -2, 3}, new double[] {1, 0.5, 2})).seed(43).withCovariance();
        Target target = Target.relative(0.1).atMost(300_000);
        Estimate stopped = estimator.until(target).parallel(threads).estimate(x -> x[0] > 0 ? 1 : 0);
        assertEquals(StopReason.SAMPLES, stopped.stopReason(), "for components are 0");
        Estimate other = estimator.until(target).parallel(threads).estimate(StoppingTest::squareOfSum);
        assertEquals(StopReason.TARGET, other.stopReason());
        assertSame(estimator.samples(other.samples()).estimate(StoppingTest::squareOfSum), other);
    }

    @Test
    void aBudgetOfSamplesEndsIt() {
        for (long budget : new long[] {2, 100, 1023, 1025, 2048, 5000, 8191, 8192, 8193, 20_000}) {
            Estimate stopped = estimator().until(Target.absolute(1e-9).atMost(budget)).estimate(CALL);
            assertEquals(StopReason.SAMPLES, stopped.stopReason());
            assertSame(estimator().samples(budget).estimate(CALL), stopped);
            assertTrue(stopped.notes().contains("The target is not met: absolute error 1.0E-9, at most " + budget + " samples."));
        }
        Estimate met = estimator().until(Target.absolute(1).atMost(9000)).estimate(CALL);
        assertEquals(8192, met.samples());
        Estimate metAtEnd = estimator().until(Target.absolute(1).atMost(3000)).estimate(CALL);
        assertEquals(3000, metAtEnd.samples());
        assertEquals(StopReason.TARGET, metAtEnd.stopReason());
        assertEquals(List.of("The number of samples depended on their standard errors: value and gradient are biased, as the"
                + " Javadoc of Target says."), metAtEnd.notes());
        Estimate spent = estimator().until(Target.none().atMost(3000)).estimate(CALL);
        assertEquals(StopReason.SAMPLES, spent.stopReason());
        assertEquals(List.of(), spent.notes());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void aBudgetOfTimeEndsItAfterABlock(int threads) {
        for (boolean covariance : new boolean[] {false, true}) {
            var estimator = covariance ? estimator().withCovariance() : estimator();
            Target target = Target.none().within(Duration.ofMillis(30));
            long start = System.nanoTime();
            Estimate stopped = estimator.parallel(threads).until(target).estimate(CALL);
            assertTrue(System.nanoTime() - start >= 30_000_000);
            assertEquals(StopReason.TIME, stopped.stopReason());
            assertEquals(0, stopped.samples() % 1024);
            assertSame(estimator.samples(stopped.samples()).estimate(CALL), stopped);
            assertEquals(List.of("The number of samples depended on the time that they took: value and gradient are biased if"
                    + " that depends on the samples."), stopped.notes());
        }
    }

    /** One block takes longer than the time that is given, so that the pilot of the automatic baseline is short, too. */
    @Test
    void aSlowFunctionEndsAfterItsFirstBlocks() {
        for (int blocks : new int[] {1, 2, 3, 5}) {
            int[] called = {0};
            int slow = blocks;
            Estimate stopped = estimator().until(Target.none().within(Duration.ofMillis(250))).estimate((x, n, f) -> {
                // The points of a surrogate are fewer than the samples of a block.
                if (n == 1024 && ++called[0] == slow) {
                    sleep(300);
                }
                Arrays.setAll(f, s -> s < n ? CALL.applyAsDouble(x[0][s]) : 0);
            });
            assertTrue(stopped.samples() < 100 * 1024, stopped::toString);
            assertSame(estimator().samples(stopped.samples()).estimate(CALL), stopped);
            if (slow == 1) {
                assertEquals(1024, stopped.samples());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void aListenerEndsIt(int threads) {
        Estimate stopped = estimator().samples(1L << 50).parallel(threads).onProgress(progress -> {
            if (progress.samples() > 100_000) {
                progress.stop();
            }
        }).estimate(CALL);
        assertEquals(StopReason.LISTENER, stopped.stopReason());
        assertSame(estimator().samples(stopped.samples()).estimate(CALL), stopped);
        assertEquals(List.of("The number of samples depended on a listener: value and gradient are biased if it looked at them."),
                stopped.notes());
    }

    @Test
    void aListenerIsToldAtLooksAndAtTheEnd() {
        for (long n : new long[] {10, 1024, 1500, 8192, 50_000}) {
            List<Progress> told = new ArrayList<>();
            Thread caller = Thread.currentThread();
            Estimate estimate = estimator().samples(n).parallel(2).onProgress(progress -> {
                assertEquals(caller, Thread.currentThread());
                told.add(progress);
            }).estimate(CALL);
            assertSame(estimator().samples(n).estimate(CALL), estimate);
            List<Long> grid = new ArrayList<>();
            for (double look = 8; 1024 * (long) Math.ceil(look) < n; look *= 1.5) {
                grid.add(1024 * (long) Math.ceil(look));
            }
            grid.add(n);
            assertTrue(told.stream().map(Progress::samples).toList().containsAll(grid));
            Progress last = told.getLast();
            assertEquals(n, last.samples());
            assertEquals(StopReason.SAMPLES, last.stopReason().orElseThrow());
            assertEquals(0, last.secondsLeft());
            assertEquals(largest(estimate.standardError()), last.largestError());
            assertEquals(estimate.stopReason(), StopReason.SAMPLES);
            assertEquals(List.of(), estimate.notes());
            for (Progress progress : told) {
                assertTrue(progress == last || progress.stopReason().isEmpty());
                assertTrue(progress.secondsLeft() >= 0 && progress.samplesPerSecond() > 0 && progress.secondsElapsed() > 0);
                assertTrue(progress.largestRelativeError() > 0);
                assertThrows(IllegalStateException.class, progress::stop);
                assertThrows(IllegalStateException.class, progress::checkpoint);
            }
        }
    }

    @Test
    void whatIsLeftIsUnknownWithoutABudget() {
        List<Double> left = new ArrayList<>();
        estimator().until(Target.relative(1e-9).within(Duration.ofDays(3))).onProgress(progress -> {
            left.add(progress.secondsLeft());
            progress.stop();
        }).estimate(CALL);
        assertEquals(3 * 86_400, left.getFirst(), 60);
        left.clear();
        estimator().until(Target.absolute(1e-30)).onProgress(progress -> {
            left.add(progress.secondsLeft());
            progress.stop();
        }).estimate(CALL);
        assertTrue(Double.isNaN(left.getFirst()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void aPilotFixesTheNumberOfFreshSamples(int threads) {
        for (Baseline baseline : BASELINES) {
            var estimator = estimator().seed(7).baseline(baseline);
            double error = 0.3 * largest(estimator.samples(8192).estimate(CALL).standardError());
            Target target = Target.absolute(error).unbiased();
            Estimate fixed = estimator.parallel(threads).until(target).estimate(CALL);
            assertEquals(StopReason.PILOT, fixed.stopReason());
            assertSame(estimator.samples(fixed.samples()).estimate(CALL), fixed);
            assertEquals("A pilot of 8,192 other samples fixed the number of samples: value and gradient are unbiased.",
                    fixed.notes().getLast());
            assertEquals(1, largest(fixed.standardError()) / (error * Math.sqrt(0.9)), 0.25);
            Estimate limited = estimator.parallel(threads).until(target.atMost(9001)).estimate(CALL);
            assertEquals(StopReason.SAMPLES, limited.stopReason());
            assertEquals(9001, limited.samples());
        }
        Estimate relative = estimator().until(Target.relative(0.005).atMost(10_000_000).unbiased()).estimate(CALL);
        assertEquals(StopReason.PILOT, relative.stopReason());
        assertFalse(relative.samples() > 2_000_000, relative::toString);
    }

    /** The code is that of the Javadoc of Target and Checkpoint. */
    @Test
    void theExamplesWork() {
        Estimate estimate = ScoreFunctionEstimator.of(Normal.of(0.5, 1.2))
                .until(Target.absolute(1e-3).atMost(100_000_000).within(Duration.ofMinutes(1)))
                .seed(42)
                .estimate(x -> Math.max(0, x - 1));
        assertEquals(StopReason.TARGET, estimate.stopReason());
        byte[][] saved = {null};
        var estimator = ScoreFunctionEstimator.of(Normal.of(0.5, 1.2)).samples(100_000).seed(42)
                .onProgress(progress -> saved[0] = progress.checkpoint().toBytes());
        Estimate unbroken = estimator.estimate(CALL);
        assertSame(unbroken, estimator.resume(CALL, Checkpoint.of(saved[0])));
    }

    @Test
    void anFOfOneValueIsNoted() {
        Estimate rare = estimator().until(Target.absolute(0.1)).estimate(x -> x > 30 ? 1e9 : 0);
        assertEquals(8192, rare.samples());
        assertTrue(rare.notes().getLast().startsWith("All 8,192 samples gave one value of f, 0.0: "), rare.notes()::toString);
    }

    @Test
    void samplesAndTargetsTakeEachOthersPlace() {
        Estimate fixed = estimator().until(Target.absolute(1)).samples(500).estimate(CALL);
        assertEquals(500, fixed.samples());
        assertEquals(StopReason.SAMPLES, fixed.stopReason());
        assertEquals(8192, estimator().samples(500).until(Target.absolute(1)).estimate(CALL).samples());
    }

    @Test
    void whatCannotBeStoppedIsRefused() {
        refused("absolute error is not strictly positive: 0.0", () -> Target.absolute(0));
        refused("absolute error is not strictly positive: NaN", () -> Target.absolute(Double.NaN));
        refused("relative error is not finite: Infinity", () -> Target.relative(Double.POSITIVE_INFINITY));
        refused("budget of samples is not between 1 and 2^60: 0", () -> Target.absolute(1).atMost(0));
        refused("budget of time is not between 1 ns and 2^62 ns: PT0S", () -> Target.absolute(1).within(Duration.ZERO));
        refused("budget of time is not between 1 ns and 2^62 ns: PT87660000H",
                () -> Target.absolute(1).within(Duration.ofHours(87_660_000)));
        String endless = "target has no budget, and may never be met: add atMost(samples) or within(time)";
        refused(endless, () -> estimator().until(Target.relative(0.01)));
        refused(endless, () -> estimator().until(Target.none()));
        refused("target is unbiased and has a budget of time, whose end would depend on the samples: take atMost(samples), or"
                + " leave out unbiased()", () -> estimator().until(Target.absolute(1).unbiased().within(Duration.ofDays(1))));
        refused("target is unbiased and has no error to be met: take samples(n), which is unbiased",
                () -> estimator().until(Target.none().atMost(5).unbiased()));
        refused("the automatic baseline needs at least 2 samples: 1",
                () -> estimator().until(Target.absolute(1).atMost(1)).estimate(CALL));
        double[] many = new double[2049];
        Arrays.fill(many, 1);
        var wide = ScoreFunctionEstimator.of(DiagonalNormal.of(many, many));
        String noStages = "number of coordinates is above 2048, where a run has no stages, as it goes through the samples once for"
                + " f and once for scores: leave out until(…), onProgress(…) and resume(…): 2049";
        refused(noStages, () -> wide.until(Target.absolute(1).atMost(5)).estimate(x -> 1));
        refused(noStages, () -> wide.onProgress(progress -> { }).estimate(x -> 1));
        var weighted = ScoreFunctionEstimator.of(Exponential.of(1)).importance(ImportanceSampling.from(Exponential.of(2)));
        refused("importance sampling has no stages, as the diagnostics of weights need all of them: leave out until(…),"
                + " onProgress(…) and resume(…)", () -> weighted.until(Target.absolute(1)).estimate(x -> x));
        refused("a run has no stages under the plan antithetic: use SamplingPlan.independent(), or"
                + " leave out until(…), onProgress(…) and resume(…)", () -> estimator().plan(SamplingPlan.antithetic())
                .until(Target.absolute(1).atMost(10_000)).estimate(CALL));
        refused("a Hessian has a fixed number of samples, and takes no target and no listener: use an estimator without until(…)"
                + " and onProgress(…)", () -> estimator().until(Target.absolute(1)).hessian(CALL));
    }

    private static ScoreFunctionEstimator<DoubleUnaryOperator> estimator() {
        return ScoreFunctionEstimator.of(Normal.of(0.5, 1.2)).seed(42);
    }

    private static double squareOfSum(double[] x) {
        double sum = x[0] + x[1] + x[2];
        return sum * sum;
    }

    private static double largest(double[] errors) {
        return Arrays.stream(errors).max().orElseThrow();
    }

    private static void sleep(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void assertSame(Estimate expected, Estimate found) {
        assertEquals(expected.samples(), found.samples());
        assertEquals(expected.value(), found.value());
        assertEquals(expected.valueStandardError(), found.valueStandardError());
        assertArrayEquals(expected.gradient(), found.gradient());
        assertArrayEquals(expected.standardError(), found.standardError());
        assertArrayEquals(expected.varianceReduction(), found.varianceReduction());
        assertEquals(expected.baselineChoices(), found.baselineChoices());
        assertArrayEquals(expected.outcome().covariance(), found.outcome().covariance());
    }
}
