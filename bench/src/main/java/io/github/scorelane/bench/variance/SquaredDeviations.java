package io.github.scorelane.bench.variance;

import java.util.Arrays;

/** The squared distance of an estimate from the mean of all seeds, or from the truth: a number for each seed. */
public final class SquaredDeviations {
    private final double[] squares;
    private final double sum;
    private final int freedom;

    /** Adds up the deviations of some components of gradients, {@code gradients[seed][component]}, from their means. */
    SquaredDeviations(double[][] gradients, int from, int to) {
        squares = new double[gradients.length];
        for (int p = from; p < to; p++) {
            int component = p;
            double mean = Arrays.stream(gradients).mapToDouble(gradient -> gradient[component]).average().orElseThrow();
            for (int i = 0; i < squares.length; i++) {
                double deviation = gradients[i][p] - mean;
                squares[i] += deviation * deviation;
            }
        }
        sum = Arrays.stream(squares).sum();
        freedom = squares.length - 1;
    }

    /** Takes the deviations of single numbers from what they estimate. */
    public SquaredDeviations(double[] estimates, double truth) {
        squares = Arrays.stream(estimates).map(x -> (x - truth) * (x - truth)).toArray();
        sum = Arrays.stream(squares).sum();
        freedom = squares.length;
    }

    /** The mean of the squares, about the truth, or the unbiased variance, about the mean. */
    public double variance() {
        return sum / freedom;
    }

    /** The ratio of this variance to another. */
    public double over(SquaredDeviations other) {
        return sum / other.sum;
    }

    /** The standard error of the ratio by the delta method; what the same seeds have in common does not count. */
    public double errorOver(SquaredDeviations other) {
        double ratio = over(other);
        double squared = 0;
        for (int i = 0; i < squares.length; i++) {
            double residual = squares[i] - ratio * other.squares[i];
            squared += residual * residual;
        }
        return Math.sqrt(squared) / other.sum;
    }
}
