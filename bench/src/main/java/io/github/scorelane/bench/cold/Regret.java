package io.github.scorelane.bench.cold;

/**
 * Tells how much longer a program has taken than the scalar twins would have, at its worst moment: the largest ratio of the time
 * so far to theirs at the same number of samples. A program may end at any moment, so that one is the price of having vectors.
 */
public final class Regret {
    private Regret() {}

    /**
     * The largest ratio.
     *
     * @param ours the vectors' series
     * @param times their column
     * @param twins the twins' series
     * @param theirTimes its column
     * @param before the times that both had taken before, the vectors' first: with them, ratios are of times from the JVM's start
     * @param least nanoseconds of the twins, from which on ratios are looked at
     * @return the ratio at the worst moment that both series have, NaN if there is none
     */
    public static double worst(Series ours, long[] times, Series twins, long[] theirTimes, long[] before, double least) {
        double worst = Double.NaN;
        for (int i = 1; i < times.length; i++) {
            double theirs = twins.at(theirTimes, ours.samples()[i]);
            if (theirs >= least) {
                double ratio = (times[i] + before[0]) / (theirs + before[1]);
                worst = Double.isNaN(worst) ? ratio : Math.max(worst, ratio);
            }
        }
        return worst;
    }

    /** The largest ratio of the times since the first use. */
    public static double worst(Series ours, long[] times, Series twins, long[] theirTimes, double least) {
        return worst(ours, times, twins, theirTimes, new long[2], least);
    }
}
