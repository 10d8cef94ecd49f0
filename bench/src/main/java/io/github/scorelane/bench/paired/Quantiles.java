package io.github.scorelane.bench.paired;

import java.util.Arrays;

/**
 * What is told of many numbers.
 *
 * @param median the middle one
 * @param p10 a tenth of them are below
 * @param p90 a tenth of them are above
 */
public record Quantiles(double median, double p10, double p90) {
    static Quantiles of(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return new Quantiles(at(sorted, 0.5), at(sorted, 0.1), at(sorted, 0.9));
    }

    /** Between two of the numbers, on the line between them. */
    private static double at(double[] sorted, double part) {
        double place = part * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
