package io.github.scorelane.kernel.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.scorelane.kernel.stream.SplitStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Adds sums up again in plain Java, lane by lane: every width has to equal these, bit for bit. */
@Tag("bits")
class LeaveTwoOutTest {
    private static final int NUMBERS = 5;

    @Test
    void everyPairOfLanesHasOnePlace() {
        boolean[] taken = new boolean[LeaveTwoOut.COUNT];
        for (int q = 0; q < 8; q++) {
            for (int l = 0; l <= q; l++) {
                int place = LeaveTwoOut.place(q, l);
                assertEquals(place, LeaveTwoOut.place(l, q));
                assertEquals(false, taken[place]);
                taken[place] = true;
            }
        }
        assertEquals(false, taken[LeaveTwoOut.ALL] | taken[LeaveTwoOut.FIRST_HALF] | taken[LeaveTwoOut.SECOND_HALF]);
    }

    @Test
    void lanesAreLeftOut() {
        for (int seed = 0; seed < 20; seed++) {
            double[] lanes = lanes(seed);
            double[] sums = new double[NUMBERS * LeaveTwoOut.COUNT + 1];
            LeaveTwoOut.sum(lanes, NUMBERS, sums);
            for (int k = 0; k < NUMBERS; k++) {
                double all = 0;
                for (int lane = 0; lane < 8; lane++) {
                    all += lanes[k * 16 + lane];
                }
                for (int q = 0; q < 8; q++) {
                    for (int l = 0; l < 8; l++) {
                        double without = all - lanes[k * 16 + q] - (q == l ? 0 : lanes[k * 16 + l]);
                        assertEquals(without, sums[k * LeaveTwoOut.COUNT + LeaveTwoOut.place(q, l)], 1e-14);
                    }
                    assertBits(lanes, k * 16 + q, sums, k * LeaveTwoOut.COUNT + q, q);
                }
                double first = (lanes[k * 16] + lanes[k * 16 + 1]) + (lanes[k * 16 + 2] + lanes[k * 16 + 3]);
                double second = (lanes[k * 16 + 4] + lanes[k * 16 + 5]) + (lanes[k * 16 + 6] + lanes[k * 16 + 7]);
                assertEquals(first, sums[k * LeaveTwoOut.COUNT + LeaveTwoOut.FIRST_HALF]);
                assertEquals(second, sums[k * LeaveTwoOut.COUNT + LeaveTwoOut.SECOND_HALF]);
                assertEquals(first + second, sums[k * LeaveTwoOut.COUNT + LeaveTwoOut.ALL]);
            }
            assertEquals(0, sums[sums.length - 1]);
        }
    }

    /** Adds up as the class says, with a_j the lane j places on. */
    private static void assertBits(double[] a, int q, double[] sums, int at, int lane) {
        double a5 = a[q + 5] + (a[q + 6] + a[q + 7]);
        double a4 = a[q + 4] + a5;
        double a3 = a[q + 3] + a4;
        assertEquals((a[q + 1] + a[q + 2]) + a3, sums[at]);
        assertEquals(a[q + 2] + a3, sums[at + 8]);
        assertEquals(a[q + 1] + a3, sums[at + 16]);
        assertEquals((a[q + 1] + a[q + 2]) + a4, sums[at + 24]);
        if (lane < 4) {
            assertEquals(((a[q + 1] + a[q + 2]) + a[q + 3]) + a5, sums[at + 32]);
        }
    }

    @Test
    void refusesShortArrays() {
        assertEquals("lanes is too short: offset 0 + length 32 > 31", assertThrows(IllegalArgumentException.class,
                () -> LeaveTwoOut.sum(new double[31], 2, new double[80])).getMessage());
        assertEquals("sums is too short: offset 0 + length 80 > 79", assertThrows(IllegalArgumentException.class,
                () -> LeaveTwoOut.sum(new double[32], 2, new double[79])).getMessage());
    }

    private static double[] lanes(int seed) {
        double[] lanes = new double[NUMBERS * LeaveTwoOut.LANES];
        SplitStream.of(seed).uniforms(0, lanes, 0, lanes.length);
        return lanes;
    }
}
