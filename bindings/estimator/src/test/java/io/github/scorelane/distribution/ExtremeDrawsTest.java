package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.kernel.stream.SplitStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests draws at parameters near the ends of the range of doubles. They have to be finite wherever quantiles are; the right
 * number of them has to lie on either side of three quantiles; their scores have to have the mean 0; and nothing may be NaN.
 * The quantiles are known in closed form, or are those of the limit that a family has there.
 */
class ExtremeDrawsTest {
    private static final int N = 4096;
    private static final double[] PROBABILITIES = {0.1, 0.5, 0.9};
    /** The limit of deviations, in standard deviations of a count or standard errors of a mean. */
    private static final double LIMIT = 6;
    private static final double ROUNDING = 1e-11;
    private static final double MOST = Double.MAX_VALUE;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** A distribution, and its quantiles at the three probabilities. */
    record Case(UnivariateDistribution distribution, double... quantiles) {
        @Override
        public String toString() {
            return distribution.toString();
        }
    }

    static Stream<Case> cases() {
        List<Case> all = new ArrayList<>();
        for (double scale : new double[] {Double.MIN_NORMAL, 1e-300, 1e-160, 1e160, 1e300, 1e306}) {
            all.add(symmetric(Normal.of(0, scale), 1.2815515655446004 * scale));
            all.add(symmetric(Laplace.of(0, scale), Math.log(5) * scale));
            all.add(symmetric(Logistic.of(0, scale), Math.log(9) * scale));
            all.add(symmetric(Cauchy.of(0, scale), 3.0776835371752536 * scale));
            all.add(new Case(Gumbel.of(0, scale), -0.834032445247956 * scale, 0.36651292058166435 * scale,
                    2.2503673273124454 * scale));
            all.add(exponential(Exponential.of(scale), 1, scale));
            all.add(exponential(Weibull.of(3, scale), 1 / 3.0, scale));
            all.add(exponential(Rayleigh.of(scale), 0.5, Math.sqrt(2) * scale));
            all.add(new Case(HalfNormal.of(scale), 0.12566134685507402 * scale, 0.6744897501960817 * scale,
                    1.6448536269514722 * scale));
            all.add(scaled(Gamma.of(2.5, scale), scale, 0.8051540, 2.1757301, 4.6181783));
            all.add(scaled(InverseGamma.of(2.5, scale), scale, 1 / 4.6181783, 1 / 2.1757301, 1 / 0.8051540));
            all.add(symmetric(StudentT.of(1e160, 0, scale), 1.2815515655446004 * scale));
            all.add(symmetric(StudentT.of(1, 0, scale), 3.0776835371752536 * scale));
            all.add(symmetric(StudentT.of(0.01, 0, scale), 0.1 * Math.pow(5, 100) * scale));
            all.add(symmetric(NormalMixture.ofLogits(new double[2], new double[2], new double[] {scale, 4 * scale}),
                    4 * mixtureQuantile() * scale));
            all.add(new Case(TruncatedNormal.of(0, scale, -scale, 2 * scale), quantilesOfTruncated(scale)));
        }
        for (double mean : new double[] {1e-160, 1, 1e160, 1e300}) {
            // With μ/λ so large, a draw is λ divided by a chi-square variable of one degree of freedom; with μ/λ so small, it
            // is μ.
            double shape = Math.max(mean * 1e-300, 1e-300);
            all.add(new Case(InverseGaussian.of(mean, shape), shape / 2.705543, shape / 0.4549364, shape / 0.01579077));
            all.add(constant(InverseGaussian.of(1 / mean, 1e300), 1 / mean));
        }
        all.add(constant(InverseGaussian.of(1e-160, 1e160), 1e-160));
        all.add(new Case(InverseGaussian.of(1e160, 1e-160), 1e-160 / 2.705543, 1e-160 / 0.4549364, 1e-160 / 0.01579077));
        all.add(new Case(InverseGaussian.of(1e300, 1e-300), 1e-300 / 2.705543, 1e-300 / 0.4549364, 1e-300 / 0.01579077));
        all.add(symmetric(StudentT.of(0.01, 0, 2), 0.2 * Math.pow(5, 100)));
        all.add(symmetric(StudentT.of(1e160, 0, 1e-160), 1.2815515655446004e-160));
        all.add(symmetric(StudentT.of(1e-160, 0, 1e-160), MOST));
        all.add(symmetric(StudentT.of(1e300, 0, 1), 1.2815515655446004));
        all.add(symmetric(NormalMixture.ofLogits(new double[2], new double[2], new double[] {1e-100, 1e60}),
                0.8416212335729143e60));
        all.add(new Case(LogNormal.of(0, 1e160), 0, 1, INFINITY));
        all.add(constant(LogNormal.of(700, 1e-200), Math.exp(700)));
        all.add(new Case(Weibull.of(1e-160, 1e160), 0, 0, INFINITY));
        all.add(constant(Weibull.of(1e300, 1e-300), 1e-300));
        all.add(constant(Pareto.of(1, 1e-300), INFINITY));
        all.add(constant(Pareto.of(1e300, 1e300), 1e300));
        all.add(exponential(Kumaraswamy.of(2, 1e300), 0.5, 1e-150));
        all.add(constant(Kumaraswamy.of(1e300, 0.5), 1));
        all.add(constant(TruncatedNormal.of(0, 1, 1e60, INFINITY), 1e60));
        all.add(new Case(TruncatedNormal.of(0, 1, -1e-140, 1e-140), -0.8e-140, 0, 0.8e-140));
        all.add(constant(Gamma.of(1e300, 1e-300), 1));
        all.add(constant(Gamma.of(1e-300, 1), 0));
        all.add(constant(Gamma.of(1.7e308, 1e-200), 1.7e108));
        all.add(constant(ChiSquared.of(1.7e308), 1.7e308));
        all.add(constant(ChiSquared.of(1e-300), 0));
        all.add(constant(InverseGamma.of(1e300, 1e300), 1));
        all.add(constant(InverseGamma.of(1e-300, 1), INFINITY));
        all.add(constant(Beta.of(1.7e308, 1.7e308), 0.5));
        all.add(constant(Beta.of(9e307, 1.6e308), 0.36));
        all.add(constant(Beta.of(1e300, 1e-300), 1));
        all.add(constant(Beta.of(1e-300, 1e300), 0));
        all.add(new Case(Beta.of(1e-300, 1e-300), 0, Double.NaN, 1));
        all.add(new Case(Beta.of(2, 1e300), 0.5318116e-300, 1.6783470e-300, 3.8897202e-300));
        all.add(constant(VonMises.of(0.3, 1e100), 0.3));
        all.add(symmetric(VonMises.of(0.3, 1e-300), 0.8 * Math.PI));
        all.add(constant(Poisson.of(1e-300), 0));
        all.add(constant(Zeta.of(1e300), 1));
        return all.stream();
    }

    private static Case symmetric(UnivariateDistribution d, double quantile) {
        return new Case(d, -quantile, 0, quantile);
    }

    private static Case constant(UnivariateDistribution d, double value) {
        return new Case(d, value, value, value);
    }

    private static Case scaled(UnivariateDistribution d, double scale, double... quantiles) {
        return new Case(d, quantiles[0] * scale, quantiles[1] * scale, quantiles[2] * scale);
    }

    /** Makes a case whose quantiles are powers of those of an exponential distribution, times a scale. */
    private static Case exponential(UnivariateDistribution d, double power, double scale) {
        double[] quantiles = new double[3];
        for (int q = 0; q < 3; q++) {
            quantiles[q] = Math.pow(-Math.log1p(-PROBABILITIES[q]), power) * scale;
        }
        return new Case(d, quantiles);
    }

    /** Returns the q for which F(q) = (Φ(4q) + Φ(q))/2 = 0.9. */
    private static double mixtureQuantile() {
        return 0.842955603264788;
    }

    /** Returns the z for which Φ(z) = Φ(−1) + p·(Φ(2) − Φ(−1)), times a scale, at each of the probabilities p. */
    private static double[] quantilesOfTruncated(double scale) {
        return new double[] {-0.704647821094745 * scale, 0.171163918017825 * scale, 1.25571536415022 * scale};
    }

    @ParameterizedTest
    @MethodSource("cases")
    void drawsLieAboutTheirQuantiles(Case each) {
        UnivariateDistribution d = each.distribution;
        double[] x = draws(d).x;
        for (int q = 0; q < 3; q++) {
            double quantile = Math.max(-MOST, Math.min(MOST, each.quantiles[q]));
            double margin = ROUNDING * Math.abs(quantile) + Double.MIN_NORMAL;
            int below = 0;
            int above = 0;
            for (double value : x) {
                assertFalse(Double.isNaN(value), "a draw is NaN");
                assertTrue(Double.isFinite(value) || Math.abs(each.quantiles[2]) > MOST / 1e3, "a draw is " + value);
                below += value < quantile - margin ? 1 : 0;
                above += value > quantile + margin ? 1 : 0;
            }
            double p = PROBABILITIES[q];
            double bound = LIMIT * Math.sqrt(p * (1 - p) / N);
            assertTrue(Double.isNaN(quantile) || below <= N * (p + bound), below + " of " + N + " are below " + quantile);
            assertTrue(Double.isNaN(quantile) || above <= N * (1 - p + bound), above + " of " + N + " are above " + quantile);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void scoresOfDrawsAreNumbersOfMeanZero(Case each) {
        Drawn drawn = draws(each.distribution);
        double[][] scores = new double[each.distribution.parameters().length][N];
        each.distribution.gradLogPdf(drawn.x, drawn.statistics, scores, 0, N);
        for (int p = 0; p < scores.length; p++) {
            double unit = Double.MIN_NORMAL;
            for (double score : scores[p]) {
                assertFalse(Double.isNaN(score), each.distribution.parameterNames().get(p));
                unit = Math.max(unit, Math.abs(score));
            }
            if (unit == INFINITY) {
                continue;
            }
            double mean = 0;
            double square = 0;
            for (double score : scores[p]) {
                mean += score / unit / N;
                square += score / unit * (score / unit) / N;
            }
            if (isUsuallySeen(each.distribution)) {
                assertEquals(0, mean, LIMIT * Math.sqrt(square / N), each.distribution.parameterNames().get(p));
            }
        }
    }

    /**
     * Tells whether the mean of the scores can be tested. It cannot where the draws that make the mean 0 have a probability
     * far below 1/N, or where every draw is one and the same double, or where draws are cut off at the largest double and no
     * statistic says what they were.
     */
    private static boolean isUsuallySeen(UnivariateDistribution d) {
        double first = d.parameters()[0];
        return !(d instanceof Poisson || d instanceof Zeta || d instanceof Beta || d instanceof ChiSquared
                || (d instanceof Gamma || d instanceof InverseGamma) && (first > 1e3 || first < 1e-3)
                || d instanceof Kumaraswamy && first > 1e3
                || d instanceof InverseGaussian && first / d.parameters()[1] > 1e3
                || d instanceof StudentT && first < 0.1);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void secondDerivativesAreNumbers(Case each) {
        if (isBeyond(each.distribution)) {
            return;
        }
        Drawn drawn = draws(each.distribution);
        double[] x = drawn.x;
        if (each.distribution instanceof HasFisherInformation d) {
            for (double[] row : d.fisherInformation()) {
                for (double element : row) {
                    assertFalse(Double.isNaN(element), "Fisher information");
                }
            }
        }
        if (each.distribution instanceof HasHessian d) {
            int parameters = each.distribution.parameters().length;
            double[][] hessian = new double[parameters * (parameters + 1) / 2][N];
            d.hessianLogPdf(x, drawn.statistics, hessian, 0, N);
            requireNumbers(hessian);
            double[] middle = {each.quantiles[1]};
            double[][] one = new double[hessian.length][1];
            d.hessianLogPdf(middle, one, 0, 1);
            if (Double.isFinite(middle[0]) && middle[0] != 0 || each.quantiles[0] < 0) {
                requireNumbers(one);
            }
        }
    }

    /**
     * Tells whether the shape or the degrees of freedom are so small that the Fisher information is a difference of numbers
     * beyond the range of doubles.
     */
    private static boolean isBeyond(UnivariateDistribution d) {
        return (d instanceof Beta || d instanceof StudentT) && d.parameters()[0] < 1e-150;
    }

    private static void requireNumbers(double[][] hessian) {
        for (int pair = 0; pair < hessian.length; pair++) {
            for (double element : hessian[pair]) {
                assertFalse(Double.isNaN(element), "second derivative " + pair);
            }
        }
    }

    private record Drawn(double[] x, double[][] statistics) {}

    private static Drawn draws(UnivariateDistribution d) {
        double[] x = new double[N];
        double[][] statistics = new double[d.statistics()][N];
        d.sample(SplitStream.ofHashed(21), 0, x, statistics, 0, N);
        return new Drawn(x, statistics);
    }

    @Test
    void aDirichletVariableOfHugeConcentrationsIsTheirShare() {
        List<double[]> all = List.of(new double[] {1.7e308, 1.7e308}, new double[] {1.7e308, 8.5e307, 8.5e307},
                new double[] {0.5, 1.7e308, 1.7e308}, new double[] {1e-300, 1e300, 1e300});
        for (double[] concentrations : all) {
            Dirichlet d = Dirichlet.of(concentrations);
            int dimension = concentrations.length;
            double[][] x = new double[dimension][N];
            double[][] statistics = new double[dimension][N];
            double[][] scores = new double[dimension][N];
            double[] logPdf = new double[N];
            d.sample(SplitStream.of(2), 0, x, statistics, 0, N);
            d.gradLogPdf(x, statistics, 0, scores, 0, N);
            d.logPdf(x, 0, logPdf, 0, N);
            double sum = 0;
            for (double concentration : concentrations) {
                sum += concentration / 16;
            }
            for (int k = 0; k < dimension; k++) {
                for (int i = 0; i < N; i++) {
                    assertEquals(concentrations[k] / 16 / sum, x[k][i], 1e-15);
                    assertTrue(Double.isFinite(scores[k][i]), "score " + scores[k][i]);
                    assertTrue(concentrations[0] < 1 || Double.isFinite(logPdf[i]), "log density " + logPdf[i]);
                }
            }
            for (double[] row : d.fisherInformation()) {
                for (double element : row) {
                    assertFalse(Double.isNaN(element));
                }
            }
        }
    }

    /** A multivariate normal with a diagonal L is the product of its coordinates, whose scales must not affect each other. */
    @Test
    void aMultivariateNormalOfExtremeScalesIsItsCoordinatesProduct() {
        List<double[]> all = List.of(new double[] {1e-200, 1}, new double[] {1, 1e-200}, new double[] {1e-300, 1e300},
                new double[] {1e160, 1e-160}, new double[] {1e-160, 1e-160}, new double[] {1e200, 1e250},
                new double[] {Double.MIN_NORMAL, 1e306});
        for (double[] scales : all) {
            MultivariateNormal joint = MultivariateNormal.of(new double[2], new double[][] {{scales[0]}, {0, scales[1]}});
            double[][] x = new double[2][N];
            double[][] statistics = new double[4][N];
            joint.sample(SplitStream.of(2), 0, x, statistics, 0, N);
            double[][] scores = new double[5][N];
            joint.gradLogPdf(x, 0, 0, scores, 0, N);
            double[] logPdf = new double[N];
            joint.logPdf(x, 0, logPdf, 0, N);
            double[][] information = joint.fisherInformation();
            double[][] hessian = new double[15][N];
            joint.hessianLogPdf(x, statistics, 0, hessian, 0, N);
            double[] sum = new double[N];
            for (int d = 0; d < 2; d++) {
                Normal marginal = Normal.of(0, scales[d]);
                double[][] own = new double[2][N];
                double[] ownDensity = new double[N];
                double[][] ownHessian = new double[3][N];
                marginal.gradLogPdf(x[d], 0, own, 0, N);
                marginal.logPdf(x[d], 0, ownDensity, 0, N);
                marginal.hessianLogPdf(x[d], ownHessian, 0, N);
                int deviation = 2 + 2 * d;
                double[][] ownInformation = marginal.fisherInformation();
                requireClose(ownInformation[0][0], information[d][d], "information of mean " + d);
                requireClose(ownInformation[1][1], information[deviation][deviation], "information of deviation " + d);
                for (int i = 0; i < N; i++) {
                    requireClose(own[0][i], scores[d][i], "score of mean " + d);
                    requireClose(own[1][i], scores[deviation][i], "score of deviation " + d);
                    requireClose(ownHessian[0][i], hessian[Pairs.index(d, d)][i], "second derivative of mean " + d);
                    requireClose(ownHessian[1][i], hessian[Pairs.index(d, deviation)][i], "mixed derivative " + d);
                    requireClose(ownHessian[2][i], hessian[Pairs.index(deviation, deviation)][i], "of deviation " + d);
                    sum[i] += ownDensity[i];
                }
            }
            for (int i = 0; i < N; i++) {
                requireClose(sum[i], logPdf[i], "log density");
                assertEquals(0, Math.abs(hessian[Pairs.index(0, 1)][i]), "mixed derivative of the means");
            }
            assertEquals(0, Math.abs(information[0][1]), "information of both means");
        }
    }

    /** Checks that two numbers are equal to a relative error of 1e-9, or the same infinity or 0. */
    private static void requireClose(double expected, double actual, String what) {
        if (expected != actual) {
            assertEquals(1, actual / expected, 1e-9, what + ": " + actual + ", right " + expected);
        }
    }
}
