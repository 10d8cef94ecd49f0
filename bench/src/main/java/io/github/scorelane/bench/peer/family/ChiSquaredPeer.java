package io.github.scorelane.bench.peer.family;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** Chi-squared: gamma draws, and the score (ln(x/2) − ψ(k/2))/2. */
public final class ChiSquaredPeer extends ContinuousPeer {
    private final double digamma;

    /** A distribution of given parameters. */
    public ChiSquaredPeer(double degreesOfFreedom) {
        super(ChiSquaredDistribution.of(degreesOfFreedom)::logDensity,
                AhrensDieterMarsagliaTsangGammaSampler.of(generator(), degreesOfFreedom / 2, 2));
        digamma = Digamma.value(degreesOfFreedom / 2);
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        double[] byDegreesOfFreedom = gradient[0];
        for (int i = 0; i < x.length; i++) {
            byDegreesOfFreedom[i] = 0.5 * (Math.log(0.5 * x[i]) - digamma);
        }
    }
}
