package io.github.scorelane.engine.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.engine.draw.BlockSampler;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class StoppingScheduleTest {
    /** The schedule is ⌈8·3^k/2^k⌉ in whole numbers, as far as doubles are exact. */
    @Test
    void areOnTheGrid() {
        long look = 0;
        for (int k = 0; k <= 33; k++) {
            BigInteger power = BigInteger.valueOf(3).pow(k).shiftLeft(3);
            long exact = power.add(BigInteger.ONE.shiftLeft(k)).subtract(BigInteger.ONE).shiftRight(k).longValueExact();
            for (long before = look; before < Math.min(exact, look + 20); before++) {
                assertEquals(exact, StoppingSchedule.after(before));
            }
            assertEquals(exact, StoppingSchedule.after(exact - 1));
            assertTrue(StoppingSchedule.isAt(exact));
            assertFalse(StoppingSchedule.isAt(exact + 1));
            look = exact;
        }
        assertFalse(StoppingSchedule.isAt(0));
    }

    @Test
    void goOnBeyondExactDoubles() {
        long look = 0;
        while (look < StoppingSchedule.UNLIMITED / BlockSampler.BLOCK) {
            long next = StoppingSchedule.after(look);
            assertTrue(next > look && (look < 8 || next <= look * 1.5 + 1));
            assertEquals(next, StoppingSchedule.after(next - 1));
            look = next;
        }
    }

    @Test
    void samplesAreRoundedUp() {
        assertEquals(8192, StoppingSchedule.atOrAfter(1));
        assertEquals(8192, StoppingSchedule.atOrAfter(8192));
        assertEquals(12288, StoppingSchedule.atOrAfter(8193));
        assertEquals(41 * 1024, StoppingSchedule.atOrAfter(27 * 1024 + 1));
    }
}
