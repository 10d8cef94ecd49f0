package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Orthonormal polynomials of the families that have them. */
class ScorePolynomialsTest {
    private static final int DRAWS = 1 << 20;
    /** 14 statistics of each of about 20 distributions: by chance less than 1e-9 in all, were they normal. */
    private static final double LIMIT = 7;

    static Stream<UnivariateDistribution> distributions() {
        return Stream.concat(
                Families.ALL.stream().map(family -> family.cases().findFirst().orElseThrow().distribution()),
                Stream.of(Poisson.of(0.4), Poisson.of(2600.25), Gamma.of(0.3, 2), Gamma.of(40, 1e-100), Binomial.of(15_000, 0.7),
                        Binomial.of(3, 0.4), Geometric.of(1e-3), NegativeBinomial.of(40, 1e-3), LogNormal.of(0, 80),
                        Exponential.of(1e100), Normal.of(1e6, 1e-3)))
                .filter(HasScorePolynomials.class::isInstance);
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void theyHaveMeanZeroVarianceOneAndNoCorrelation(UnivariateDistribution distribution) {
        HasScorePolynomials has = (HasScorePolynomials) distribution;
        OrthonormalPolynomials polynomials = has.scorePolynomials();
        int degree = polynomials.degree();
        double[] x = new double[DRAWS];
        distribution.sample(SplitStream.ofHashed(77), 0, x, 0, DRAWS);
        has.standardise(x, x, 0, DRAWS);
        double[][] p = new double[degree][DRAWS];
        polynomials.evaluate(x, p, 0, DRAWS);
        for (int j = 0; j < degree; j++) {
            for (int k = -1; k <= j; k++) {
                double sum = 0;
                double squares = 0;
                for (int i = 0; i < DRAWS; i++) {
                    double value = p[j][i] * (k < 0 ? 1 : p[k][i]) - (j == k ? 1 : 0);
                    sum += value;
                    squares += value * value;
                }
                assertTrue(Math.abs(sum) < LIMIT * Math.sqrt(squares), j + ", " + k + ": z = " + sum / Math.sqrt(squares));
            }
        }
    }

    @Test
    void powersOfAPointGiveTheSameAsTheRecurrence() {
        OrthonormalPolynomials polynomials = OrthonormalPolynomials.ofQuadraticVariance(4, 0.7, 0.2);
        double[] t = {-2, 0, 0.3, 5};
        double[][] p = new double[4][4];
        polynomials.evaluate(t, p, 0, 4);
        double[] kappa = {99, 0.5, -1, 2, 0.25};
        double[] powers = polynomials.combination(kappa, 1);
        for (int i = 0; i < t.length; i++) {
            double sum = 0;
            double power = 0;
            for (int k = 0; k < 4; k++) {
                sum += kappa[k + 1] * p[k][i];
            }
            for (int k = 4; k >= 0; k--) {
                power = power * t[i] + powers[k];
            }
            assertEquals(sum, power, 1e-12 * Math.max(1, Math.abs(sum)));
        }
    }

    @Test
    void aFamilyOfFewValuesHasFewPolynomials() {
        assertEquals(0, Binomial.of(0, 0.3).scorePolynomials().degree());
        assertEquals(1, Binomial.of(1, 0.3).scorePolynomials().degree());
        assertEquals(3, Binomial.of(3, 0.3).scorePolynomials().degree());
        assertEquals(4, Binomial.of(9, 0.3).scorePolynomials().degree());
        assertEquals(1, OrthonormalPolynomials.ofQuadraticVariance(4, 1e160, Double.POSITIVE_INFINITY).degree());
    }

    @Test
    void hermitePolynomialsAreThoseOfTheNormal() {
        double[][] p = new double[4][1];
        Normal.of(0, 1).scorePolynomials().evaluate(new double[] {1.5}, p, 0, 1);
        double z = 1.5;
        double[] expected = {z, (z * z - 1) / Math.sqrt(2), (z * z * z - 3 * z) / Math.sqrt(6),
            (z * z * z * z - 6 * z * z + 3) / Math.sqrt(24)};
        assertArrayEquals(expected, Arrays.stream(p).mapToDouble(row -> row[0]).toArray(), 1e-15);
    }

    @Test
    void refusesRecurrencesThatAreNone() {
        refused("degree is not between 0 and 4: 5", () -> OrthonormalPolynomials.ofQuadraticVariance(5, 0, 0));
        refused("beta is not strictly positive and finite: 0.0", () -> OrthonormalPolynomials.ofQuadraticVariance(3, 0, -1));
        refused("numbers of alpha and beta differ, or are above 4: 2 and 1",
                () -> OrthonormalPolynomials.of(new double[] {0, 1}, new double[] {1}));
        refused("the first alpha and beta are not 0 and 1, of a number of mean 0 and variance 1: 1.0 and 1.0",
                () -> OrthonormalPolynomials.of(new double[] {1}, new double[] {1}));
        refused("number of rows of polynomials is not 4: 3",
                () -> Normal.of(0, 1).scorePolynomials().evaluate(new double[3], new double[3][3], 0, 3));
        refused("t is too short: offset 1 + length 3 > 3",
                () -> Normal.of(0, 1).standardise(new double[9], new double[3], 1, 3));
    }

    private static void refused(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
