package io.github.scorelane.kernel.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.scorelane.kernel.stream.SplitStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests that coefficients solve the normal equations, and are bit for bit those of plain Java here. */
@Tag("bits")
class LeastSquaresTest {
    private static final int STRIDE = LeaveTwoOut.COUNT;

    @Test
    void coefficientsSolveTheNormalEquations() {
        for (int size = 1; size <= 9; size++) {
            double[] sums = sums(size, size, -1, -1);
            double[] kappa = new double[size * STRIDE];
            LeastSquares.solve(sums, size, kappa, new double[LeastSquares.scratch(size)]);
            for (int p = 0; p < STRIDE; p++) {
                for (int i = 0; i < size; i++) {
                    double left = -sums[LeastSquares.place(size, i) * STRIDE + p];
                    for (int j = 0; j < size; j++) {
                        left += kappa[j * STRIDE + p] * sums[LeastSquares.place(Math.max(i, j), Math.min(i, j)) * STRIDE + p];
                    }
                    assertEquals(0, left, 1e-9);
                }
                assertBits(sums, size, p, kappa);
            }
        }
    }

    @Test
    void whatAddsNothingHasTheCoefficientZero() {
        for (int size = 2; size <= 6; size++) {
            for (int copy = 1; copy < size; copy++) {
                double[] sums = sums(10 + size, size, copy, copy - 1);
                double[] kappa = new double[size * STRIDE];
                LeastSquares.solve(sums, size, kappa, new double[LeastSquares.scratch(size)]);
                for (int p = 0; p < STRIDE; p++) {
                    assertEquals(0, Math.abs(kappa[copy * STRIDE + p]));
                    assertBits(sums, size, p, kappa);
                }
            }
        }
        double[] none = new double[LeastSquares.sums(3) * STRIDE];
        double[] kappa = new double[3 * STRIDE];
        LeastSquares.solve(none, 3, kappa, new double[LeastSquares.scratch(3)]);
        for (double zero : kappa) {
            assertEquals(0, Math.abs(zero));
        }
    }

    @Test
    void refusesShortArrays() {
        double[] many = new double[1000];
        refused("sums is too short: offset 0 + length 200 > 199",
                () -> LeastSquares.solve(new double[199], 2, many, many));
        refused("kappa is too short: offset 0 + length 80 > 79",
                () -> LeastSquares.solve(many, 2, new double[79], many));
        refused("scratch is too short: offset 0 + length 400 > 399",
                () -> LeastSquares.solve(many, 2, many, new double[399]));
    }

    private static void refused(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    /** Makes problems of thirty numbers each, in which u number {@code copy} may be another one. */
    private static double[] sums(int seed, int size, int copy, int of) {
        double[] sums = new double[LeastSquares.sums(size) * STRIDE];
        double[] u = new double[size + 1];
        for (int p = 0; p < STRIDE; p++) {
            for (int s = 0; s < 30; s++) {
                SplitStream.of(seed).substream(p).uniforms((long) s * u.length, u, 0, u.length);
                if (copy >= 0) {
                    u[copy] = 3 * u[of];
                }
                for (int i = 0; i <= size; i++) {
                    for (int j = 0; j <= i && j < size; j++) {
                        sums[LeastSquares.place(i, j) * STRIDE + p] += u[i] * u[j];
                    }
                }
            }
        }
        return sums;
    }

    /** Solves one problem by LDL′. */
    private static void assertBits(double[] sums, int size, int p, double[] kappa) {
        double[][] left = new double[size + 1][size];
        double[][] factor = new double[size + 1][size];
        for (int k = 0; k < size; k++) {
            for (int i = k; i <= size; i++) {
                left[i][k] = sums[LeastSquares.place(i, k) * STRIDE + p];
                for (int j = 0; j < k; j++) {
                    left[i][k] = Math.fma(factor[i][j], left[k][j], left[i][k]);
                }
            }
            boolean isUsed = left[k][k] > LeastSquares.ROUNDING * sums[LeastSquares.place(k, k) * STRIDE + p];
            for (int i = k + 1; i <= size; i++) {
                factor[i][k] = left[i][k] * (isUsed ? -1 / left[k][k] : 0);
            }
        }
        double[] found = new double[size];
        for (int k = size - 1; k >= 0; k--) {
            found[k] = -factor[size][k];
            for (int i = k + 1; i < size; i++) {
                found[k] = Math.fma(factor[i][k], found[i], found[k]);
            }
            assertEquals(found[k], kappa[k * STRIDE + p]);
        }
    }
}
