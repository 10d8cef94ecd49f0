package io.github.scorelane.bench.peer;

import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/** Commons RNG's fastest normal sampler on its fastest generator that Scorelane has too. */
public final class CommonsNormal {
    private final double mean;
    private final double standardDeviation;
    private final ContinuousSampler standardNormal;

    /** A sampler of N(μ, σ²). */
    public CommonsNormal(double mean, double standardDeviation, long seed) {
        this.mean = mean;
        this.standardDeviation = standardDeviation;
        standardNormal = standardNormal(seed);
    }

    /** Fills an array. */
    public void sample(double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = mean + standardDeviation * standardNormal.sample();
        }
    }

    static ContinuousSampler standardNormal(long seed) {
        return ZigguratSampler.NormalizedGaussian.of(RandomSource.SPLIT_MIX_64.create(seed));
    }
}
