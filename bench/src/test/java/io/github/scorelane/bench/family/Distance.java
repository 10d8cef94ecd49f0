package io.github.scorelane.bench.family;

import java.util.Arrays;

/** Kolmogorov and Smirnov's distance of two samples: the largest difference of their empirical distribution functions. */
public final class Distance {
    /** Kolmogorov's quantile of 1 − 1e-9. */
    private static final double KOLMOGOROV = Math.sqrt(Math.log(2e9) / 2);

    private Distance() {}

    /** The distance that two samples of n numbers each exceed once in 1e9 where their law is one, or less often if discrete. */
    public static double limit(int n) {
        return KOLMOGOROV * Math.sqrt(2.0 / n);
    }

    /** The distance. */
    public static double of(double[] first, double[] second) {
        double[] a = sorted(first);
        double[] b = sorted(second);
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            double x = Math.min(a[i], b[j]);
            while (i < a.length && a[i] == x) {
                i++;
            }
            while (j < b.length && b[j] == x) {
                j++;
            }
            largest = Math.max(largest, Math.abs((double) i / a.length - (double) j / b.length));
        }
        return largest;
    }

    private static double[] sorted(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
