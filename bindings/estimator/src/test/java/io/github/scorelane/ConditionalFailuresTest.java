package io.github.scorelane;

import static io.github.scorelane.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.ConditionalBernoulli;
import io.github.scorelane.distribution.ConditionalNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.function.ConditionalBatchFunction;
import io.github.scorelane.function.ConditionalFunction;
import io.github.scorelane.function.EvaluationException;
import io.github.scorelane.kernel.stream.SplitStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests runs of the conditional estimator that are refused, that fail, and that are interrupted. */
class ConditionalFailuresTest {
    private static final int ROWS = 5000;
    private static final int SAMPLES = 40;
    private static final double[][] PARAMETERS = {new double[ROWS], filled(1)};
    private static final ConditionalEstimator ESTIMATOR =
            ConditionalEstimator.of(ConditionalNormal.of()).samplesPerRow(SAMPLES).seed(1);

    @Test
    void badArguments() {
        ConditionalFunction f = (row, x) -> x;
        refused("number of samples per row is not strictly positive: 0", () -> ESTIMATOR.samplesPerRow(0));
        refused("number of threads is not between 1 and 1024: 0", () -> ESTIMATOR.parallel(0));
        refused("number of threads is not between 1 and 1024: 1025", () -> ESTIMATOR.parallel(Runnable::run, 1025));
        refused("number of columns of parameters is not 2: 1", () -> ESTIMATOR.estimate(new double[1][3], f));
        refused("number of columns of parameters is not 2: 0", () -> ESTIMATOR.estimate(new double[0][], f));
        refused("number of rows is not strictly positive: 0", () -> ESTIMATOR.estimate(new double[2][0], f));
        refused("length of parameters[1] is not 3: 2", () -> ESTIMATOR.estimate(new double[][] {{0, 0, 0}, {1, 1}}, f));
        double[] deviations = filled(1);
        deviations[4321] = -1;
        refused("standard deviation of row 4321 is not strictly positive: -1.0",
                () -> ESTIMATOR.estimate(new double[][] {PARAMETERS[0], deviations}, f));
        refused("the leave-one-out baseline needs at least 2 samples per row: 1",
                () -> ESTIMATOR.samplesPerRow(1).baseline(Baseline.leaveOneOut()).estimate(PARAMETERS, f));
        refused("baseline needs folds of a row's samples, and is not none, leave-one-out, a constant, a function or of rows:"
                + " automatic", () -> ESTIMATOR.baseline(Baseline.automatic()));
        assertThrows(IllegalArgumentException.class, () -> ESTIMATOR.baseline(Baseline.optimalConstant()));
        refused("number of values of rows is not 5000: 4999",
                () -> ESTIMATOR.baseline(Baseline.ofRows(new double[4999])).estimate(PARAMETERS, f));
        double[] critic = filled(1);
        critic[77] = Double.NaN;
        refused("value of row 77 is not finite: NaN",
                () -> ESTIMATOR.baseline(Baseline.ofRows(critic)).estimate(PARAMETERS, f));
        refused("baseline is of rows, which only a ConditionalEstimator has: values of rows",
                () -> ScoreFunctionEstimator.of(Normal.of(0, 1)).baseline(Baseline.ofRows(critic)));
        refused("number of columns of gradient is not 2: 3", () -> ESTIMATOR.estimateGradient(PARAMETERS, f, new double[3][ROWS]));
        refused("length of gradient[0] is not 5000: 4", () -> ESTIMATOR.estimateGradient(PARAMETERS, f, new double[2][4]));
        refused("gradient[1] is another column, too",
                () -> ESTIMATOR.estimateGradient(PARAMETERS, f, new double[][] {new double[ROWS], PARAMETERS[0]}));
        refused("gradient[1] is another column, too",
                () -> ESTIMATOR.estimateGradient(PARAMETERS, f, new double[][] {deviations, deviations}));
        named("distribution", () -> ConditionalEstimator.of(null));
        named("baseline", () -> ESTIMATOR.baseline(null));
        named("values", () -> Baseline.ofRows(null));
        named("executor", () -> ESTIMATOR.parallel(null, 2));
        named("parameters", () -> ESTIMATOR.estimate(null, f));
        named("f", () -> ESTIMATOR.estimate(PARAMETERS, (ConditionalFunction) null));
        named("f", () -> ESTIMATOR.estimate(PARAMETERS, (ConditionalBatchFunction) null));
        named("gradient", () -> ESTIMATOR.estimateGradient(PARAMETERS, f, null));
    }

    /** The exception must name the first of the rows that fail, and its first sample that does. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void aFunctionThatFailsIsReportedAtItsFirstRowAndSample(int threads) {
        var estimator = ESTIMATOR.parallel(threads);
        for (double bound : new double[] {0, 2, 3.5, 4}) {
            int index = -1;
            double[] x = new double[1];
            do {
                index++;
                ConditionalNormal.of().sample(new double[][] {{0}, {1}},
                        SplitStream.ofHashed(1).column(index % SAMPLES, 1L << 32), index / SAMPLES, x, 0, 1);
            } while (x[0] <= bound);
            int row = index / SAMPLES;
            int sample = index % SAMPLES;
            String where = " at sample " + sample + " of row " + row + ", x = " + x[0];
            fails("f is NaN" + where, row, sample, x, () -> estimator.estimate(PARAMETERS, (r, v) -> v > bound ? Double.NaN : v));
            fails("f threw java.lang.ArithmeticException: no" + where, row, sample, x,
                    () -> estimator.estimate(PARAMETERS, (r, v) -> refuseAbove(bound, v)));
            fails("f is -Infinity" + where, row, sample, x, () -> estimator.estimate(PARAMETERS, (v, first, n, f) -> {
                for (int i = 0; i < n; i++) {
                    f[i] = v[i] > bound ? Double.NEGATIVE_INFINITY : 1;
                }
            }));
            fails("f threw java.lang.ArithmeticException: no" + where, row, sample, x,
                    () -> estimator.estimateGradient(PARAMETERS, (v, first, n, f) -> {
                        for (int i = 0; i < n; i++) {
                            f[i] = refuseAbove(bound, v[i]);
                        }
                    }, new double[2][ROWS]));
        }
    }

    /** A failure of f at an earlier row must be reported first. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aBaselineThatFailsIsReportedAtItsFirstRow(int threads) {
        var estimator = ESTIMATOR.parallel(threads).baseline(Baseline.function(row -> row >= 700 ? Double.NaN : 1));
        var e = assertThrows(EvaluationException.class, () -> estimator.estimate(PARAMETERS, (row, x) -> refuseAbove(700, row)));
        assertEquals("the baseline is NaN at row 700", e.getMessage());
        assertEquals(700, e.row());
        assertEquals(-1, e.sample());
        assertEquals(0, e.x().length);
        for (int row : new int[] {0, 690, 699}) {
            e = assertThrows(EvaluationException.class, () -> estimator.estimate(PARAMETERS, (r, x) -> r >= row ? Double.NaN : x));
            assertEquals(row, e.row());
            assertEquals(0, e.sample());
        }
        var throwing = ESTIMATOR.baseline(Baseline.function(row -> 1 / (row - 5)));
        assertEquals("the baseline threw java.lang.ArithmeticException: / by zero at row 5", assertThrows(EvaluationException.class,
                () -> throwing.parallel(threads).estimate(PARAMETERS, (row, x) -> x)).getMessage());
    }

    @Test
    void whatABatchDoesNotWriteIsNotTakenFromTheLastOne() {
        for (int unwritten : new int[] {0, 678, 4999}) {
            var e = assertThrows(EvaluationException.class, () -> ESTIMATOR.estimate(PARAMETERS, (x, first, n, f) -> {
                for (int i = 0; i < n; i++) {
                    if (first + i != unwritten) {
                        f[i] = 1;
                    }
                }
            }));
            assertEquals(unwritten, e.row());
            assertEquals(0, e.sample());
        }
    }

    @Test
    void aBatchThatFailsOnNoRowAloneNamesTheBatch() {
        var e = assertThrows(EvaluationException.class, () -> ESTIMATOR.estimate(PARAMETERS, (x, first, n, f) -> {
            if (n > 1) {
                throw new IllegalStateException("together");
            }
            f[0] = 1;
        }));
        assertTrue(e.getMessage().startsWith("f threw java.lang.IllegalStateException: together on rows 0 to "), e.getMessage());
        assertTrue(e.getMessage().contains(" together, though on none of them alone; the batch begins at sample 0 of row 0"));
    }

    /**
     * Finite values whose sums overflow are no failure of f. They have to be summed in another unit, and the other rows as
     * ever.
     */
    @Test
    void sumsMayOverflow() {
        ConditionalEstimate one = ESTIMATOR.estimate(PARAMETERS, (row, x) -> row == 7 ? Math.copySign(1, x) : x);
        ConditionalEstimate e = ESTIMATOR.estimate(PARAMETERS, (row, x) -> row == 7 ? Math.copySign(1.7e308, x) : x);
        assertEquals(one.gradient()[0][7] * 1.7e308, e.gradient()[0][7], 1e295);
        assertEquals(one.standardError()[0][7] * 1.7e308, e.standardError()[0][7], 1e295);
        assertEquals(one.gradient()[0][6], e.gradient()[0][6]);
        assertEquals(one.standardError()[1][8], e.standardError()[1][8]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aRunEndsWhenItIsInterrupted(int threads) throws InterruptedException {
        var forever = ConditionalEstimator.of(ConditionalBernoulli.ofLogit()).samplesPerRow(Integer.MAX_VALUE).parallel(threads);
        double[][] logits = {new double[100_000]};
        assertEnds(begun -> forever.estimate(logits, (x, first, n, f) -> {
            begun.countDown();
            Arrays.fill(f, 0, n, 1);
        }));
        assertEnds(begun -> forever.estimate(logits, (row, x) -> {
            begun.countDown();
            return x;
        }));
    }

    private static void assertEnds(java.util.function.Consumer<CountDownLatch> run) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(3);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicBoolean flag = new AtomicBoolean();
        Thread thread = Thread.ofPlatform().daemon().start(() -> {
            try {
                run.accept(begun);
            } catch (Throwable e) {
                thrown.set(e);
                flag.set(Thread.currentThread().isInterrupted());
            }
        });
        assertTrue(begun.await(30, TimeUnit.SECONDS), "not begun");
        Thread.sleep(20);
        thread.interrupt();
        assertTrue(thread.join(Duration.ofSeconds(10)), "still running");
        assertInstanceOf(CancellationException.class, thrown.get());
        assertTrue(flag.get(), "the interrupt flag is not set");
    }

    private static double[] filled(double value) {
        double[] values = new double[ROWS];
        Arrays.fill(values, value);
        return values;
    }

    private static double refuseAbove(double bound, double x) {
        if (x > bound) {
            throw new ArithmeticException("no");
        }
        return x;
    }

    private static void fails(String message, long row, long sample, double[] x, Executable run) {
        var e = assertThrows(EvaluationException.class, run);
        assertEquals(message, e.getMessage());
        assertEquals(row, e.row());
        assertEquals(sample, e.sample());
        assertArrayEquals(x, e.x());
    }

    private static void named(String argument, Executable call) {
        assertEquals(argument, assertThrows(NullPointerException.class, call).getMessage());
    }
}
