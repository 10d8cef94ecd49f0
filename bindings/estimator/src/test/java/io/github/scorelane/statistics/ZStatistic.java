package io.github.scorelane.statistics;

/** Statistic of a z-test of the mean of independent numbers. */
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

    /** Returns the standard error of the mean. */
    double error() {
        return Math.sqrt(variance() / count);
    }

    /** Returns the distance of the mean from the expected one, in standard errors; 0 if they are equal but for rounding. */
    double z(double expected) {
        double difference = mean - expected;
        return Math.abs(difference) <= 1e-13 * Math.abs(expected) ? 0 : difference / error();
    }
}
