package io.github.scorelane.distribution;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;

/**
 * The law of the inverse Gaussian distribution, with the distribution function Φ(a) + exp(2λ/μ)·Φ(−b), where
 * a = √(λ/x)(x/μ − 1) and b = √(λ/x)(x/μ + 1). As b² − a² = 4λ/μ, its second term is ½·exp(−a²/2)·erfcx(b/√2).
 *
 * <p>Source: R. S. Chhikara, J. L. Folks, <i>The inverse Gaussian distribution</i>, 1989.
 */
final class InverseGaussianLaw {
    private InverseGaussianLaw() {}

    static Law of(double mean, double shape) {
        double width = Math.sqrt(mean / shape);
        // The smallest probabilities of cells lie between the mean divided by this factor and the mean times it.
        double factor = 1 + 100 * width * (1 + width);
        return BisectedLaw.of(
                x -> x <= 0 ? 0 : 0.5 * Erfc.value(-a(mean, shape, x) / Math.sqrt(2)) + second(mean, shape, x),
                x -> x <= 0 ? 1 : above(mean, shape, x),
                x -> 0.5 * Math.log(shape / (2 * Math.PI)) - 1.5 * Math.log(x)
                        - shape * (x / mean - 1) * (x / mean - 1) / (2 * x),
                mean / factor, mean * factor);
    }

    private static double above(double mean, double shape, double x) {
        double a = a(mean, shape, x);
        return a < 0 ? 0.5 * Erfc.value(a / Math.sqrt(2)) - second(mean, shape, x)
                : 0.5 * Math.exp(-a * a / 2) * (Erfcx.value(a / Math.sqrt(2)) - Erfcx.value(b(mean, shape, x) / Math.sqrt(2)));
    }

    private static double second(double mean, double shape, double x) {
        double a = a(mean, shape, x);
        return 0.5 * Math.exp(-a * a / 2) * Erfcx.value(b(mean, shape, x) / Math.sqrt(2));
    }

    private static double a(double mean, double shape, double x) {
        return Math.sqrt(shape / x) * (x - mean) / mean;
    }

    private static double b(double mean, double shape, double x) {
        return Math.sqrt(shape / x) * (x / mean + 1);
    }
}
