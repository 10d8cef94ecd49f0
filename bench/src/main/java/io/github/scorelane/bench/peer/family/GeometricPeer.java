package io.github.scorelane.bench.peer.family;

import org.apache.commons.rng.sampling.distribution.GeometricSampler;
import org.apache.commons.statistics.distribution.GeometricDistribution;

/** Geometric, the failures before a success: Commons RNG's draws, and the score 1/p − x/(1 − p). */
public final class GeometricPeer extends DiscretePeer {
    private final double probability;

    /** A distribution of given parameters. */
    public GeometricPeer(double probability) {
        super(GeometricDistribution.of(probability)::logProbability, GeometricSampler.of(generator(), probability));
        this.probability = probability;
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        double[] byProbability = gradient[0];
        for (int i = 0; i < x.length; i++) {
            byProbability[i] = 1 / probability - x[i] / (1 - probability);
        }
    }
}
