package io.github.scorelane.statistics;

/** A z-test of the mean of independent numbers. */
final class ZStatistic {
    private long count;
    private double mean;
    private double squares;

    /** Takes a number (Welford's update). */
    void add(double x) {
        count++;
        double d = x - mean;
        mean += d / count;
        squares += d * (x - mean);
    }

    double mean() {
        return mean;
    }

    double variance() {
        return squares / (count - 1);
    }

    /** The mean's standard error. */
    double error() {
        return Math.sqrt(variance() / count);
    }

    /** How many standard errors the mean is from what is expected; 0 if it equals it but for rounding. */
    double z(double expected) {
        double difference = mean - expected;
        return Math.abs(difference) <= 1e-13 * Math.abs(expected) ? 0 : difference / error();
    }
}
