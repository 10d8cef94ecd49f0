package io.github.scorelane.bench.honesty.law;

import java.util.Arrays;

/** Laws of whole numbers. */
public final class CountLaws {
    private CountLaws() {}

    /** The Bernoulli law. */
    public static Law bernoulli(double p) {
        return new DiscreteLaw(new double[] {1 - p, p}, new double[][] {{0, 1 / (p * (1 - p))}}, Tail.LIGHT);
    }

    /** The binomial law. */
    public static Law binomial(int trials, double p) {
        return DiscreteLaw.of(1, Tail.LIGHT, x -> Math.log((trials - x) / (x + 1) * (p / (1 - p))), (x, _) -> x / (p * (1 - p)));
    }

    /** The Poisson law. */
    public static Law poisson(double mean) {
        return DiscreteLaw.of(1, Tail.LIGHT, x -> Math.log(mean / (x + 1)), (x, _) -> x / mean);
    }

    /** The geometric law of failures. */
    public static Law geometric(double p) {
        return DiscreteLaw.of(1, Tail.exponential(-Math.log1p(-p)), _ -> Math.log1p(-p), (x, _) -> -x / (1 - p));
    }

    /** The negative binomial law. */
    public static Law negativeBinomial(double successes, double p) {
        return DiscreteLaw.of(2, Tail.exponential(-Math.log1p(-p)),
                x -> Math.log((x + successes) / (x + 1)) + Math.log1p(-p),
                (x, parameter) -> parameter == 0 ? harmonic(successes, x) : -x / (1 - p));
    }

    /** The digamma function of r + x less that of r. */
    private static double harmonic(double r, int x) {
        double sum = 0;
        for (int j = x - 1; j >= 0; j--) {
            sum += 1 / (r + j);
        }
        return sum;
    }

    /** The zeta law. */
    public static Law zeta(double exponent) {
        return new ZetaLaw(exponent);
    }

    /** The law of 0, 1, … with given probabilities, whose parameters are their logits. */
    public static Law categorical(double... probabilities) {
        double[][] statistics = new double[probabilities.length][probabilities.length];
        for (int k = 0; k < probabilities.length; k++) {
            statistics[k][k] = 1;
        }
        return new DiscreteLaw(Arrays.copyOf(probabilities, probabilities.length), statistics, Tail.LIGHT);
    }
}
