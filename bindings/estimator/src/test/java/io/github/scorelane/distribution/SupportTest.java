package io.github.scorelane.distribution;

import static io.github.scorelane.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.distribution.FamilyUnderTest.Case;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests log densities at the ends of the support and beyond, and that bad bounds are refused. */
class SupportTest {
    private static final double NONE = Double.NEGATIVE_INFINITY;
    private static final double ALL = Double.POSITIVE_INFINITY;

    static Stream<Case> continuousCases() {
        return Families.cases().filter(each -> !each.law().discrete());
    }

    /** The array has many points, so that the vectors of a kernel see each of them, and not only its scalar loop. */
    @ParameterizedTest
    @MethodSource("continuousCases")
    @Tag("bits")
    void infinitiesAreOutsideAndNothingThrows(Case each) {
        UnivariateDistribution d = each.distribution();
        double[] points = {NONE, ALL, Double.NaN, -1, 0, 1, -1e300, 1e300, Double.MIN_VALUE, -Double.MIN_VALUE, 0.5};
        double[] x = new double[points.length * 8];
        Arrays.setAll(x, i -> points[i % points.length]);
        double[] logPdf = new double[x.length];
        d.logPdf(x, 0, logPdf, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            if (Double.isInfinite(x[i])) {
                assertEquals(NONE, logPdf[i], "log density at " + x[i]);
            } else {
                assertEquals(Double.isNaN(x[i]), Double.isNaN(logPdf[i]), "log density at " + x[i] + ": " + logPdf[i]);
            }
        }
        assertDoesNotThrow(() -> d.gradLogPdf(x, 0, new double[d.parameters().length][x.length], 0, x.length));
    }

    @Test
    @Tag("bits")
    void densitiesAtTheEnds() {
        double e = Double.MIN_VALUE;
        logPdf(LogNormal.of(0, 1), new double[] {-1, -e, 0, 1}, NONE, NONE, NONE, -0.9189385332046728);
        logPdf(Rayleigh.of(2), new double[] {-e, 0}, NONE, NONE);
        logPdf(Weibull.of(2, 3), new double[] {-e, 0}, NONE, NONE);
        logPdf(Weibull.of(1, 4), new double[] {-e, 0}, NONE, -Math.log(4));
        logPdf(Weibull.of(0.5, 3), new double[] {-e, 0}, NONE, ALL);
        logPdf(Pareto.of(2, 3), new double[] {Math.nextDown(2), 2}, NONE, Math.log(1.5));
        logPdf(HalfNormal.of(1), new double[] {-e, 0}, NONE, Math.log(2 / Math.PI) / 2);
        logPdf(Kumaraswamy.of(1, 1), new double[] {-e, 0, 0.3, 1, Math.nextUp(1.0)}, NONE, 0, 0, 0, NONE);
        logPdf(Kumaraswamy.of(2, 3), new double[] {-e, 0, 1, Math.nextUp(1.0)}, NONE, NONE, NONE, NONE);
        logPdf(Kumaraswamy.of(0.5, 0.5), new double[] {-e, 0, 1, Math.nextUp(1.0)}, NONE, ALL, ALL, NONE);
        logPdf(Beta.of(1, 3), new double[] {-e, 0, 1}, NONE, Math.log(3), NONE);
        logPdf(Beta.of(3, 1), new double[] {0, 1, Math.nextUp(1.0)}, NONE, Math.log(3), NONE);
        logPdf(Beta.of(0.5, 1), new double[] {0, 1}, ALL, Math.log(0.5));
        logPdf(Gamma.of(1, 4), new double[] {-e, 0}, NONE, -Math.log(4));
        logPdf(Gamma.of(2, 4), new double[] {-e, 0}, NONE, NONE);
        logPdf(Gamma.of(0.5, 4), new double[] {-e, 0}, NONE, ALL);
        logPdf(ChiSquared.of(2), new double[] {-e, 0}, NONE, -Math.log(2));
        logPdf(Exponential.of(4), new double[] {-e, 0}, NONE, -Math.log(4));
        logPdf(Kumaraswamy.of(1, 3), new double[] {0, 1}, Math.log(3), NONE);
        logPdf(Kumaraswamy.of(3, 1), new double[] {0, 1}, NONE, Math.log(3));
        logPdf(TruncatedNormal.of(0, 1, -1, 1), new double[] {Math.nextDown(-1.0), -1, 1, Math.nextUp(1.0)},
                NONE, -1.0372233869025467, -1.0372233869025467, NONE);
    }

    /** A coordinate of 0 must not change the density where its concentration is 1, as 0^0 is 1. */
    @Test
    void densitiesAtTheFacesOfTheSimplex() {
        dirichlet(Math.log(2), new double[] {1, 2}, 0, 1);
        dirichlet(NONE, new double[] {1, 2}, 1, 0);
        dirichlet(Math.log(2), new double[] {1, 1, 1}, 0, 0, 1);
        dirichlet(Math.log(2), new double[] {1, 1, 1}, 0, 0.25, 0.75);
        dirichlet(NONE, new double[] {1, 1, 1}, -0.25, 0.5, 0.75);
        dirichlet(ALL, new double[] {0.5, 1, 2}, 0, 0, 1);
        dirichlet(NONE, new double[] {0.5, 1, 2}, 0, 1, 0);
        dirichlet(Double.NaN, new double[] {1, 2}, Double.NaN, 1);
    }

    private static void dirichlet(double expected, double[] concentrations, double... point) {
        double[][] x = new double[point.length][1];
        Arrays.setAll(x, k -> new double[] {point[k]});
        double[] actual = new double[1];
        Dirichlet.of(concentrations).logPdf(x, 0, actual, 0, 1);
        assertEquals(expected, actual[0], 1e-15, Arrays.toString(concentrations) + " at " + Arrays.toString(point));
    }

    /** The array has many points, so that the vectors of a kernel see each of them, and not only its scalar loop. */
    @ParameterizedTest
    @MethodSource("counts")
    @Tag("bits")
    void onlyWholeNumbersHaveMass(UnivariateDistribution d) {
        double[] points = {NONE, ALL, Double.NaN, -1, -2, -1e300, 0.5, 3.5, -0.5, Double.MIN_VALUE, 0x1p51 + 0.5, 7, 0, -0.0};
        double[] x = new double[points.length * 8];
        Arrays.setAll(x, i -> points[i % points.length]);
        double[] logPdf = new double[x.length];
        d.logPdf(x, 0, logPdf, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            boolean isCount = x[i] == 0 || x[i] == 7;
            assertEquals(isCount, Double.isFinite(logPdf[i]), "log mass of " + x[i] + ": " + logPdf[i]);
            assertEquals(isCount, logPdf[i] != NONE, "log mass of " + x[i] + ": " + logPdf[i]);
        }
    }

    static Stream<UnivariateDistribution> counts() {
        return Stream.of(Poisson.of(3), Binomial.of(50, 0.3), NegativeBinomial.of(5, 0.3), NegativeBinomial.of(1e-3, 1e-6),
                Geometric.of(0.2));
    }

    private static void logPdf(UnivariateDistribution d, double[] x, double... expected) {
        double[] actual = new double[x.length];
        d.logPdf(x, 0, actual, 0, x.length);
        assertArrayEquals(expected, actual, 1e-15, d.toString());
    }

    @Test
    void fixedNumbersOutOfRangeAreRefused() {
        refused("scale is not strictly positive: 0.0", () -> Pareto.of(0, 1));
        refused("scale is not finite: Infinity", () -> Pareto.of(ALL, 1));
        refused("lower bound is not below the upper bound 1.0: 1.0", () -> TruncatedNormal.of(0, 1, 1, 1));
        refused("lower bound is not below the upper bound 1.0: NaN", () -> TruncatedNormal.of(0, 1, Double.NaN, 1));
        refused("lower bound is not below the upper bound -Infinity: -Infinity", () -> TruncatedNormal.of(0, 1, NONE, NONE));
        String unlike = "bounds are not within 1e150 standard deviations of the mean and at least 1e-150 apart: TruncatedNormal(";
        refused(unlike + "mean=0.0, standard deviation=1.0E-200, lower bound=1.0, upper bound=2.0)",
                () -> TruncatedNormal.of(0, 1e-200, 1, 2));
        refused(unlike + "mean=0.0, standard deviation=1.0E200, lower bound=0.0, upper bound=2.0)",
                () -> TruncatedNormal.of(0, 1e200, 0, 2));
    }

    /** Fixed numbers must stay the same when the parameters are changed. */
    @Test
    void fixedNumbersAreKept() {
        assertEquals("Pareto(scale=2.0, shape=5.0)", Pareto.of(2, 3).withParameters(5).toString());
        assertEquals("TruncatedNormal(mean=3.0, standard deviation=4.0, lower bound=1.0, upper bound=Infinity)",
                TruncatedNormal.of(0, 1, 1, ALL).withParameters(3, 4).toString());
    }
}
