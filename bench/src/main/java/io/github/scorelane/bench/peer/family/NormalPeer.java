package io.github.scorelane.bench.peer.family;

import org.apache.commons.rng.sampling.distribution.GaussianSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Normal: the ziggurat's draws, and the scores z/σ and (z² − 1)/σ. */
public final class NormalPeer extends ContinuousPeer {
    private final double mean;
    private final double standardDeviation;

    /** A distribution of given parameters. */
    public NormalPeer(double mean, double standardDeviation) {
        super(NormalDistribution.of(mean, standardDeviation)::logDensity,
                GaussianSampler.of(ZigguratSampler.NormalizedGaussian.of(generator()), mean, standardDeviation));
        this.mean = mean;
        this.standardDeviation = standardDeviation;
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        double[] byMean = gradient[0];
        double[] byStandardDeviation = gradient[1];
        for (int i = 0; i < x.length; i++) {
            double z = (x[i] - mean) / standardDeviation;
            byMean[i] = z / standardDeviation;
            byStandardDeviation[i] = (z * z - 1) / standardDeviation;
        }
    }
}
