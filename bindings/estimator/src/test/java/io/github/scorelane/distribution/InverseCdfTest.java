package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.FamilyUnderTest.Case;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the inverse distribution functions of the families that have them. */
class InverseCdfTest {
    private static final double[] PROBABILITIES = {1e-12, 1e-9, 1e-6, 1e-3, 0.02, 0.1, 0.25, 0.3, 0.5, 0.6, 0.75, 0.9, 0.99,
        0.999, 1 - 1e-6, 1 - 1e-9, 1 - 1e-12};

    static Stream<Case> cases() {
        return Families.cases().filter(each -> each.distribution() instanceof HasInverseCdf);
    }

    /**
     * A quantile x is right if moving it by a rounding error either way passes the point where F is p, or nearly so. That
     * error is 8 units in the last place, times |ln x| where this is above 1, for a quantile that is an exponential.
     */
    @ParameterizedTest
    @MethodSource("cases")
    void invertsTheDistributionFunction(Case each) {
        HasInverseCdf d = (HasInverseCdf) each.distribution();
        Law law = each.law();
        double[] x = PROBABILITIES.clone();
        d.inverseCdf(x, 0, x, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            double p = PROBABILITIES[i];
            boolean upper = p > 0.5;
            double wanted = upper ? 1 - p : p;
            if (law.discrete()) {
                // The quantile is the least number whose distribution function reaches p.
                double under = law.below().applyAsDouble(x[i]);
                double upTo = 1 - law.above().applyAsDouble(x[i] + 1);
                assertTrue(under <= p * (1 + 1e-11) && p <= upTo + 4e-15, p + " gives " + x[i] + ", of " + under + " to " + upTo);
                continue;
            }
            double step = 8 * Math.ulp(x[i]) * Math.max(1, Math.abs(Math.log(Math.abs(x[i]))));
            double low = upper ? law.above().applyAsDouble(x[i] + step) : law.below().applyAsDouble(x[i] - step);
            double high = upper ? law.above().applyAsDouble(x[i] - step) : law.below().applyAsDouble(x[i] + step);
            double margin = 1e-11 * wanted + 4e-15;
            assertTrue(low - margin <= wanted && wanted <= high + margin,
                    p + " gives " + x[i] + ", next to which F is " + low + " to " + high);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("bits")
    void rises(Case each) {
        HasInverseCdf d = (HasInverseCdf) each.distribution();
        int n = 1000;
        double[] x = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            x[i] = i / (double) n;
        }
        d.inverseCdf(x, 0, x, 0, n + 1);
        for (int i = 0; i < n; i++) {
            assertTrue(x[i] <= x[i + 1], x[i] + " is above " + x[i + 1]);
        }
    }

    /**
     * The quantiles of 0 and 1 must be the ends of the support, beyond which the log density is −∞ unless the end itself is
     * infinite.
     */
    @ParameterizedTest
    @MethodSource("cases")
    @Tag("bits")
    void endsWhereTheSupportDoesAndIsNaNOutside(Case each) {
        HasInverseCdf d = (HasInverseCdf) each.distribution();
        double[] x = {0, 1, -0x1p-1074, -1, 1 + 0x1p-52, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, -0.0};
        d.inverseCdf(x, 0, x, 0, x.length);
        double[] beyond = {x[0] == 0 ? -Double.MIN_VALUE : Math.nextDown(x[0]), Math.nextUp(x[1])};
        double[] logPdf = new double[2];
        each.distribution().logPdf(beyond, 0, logPdf, 0, 2);
        assertEquals(Double.NEGATIVE_INFINITY, logPdf[0], "below " + x[0]);
        assertEquals(Double.NEGATIVE_INFINITY, logPdf[1], "above " + x[1]);
        assertEquals(x[0], x[8]);
        for (int i = 2; i < 8; i++) {
            assertEquals(Double.NaN, x[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("bits")
    void isTheSameHoweverItIsCut(Case each) {
        HasInverseCdf d = (HasInverseCdf) each.distribution();
        int n = 2500;
        double[] p = new double[n + 3];
        SplitStream.of(11).uniforms(0, p, 3, n);
        double[] x = new double[n + 7];
        d.inverseCdf(p, 3, x, 5, n);
        double[] one = new double[1];
        for (int i = 0; i < n; i++) {
            d.inverseCdf(p, 3 + i, one, 0, 1);
            assertEquals(one[0], x[5 + i], "quantile " + i);
        }
        assertEquals(0, x[4]);
        assertEquals(0, x[5 + n]);
    }
}
