package io.github.scorelane.bench.variance;

/**
 * The size of a run.
 *
 * @param samples the numbers of samples of an estimate, rising
 * @param seeds the number of estimates of each kind, whose variance is taken
 * @param boundSeeds the same for the evidence lower bound, whose sum of 62 variances needs fewer
 * @param fitSteps the number of steps to the posterior that the bound is taken at
 * @param fitSamples the number of samples of each step
 * @param seconds the time that is spent on each f and number of samples
 */
public record VarianceSettings(int[] samples, int seeds, int boundSeeds, int fitSteps, int fitSamples, double seconds) {
    /** The run that the results have. */
    public static VarianceSettings full() {
        return new VarianceSettings(new int[] {256, 1_024, 4_096, 16_384}, 6_000, 160, 500, 1_024, 1);
    }

    /** A run of some seconds. */
    public static VarianceSettings brief() {
        return new VarianceSettings(new int[] {256, 1_024, 4_096, 16_384}, 400, 10, 100, 256, 0.05);
    }

    int seeds(Subject subject) {
        return subject == Subject.BOUND ? boundSeeds : seeds;
    }
}
