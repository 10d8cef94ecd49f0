package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.distribution.FamilyUnderTest.Case;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Second derivatives are the scores' derivatives, and the same however the points are cut. */
class HessianTest {
    private static final int N = 1500;

    static Stream<Case> cases() {
        return Families.cases().filter(each -> each.distribution() instanceof HasHessian);
    }

    /** Central differences of the scores, in units of the scores' own size. */
    @ParameterizedTest
    @MethodSource("cases")
    void isTheDerivativeOfTheScores(Case each) {
        UnivariateDistribution d = each.distribution();
        double[] fisher = diagonal(d);
        double[] theta = d.parameters();
        double[] x = new double[200];
        d.sample(SplitStream.ofHashed(5), 0, x, 0, x.length);
        double[][] hessian = new double[theta.length * (theta.length + 1) / 2][x.length];
        ((HasHessian) d).hessianLogPdf(x, hessian, 0, x.length);
        int row = 0;
        for (int j = 0; j < theta.length; j++) {
            // A small part of what one draw tells of the parameter, and of the parameter itself, or of the scale.
            double size = Math.abs(theta[j] == 0 ? theta[theta.length - 1] : theta[j]);
            double h = 1e-4 * Math.min(1 / Math.sqrt(fisher[j]), size);
            double[][] up = scores(d, theta, j, theta[j] + h, x);
            double[][] down = scores(d, theta, j, theta[j] - h, x);
            double width = (theta[j] + h) - (theta[j] - h);
            for (int i = 0; i <= j; i++, row++) {
                double unit = Math.sqrt(fisher[i]) * Math.sqrt(fisher[j]);
                for (int s = 0; s < x.length; s++) {
                    double expected = (up[i][s] - down[i][s]) / width / unit;
                    double actual = hessian[row][s] / unit;
                    // Where a score is huge, its digits are not enough for a difference, and infinite ones have none.
                    if (Math.abs(up[i][s]) <= 1e6 * Math.sqrt(fisher[i])) {
                        assertEquals(expected, actual, 1e-5 * (1 + Math.abs(expected)), i + ", " + j + " at " + x[s]);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("bits")
    void isTheSameHoweverItIsCut(Case each) {
        UnivariateDistribution d = each.distribution();
        int rows = d.parameters().length * (d.parameters().length + 1) / 2;
        double[] x = new double[N + 3];
        d.sample(SplitStream.ofHashed(6), 0, x, 3, N);
        double[][] hessian = new double[rows][N + 3];
        ((HasHessian) d).hessianLogPdf(x, hessian, 3, N);
        double[][] one = new double[rows][1];
        for (int i = 3; i < N + 3; i++) {
            ((HasHessian) d).hessianLogPdf(new double[] {x[i]}, one, 0, 1);
            for (int row = 0; row < rows; row++) {
                assertEquals(one[row][0], hessian[row][i]);
            }
        }
    }

    private static double[] diagonal(UnivariateDistribution d) {
        double[][] fisher = ((HasFisherInformation) d).fisherInformation();
        double[] diagonal = new double[fisher.length];
        for (int p = 0; p < fisher.length; p++) {
            diagonal[p] = fisher[p][p];
        }
        return diagonal;
    }

    private static double[][] scores(UnivariateDistribution d, double[] theta, int p, double value, double[] x) {
        double[] moved = theta.clone();
        moved[p] = value;
        double[][] scores = new double[theta.length][x.length];
        d.withParameters(moved).gradLogPdf(x, 0, scores, 0, x.length);
        return scores;
    }
}
