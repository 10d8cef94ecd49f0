package io.github.scorelane.bench.peer.family;

import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.FoldedNormalDistribution;

/** Half-normal: the ziggurat's draws without their signs, and the score (z² − 1)/σ. */
public final class HalfNormalPeer extends ContinuousPeer {
    private final double scale;

    /** A distribution of given parameters. */
    public HalfNormalPeer(double scale) {
        super(FoldedNormalDistribution.of(0, scale)::logDensity,
                absolute(ZigguratSampler.NormalizedGaussian.of(generator()), scale));
        this.scale = scale;
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        double[] byScale = gradient[0];
        for (int i = 0; i < x.length; i++) {
            double z = x[i] / scale;
            byScale[i] = (z * z - 1) / scale;
        }
    }

    private static ContinuousSampler absolute(ContinuousSampler normal, double scale) {
        return () -> scale * Math.abs(normal.sample());
    }
}
