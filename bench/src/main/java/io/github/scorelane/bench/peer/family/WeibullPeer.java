package io.github.scorelane.bench.peer.family;

import org.apache.commons.statistics.distribution.WeibullDistribution;

/**
 * Weibull: powers of exponential draws of the ziggurat, as Commons Statistics draws, and with r = (x/λ)^k the scores
 * 1/k + ln(x/λ)(1 − r) and (r − 1)k/λ.
 */
public final class WeibullPeer extends ContinuousPeer {
    private final double shape;
    private final double scale;

    /** A distribution of given parameters. */
    public WeibullPeer(double shape, double scale) {
        super(WeibullDistribution.of(shape, scale)::logDensity,
                WeibullDistribution.of(shape, scale).createSampler(generator())::sample);
        this.shape = shape;
        this.scale = scale;
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        double[] byShape = gradient[0];
        double[] byScale = gradient[1];
        for (int i = 0; i < x.length; i++) {
            double log = Math.log(x[i] / scale);
            double r = Math.exp(shape * log);
            byShape[i] = 1 / shape + log * (1 - r);
            byScale[i] = (r - 1) * shape / scale;
        }
    }
}
