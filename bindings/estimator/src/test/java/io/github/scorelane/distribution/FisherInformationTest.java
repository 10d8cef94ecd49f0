package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.FamilyUnderTest.Case;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Fisher information is the covariance of the scores of draws, and the scores' mean is 0. */
class FisherInformationTest {
    private static final int MOST_DRAWS = 1 << 20;
    private static final int MOST_SCORES = 1 << 23;
    /** A score that is the same but for fewer draws tells nothing of its mean: its rare values are what balances it. */
    private static final int LEAST_UNLIKE = 1000;
    /** Standard errors; of about 500 comparisons, each has a chance of 2e-9. The products' tails are the score's, squared. */
    private static final double LIMIT = 6.5;

    static Stream<Case> cases() {
        return Families.cases().filter(each -> each.distribution() instanceof HasFisherInformation);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isTheCovarianceOfTheScores(Case each) {
        UnivariateDistribution d = each.distribution();
        double[][] fisher = ((HasFisherInformation) d).fisherInformation();
        int parameters = d.parameters().length;
        int n = Math.min(MOST_DRAWS, MOST_SCORES / parameters);
        double[] x = new double[n];
        double[][] statistics = new double[d.statistics()][n];
        double[][] scores = new double[parameters][n];
        d.sample(SplitStream.ofHashed(31), 0, x, statistics, 0, n);
        d.gradLogPdf(x, statistics, scores, 0, n);
        assertEquals(parameters, fisher.length);
        boolean[] varies = new boolean[parameters];
        for (int p = 0; p < parameters; p++) {
            varies[p] = varies(scores[p]);
        }
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        for (int p = 0; p < parameters; p++) {
            if (!varies[p]) {
                continue;
            }
            double ofP = Math.sqrt(fisher[p][p]);
            requireMean(scores[p], 1 / ofP, ones, 1, 0, d.parameterNames().get(p));
            for (int q = 0; q <= p; q++) {
                if (!varies[q]) {
                    continue;
                }
                double ofQ = Math.sqrt(fisher[q][q]);
                assertEquals(fisher[p][q], fisher[q][p]);
                requireMean(scores[p], 1 / ofP, scores[q], 1 / ofQ, fisher[p][q] / ofP / ofQ, p + ", " + q);
            }
        }
    }

    private static boolean varies(double[] score) {
        double[] sorted = Arrays.copyOf(score, LEAST_UNLIKE);
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        return Arrays.stream(score).filter(each -> each != median).limit(LEAST_UNLIKE).count() == LEAST_UNLIKE;
    }

    private static void requireMean(double[] a, double ofA, double[] b, double ofB, double expected, String what) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            double product = a[i] * ofA * (b[i] * ofB) - expected;
            sum += product;
            squares += product * product;
        }
        // A product that is always the same, as those of Laplace's signs, has no standard error but rounding.
        double error = Math.sqrt(squares) + 1e-12 * a.length;
        assertTrue(Math.abs(sum) < LIMIT * error, what + ": expected " + expected + ", z = " + sum / error);
    }
}
