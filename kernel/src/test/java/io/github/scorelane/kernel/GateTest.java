package io.github.scorelane.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Tests a gate's states by a clock of the test's own, so that no test waits for anything. */
class GateTest {
    private static final int BLOCK = 1024;
    private static final int FAST = 1;
    private static final int SLOW = 1_000;

    private final AtomicLong clock = new AtomicLong(1_000_000_000);
    private long allocated;
    private final TrialBudget budget = new TrialBudget(clock::get, () -> allocated);
    private boolean isRight = true;

    private VectorLoader loader(boolean isUntested) {
        VectorLoader loader = new VectorLoader(clock::get, 0, () -> VectorLoader.State.READY, isUntested);
        loader.loadNow();
        return loader;
    }

    private Gate gate() {
        return new Gate(false, 20, this::rehearse, budget, loader(false));
    }

    /** Rehearses vectors whose results can be wrong, through the gate under test. */
    private Gate rehearsed;
    private int rehearsals;

    private void rehearse(double[] numbers, double[] results, int length) {
        rehearsals++;
        if (rehearsed != null) {
            int head = rehearsed.head(length);
            for (int i = 0; i < length; i++) {
                results[i] = i < head && !isRight ? 1 : 2;
            }
            if (head >= 0) {
                rehearsed.end(head);
            }
        }
    }

    /** Makes calls; each element that vectors work takes so many nanoseconds, each that the twin works 10. */
    private int call(Gate gate, int times, int nanos) {
        int worked = 0;
        for (int i = 0; i < times; i++) {
            int head = gate.head(BLOCK);
            if (head >= 0) {
                clock.addAndGet((long) head * nanos);
                worked += gate.end(head);
            }
            clock.addAndGet(10L * (BLOCK - Math.max(0, head)));
        }
        return worked;
    }

    @Test
    void twinsDoItAllUntilTheVectorApiIsLoaded() {
        VectorLoader waiting = new VectorLoader(clock::get, Long.MAX_VALUE, () -> VectorLoader.State.READY, false);
        Gate gate = new Gate(false, 20, this::rehearse, budget, waiting);
        for (int i = 0; i < 100; i++) {
            assertEquals(-1, gate.head(BLOCK));
        }
        waiting.loadNow();
        call(gate, 100, SLOW);
        assertTrue(gate.isWarming());
    }

    @Test
    void slowTrialsKeepItCold() {
        Gate gate = gate();
        int worked = call(gate, 10_000, SLOW);
        assertFalse(gate.isHot());
        assertTrue(gate.isWarming());
        assertTrue(worked > 0, "no trial in 10,000 calls");
        assertEquals(0, worked % 8);
    }

    @Test
    void threeFastTrialsInARowMakeItHot() {
        Gate gate = gate();
        call(gate, 100, SLOW);
        int calls = 0;
        while (!gate.isHot()) {
            int worked = call(gate, 1, FAST);
            assertTrue(worked == 0 || worked == 8 || worked == 64 || worked == 256, "a trial of " + worked);
            assertTrue(++calls < 1_000, "never hot");
        }
        assertEquals(BLOCK, call(gate, 1, FAST));
        assertEquals(3, gate.head(3));
    }

    @Test
    void aSlowTrialAfterTwoFastOnesBeginsTheCountAnew() {
        Gate gate = gate();
        int good = 0;
        for (int calls = 0; good < 2; calls++) {
            assertTrue(calls < 1_000);
            good += call(gate, 1, FAST) > 0 ? 1 : 0;
        }
        while (call(gate, 1, SLOW) == 0) {
            assertFalse(gate.isHot());
        }
        for (good = 0; good < 2;) {
            good += call(gate, 1, FAST) > 0 ? 1 : 0;
            assertFalse(gate.isHot());
        }
        while (call(gate, 1, FAST) == 0) {
            assertFalse(gate.isHot());
        }
        assertTrue(gate.isHot());
    }

    @Test
    void oneSlowReadingDoesNotCoolItTwoDo() {
        Gate gate = hot();
        call(gate, 31, FAST);
        call(gate, 1, SLOW);
        assertTrue(gate.isHot());
        call(gate, 1, FAST);
        assertTrue(gate.isHot(), "a slow reading and then a fast one");
        for (int calls = 0; gate.isHot(); calls++) {
            assertTrue(calls < 34, "slow for " + calls + " calls");
            call(gate, 1, SLOW);
        }
        assertEquals(0, gate.head(BLOCK));
        gate.end(0);
    }

    @Test
    void eachFallDoublesTheRest() {
        Gate gate = hot();
        long first = rest(gate);
        long second = rest(gate);
        long third = rest(gate);
        assertTrue(first >= 1_000_000, "rest " + first);
        assertTrue(second >= 2_000_000 && second < 2.2 * first, first + " then " + second);
        assertTrue(third >= 4_000_000 && third < 2.2 * second, second + " then " + third);
    }

    /** Cools the gate, and tells how long it had no trial. */
    private long rest(Gate gate) {
        while (gate.isHot()) {
            call(gate, 1, SLOW);
        }
        long began = clock.get();
        while (call(gate, 1, FAST) == 0) {
            assertFalse(gate.isHot());
        }
        long rested = clock.get() - began;
        call(gate, 1_000, FAST);
        assertTrue(gate.isHot());
        return rested;
    }

    @Test
    void trialsOfAllGatesTakeASixteenthOfTheTimeAtMost() {
        Gate[] gates = {gate(), gate(), gate(), gate(), gate()};
        long began = clock.get();
        long spent = 0;
        for (int i = 0; i < 20_000; i++) {
            Gate gate = gates[i % gates.length];
            int head = gate.head(BLOCK);
            long time = Math.max(0, head) * 20_000L;
            clock.addAndGet(time);
            spent += time;
            gate.end(head);
            clock.addAndGet(BLOCK * 10L);
        }
        long all = clock.get() - began;
        assertTrue(spent > 0);
        assertTrue(spent <= all / 15, spent + " of " + all);
    }

    @Test
    void callsOfFewerElementsThanATrialHasAreNoTrials() {
        Gate gate = gate();
        for (int i = 0; i < 1_000; i++) {
            assertTrue(gate.head(7) <= 0);
            gate.end(0);
        }
        assertFalse(gate.isHot());
    }

    @Test
    void callsOfAVectorOnlyMakeItHotToo() {
        Gate gate = gate();
        for (int calls = 0; !gate.isHot(); calls++) {
            assertTrue(calls < 1_000, "never hot");
            int head = gate.head(8);
            clock.addAndGet(10L * Math.max(0, head));
            gate.end(head);
            clock.addAndGet(100);
        }
    }

    @Test
    void aColdLoopIsRehearsedThreeTimes() {
        Gate gate = gate();
        call(gate, 16 * 31, SLOW);
        assertEquals(0, rehearsals);
        call(gate, 16 * 200, SLOW);
        assertEquals(3, rehearsals);
    }

    @Test
    void aRehearsalChangesNothingForItsCaller() {
        Gate gate = gate();
        rehearsed = gate;
        call(gate, 5, SLOW);
        int untilTrial = callsUntilTrial(gate);
        Gate other = gate();
        rehearsed = other;
        call(other, 5, SLOW);
        other.rehearse(new double[Rehearsal.RESULTS], 0, 8, 16);
        assertEquals(untilTrial, callsUntilTrial(other));
    }

    private int callsUntilTrial(Gate gate) {
        for (int calls = 1; ; calls++) {
            if (call(gate, 1, SLOW) > 0) {
                return calls;
            }
        }
    }

    @Test
    void onAnUntestedJdkVectorsThatAreRightBecomeHot() {
        rehearsed = new Gate(false, 20, this::rehearse, budget, loader(true));
        call(rehearsed, 1_000, FAST);
        assertTrue(rehearsed.isHot());
    }

    @Test
    void onAnUntestedJdkVectorsThatAreWrongEndAllVectors() {
        isRight = false;
        VectorLoader loader = loader(true);
        Gate other = new Gate(false, 20, (numbers, results, n) -> { }, budget, loader);
        call(other, 1_000, FAST);
        assertTrue(other.isHot());
        rehearsed = new Gate(false, 20, this::rehearse, budget, loader);
        call(rehearsed, 1_000, FAST);
        assertFalse(rehearsed.isHot());
        assertEquals(VectorLoader.State.REFUSED, loader.state());
        call(other, 100, FAST);
        assertEquals(-1, other.head(BLOCK), "a gate that was hot");
        assertEquals(-1, rehearsed.head(BLOCK));
    }

    @Test
    void vectorsThatAreCompiledButMakeObjectsDoNotBecomeHot() {
        Gate gate = gate();
        for (int i = 0; i < 10_000; i++) {
            int head = gate.head(BLOCK);
            clock.addAndGet(2L * head);
            allocated += 10L * head;
            gate.end(head);
            clock.addAndGet(10L * BLOCK);
        }
        assertFalse(gate.isHot());
        call(gate, 200_000, 2);
        assertTrue(gate.isHot());
    }

    @Test
    void aRehearsalThatThrowsLeavesTheGateAsItWas() {
        Gate gate = new Gate(false, 20, (numbers, results, n) -> {
            throw new IllegalStateException("rehearsed");
        }, budget, loader(false));
        assertThrows(IllegalStateException.class, () -> gate.rehearse(new double[Rehearsal.RESULTS], 0, 8, 16));
        call(gate, 400, FAST);
        assertTrue(gate.isHot());
    }

    @Test
    void clocksMayBeNegativeAndOverflow() {
        for (long beginning : new long[] {-(1L << 60), Long.MAX_VALUE - 1_000_000}) {
            clock.set(beginning);
            Gate gate = new Gate(false, 20, this::rehearse, new TrialBudget(clock::get, () -> 0), loader(false));
            call(gate, 1_000, FAST);
            assertTrue(gate.isHot(), "clock from " + beginning);
            assertTrue(rest(gate) >= 1_000_000, "clock from " + beginning);
        }
    }

    @Test
    void callsOfNoElementsTellNothingOfAHotLoop() {
        Gate gate = hot();
        for (int i = 0; i < 1_000; i++) {
            gate.head(0);
            clock.addAndGet(1_000_000);
            gate.end(0);
        }
        assertTrue(gate.isHot());
    }

    @Test
    void fallsAreForgottenAfterTenSeconds() {
        Gate gate = hot();
        long first = rest(gate);
        rest(gate);
        clock.addAndGet(20_000_000_000L);
        assertTrue(rest(gate) < 1.5 * first);
    }

    /** Tests that each thread's own trials are timed by its own clock readings: the other's calls do not end them. */
    @Test
    void twoThreadsMakeItHotAndColdTogether() throws InterruptedException {
        Gate gate = gate();
        CountDownLatch done = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            Thread thread = new Thread(() -> {
                for (int k = 0; k < 200_000; k++) {
                    int head = gate.head(BLOCK);
                    clock.addAndGet(100);
                    gate.end(head);
                    clock.addAndGet(5_000);
                }
                done.countDown();
            });
            thread.start();
        }
        done.await();
        assertTrue(gate.isHot());
        for (int calls = 0; gate.isHot(); calls++) {
            assertTrue(calls < 40);
            call(gate, 1, SLOW);
        }
    }

    private Gate hot() {
        Gate gate = gate();
        for (int calls = 0; !gate.isHot(); calls++) {
            assertTrue(calls < 1_000, "never hot");
            call(gate, 1, FAST);
        }
        return gate;
    }
}
