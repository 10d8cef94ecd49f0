package io.github.scorelane.distribution;

import java.util.function.DoublePredicate;

/** The law of the zeta distribution, computed by sums. */
final class ZetaLaw {
    private static final int TERMS = 1000;

    private final double s;
    private final double zeta;

    private ZetaLaw(double s) {
        this.s = s;
        zeta = sum(1);
    }

    static Law of(double exponent) {
        ZetaLaw law = new ZetaLaw(exponent);
        return new Law(x -> x <= 1 ? 0 : x < TERMS ? law.terms(1, (int) x) / law.zeta : 1 - law.sum(x) / law.zeta,
                x -> law.sum(x) / law.zeta,
                p -> first(k -> 1 - law.sum(k + 1) / law.zeta >= p),
                p -> first(k -> law.sum(k + 1) / law.zeta <= p),
                x -> -exponent * Math.log(x) - Math.log(law.zeta), true);
    }

    /** Returns the sum of k^-s from a whole number on. From {@value #TERMS} on it is taken by the Euler–Maclaurin formula. */
    private double sum(double from) {
        int start = (int) Math.min(from, TERMS);
        double begin = Math.max(from, TERMS);
        double tail = Math.pow(begin, 1 - s) / (s - 1) + 0.5 * Math.pow(begin, -s) + s / 12 * Math.pow(begin, -s - 1);
        return terms(start, TERMS) * (from < TERMS ? 1 : 0) + tail;
    }

    private double terms(int from, int to) {
        double sum = 0;
        for (int k = to - 1; k >= Math.max(1, from); k--) {
            sum += Math.pow(k, -s);
        }
        return sum;
    }

    /** Returns the first whole number that a predicate accepts, to a double's precision. */
    private static double first(DoublePredicate enough) {
        double low = 0;
        double high = 1;
        while (!enough.test(high)) {
            low = high;
            high *= 2;
            if (high == Double.POSITIVE_INFINITY) {
                return high;
            }
        }
        while (high - low > Math.max(1, 2 * Math.ulp(high))) {
            double middle = Math.floor(0.5 * low + 0.5 * high);
            if (enough.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
