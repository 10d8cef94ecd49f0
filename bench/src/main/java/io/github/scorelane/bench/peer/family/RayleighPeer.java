package io.github.scorelane.bench.peer.family;

import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.WeibullDistribution;

/** Rayleigh: square roots of the ziggurat's exponential draws, and the score (x²/σ² − 2)/σ. */
public final class RayleighPeer extends ContinuousPeer {
    private final double scale;

    /** A distribution of given parameters. */
    public RayleighPeer(double scale) {
        super(WeibullDistribution.of(2, scale * Math.sqrt(2))::logDensity,
                roots(ZigguratSampler.Exponential.of(generator(), 2 * scale * scale)));
        this.scale = scale;
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        double[] byScale = gradient[0];
        for (int i = 0; i < x.length; i++) {
            double z = x[i] / scale;
            byScale[i] = (z * z - 2) / scale;
        }
    }

    private static ContinuousSampler roots(ContinuousSampler exponential) {
        return () -> Math.sqrt(exponential.sample());
    }
}
