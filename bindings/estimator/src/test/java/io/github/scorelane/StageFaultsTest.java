package io.github.scorelane;

import static io.github.scorelane.StoppingTest.assertSame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.Normal;
import io.github.scorelane.function.EvaluationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests runs in stages that fail. The error must be clear, no thread may be left behind, and the last checkpoint must be
 * intact.
 */
class StageFaultsTest {
    private static final long N = 200_000;
    private static final DoubleUnaryOperator CALL = x -> Math.max(0, x - 1);

    /** Waits for the threads of a run, which end soon after it. */
    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        for (int i = 0; i < 1000 && own() > 0; i++) {
            Thread.sleep(10);
        }
        assertEquals(0, own());
    }

    private static long own() {
        return Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().startsWith("scorelane-")).count();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void aFunctionThatThrowsLeavesTheCheckpointsBeforeIt(int threads) {
        AtomicInteger calls = new AtomicInteger();
        List<byte[]> saved = new ArrayList<>();
        var estimator = estimator().parallel(threads);
        var e = assertThrows(EvaluationException.class, () -> estimator.onProgress(p -> saved.add(p.checkpoint().toBytes()))
                .estimate(x -> {
                    if (calls.incrementAndGet() == 100_000) {
                        throw new IllegalStateException("no licence left");
                    }
                    return CALL.applyAsDouble(x);
                }));
        assertEquals("no licence left", e.getCause().getMessage());
        assertTrue(saved.size() > 3);
        assertSame(estimator().estimate(CALL), estimator.resume(CALL, Checkpoint.of(saved.getLast())));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void aListenerThatThrowsEndsTheRunWithItsOwnException(int threads) {
        for (Throwable thrown : List.of(new IllegalStateException("disk full"), new StackOverflowError("deep"))) {
            List<Checkpoint> saved = new ArrayList<>();
            var estimator = estimator().parallel(threads);
            Throwable caught = assertThrows(Throwable.class, () -> estimator.onProgress(p -> {
                if (p.samples() > 30_000) {
                    StageFaultsTest.<RuntimeException>sneak(thrown);
                }
                saved.add(p.checkpoint());
            }).estimate(CALL));
            assertSame(thrown, caught);
            assertSame(estimator().estimate(CALL), estimator.resume(CALL, saved.getLast()));
            assertSame(estimator().estimate(CALL), estimator.estimate(CALL));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void anInterruptedRunLeavesTheCheckpointsBeforeIt(int threads) throws InterruptedException {
        AtomicReference<Checkpoint> saved = new AtomicReference<>();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        var estimator = estimator().parallel(threads);
        Thread thread = new Thread(() -> {
            try {
                estimator.until(Target.absolute(1e-12)).onProgress(p -> {
                    saved.set(p.checkpoint());
                    if (p.samples() >= 60_000) {
                        Thread.currentThread().interrupt();
                    }
                }).estimate(CALL);
            } catch (Throwable e) {
                assertTrue(Thread.currentThread().isInterrupted());
                thrown.set(e);
            }
        });
        thread.start();
        assertTrue(thread.join(Duration.ofSeconds(30)), "still running");
        assertEquals(CancellationException.class, thrown.get().getClass());
        assertSame(estimator().estimate(CALL), estimator.resume(CALL, saved.get()));
    }

    @Test
    void aCheckpointIsNotChangedByTheRunThatGoesOn() {
        List<Checkpoint> taken = new ArrayList<>();
        List<byte[]> bytes = new ArrayList<>();
        estimator().onProgress(p -> {
            taken.add(p.checkpoint());
            bytes.add(p.checkpoint().toBytes());
        }).estimate(CALL);
        estimator().resume(CALL, taken.getFirst());
        for (int i = 0; i < taken.size(); i++) {
            assertEquals(List.of(box(bytes.get(i))), List.of(box(taken.get(i).toBytes())));
        }
    }

    @Test
    void aFaultOfTheFirstBlockAtResumptionIsReported() {
        List<Checkpoint> taken = new ArrayList<>();
        estimator().onProgress(p -> taken.add(p.checkpoint())).estimate(CALL);
        var e = assertThrows(EvaluationException.class, () -> estimator().resume(x -> Double.NaN, taken.getFirst()));
        assertEquals(0, e.sample());
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> estimator().resume(CALL, taken.getFirst()));
        assertTrue(Thread.interrupted());
        assertFalse(taken.isEmpty());
    }

    private static String box(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable e) throws E {
        throw (E) e;
    }

    private static ScoreFunctionEstimator<DoubleUnaryOperator> estimator() {
        return ScoreFunctionEstimator.of(Normal.of(0.5, 1.2)).seed(42).samples(N);
    }
}
