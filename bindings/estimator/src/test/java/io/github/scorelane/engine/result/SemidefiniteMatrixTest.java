package io.github.scorelane.engine.result;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SemidefiniteMatrixTest {
    /** Makes BBᵀ of a B with the given number of columns and rows of very different units. */
    private static double[][] matrix(int size, int rank, double[] units, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] b = new double[size][rank];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < rank; j++) {
                b[i][j] = random.nextDouble(-1, 1) * units[i];
            }
        }
        double[][] a = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < rank; k++) {
                    a[i][j] += b[i][k] * b[j][k];
                }
            }
        }
        return a;
    }

    private static double[] times(double[][] a, double[] x) {
        return Arrays.stream(a).mapToDouble(row -> {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += row[i] * x[i];
            }
            return sum;
        }).toArray();
    }

    @Test
    void itSolvesWhateverTheUnits() {
        for (int size : new int[] {1, 2, 3, 10, 40}) {
            double[] units = new double[size];
            Arrays.setAll(units, i -> Math.pow(10, (i * 7 % 11 - 5) * 10));
            double[][] a = matrix(size, 2 * size, units, size);
            double[] x = new double[size];
            Arrays.setAll(x, i -> (i + 1) / units[i]);
            SemidefiniteMatrix factored = new SemidefiniteMatrix(a);
            assertEquals(size, factored.rank());
            double[] found = factored.solve(times(a, x));
            for (int i = 0; i < size; i++) {
                assertEquals(x[i], found[i], 1e-9 * x[i]);
            }
        }
    }

    /** The solution of least norm is A z for some z, and A A⁺ A = A holds. */
    @Test
    void ofTheSolutionsItIsTheOneOfLeastNorm() {
        for (int rank : new int[] {1, 3, 9}) {
            int size = 10;
            double[] units = new double[size];
            Arrays.fill(units, 1);
            double[][] a = matrix(size, rank, units, rank);
            double[] z = new double[size];
            Arrays.setAll(z, i -> i - 2.5);
            double[] inRange = times(a, z);
            SemidefiniteMatrix factored = new SemidefiniteMatrix(a);
            assertEquals(rank, factored.rank());
            assertArrayEquals(inRange, factored.solve(times(a, inRange)), 1e-9);
            double[] x = factored.solve(inRange);
            assertArrayEquals(inRange, times(a, x), 1e-10);
            // The part of a vector that is not in the range has no share in the solution.
            double[] range = times(a, factored.solve(z));
            double outside = 0;
            for (int i = 0; i < size; i++) {
                outside += (z[i] - range[i]) * range[i];
            }
            assertEquals(0, outside, 1e-9);
            assertArrayEquals(factored.solve(range), factored.solve(z), 1e-9);
        }
    }

    @Test
    void zerosAreSingular() {
        SemidefiniteMatrix zeros = new SemidefiniteMatrix(new double[3][3]);
        assertEquals(0, zeros.rank());
        assertArrayEquals(new double[3], zeros.solve(new double[3]));
        SemidefiniteMatrix one = new SemidefiniteMatrix(new double[][] {{4, 0}, {0, 0}});
        assertEquals(1, one.rank());
        assertArrayEquals(new double[] {2, 0}, one.solve(new double[] {8, 0}));
    }
}
