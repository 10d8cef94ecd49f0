package io.github.scorelane.bench.honesty.law;

/** Laws of positive numbers, and of numbers between 0 and 1. */
public final class PositiveLaws {
    private PositiveLaws() {}

    /** The log-normal law. */
    public static Law logNormal(double mu, double sigma) {
        return ContinuousLaw.of(2, Chart.LOGARITHM, mu, Tail.SUBEXPONENTIAL, (_, y, t) -> {
            double z = (y - mu) / sigma;
            t[0] = z / sigma;
            t[1] = z * z / sigma;
            return -z * z / 2 - y;
        });
    }

    /** The exponential law. */
    public static Law exponential(double mean) {
        return ContinuousLaw.of(1, Chart.LOGARITHM, Math.log(mean), Tail.exponential(1 / mean), (x, _, t) -> {
            t[0] = x / (mean * mean);
            return -x / mean;
        });
    }

    /** The gamma law. */
    public static Law gamma(double shape, double scale) {
        return ContinuousLaw.of(2, Chart.LOGARITHM, Math.log(shape * scale), Tail.exponential(1 / scale), (x, y, t) -> {
            t[0] = y;
            t[1] = x / (scale * scale);
            return (shape - 1) * y - x / scale;
        });
    }

    /** The chi-squared law. */
    public static Law chiSquared(double freedom) {
        return ContinuousLaw.of(1, Chart.LOGARITHM, Math.log(freedom), Tail.exponential(0.5), (x, y, t) -> {
            t[0] = y / 2;
            return (freedom / 2 - 1) * y - x / 2;
        });
    }

    /** The Weibull law. */
    public static Law weibull(double shape, double scale) {
        double rate = shape > 1 ? Double.POSITIVE_INFINITY : shape == 1 ? 1 / scale : 0;
        return ContinuousLaw.of(2, Chart.LOGARITHM, Math.log(scale), Tail.exponential(rate), (_, y, t) -> {
            double w = y - Math.log(scale);
            double r = Math.exp(shape * w);
            t[0] = w * (1 - r);
            t[1] = r * shape / scale;
            return (shape - 1) * y - r;
        });
    }

    /** The Rayleigh law. */
    public static Law rayleigh(double scale) {
        return scaled(1, scale);
    }

    /** The half-normal law. */
    public static Law halfNormal(double scale) {
        return scaled(0, scale);
    }

    /** The law with density in proportion to x^power·exp(−x²/2σ²). */
    private static Law scaled(int power, double scale) {
        return ContinuousLaw.of(1, Chart.LOGARITHM, Math.log(scale), Tail.LIGHT, (x, y, t) -> {
            double z = x / scale;
            t[0] = z * z / scale;
            return power * y - z * z / 2;
        });
    }

    /** The Pareto law, of which the scale is no parameter. */
    public static Law pareto(double scale, double shape) {
        double least = Math.log(scale);
        return ContinuousLaw.of(1, Chart.LOGARITHM, least + 1e-3, Tail.power(shape), (_, y, t) -> {
            t[0] = -y;
            return -(shape + 1) * y;
        }).on(least, Double.POSITIVE_INFINITY);
    }

    /** The inverse gamma law. */
    public static Law inverseGamma(double shape, double scale) {
        return ContinuousLaw.of(2, Chart.LOGARITHM, Math.log(scale / shape), Tail.power(shape), (x, y, t) -> {
            t[0] = -y;
            t[1] = -1 / x;
            return -(shape + 1) * y - scale / x;
        });
    }

    /** The inverse Gaussian law. */
    public static Law inverseGaussian(double mean, double shape) {
        Tail tail = Tail.exponential(shape / (2 * mean * mean));
        return ContinuousLaw.of(2, Chart.LOGARITHM, Math.log(mean), tail, (x, y, t) -> {
            double d = x / mean - 1;
            t[0] = shape * d / (mean * mean);
            t[1] = -d * d / (2 * x);
            return -1.5 * y - shape * d * d / (2 * x);
        });
    }

    /** The beta law. */
    public static Law beta(double alpha, double beta) {
        return ContinuousLaw.of(2, Chart.LOGIT, Math.log(alpha / beta), Tail.LIGHT, (_, y, t) -> {
            t[0] = Chart.logComplement(-y);
            t[1] = Chart.logComplement(y);
            return (alpha - 1) * t[0] + (beta - 1) * t[1];
        });
    }

    /** The Kumaraswamy law. */
    public static Law kumaraswamy(double a, double b) {
        return ContinuousLaw.of(2, Chart.LOGIT, 0, Tail.LIGHT, (_, y, t) -> {
            double log = Chart.logComplement(-y);
            double power = Math.exp(a * log);
            double rest = -Math.expm1(a * log);
            t[0] = log - (b - 1) * power * log / rest;
            t[1] = Math.log(rest);
            return (a - 1) * log + (b - 1) * t[1];
        });
    }
}
