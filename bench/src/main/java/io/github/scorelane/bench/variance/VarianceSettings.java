package io.github.scorelane.bench.variance;

/**
 * How much is done.
 *
 * @param samples of an estimate, rising
 * @param seeds estimates of each kind, whose variance is taken
 * @param boundSeeds the same of the evidence lower bound, whose sum of 62 variances needs fewer
 * @param fitSteps of the posterior that the bound is taken at
 * @param fitSamples of each step
 * @param seconds spent on the times of each f and number of samples
 */
public record VarianceSettings(int[] samples, int seeds, int boundSeeds, int fitSteps, int fitSamples, double seconds) {
    /** What the README has. */
    public static VarianceSettings full() {
        return new VarianceSettings(new int[] {256, 1_024, 4_096, 16_384}, 6_000, 160, 500, 1_024, 1);
    }

    /** In some seconds. */
    public static VarianceSettings brief() {
        return new VarianceSettings(new int[] {256, 1_024, 4_096, 16_384}, 400, 10, 100, 256, 0.05);
    }

    int seeds(Subject subject) {
        return subject == Subject.BOUND ? boundSeeds : seeds;
    }
}
