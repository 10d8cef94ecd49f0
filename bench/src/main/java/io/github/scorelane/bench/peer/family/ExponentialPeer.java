package io.github.scorelane.bench.peer.family;

import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.ExponentialDistribution;

/** Exponential: the ziggurat's draws, and the score (x/μ − 1)/μ. */
public final class ExponentialPeer extends ContinuousPeer {
    private final double mean;

    /** A distribution of given parameters. */
    public ExponentialPeer(double mean) {
        super(ExponentialDistribution.of(mean)::logDensity, ZigguratSampler.Exponential.of(generator(), mean));
        this.mean = mean;
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        double[] byMean = gradient[0];
        for (int i = 0; i < x.length; i++) {
            byMean[i] = (x[i] / mean - 1) / mean;
        }
    }
}
