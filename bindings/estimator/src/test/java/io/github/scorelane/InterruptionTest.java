package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.Normal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that runs that would take years end soon after an interruption. The promise is one second; the test allows ten. */
class InterruptionTest {
    private static final long FOREVER = 1L << 60;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void aBatchRunEnds(int threads) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(3);
        assertEnds(begun, () -> estimator(threads).estimate((x, n, f) -> {
            begun.countDown();
            Arrays.fill(f, 0, n, 1);
        }));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void aRunOfASlowSimpleFunctionEnds(int threads) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(3);
        assertEnds(begun, () -> estimator(threads).estimate(x -> {
            begun.countDown();
            spin(5_000_000);
            return x;
        }));
    }

    @Test
    void aRunOnAnExecutorEnds() throws InterruptedException {
        try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Executor executor : List.of(virtual, (Executor) Runnable::run, task -> { })) {
                CountDownLatch begun = new CountDownLatch(3);
                assertEnds(begun, () -> estimator(1).parallel(executor, 3).estimate((x, n, f) -> {
                    begun.countDown();
                    Arrays.fill(f, 0, n, 1);
                }));
            }
        }
    }

    /** The caller may have finished its part and be waiting for the other threads when it is interrupted. */
    @Test
    void aCallerThatWaitsEnds() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Thread> caller = new AtomicReference<>();
        AtomicInteger callersSamples = new AtomicInteger();
        assertEnds(begun, () -> {
            caller.set(Thread.currentThread());
            var estimator = ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(4096).seed(1).baseline(Baseline.optimalConstant());
            estimator.parallel(2).estimate(x -> {
                if (Thread.currentThread() != caller.get()) {
                    begun.countDown();
                    spin(20_000_000);
                } else if (callersSamples.incrementAndGet() > 1024) {
                    // After the first block, which is the caller's own, it lets the other thread begin.
                    while (begun.getCount() > 0) {
                        Thread.onSpinWait();
                    }
                }
                return x;
            });
        });
    }

    @Test
    void anInterruptedThreadDoesNotBegin() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(0);
        assertEnds(begun, () -> {
            Thread.currentThread().interrupt();
            estimator(1).estimate(x -> x);
        });
    }

    private static void spin(long nanoseconds) {
        long end = System.nanoTime() + nanoseconds;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static ScoreFunctionEstimator<DoubleUnaryOperator> estimator(int threads) {
        return ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(FOREVER).seed(1).parallel(threads);
    }

    private static void assertEnds(CountDownLatch begun, Runnable run) throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicBoolean flag = new AtomicBoolean();
        Thread thread = new Thread(() -> {
            try {
                run.run();
            } catch (Throwable e) {
                thrown.set(e);
                flag.set(Thread.currentThread().isInterrupted());
            }
        });
        thread.setDaemon(true);
        thread.start();
        assertTrue(begun.await(30, TimeUnit.SECONDS), "not begun");
        Thread.sleep(50);
        thread.interrupt();
        assertTrue(thread.join(Duration.ofSeconds(10)), "still running");
        assertInstanceOf(CancellationException.class, thrown.get());
        assertTrue(flag.get(), "the interrupt flag is not set");
    }
}
