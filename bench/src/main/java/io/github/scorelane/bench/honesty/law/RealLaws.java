package io.github.scorelane.bench.honesty.law;

import java.util.Arrays;

/** Laws on the real line, on intervals of it, and on the circle. */
public final class RealLaws {
    private RealLaws() {}

    /** The normal law. */
    public static Law normal(double mean, double deviation) {
        return ContinuousLaw.of(2, Chart.identity(deviation), mean, Tail.LIGHT, gaussian(mean, deviation));
    }

    /** The normal law between two bounds. */
    public static Law truncatedNormal(double mean, double deviation, double lower, double upper) {
        double step = Math.min(deviation, (upper - lower) / 4);
        double inside = Math.clamp(mean, lower + step / 100, upper - step / 100);
        return ContinuousLaw.of(2, Chart.identity(step), inside, Tail.LIGHT, gaussian(mean, deviation)).on(lower, upper);
    }

    private static LogDensity gaussian(double mean, double deviation) {
        return (x, _, t) -> {
            double z = (x - mean) / deviation;
            t[0] = z / deviation;
            t[1] = z * z / deviation;
            return -z * z / 2;
        };
    }

    /** The Gumbel law of maxima. */
    public static Law gumbel(double location, double scale) {
        return ContinuousLaw.of(2, Chart.identity(scale), location, Tail.exponential(1 / scale), (x, _, t) -> {
            double z = (x - location) / scale;
            double e = Math.exp(-z);
            t[0] = -e / scale;
            t[1] = z * (1 - e) / scale;
            return -z - e;
        });
    }

    /** The logistic law. */
    public static Law logistic(double location, double scale) {
        return ContinuousLaw.of(2, Chart.identity(scale), location, Tail.exponential(1 / scale), (x, _, t) -> {
            double z = (x - location) / scale;
            double tanh = Math.tanh(z / 2);
            t[0] = tanh / scale;
            t[1] = z * tanh / scale;
            return -Math.abs(z) - 2 * Math.log1p(Math.exp(-Math.abs(z)));
        });
    }

    /** The Laplace law. */
    public static Law laplace(double location, double scale) {
        return ContinuousLaw.of(2, Chart.identity(scale), location, Tail.exponential(1 / scale), (x, _, t) -> {
            double z = (x - location) / scale;
            t[0] = Math.signum(z) / scale;
            t[1] = Math.abs(z) / scale;
            return -Math.abs(z);
        }).withKink(location);
    }

    /** The Cauchy law. */
    public static Law cauchy(double location, double scale) {
        return ContinuousLaw.of(2, Chart.sinh(location, scale), 0, Tail.power(1), (x, _, t) -> {
            double z = (x - location) / scale;
            double q = 1 / (1 + z * z);
            t[0] = 2 * z * q / scale;
            t[1] = -2 * q / scale;
            return Math.log(q);
        });
    }

    /** Student's t law. */
    public static Law studentT(double freedom, double location, double scale) {
        return ContinuousLaw.of(3, Chart.sinh(location, scale), 0, Tail.power(freedom), (x, _, t) -> {
            double z = (x - location) / scale;
            double square = z * z / freedom;
            double share = square / (1 + square);
            t[0] = 0.5 * ((freedom + 1) / freedom * share - Math.log1p(square));
            t[1] = (freedom + 1) * z / (scale * (freedom + z * z));
            t[2] = (freedom + 1) * share / scale;
            return -(freedom + 1) / 2 * Math.log1p(square);
        });
    }

    /** The von Mises law, from −π to π. */
    public static Law vonMises(double direction, double concentration) {
        double step = 1 / Math.sqrt(1 + concentration);
        return ContinuousLaw.of(2, Chart.identity(step), direction, Tail.LIGHT, (x, _, t) -> {
            t[0] = concentration * Math.sin(x - direction);
            t[1] = Math.cos(x - direction);
            double sine = Math.sin((x - direction) / 2);
            return -2 * concentration * sine * sine;
        }).on(-Math.PI, Math.PI);
    }

    /** A mixture of normal laws: its weights, means and standard deviations, one after the other; parameters are logits. */
    public static Law normalMixture(double... numbers) {
        int components = numbers.length / 3;
        double[] means = Arrays.copyOfRange(numbers, components, 2 * components);
        double[] deviations = Arrays.copyOfRange(numbers, 2 * components, 3 * components);
        return ContinuousLaw.of(3 * components, Chart.identity(Arrays.stream(deviations).min().orElseThrow()), means[0],
                Tail.LIGHT, (x, _, t) -> {
                    double[] logs = new double[components];
                    for (int k = 0; k < components; k++) {
                        double z = (x - means[k]) / deviations[k];
                        logs[k] = Math.log(numbers[k] / deviations[k]) - z * z / 2;
                    }
                    double most = Arrays.stream(logs).max().orElseThrow();
                    double sum = Arrays.stream(logs).map(log -> Math.exp(log - most)).sum();
                    for (int k = 0; k < components; k++) {
                        double share = Math.exp(logs[k] - most) / sum;
                        double z = (x - means[k]) / deviations[k];
                        t[k] = share;
                        t[components + k] = share * z / deviations[k];
                        t[2 * components + k] = share * (z * z - 1) / deviations[k];
                    }
                    return most + Math.log(sum);
                });
    }
}
