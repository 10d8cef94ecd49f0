package io.github.scorelane.bench.peer;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ChengBetaSampler;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.LevySampler;
import org.apache.commons.rng.sampling.distribution.LogNormalSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Commons RNG's ziggurat in an application that has drawn from five other distributions too, all through one loop over a
 * {@link ContinuousSampler}, as in any code that takes its sampler as an argument: the loop's call is then virtual.
 */
public final class BusyCommonsNormal {
    private static final int ARRAYS_OF_EACH = 400;

    private final double mean;
    private final double standardDeviation;
    private final ContinuousSampler standardNormal;

    /** A sampler of N(μ, σ²), after the others were made hot. */
    public BusyCommonsNormal(double mean, double standardDeviation, long seed, int size) {
        this.mean = mean;
        this.standardDeviation = standardDeviation;
        UniformRandomProvider generator = RandomSource.SPLIT_MIX_64.create(seed);
        standardNormal = ZigguratSampler.NormalizedGaussian.of(generator);
        List<ContinuousSampler> others = List.of(ZigguratSampler.Exponential.of(generator),
                AhrensDieterMarsagliaTsangGammaSampler.of(generator, 2.5, 1), ChengBetaSampler.of(generator, 2, 3),
                LogNormalSampler.of(ZigguratSampler.NormalizedGaussian.of(generator), 0, 1),
                LevySampler.of(generator, 0, 1));
        double[] x = new double[size];
        for (int i = 0; i < ARRAYS_OF_EACH; i++) {
            others.forEach(other -> fill(other, x));
        }
    }

    /** Fills an array. */
    public void sample(double[] x) {
        fill(standardNormal, x);
    }

    private void fill(ContinuousSampler sampler, double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = mean + standardDeviation * sampler.sample();
        }
    }
}
