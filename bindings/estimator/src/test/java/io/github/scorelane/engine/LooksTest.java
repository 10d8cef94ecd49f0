package io.github.scorelane.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class LooksTest {
    /** ⌈8·3^k/2^k⌉ in whole numbers, as far as doubles are exact. */
    @Test
    void areOnTheGrid() {
        long look = 0;
        for (int k = 0; k <= 33; k++) {
            BigInteger power = BigInteger.valueOf(3).pow(k).shiftLeft(3);
            long exact = power.add(BigInteger.ONE.shiftLeft(k)).subtract(BigInteger.ONE).shiftRight(k).longValueExact();
            for (long before = look; before < Math.min(exact, look + 20); before++) {
                assertEquals(exact, Looks.after(before));
            }
            assertEquals(exact, Looks.after(exact - 1));
            assertTrue(Looks.isAt(exact));
            assertFalse(Looks.isAt(exact + 1));
            look = exact;
        }
        assertFalse(Looks.isAt(0));
    }

    @Test
    void goOnBeyondExactDoubles() {
        long look = 0;
        while (look < Looks.UNLIMITED / Problem.BLOCK) {
            long next = Looks.after(look);
            assertTrue(next > look && (look < 8 || next <= look * 1.5 + 1));
            assertEquals(next, Looks.after(next - 1));
            look = next;
        }
    }

    @Test
    void samplesAreRoundedUp() {
        assertEquals(8192, Looks.atOrAfter(1));
        assertEquals(8192, Looks.atOrAfter(8192));
        assertEquals(12288, Looks.atOrAfter(8193));
        assertEquals(41 * 1024, Looks.atOrAfter(27 * 1024 + 1));
    }
}
