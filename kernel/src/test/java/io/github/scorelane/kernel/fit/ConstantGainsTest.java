package io.github.scorelane.kernel.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.scorelane.kernel.stream.SplitStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Adds sums up again in plain Java, lane by lane: every width has to equal these, bit for bit. */
@Tag("bits")
class ConstantGainsTest {
    private static final double C = 0.7;
    private static final double UNIT = 0.25;

    @Test
    void gainsOfTheOtherLanesAddUp() {
        double[] lanes = some(1, 3 * LeaveTwoOut.LANES);
        LeaveTwoOut.sum(lanes, 3, new double[3 * LeaveTwoOut.COUNT]);
        double[] m = some(2, LeaveTwoOut.COUNT);
        double[] k = some(3, LeaveTwoOut.COUNT);
        double[] gains = some(4, ConstantGains.LENGTH);
        ConstantGains.sum(lanes, LeaveTwoOut.LANES, m, k, C, UNIT, gains, some(5, ConstantGains.SCRATCH));
        for (int q = 0; q < 8; q++) {
            double[] sums = new double[5];
            for (int d = 1; d < 8; d++) {
                int l = (q + d) % 8;
                int place = LeaveTwoOut.place(q, l);
                add(sums, lanes[16 + l], lanes[32 + l], m[place], k[place]);
            }
            assertSums(sums, gains, q);
            double[] own = new double[5];
            add(own, lanes[16 + q], lanes[32 + q], m[q], k[q]);
            assertSums(own, gains, q + ConstantGains.OTHERS);
        }
    }

    @Test
    void refusesShortArrays() {
        double[] many = new double[1000];
        double[] few = new double[39];
        refused("lanes is too short: offset 8 + length 32 > 39",
                () -> ConstantGains.sum(few, 8, many, many, C, UNIT, many, many));
        refused("m is too short: offset 0 + length 40 > 39",
                () -> ConstantGains.sum(many, 8, few, many, C, UNIT, many, many));
        refused("k is too short: offset 0 + length 40 > 39",
                () -> ConstantGains.sum(many, 8, many, few, C, UNIT, many, many));
        refused("gains is too short: offset 0 + length 80 > 39",
                () -> ConstantGains.sum(many, 8, many, many, C, UNIT, few, many));
        refused("scratch is too short: offset 0 + length 160 > 39",
                () -> ConstantGains.sum(many, 8, many, many, C, UNIT, many, few));
    }

    private static void refused(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    private static void add(double[] sums, double fss, double ss, double m, double k) {
        double ofM = UNIT * (C + m) * Math.fma(C - m, ss, 2 * fss);
        double ofK = UNIT * (C + k) * Math.fma(C - k, ss, 2 * fss);
        sums[0] += m * Math.fma(m, ss, -2 * fss) - k * Math.fma(k, ss, -2 * fss);
        sums[1] += ofM;
        sums[2] = Math.fma(ofM, ofM, sums[2]);
        sums[3] += ofK;
        sums[4] = Math.fma(ofK, ofK, sums[4]);
        // A constant gains exactly what it does not lose.
        double all = C * Math.fma(C, ss, 2 * fss);
        assertEquals(UNIT * (all - m * (m * ss - 2 * fss)), ofM, 1e-13);
    }

    private static void assertSums(double[] sums, double[] gains, int at) {
        assertEquals(sums[0], gains[at + ConstantGains.DIFFERENCE]);
        assertEquals(sums[1], gains[at + ConstantGains.MEAN]);
        assertEquals(sums[2], gains[at + ConstantGains.MEAN + ConstantGains.SQUARES]);
        assertEquals(sums[3], gains[at + ConstantGains.CONSTANT]);
        assertEquals(sums[4], gains[at + ConstantGains.CONSTANT + ConstantGains.SQUARES]);
    }

    private static double[] some(int seed, int n) {
        double[] values = new double[n];
        SplitStream.of(seed).uniforms(0, values, 0, n);
        for (int i = 0; i < n; i++) {
            values[i] -= 0.4;
        }
        return values;
    }
}
