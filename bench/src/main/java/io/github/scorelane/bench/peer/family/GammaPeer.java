package io.github.scorelane.bench.peer.family;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * Gamma: draws by Marsaglia and Tsang's method, below shape 1 by Ahrens and Dieter's, and the scores ln(x/θ) − ψ(α) and
 * (x/θ − α)/θ.
 */
public final class GammaPeer extends ContinuousPeer {
    private final double shape;
    private final double scale;
    private final double digamma;

    /** A distribution of given parameters. */
    public GammaPeer(double shape, double scale) {
        super(GammaDistribution.of(shape, scale)::logDensity, AhrensDieterMarsagliaTsangGammaSampler.of(generator(), shape, scale));
        this.shape = shape;
        this.scale = scale;
        digamma = Digamma.value(shape);
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        double[] byShape = gradient[0];
        double[] byScale = gradient[1];
        for (int i = 0; i < x.length; i++) {
            double z = x[i] / scale;
            byShape[i] = Math.log(z) - digamma;
            byScale[i] = (z - shape) / scale;
        }
    }
}
