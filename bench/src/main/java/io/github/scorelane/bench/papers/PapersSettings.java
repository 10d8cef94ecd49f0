package io.github.scorelane.bench.papers;

/**
 * The size of a run. Nothing is timed: the numbers are functions of these, the same on any machine.
 *
 * @param paths the number of paths of an option's estimate
 * @param longRun the number of paths of the Asian call's reference
 * @param grid the number of k of each cost
 * @param samples the number of samples of each of their estimates
 * @param steps the number of steps of a fit
 * @param interval the number of steps between looks
 * @param evaluationSamples the number of samples of a look
 * @param fits the number of fits of each kind
 */
public record PapersSettings(long paths, long longRun, int grid, long samples, int steps, int interval, int evaluationSamples,
        int fits) {
    /** The size that the papers have. */
    public static PapersSettings full() {
        return new PapersSettings(10_000, 100_000_000, 100, 10_000_000, 5_000, 50, 1_000, 20);
    }

    /** A run of some seconds. */
    public static PapersSettings brief() {
        return new PapersSettings(10_000, 1_000_000, 21, 100_000, 500, 25, 1_000, 2);
    }
}
