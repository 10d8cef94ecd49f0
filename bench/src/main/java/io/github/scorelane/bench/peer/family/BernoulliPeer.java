package io.github.scorelane.bench.peer.family;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Bernoulli: a uniform below p, and the score (x − p)/(p(1 − p)). */
public final class BernoulliPeer extends DiscretePeer {
    private final double probability;

    /** A distribution of given parameters. */
    public BernoulliPeer(double probability) {
        super(BinomialDistribution.of(1, probability)::logProbability, below(probability));
        this.probability = probability;
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        double[] byProbability = gradient[0];
        for (int i = 0; i < x.length; i++) {
            byProbability[i] = (x[i] - probability) / (probability * (1 - probability));
        }
    }

    private static DiscreteSampler below(double probability) {
        UniformRandomProvider generator = generator();
        return () -> generator.nextDouble() < probability ? 1 : 0;
    }
}
