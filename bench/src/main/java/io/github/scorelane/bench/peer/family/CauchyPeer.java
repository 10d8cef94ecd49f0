package io.github.scorelane.bench.peer.family;

import org.apache.commons.rng.sampling.distribution.StableSampler;
import org.apache.commons.statistics.distribution.CauchyDistribution;

/** Cauchy: draws of Commons RNG's stable distributions, and the scores 2z/(γ(1 + z²)) and (z² − 1)/(γ(1 + z²)). */
public final class CauchyPeer extends ContinuousPeer {
    private final double location;
    private final double scale;

    /** A distribution of given parameters. */
    public CauchyPeer(double location, double scale) {
        super(CauchyDistribution.of(location, scale)::logDensity, StableSampler.of(generator(), 1, 0, scale, location));
        this.location = location;
        this.scale = scale;
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        double[] byLocation = gradient[0];
        double[] byScale = gradient[1];
        for (int i = 0; i < x.length; i++) {
            double z = (x[i] - location) / scale;
            double denominator = scale * (1 + z * z);
            byLocation[i] = 2 * z / denominator;
            byScale[i] = (z * z - 1) / denominator;
        }
    }
}
