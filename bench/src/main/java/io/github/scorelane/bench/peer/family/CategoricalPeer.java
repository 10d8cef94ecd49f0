package io.github.scorelane.bench.peer.family;

import org.apache.commons.rng.sampling.distribution.AliasMethodDiscreteSampler;

/** Categorical: draws from Commons RNG's alias table, and the scores of the logits, 1 − π_k where x = k, and −π_k elsewhere. */
public final class CategoricalPeer extends DiscretePeer {
    private final double[] probabilities;

    /** A distribution of given probabilities. */
    public CategoricalPeer(double... probabilities) {
        super(k -> Math.log(probabilities[k]), AliasMethodDiscreteSampler.of(generator(), probabilities));
        this.probabilities = probabilities;
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        for (int k = 0; k < probabilities.length; k++) {
            double[] byLogit = gradient[k];
            double probability = probabilities[k];
            for (int i = 0; i < x.length; i++) {
                byLogit[i] = (x[i] == k ? 1 : 0) - probability;
            }
        }
    }
}
