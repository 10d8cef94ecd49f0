package io.github.scorelane.distribution;

import java.util.function.DoublePredicate;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * The negative binomial law with any number of successes, which Commons Statistics has for whole numbers only. Its
 * distribution function is an incomplete beta function.
 */
final class NegativeBinomialLaw {
    private NegativeBinomialLaw() {}

    static Law of(double successes, double p) {
        return new Law(x -> below(successes, p, x), x -> above(successes, p, x),
                u -> least(x -> below(successes, p, x + 1) >= u), u -> least(x -> above(successes, p, x + 1) <= u),
                x -> logMass(successes, p, x), true);
    }

    /** Makes the law with a given mean and dispersion. Where the dispersion is tiny, the law is Poisson's, to rounding. */
    static Law ofMean(double mean, double dispersion) {
        return dispersion < 1e-12 ? Law.of(PoissonDistribution.of(mean)) : of(1 / dispersion, 1 / (1 + mean * dispersion));
    }

    /** Returns P(X &lt; x). */
    private static double below(double successes, double p, double x) {
        return x < 1 ? 0 : RegularizedBeta.value(p, successes, Math.floor(x));
    }

    /** Returns P(X ≥ x). */
    private static double above(double successes, double p, double x) {
        return x < 1 ? 1 : RegularizedBeta.complement(p, successes, Math.floor(x));
    }

    /** Returns the least whole number that a predicate accepts, where it accepts all above that one. */
    private static double least(DoublePredicate isEnough) {
        double low = -1;
        double high = 0;
        while (!isEnough.test(high)) {
            low = high;
            high = 2 * high + 1;
        }
        while (high - low > 1) {
            double middle = Math.floor((low + high) / 2);
            boolean enough = isEnough.test(middle);
            high = enough ? middle : high;
            low = enough ? low : middle;
        }
        return high;
    }

    private static double logMass(double r, double p, double x) {
        return LogGamma.value(x + r) - LogGamma.value(r) - LogGamma.value(x + 1) + r * Math.log(p) + x * Math.log1p(-p);
    }
}
