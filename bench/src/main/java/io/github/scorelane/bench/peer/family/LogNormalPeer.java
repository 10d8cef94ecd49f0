package io.github.scorelane.bench.peer.family;

import org.apache.commons.rng.sampling.distribution.LogNormalSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.LogNormalDistribution;

/** Log-normal: exponentials of the ziggurat's draws, and the normal scores of ln x. */
public final class LogNormalPeer extends ContinuousPeer {
    private final double mu;
    private final double sigma;

    /** A distribution of given parameters. */
    public LogNormalPeer(double mu, double sigma) {
        super(LogNormalDistribution.of(mu, sigma)::logDensity,
                LogNormalSampler.of(ZigguratSampler.NormalizedGaussian.of(generator()), mu, sigma));
        this.mu = mu;
        this.sigma = sigma;
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        double[] byMu = gradient[0];
        double[] bySigma = gradient[1];
        for (int i = 0; i < x.length; i++) {
            double z = (Math.log(x[i]) - mu) / sigma;
            byMu[i] = z / sigma;
            bySigma[i] = (z * z - 1) / sigma;
        }
    }
}
