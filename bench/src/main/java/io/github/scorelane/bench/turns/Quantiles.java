package io.github.scorelane.bench.turns;

import io.github.scorelane.bench.report.Text;
import java.util.Arrays;

/**
 * A summary of many numbers.
 *
 * @param median the number in the middle
 * @param p10 the number that a tenth of them are below
 * @param p90 the number that a tenth of them are above
 */
public record Quantiles(double median, double p10, double p90) {
    /** Sums up numbers in any order. */
    public static Quantiles of(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return new Quantiles(at(sorted, 0.5), at(sorted, 0.1), at(sorted, 0.9));
    }

    /** The range of most of the numbers, for a table. */
    public String range() {
        return Text.number(p10) + " to " + Text.number(p90);
    }

    /** The number at a part of the way, on the line between two of the numbers. */
    private static double at(double[] sorted, double part) {
        double place = part * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
