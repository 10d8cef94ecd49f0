package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.ConditionalNormal;
import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.function.BatchFunction;
import io.github.scorelane.function.BatchVectorFunction;
import io.github.scorelane.function.EvaluationException;
import io.github.scorelane.function.ParametricFunction;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that the sample is named and that no interruption is lost, whatever a function throws and whichever estimator calls
 * it.
 */
class ThrownTest {
    /** An exception whose message cannot be had, as asking for it throws another one. */
    private static final class Speechless extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new UnsupportedOperationException("no message");
        }

        /** The exception is its own cause. */
        @Override
        public Throwable getCause() {
            return this;
        }
    }

    /** A way to have a function called sample by sample. */
    private record Way(String name, Consumer<DoubleUnaryOperator> run) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Way> ways() {
        var estimator = ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(10_000).seed(1);
        var vectors = ScoreFunctionEstimator.of(DiagonalNormal.of(new double[2], new double[] {1, 1})).samples(10_000).seed(1);
        double[] ones = new double[2049];
        Arrays.fill(ones, 1);
        var wide = ScoreFunctionEstimator.of(DiagonalNormal.of(ones, ones)).samples(5000).seed(1);
        ConditionalEstimator rows = ConditionalEstimator.of(ConditionalNormal.of()).seed(1);
        double[] deviations = new double[3000];
        Arrays.fill(deviations, 1);
        double[][] parameters = {new double[3000], deviations};
        return Stream.of(
                new Way("numbers", estimator::estimate),
                new Way("two threads", f -> estimator.parallel(2).estimate(f)),
                new Way("vectors", f -> vectors.estimate(x -> f.applyAsDouble(x[0]))),
                new Way("batches", f -> estimator.estimate(batch(f))),
                new Way("wide", f -> wide.estimate(x -> f.applyAsDouble(x[0]))),
                new Way("wide batches", f -> wide.estimate(batch(f))),
                new Way("pairs", f -> estimator.plan(SamplingPlan.antithetic()).estimate(f)),
                new Way("replicates", f -> estimator.samples(10_240).plan(SamplingPlan.sobol(2)).estimate(f)),
                new Way("hessian", estimator::hessian),
                new Way("jacobian", f -> estimator.jacobian(1, x -> new double[] {f.applyAsDouble(x[0])})),
                new Way("jacobian of batches", f -> estimator.jacobian(1, (BatchVectorFunction) (x, n, all) ->
                        batch(f).evaluate(x, n, all[0]))),
                new Way("direct derivatives", f -> estimator.estimate((ParametricFunction) (x, derivatives) -> {
                    Arrays.fill(derivatives, 0);
                    return f.applyAsDouble(x[0]);
                })),
                new Way("blocks", f -> estimator.forEachBlock(f, (first, n, x, values, scores) -> { })),
                new Way("weights", f -> estimator.importance(ImportanceSampling.from(Normal.of(0, 2))).estimate(f)),
                new Way("listener", f -> estimator.onProgress(progress -> { }).estimate(f)),
                new Way("control variate", f -> estimator.controlVariate(ControlVariate.of(batch(f), 0, 0, 0)).estimate(x -> x)),
                new Way("baseline", f -> estimator.baseline(Baseline.function(f::applyAsDouble)).estimate(x -> x)),
                new Way("rows", f -> rows.estimate(parameters, (row, x) -> f.applyAsDouble(x))),
                new Way("rows of batches", f -> rows.estimate(parameters, (x, first, n, values) -> {
                    for (int i = 0; i < n; i++) {
                        values[i] = f.applyAsDouble(x[i]);
                    }
                })),
                new Way("baseline of rows", f -> rows.baseline(Baseline.function(f::applyAsDouble))
                        .estimate(parameters, (row, x) -> x)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theSampleIsNamedHoweverSpeechlessTheException(Way way) {
        for (int call : new int[] {1, 700, 2900}) {
            AtomicInteger calls = new AtomicInteger();
            Speechless thrown = new Speechless();
            EvaluationException e = assertThrows(EvaluationException.class, () -> way.run.accept(x -> {
                // The function is pure, but for counting its calls: a batch is evaluated again after it threw.
                if (calls.incrementAndGet() >= call) {
                    throw thrown;
                }
                return x;
            }));
            assertTrue(e.getMessage().contains(" threw " + Speechless.class.getName() + " (whose toString() threw "
                    + UnsupportedOperationException.class.getName() + ") at "), e::getMessage);
            assertSame(thrown, e.getCause());
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void anInterruptionThatAFunctionWrapsEndsTheRun(Way way) {
        Thread caller = Thread.currentThread();
        for (int call : new int[] {1, 700, 2900}) {
            AtomicInteger calls = new AtomicInteger();
            CountDownLatch thrown = new CountDownLatch(1);
            CancellationException e;
            boolean interrupted;
            try {
                e = assertThrows(CancellationException.class, () -> way.run.accept(x -> {
                    int made = calls.incrementAndGet();
                    if (Thread.currentThread() != caller) {
                        // Another thread may not do all of the work before the caller's turn comes. It holds one block of ten.
                        await(thrown);
                    } else if (made >= call && thrown.getCount() > 0) {
                        thrown.countDown();
                        caller.interrupt();
                        waitInVain();
                    }
                    return x;
                }));
            } finally {
                interrupted = Thread.interrupted();
            }
            assertTrue(interrupted, "the interrupt flag is not set");
            // A failure in rows starts a search for the first row that fails, and that search is interrupted.
            assertTrue(e.getCause() instanceof EvaluationException || way.name.contains("rows"), way.name);
        }
    }

    /** An interruption of a pool's thread is the pool's own affair, so the run fails, and its caller is not interrupted. */
    @Test
    void anInterruptionOfAnotherThreadIsNotTheCallers() throws InterruptedException {
        Thread caller = Thread.currentThread();
        AtomicReference<Thread> other = new AtomicReference<>();
        AtomicBoolean flag = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger callers = new AtomicInteger();
        EvaluationException e = assertThrows(EvaluationException.class, () -> ScoreFunctionEstimator.of(Normal.of(0, 1))
                .samples(1 << 20).seed(1).parallel(task -> {
                    other.set(new Thread(() -> {
                        task.run();
                        flag.set(Thread.currentThread().isInterrupted());
                    }));
                    other.get().start();
                }, 2).estimate(x -> {
                    if (Thread.currentThread() != caller) {
                        begun.countDown();
                        Thread.currentThread().interrupt();
                        waitInVain();
                    } else if (callers.incrementAndGet() == 5000) {
                        awaitUninterrupted(begun);
                    }
                    return x;
                }));
        other.get().join();
        assertInstanceOf(InterruptedException.class, e.getCause().getCause().getCause());
        assertTrue(flag.get());
        assertFalse(Thread.interrupted());
    }

    /** The message must contain the exception once, even if the exception mentions another one. */
    @Test
    void theWordsOfAnExceptionStand() {
        EvaluationException e = assertThrows(EvaluationException.class, () -> ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(10)
                .seed(1).estimate(x -> {
                    throw new IllegalStateException("no value");
                }));
        assertTrue(e.getMessage().startsWith("f threw java.lang.IllegalStateException: no value at sample 0, x = "),
                e.getMessage());
        assertEquals(0, e.sample());
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void waitInVain() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("failed", new RuntimeException(e));
        }
    }

    private static BatchFunction batch(DoubleUnaryOperator f) {
        return (x, n, values) -> {
            for (int s = 0; s < n; s++) {
                values[s] = f.applyAsDouble(x[0][s]);
            }
        };
    }
}
