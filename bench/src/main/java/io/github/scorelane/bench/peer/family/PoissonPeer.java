package io.github.scorelane.bench.peer.family;

import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/** Poisson: draws by Kemp's and Hörmann's methods as Commons RNG chooses them, and the score x/λ − 1. */
public final class PoissonPeer extends DiscretePeer {
    private final double mean;

    /** A distribution of given parameters. */
    public PoissonPeer(double mean) {
        super(PoissonDistribution.of(mean)::logProbability, PoissonSampler.of(generator(), mean));
        this.mean = mean;
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        double[] byMean = gradient[0];
        for (int i = 0; i < x.length; i++) {
            byMean[i] = x[i] / mean - 1;
        }
    }
}
