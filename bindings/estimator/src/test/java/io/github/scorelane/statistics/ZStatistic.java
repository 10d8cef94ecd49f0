package io.github.scorelane.statistics;

/** Statistic of a z-test of the mean of independent numbers. */
final class ZStatistic {
    private long count;
    private double mean;
    private double squares;

    /** Adds a number, by Welford's update. */
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

    /** Returns the standard error of the mean. */
    double error() {
        return Math.sqrt(variance() / count);
    }

    /**
     * Returns the number of standard errors between the mean and the expected value, or 0 if they are equal but for rounding.
     */
    double z(double expected) {
        double difference = mean - expected;
        return Math.abs(difference) <= 1e-13 * Math.abs(expected) ? 0 : difference / error();
    }
}
