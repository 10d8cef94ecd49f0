package io.github.scorelane.bench.peer.family;

import org.apache.commons.rng.sampling.distribution.MarsagliaTsangWangDiscreteSampler;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/** Poisson: draws from Commons RNG's table, by Marsaglia, Tsang and Wang, and the score x/λ − 1. */
public final class TabledPoissonPeer extends DiscretePeer {
    private final double mean;

    /** A distribution of given parameters. */
    public TabledPoissonPeer(double mean) {
        super(PoissonDistribution.of(mean)::logProbability, MarsagliaTsangWangDiscreteSampler.Poisson.of(generator(), mean));
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
