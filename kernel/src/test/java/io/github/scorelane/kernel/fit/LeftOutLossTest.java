package io.github.scorelane.kernel.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.scorelane.kernel.stream.SplitStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compares losses with those that are computed from the numbers themselves, and bit for bit with plain Java here. */
@Tag("bits")
class LeftOutLossTest {
    private static final int SIZE = 4;
    private static final int SAMPLES = 5;

    @Test
    void lossesAreThoseOfTheLanesThatWereLeftOut() {
        double[][] u = new double[8 * SAMPLES][SIZE + 1];
        double[] lanes = new double[LeastSquares.sums(SIZE) * LeaveTwoOut.LANES];
        for (int s = 0; s < u.length; s++) {
            SplitStream.of(5).uniforms((long) s * (SIZE + 1), u[s], 0, SIZE + 1);
            for (int i = 0; i <= SIZE; i++) {
                for (int j = 0; j <= i && j < SIZE; j++) {
                    lanes[LeastSquares.place(i, j) * 16 + s % 8] += u[s][i] * u[s][j];
                }
            }
        }
        for (int at = 0; at < lanes.length; at += 16) {
            System.arraycopy(lanes, at, lanes, at + 8, 8);
        }
        double[] kappa = new double[SIZE * LeaveTwoOut.COUNT];
        SplitStream.of(6).uniforms(0, kappa, 0, kappa.length);
        double[] first = new double[LeaveTwoOut.COUNT];
        double[] second = new double[LeaveTwoOut.COUNT];
        LeftOutLoss.loss(lanes, SIZE, SIZE, kappa, first, second);
        double[] firstOfTwo = new double[LeaveTwoOut.COUNT];
        double[] secondOfTwo = new double[LeaveTwoOut.COUNT];
        LeftOutLoss.loss(lanes, SIZE, 2, kappa, firstOfTwo, secondOfTwo);
        for (int p = 0; p < LeaveTwoOut.COUNT; p++) {
            int q = p % 8;
            int l = (q + p / 8) % 8;
            assertEquals(loss(u, q, kappa, p), first[p], 1e-12);
            assertEquals(loss(u, l, kappa, p), second[p], 1e-12);
            assertEquals(bits(lanes, q, kappa, p, SIZE), first[p]);
            assertEquals(bits(lanes, l, kappa, p, SIZE), second[p]);
            assertEquals(bits(lanes, q, kappa, p, 2), firstOfTwo[p]);
            assertEquals(bits(lanes, l, kappa, p, 2), secondOfTwo[p]);
        }
    }

    @Test
    void refusesShortArrays() {
        double[] many = new double[1000];
        assertEquals("lanes is too short: offset 0 + length 80 > 79", assertThrows(IllegalArgumentException.class,
                () -> LeftOutLoss.loss(new double[79], 2, 2, many, many, many)).getMessage());
        assertEquals("second is too short: offset 0 + length 40 > 39", assertThrows(IllegalArgumentException.class,
                () -> LeftOutLoss.loss(many, 2, 2, many, many, new double[39])).getMessage());
    }

    private static double loss(double[][] u, int lane, double[] kappa, int p) {
        double loss = 0;
        for (int s = lane; s < u.length; s += 8) {
            double y = u[s][SIZE];
            double left = y;
            for (int i = 0; i < SIZE; i++) {
                left -= kappa[i * LeaveTwoOut.COUNT + p] * u[s][i];
            }
            loss += left * left - y * y;
        }
        return loss;
    }

    private static double bits(double[] lanes, int lane, double[] kappa, int p, int count) {
        double loss = 0;
        for (int i = 0; i < count; i++) {
            double row = -lanes[LeastSquares.place(SIZE, i) * 16 + lane];
            for (int j = 0; j < i; j++) {
                row = Math.fma(kappa[j * LeaveTwoOut.COUNT + p], lanes[LeastSquares.place(i, j) * 16 + lane], row);
            }
            double own = kappa[i * LeaveTwoOut.COUNT + p];
            loss = Math.fma(own, Math.fma(own, lanes[LeastSquares.place(i, i) * 16 + lane], 2 * row), loss);
        }
        return loss;
    }
}
