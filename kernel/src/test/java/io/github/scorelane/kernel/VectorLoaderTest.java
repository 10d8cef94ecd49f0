package io.github.scorelane.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VectorLoaderTest {
    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger loads = new AtomicInteger();

    private VectorLoader loader(long delay) {
        return new VectorLoader(clock::get, delay, () -> {
            loads.incrementAndGet();
            return VectorLoader.State.READY;
        }, false);
    }

    @Test
    void itLoadsOnceItHasBeenInUseForTheDelay() throws InterruptedException {
        VectorLoader loader = loader(100);
        clock.set(5_000);
        assertEquals(VectorLoader.State.WAITING, loader.state());
        clock.set(5_099);
        assertEquals(VectorLoader.State.WAITING, loader.state());
        loader.await();
        assertEquals(0, loads.get());
        clock.set(5_100);
        loader.state();
        loader.state();
        loader.await();
        assertEquals(VectorLoader.State.READY, loader.state());
        assertEquals(1, loads.get());
    }

    @Test
    void itsThreadDoesNotKeepTheJvmAliveAndHoldsNoApplication() throws InterruptedException {
        List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        VectorLoader loader = new VectorLoader(clock::get, 0, () -> {
            threads.add(Thread.currentThread());
            assertEquals(null, Thread.currentThread().getContextClassLoader());
            return VectorLoader.State.READY;
        }, false);
        loader.state();
        loader.state();
        loader.await();
        assertTrue(threads.getFirst().isDaemon());
        assertEquals("scorelane-vectors", threads.getFirst().getName());
        assertEquals(VectorLoader.State.READY, loader.state());
    }

    /** Uses a gate whose loader fails. */
    static final class Failing {
        private Failing() {}

        public static void main(String[] arguments) throws InterruptedException {
            AtomicLong clock = new AtomicLong();
            VectorLoader loader = new VectorLoader(clock::get, 0, () -> {
                throw new NoClassDefFoundError("a vector");
            }, false);
            Gate gate = new Gate(false, 20, (numbers, results, n) -> { }, new TrialBudget(clock::get, () -> 0), loader);
            int most = -1;
            for (int i = 0; i < 1_000; i++) {
                most = Math.max(most, gate.head(64));
                if (i == 40) {
                    loader.await();
                }
            }
            System.out.println("[" + most + "] " + loader.state());
        }
    }

    @Test
    void aLoadThatThrowsLeavesTheTwinsAndWarnsOnce() {
        String output = FreshJvm.run(Failing.class, List.of()).output();
        assertTrue(output.contains("[-1] REFUSED"), output);
        String warning = "Scorelane runs without SIMD, slower but to the same bits: the Vector API cannot be loaded";
        assertEquals(2, output.split(warning, -1).length, output);
        assertTrue(output.contains("NoClassDefFoundError: a vector"), output);
    }
}
