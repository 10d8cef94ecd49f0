package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.FamilyUnderTest.Case;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests the maps of the families' supports onto the real line: that they are inverted, and that expectations are integrals
 * over v.
 */
class LogisticFormsTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final int[] LENGTHS = {0, 1, 7, 8, 9, 17, 1023, 1025};
    /** The limit of |v| for nearly all draws, so that polynomials in tanh(v/2) tell them apart. */
    private static final double BULK = 5.1;
    private static final double EXACT = 1e-12;

    /** Returns distributions for which sums over the nodes of a quadrature are right to rounding. */
    static Stream<UnivariateDistribution> distributions() {
        return Stream.of(
                Stream.of(Normal.of(0, 1), Normal.of(-3, 0.25), Normal.of(0, 1e100), Exponential.of(3), Exponential.ofRate(1e-100),
                        Rayleigh.of(3), HalfNormal.of(2), Logistic.of(-1, 2), Gumbel.of(-3, 0.25), Laplace.of(-3, 0.25),
                        Laplace.of(0, 1), Cauchy.of(0, 1), Cauchy.of(-3, 0.25)),
                each(s -> Gamma.of(s, 1.3), 0.05, 0.1, 0.5, 1, 1.99, 2, 2.01, 3, 5, 10, 30, 1e3, 1e6, 1e9),
                Stream.of(Gamma.of(3, 1e-300), Gamma.of(3, 1e150)),
                each(ChiSquared::of, 0.1, 1, 3, 5, 50, 1e7),
                each(s -> InverseGamma.of(s, 1.3), 0.05, 0.1, 0.5, 1, 1.99, 2.01, 30, 1e6),
                pairs(Beta::of, 0.1, 50, 1, 1, 1.5, 40, 40, 1.5, 1e4, 2e4, 0.5, 0.8, 0.5, 0.9, 0.9, 0.9, 0.5, 2, 0.05, 1, 1, 50,
                        2, 2, 2, 300, 1e6, 1e6, 0.5, 1e6, 70, 1e6, 0.3, 4, 0.99, 30, 30, 0.99, 0.7, 0.95),
                pairs(Kumaraswamy::of, 2, 3, 1, 1, 0.05, 1, 10, 1e10, 1, 30, 0.5, 0.9, 20, 20, 0.1, 5),
                each(s -> StudentT.of(s, 1, 2), 0.7, 1, 2, 3, 5, 8, 12, 30, 1e3, 1e6),
                each(s -> InverseGaussian.of(1.5, 1.5 * s), 0.05, 0.1, 0.29, 0.31, 0.5, 1, 2, 10, 100, 1e4, 1e8),
                each(s -> VonMises.of(0.5, s), 1e-6, 1e-3, 0.1, 0.5, 1, 2, 5, 20, 100, 1e4, 1e6),
                Stream.of(VonMises.of(-3, 2), VonMises.of(10, 7)),
                each(s -> Weibull.of(s, 2), 0.05, 0.1, 0.3, 0.5, 1, 2, 5, 20, 50, 1e4),
                each(s -> Pareto.of(7, s), 0.05, 0.3, 1, 3, 100, 1e4),
                each(s -> LogNormal.of(0.5, s), 1e-3, 0.25, 1, 5, 10, 20),
                truncated(-1, 2, -3, 3, -6, 6, -20, 20, -1, INFINITY, -3, INFINITY, -10, INFINITY, 0, INFINITY, 1, INFINITY, 3,
                        INFINITY, 30, INFINITY, 100, INFINITY, -INFINITY, INFINITY, -INFINITY, -3, -INFINITY, -30, 5, 5.5,
                        -0.03, 0.03, -1, 1, 40, 41, 2, 2.001, -30.001, -30, -3, 0.5, 0, 5, 1, 4, -1e9, 1e9),
                Stream.of(NormalMixture.of(new double[] {0.3, 0.7}, new double[] {-1, 2}, new double[] {1, 0.5}),
                        NormalMixture.of(new double[] {0.3, 0.7}, new double[] {-3, 3}, new double[] {1, 1})))
                .flatMap(all -> all);
    }

    /**
     * Returns distributions for which such sums are not right. Either doubles are too coarse where much of the probability
     * is, or are 0 or infinite there; or the density changes too fast in v. That has to show in the sum of the probabilities
     * or in the mean of a score.
     */
    static Stream<UnivariateDistribution> refused() {
        return Stream.of(
                Stream.of(Normal.of(1e6, 1e-3), Cauchy.of(1e6, 1e-3), Gamma.of(0.02, 1), Gamma.of(1e-3, 1), ChiSquared.of(0.01),
                        InverseGamma.of(0.02, 1), Weibull.of(0.01, 2), Pareto.of(7, 0.02), Pareto.of(7, 1e6)),
                pairs(Beta::of, 0.1, 0.1, 50, 0.1, 0.5, 0.5, 2, 0.5, 4, 0.6, 0.02, 3, 1e-3, 2),
                pairs(Kumaraswamy::of, 0.5, 0.5, 0.02, 0.02, 5, 0.8, 1e-5, 1e100),
                each(s -> StudentT.of(s, 1, 2), 0.02, 0.2, 0.4),
                each(s -> InverseGaussian.of(1, s), 1e-6, 1e-3, 0.01, 0.02),
                truncated(1e4, INFINITY),
                Stream.of(TruncatedNormal.of(1e6, 1e-3, 0, 1e6), TruncatedNormal.of(5, 1e-3, 0, 1),
                        NormalMixture.of(new double[] {0.3, 0.7}, new double[] {-3, 3}, new double[] {0.1, 0.1}),
                        NormalMixture.of(new double[] {0.01, 0.99}, new double[] {0, 0}, new double[] {10, 1})))
                .flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void expectationsAreIntegralsOverV(UnivariateDistribution d) {
        LogisticQuadrature rule = new LogisticQuadrature(d);
        assertEquals(1, rule.sum(), EXACT);
        for (int p = 0; p < rule.scores.length; p++) {
            assertEquals(0, rule.meanScore(p), EXACT, d.parameterNames().get(p));
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNotExactShows(UnivariateDistribution d) {
        LogisticQuadrature rule = new LogisticQuadrature(d);
        boolean exact = Math.abs(rule.sum() - 1) <= EXACT;
        for (int p = 0; p < rule.scores.length; p++) {
            exact &= Math.abs(rule.meanScore(p)) <= EXACT;
        }
        assertTrue(!exact, "is exact");
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void drawsAreAboutLogistic(UnivariateDistribution d) {
        int n = 20_000;
        double[] v = new double[n];
        d.sample(SplitStream.of(1), 0, v, 0, n);
        ((HasLogisticForm) d).toLogistic(v, v, 0, n);
        Arrays.sort(v);
        assertTrue(v[n / 100] > -BULK, "1%: " + v[n / 100]);
        assertTrue(v[n - n / 100] < BULK, "99%: " + v[n - n / 100]);
        assertTrue(v[n - n / 100] - v[n / 100] > 4, "from " + v[n / 100] + " to " + v[n - n / 100]);
    }

    /**
     * A point x(v) must be right to 2 units in its last place: the points that far from it on either side must map to either
     * side of v.
     */
    @ParameterizedTest
    @MethodSource("distributions")
    void inversesAreInverse(UnivariateDistribution d) {
        HasLogisticForm form = (HasLogisticForm) d;
        LogisticQuadrature rule = new LogisticQuadrature(d);
        int n = rule.x.length;
        double[] low = new double[n];
        double[] high = new double[n];
        for (int i = 0; i < n; i++) {
            low[i] = rule.x[i] - 2 * Math.ulp(rule.x[i]);
            high[i] = rule.x[i] + 2 * Math.ulp(rule.x[i]);
        }
        double[] logPdfOfLow = new double[n];
        double[] logPdfOfHigh = new double[n];
        d.logPdf(low, 0, logPdfOfLow, 0, n);
        d.logPdf(high, 0, logPdfOfHigh, 0, n);
        form.toLogistic(low, low, 0, n);
        form.toLogistic(high, high, 0, n);
        for (int i = 0; i < n; i++) {
            double w = Math.tanh(0.5 * rule.v[i]);
            // Beyond an end of the support v is not specified, nor is it where x overflows; and a turn of the circle ends
            // where it begins.
            boolean atEnd = Double.isInfinite(rule.x[i]) || d instanceof VonMises && Math.abs(rule.v[i]) > 30;
            double from = atEnd || logPdfOfLow[i] == -INFINITY ? -1 : Math.tanh(0.5 * low[i]);
            double to = atEnd || logPdfOfHigh[i] == -INFINITY ? 1 : Math.tanh(0.5 * high[i]);
            assertTrue(from - 1e-14 <= w && w <= to + 1e-14,
                    "v = " + rule.v[i] + ", x = " + rule.x[i] + ", from " + low[i] + " to " + high[i]);
        }
    }

    /** Differences of five points are right to 1e-8 of the slope, but for the rounding of x. */
    @ParameterizedTest
    @MethodSource("distributions")
    void slopesAreDerivatives(UnivariateDistribution d) {
        HasLogisticForm form = (HasLogisticForm) d;
        double step = 1e-3;
        double[] v = DoubleStream.iterate(-7.9, t -> t < 8, t -> t + 0.23).toArray();
        double[][] x = new double[5][v.length];
        double[] logSlope = new double[v.length];
        for (int k = 0; k < 5; k++) {
            for (int i = 0; i < v.length; i++) {
                x[k][i] = v[i] + (k == 4 ? 0 : (k - 1.5 + Math.signum(k - 1.5) * 0.5) * step);
            }
            form.fromLogistic(x[k], x[k], logSlope, 0, v.length);
        }
        for (int i = 0; i < v.length; i++) {
            double slope = Math.exp(logSlope[i]);
            double difference = (8 * (x[2][i] - x[1][i]) - (x[3][i] - x[0][i])) / (12 * step);
            // A turn of the circle may end between two of the points.
            if (Math.abs(x[3][i] - x[0][i]) < 6) {
                assertEquals(1, difference / slope, 5e-8 + 4 * Math.ulp(x[4][i]) / (slope * step), "v = " + v[i]);
            }
        }
    }

    static Stream<Case> cases() {
        return Families.cases().filter(each -> each.distribution() instanceof HasLogisticForm);
    }

    /**
     * A single point is mapped by the scalar twins of functions, and many points by their vectors, at any place in the array.
     * Both must have the same bits.
     */
    @ParameterizedTest
    @MethodSource("cases")
    @Tag("bits")
    void mapsAreTheSameHoweverTheyAreCut(Case each) {
        HasLogisticForm form = (HasLogisticForm) each.distribution();
        for (int length : LENGTHS) {
            double[] x = new double[length + 5];
            each.distribution().sample(SplitStream.of(5), 7, x, 3, length);
            double[] v = new double[length + 5];
            form.toLogistic(x, v, 3, length);
            double[] points = new double[length + 5];
            double[] logSlope = new double[length + 5];
            form.fromLogistic(v, points, logSlope, 3, length);
            double[] one = new double[1];
            double[] oneSlope = new double[1];
            for (int i = 3; i < length + 3; i++) {
                one[0] = x[i];
                form.toLogistic(one, one, 0, 1);
                assertEquals(one[0], v[i], "v of " + x[i]);
                form.fromLogistic(one, one, oneSlope, 0, 1);
                assertEquals(one[0], points[i], "x of " + v[i]);
                assertEquals(oneSlope[0], logSlope[i], "slope at " + v[i]);
            }
            assertEquals(0, v[2] + points[2] + logSlope[2] + v[3 + length] + points[3 + length] + logSlope[3 + length]);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("bits")
    void mapsRise(Case each) {
        HasLogisticForm form = (HasLogisticForm) each.distribution();
        int n = 1000;
        double[] x = new double[n];
        each.distribution().sample(SplitStream.of(6), 0, x, 0, n);
        if (each.distribution() instanceof VonMises) {
            // The map of angles increases from the one opposite the mean direction on.
            double mean = each.distribution().parameters()[0];
            for (int i = 0; i < n; i++) {
                x[i] = mean + Math.IEEEremainder(x[i] - mean, 2 * Math.PI);
            }
        }
        Arrays.sort(x);
        double[] v = new double[n];
        form.toLogistic(x, v, 0, n);
        for (int i = 1; i < n; i++) {
            // Rounding may make v fall between points that are neighbouring doubles.
            assertTrue(Math.tanh(0.5 * v[i - 1]) <= Math.tanh(0.5 * v[i]) + 1e-13,
                    "v of " + x[i - 1] + " is " + v[i - 1] + ", of " + x[i] + " " + v[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void unconstrainedFamiliesHaveTheFormOfTheirOwn(Case each) {
        UnivariateDistribution free = ((HasUnconstrainedForm) each.distribution()).unconstrained();
        UnivariateDistribution own = free instanceof HasConstrainedForm has ? has.constrained() : free;
        assertTrue(own instanceof HasLogisticForm, own.toString());
    }

    /** A family must have a map if it implements {@link LogisticByMap}; no other family may be asked for one. */
    @ParameterizedTest
    @MethodSource("families")
    void familiesHaveAMapIfTheyHaveTheForm(Case each) {
        Family family = (Family) each.distribution();
        if (family instanceof LogisticByMap) {
            assertNotNull(family.logisticMap());
        } else {
            assertThrows(UnsupportedOperationException.class, family::logisticMap);
        }
    }

    static Stream<Case> families() {
        return Families.ordinaryCases();
    }

    private static Stream<UnivariateDistribution> each(DoubleFunction<UnivariateDistribution> of, double... parameters) {
        return DoubleStream.of(parameters).mapToObj(of);
    }

    private interface OfTwo {
        UnivariateDistribution of(double first, double second);
    }

    private static Stream<UnivariateDistribution> pairs(OfTwo of, double... numbers) {
        return Stream.iterate(0, i -> i < numbers.length, i -> i + 2).map(i -> of.of(numbers[i], numbers[i + 1]));
    }

    private static Stream<UnivariateDistribution> truncated(double... bounds) {
        return pairs((lower, upper) -> TruncatedNormal.of(0, 1, lower, upper), bounds);
    }
}
