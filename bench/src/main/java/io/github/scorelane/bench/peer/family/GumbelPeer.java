package io.github.scorelane.bench.peer.family;

import org.apache.commons.statistics.distribution.GumbelDistribution;

/**
 * Gumbel: draws by the inverse of the distribution function, and with e = exp(−z) the scores (1 − e)/β and
 * (z(1 − e) − 1)/β.
 */
public final class GumbelPeer extends ContinuousPeer {
    private final double location;
    private final double scale;

    /** A distribution of given parameters. */
    public GumbelPeer(double location, double scale) {
        super(GumbelDistribution.of(location, scale)::logDensity,
                inverted(GumbelDistribution.of(location, scale)::inverseCumulativeProbability));
        this.location = location;
        this.scale = scale;
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        double[] byLocation = gradient[0];
        double[] byScale = gradient[1];
        for (int i = 0; i < x.length; i++) {
            double z = (x[i] - location) / scale;
            double e = Math.exp(-z);
            byLocation[i] = (1 - e) / scale;
            byScale[i] = (z * (1 - e) - 1) / scale;
        }
    }
}
