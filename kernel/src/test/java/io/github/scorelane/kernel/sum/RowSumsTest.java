package io.github.scorelane.kernel.sum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Adds sums of rows up again in plain Java, sample by sample: the bits have to be the same. */
@Tag("bits")
class RowSumsTest {
    private static final int SAMPLES = 9;

    private static double[] values(int seed, int n) {
        double[] values = new double[n];
        SplitStream.of(seed).uniforms(0, values, 0, n);
        return Arrays.stream(values).map(u -> u - 0.4).toArray();
    }

    @Test
    void rowsAreCentredAndEmptied() {
        for (int rows : new int[] {0, 1, 7, 8, 9, 300}) {
            double[] centre = values(1, rows + 1);
            double[] phi = new double[rows + 1];
            double[] sum = new double[rows + 1];
            double[] squares = new double[rows + 1];
            double[] expectedSum = new double[rows + 1];
            double[] expectedSquares = new double[rows + 1];
            for (int s = 0; s < SAMPLES; s++) {
                double[] values = values(2 + s, rows + 1);
                double[] f = values.clone();
                RowSums.centre(f, centre, phi, sum, squares, rows);
                for (int i = 0; i < rows; i++) {
                    double centred = values[i] - centre[i];
                    assertEquals(centred, phi[i]);
                    assertEquals(Double.NaN, f[i]);
                    expectedSum[i] += centred;
                    expectedSquares[i] = Math.fma(centred, centred, expectedSquares[i]);
                }
                assertEquals(values[rows], f[rows]);
            }
            assertArrayEquals(expectedSum, sum);
            assertArrayEquals(expectedSquares, squares);
        }
    }

    @Test
    void productsWithScoresAddUp() {
        for (int rows : new int[] {0, 1, 7, 8, 9, 300}) {
            double[][] sums = new double[6][rows + 1];
            double[][] two = new double[2][rows + 1];
            double[][] expected = new double[6][rows + 1];
            for (int k = 0; k < SAMPLES; k++) {
                double[] phi = values(20 + k, rows + 1);
                double[] score = values(40 + k, rows + 1);
                RowSums.add(phi, score, sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], rows);
                RowSums.add(phi, score, two[0], two[1], rows);
                for (int i = 0; i < rows; i++) {
                    double s = score[i];
                    double p = phi[i] * s;
                    expected[0][i] += s;
                    expected[1][i] = Math.fma(s, s, expected[1][i]);
                    expected[2][i] += p;
                    expected[3][i] = Math.fma(p, s, expected[3][i]);
                    expected[4][i] = Math.fma(p, phi[i], expected[4][i]);
                    expected[5][i] = Math.fma(p, p, expected[5][i]);
                }
            }
            assertArrayEquals(expected, sums);
            assertArrayEquals(expected[0], two[0]);
            assertArrayEquals(expected[2], two[1]);
        }
    }
}
