package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.function.EvaluationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests that an estimate ends, and has the same bits, whatever an executor does with its tasks. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExecutorTest {
    private static final ScoreFunctionEstimator<DoubleUnaryOperator> ESTIMATOR =
            ScoreFunctionEstimator.of(Normal.of(0.5, 1.2)).samples(300_000).seed(1).withoutProbes();
    private static final double[] ALONE = ESTIMATOR.estimate(x -> x * x).gradient();
    private static final ScoreFunctionEstimator<?> WIDE = wide();
    private static final double[] WIDE_ALONE = WIDE.estimate(ExecutorTest::sum).gradient();

    @Test
    void anyPoolWithFewerThreadsThanAskedForOrMore() {
        try (ExecutorService one = Executors.newSingleThreadExecutor();
                ExecutorService three = Executors.newFixedThreadPool(3);
                ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Executor executor : List.of(one, three, virtual)) {
                assertSameBits(executor);
            }
            assertFalse(one.isShutdown(), "it is the user's");
        }
    }

    @Test
    void theCallingThreadItself() {
        assertSameBits(Runnable::run);
    }

    /** After the first block, which is its own, the caller lets the other thread begin. */
    @Test
    void itsThreadsWork() {
        Thread caller = Thread.currentThread();
        int[] callersBlocks = {0};
        CountDownLatch helped = new CountDownLatch(1);
        Executor executor = task -> Thread.ofPlatform().daemon().start(task);
        ESTIMATOR.parallel(executor, 2).estimate((x, n, f) -> {
            Arrays.fill(f, 0, n, 1);
            if (Thread.currentThread() != caller) {
                helped.countDown();
            } else if (callersBlocks[0]++ > 0) {
                await(helped);
            }
        });
        assertEquals(0, helped.getCount());
    }

    @Test
    void oneThatIsLate() throws InterruptedException {
        List<Thread> late = new ArrayList<>();
        Executor slow = task -> late.add(Thread.ofPlatform().daemon().start(() -> {
            pause(20);
            task.run();
        }));
        assertSameBits(slow);
        for (Thread thread : late) {
            thread.join();
        }
    }

    /** A task that the executor runs after the end must do nothing: f is not called again. */
    @Test
    void oneThatRunsItsTasksAfterTheEndOrNever() {
        List<Runnable> queue = new ArrayList<>();
        boolean[] ended = {false};
        assertArrayEquals(ALONE, ESTIMATOR.parallel(queue::add, 5).estimate(x -> {
            assertFalse(ended[0]);
            return x * x;
        }).gradient());
        assertEquals(4 + 2, queue.size());    // the first 4,096 samples have three more blocks than the first one
        ended[0] = true;
        queue.forEach(Runnable::run);
    }

    @Test
    void oneThatRejects() {
        assertSameBits(task -> {
            throw new RejectedExecutionException("full");
        });
        ExecutorService closed = Executors.newFixedThreadPool(2);
        closed.shutdown();
        assertSameBits(closed);
        int[] taken = {0};
        assertSameBits(task -> {
            if (taken[0]++ % 2 == 1) {
                throw new RejectedExecutionException("full");
            }
            Thread.startVirtualThread(task);
        });
    }

    /** A failure must end the estimate, and no other thread may work on afterwards. */
    @Test
    void oneThatThrowsAnythingElse() {
        IllegalStateException broken = new IllegalStateException("broken");
        List<Thread> begun = new ArrayList<>();
        assertSame(broken, assertThrows(IllegalStateException.class,
                () -> ESTIMATOR.samples(1L << 50).parallel(task -> {
                    if (begun.size() == 1) {
                        throw broken;
                    }
                    CountDownLatch started = new CountDownLatch(1);
                    begun.add(Thread.ofPlatform().daemon().start(() -> {
                        started.countDown();
                        task.run();
                    }));
                    await(started);
                }, 3).estimate(x -> x)));
        assertTrue(joined(begun.getFirst()), "the helper still runs");
    }

    @Test
    void aFailureIsStillTheFirstOne() {
        try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            String alone = failure(ESTIMATOR);
            for (Executor executor : List.of(virtual, (Executor) Runnable::run, task -> { })) {
                assertEquals(alone, failure(ESTIMATOR.parallel(executor, 4)));
            }
        }
    }

    private static String failure(ScoreFunctionEstimator<DoubleUnaryOperator> estimator) {
        return assertThrows(EvaluationException.class, () -> estimator.estimate(x -> x > 4 ? Double.NaN : x)).getMessage();
    }

    private static void assertSameBits(Executor executor) {
        for (int threads : new int[] {1, 2, 8}) {
            assertArrayEquals(ALONE, ESTIMATOR.parallel(executor, threads).estimate(x -> x * x).gradient());
            assertArrayEquals(WIDE_ALONE, WIDE.parallel(executor, threads).estimate(ExecutorTest::sum).gradient());
        }
    }

    /** The number of coordinates is so large that samples are worked one by one. */
    private static ScoreFunctionEstimator<?> wide() {
        double[] ones = new double[3000];
        Arrays.fill(ones, 1);
        return ScoreFunctionEstimator.of(DiagonalNormal.of(ones, ones)).samples(300).seed(1);
    }

    private static void sum(double[][] x, int n, double[] f) {
        for (int s = 0; s < n; s++) {
            f[s] = x[0][s] + x[2999][s];
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(1, TimeUnit.MINUTES));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean joined(Thread thread) {
        try {
            return thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
