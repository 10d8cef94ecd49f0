package io.github.scorelane.bench.peer.family;

import org.apache.commons.rng.sampling.distribution.MarsagliaTsangWangDiscreteSampler;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Binomial: draws from Commons RNG's table, by Marsaglia, Tsang and Wang, and the score (x − np)/(p(1 − p)). */
public final class BinomialPeer extends DiscretePeer {
    private final int trials;
    private final double probability;

    /** A distribution of given parameters. */
    public BinomialPeer(int trials, double probability) {
        super(BinomialDistribution.of(trials, probability)::logProbability,
                MarsagliaTsangWangDiscreteSampler.Binomial.of(generator(), trials, probability));
        this.trials = trials;
        this.probability = probability;
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        double[] byProbability = gradient[0];
        for (int i = 0; i < x.length; i++) {
            byProbability[i] = (x[i] - trials * probability) / (probability * (1 - probability));
        }
    }
}
