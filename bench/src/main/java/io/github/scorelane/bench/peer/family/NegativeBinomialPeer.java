package io.github.scorelane.bench.peer.family;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.statistics.distribution.PascalDistribution;

/**
 * Negative binomial, the failures before the r-th success: Poisson draws of gamma means by Commons RNG, and the scores
 * ψ(x + r) − ψ(r) + ln p and r/p − x/(1 − p).
 */
public final class NegativeBinomialPeer extends DiscretePeer {
    private final int successes;
    private final double probability;
    private final double atZero;

    /** A distribution of given parameters. */
    public NegativeBinomialPeer(int successes, double probability) {
        super(PascalDistribution.of(successes, probability)::logProbability, mixed(successes, (1 - probability) / probability));
        this.successes = successes;
        this.probability = probability;
        atZero = Digamma.value(successes) - Math.log(probability);
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        double[] bySuccesses = gradient[0];
        double[] byProbability = gradient[1];
        for (int i = 0; i < x.length; i++) {
            bySuccesses[i] = Digamma.value(x[i] + successes) - atZero;
            byProbability[i] = successes / probability - x[i] / (1 - probability);
        }
    }

    private static DiscreteSampler mixed(double shape, double scale) {
        UniformRandomProvider generator = generator();
        ContinuousSampler means = AhrensDieterMarsagliaTsangGammaSampler.of(generator, shape, scale);
        return () -> PoissonSampler.of(generator, means.sample()).sample();
    }
}
