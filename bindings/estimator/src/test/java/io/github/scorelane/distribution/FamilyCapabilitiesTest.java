package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.scorelane.distribution.FamilyUnderTest.Case;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What only some families have. Fisher information is tested by ScoreCheck. */
class FamilyCapabilitiesTest {
    private static final int POINTS = 200;
    /** Of probabilities: Commons Statistics' own error, where a logarithm of x is large. */
    private static final double RELATIVE = 1e-9;

    static Stream<Case> cases() {
        return Families.cases();
    }

    static Stream<Case> invertible() {
        return Families.cases().filter(each -> each.distribution() instanceof HasInverseCdf);
    }

    static Stream<Case> twiceDifferentiable() {
        return Families.cases().filter(each -> each.distribution() instanceof HasHessian);
    }

    /** The distribution function of the inverse at p is p, as nearly as doubles next to the inverse allow. */
    @ParameterizedTest
    @MethodSource("invertible")
    void inverseCdfInvertsTheDistributionFunction(Case each) {
        Law law = each.law();
        double[] p = probabilities();
        double[] x = new double[p.length];
        ((HasInverseCdf) each.distribution()).inverseCdf(p, 0, x, 0, p.length);
        for (int i = 0; i < p.length; i++) {
            // Some ULPs of x either way, and of the probabilities themselves.
            double slack = 64 * Math.ulp(x[i]) + 1e-14 * Math.abs(x[i]);
            double least = law.discrete() ? law.below().applyAsDouble(x[i]) : law.below().applyAsDouble(x[i] - slack);
            double most = law.discrete() ? law.below().applyAsDouble(x[i] + 1) : law.below().applyAsDouble(x[i] + slack);
            assertTrue(least <= p[i] * (1 + RELATIVE) && p[i] <= most * (1 + RELATIVE),
                    "at p = " + p[i] + ": x = " + x[i] + ", of probability " + least + " to " + most);
            assertTrue(i == 0 || x[i - 1] <= x[i], "not ascending at p = " + p[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("invertible")
    void inverseCdfEndsWhereTheSupportDoes(Case each) {
        double[] p = {0, 1, Double.NaN, -0.1, 1.1};
        double[] x = new double[p.length];
        ((HasInverseCdf) each.distribution()).inverseCdf(p, 0, x, 0, p.length);
        assertEquals(each.law().quantile().applyAsDouble(0), x[0]);
        assertEquals(each.law().quantile().applyAsDouble(1), x[1]);
        for (int i = 2; i < p.length; i++) {
            assertEquals(Double.NaN, x[i], "at p = " + p[i]);
        }
    }

    /** Second derivatives against differences of the scores. */
    @ParameterizedTest
    @MethodSource("twiceDifferentiable")
    void hessianIsTheDerivativeOfTheScores(Case each) {
        UnivariateDistribution d = each.distribution();
        double[] theta = d.parameters();
        double[] x = new double[POINTS];
        d.sample(SplitStream.ofHashed(7), 0, x, 0, POINTS);
        double[] logPdf = new double[POINTS];
        d.logPdf(x, 0, logPdf, 0, POINTS);
        assumeTrue(Arrays.stream(logPdf).anyMatch(Double::isFinite), "all draws underflow");
        double[][] hessian = new double[theta.length * (theta.length + 1) / 2][POINTS];
        ((HasHessian) d).hessianLogPdf(x, hessian, 0, POINTS);
        int checked = 0;
        for (int j = 0; j < theta.length; j++) {
            double size = 1e-4 * scale(d, j);
            double near = moved(theta[j], size) - moved(theta[j], -size);
            double far = moved(theta[j], 2 * size) - moved(theta[j], -2 * size);
            double[][] up = scores(d, j, size, x);
            double[][] down = scores(d, j, -size, x);
            double[][] farUp = scores(d, j, 2 * size, x);
            double[][] farDown = scores(d, j, -2 * size, x);
            for (int i = 0; i <= j; i++) {
                double typical = 1 / (scale(d, i) * scale(d, j));
                for (int k = 0; k < POINTS; k++) {
                    double ofNear = (up[i][k] - down[i][k]) / near;
                    double ofFar = (farUp[i][k] - farDown[i][k]) / far;
                    double expected = (4 * ofNear - ofFar) / 3;
                    if (!Double.isFinite(expected) || !Double.isFinite(logPdf[k])) {
                        continue;    // a draw that underflowed to 0, or overflowed
                    }
                    checked++;
                    double error = 1e-6 * (Math.abs(expected) + typical) + Math.abs(ofNear - ofFar);
                    assertEquals(expected, hessian[j * (j + 1) / 2 + i][k], error, i + ", " + j + " at " + x[k]);
                }
            }
        }
        assertTrue(checked > POINTS / 4 * hessian.length, "only " + checked);
    }

    /** By how much a parameter has to move to matter: a scale of its own, or the distribution's. */
    private static double scale(UnivariateDistribution d, int parameter) {
        double[][] fisher = d instanceof HasFisherInformation known ? known.fisherInformation() : null;
        double value = Math.abs(d.parameters()[parameter]);
        return fisher == null ? Math.max(value, 1e-3) : 1 / Math.sqrt(fisher[parameter][parameter]);
    }

    /** The parameter that a step leads to: at 1e6, a step of 1e-7 is not to 1e6 + 1e-7. */
    private static double moved(double parameter, double step) {
        return parameter + step;
    }

    private static double[][] scores(UnivariateDistribution d, int parameter, double step, double[] x) {
        double[] theta = d.parameters();
        theta[parameter] = moved(theta[parameter], step);
        double[][] scores = new double[theta.length][x.length];
        d.withParameters(theta).gradLogPdf(x, 0, scores, 0, x.length);
        return scores;
    }

    private static double[] probabilities() {
        double[] p = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            p[i] = i < 20 ? Math.pow(10, i - 22) : (i - 19.5) / (POINTS - 19);
        }
        return p;
    }
}
