package io.github.scorelane.bench.papers;

/**
 * How much is done. Nothing is timed: the numbers are functions of these, the same on any machine.
 *
 * @param paths of an option's estimate
 * @param longRun paths of the Asian call's reference
 * @param grid how many k of each cost
 * @param samples of each of their estimates
 * @param steps of a fit
 * @param interval steps between looks
 * @param evaluationSamples of a look
 * @param fits of each kind
 */
public record PapersSettings(long paths, long longRun, int grid, long samples, int steps, int interval, int evaluationSamples,
        int fits) {
    /** The papers'. */
    public static PapersSettings full() {
        return new PapersSettings(10_000, 100_000_000, 100, 10_000_000, 5_000, 50, 1_000, 20);
    }

    /** In some seconds. */
    public static PapersSettings brief() {
        return new PapersSettings(10_000, 1_000_000, 21, 100_000, 500, 25, 1_000, 2);
    }
}
