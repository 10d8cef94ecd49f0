package io.github.scorelane.bench.peer.family;

import org.apache.commons.statistics.distribution.LogisticDistribution;

/** Logistic: draws by the inverse of the distribution function, and with t = tanh(z/2) the scores t/s and (zt − 1)/s. */
public final class LogisticPeer extends ContinuousPeer {
    private final double location;
    private final double scale;

    /** A distribution of given parameters. */
    public LogisticPeer(double location, double scale) {
        super(LogisticDistribution.of(location, scale)::logDensity,
                inverted(LogisticDistribution.of(location, scale)::inverseCumulativeProbability));
        this.location = location;
        this.scale = scale;
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        double[] byLocation = gradient[0];
        double[] byScale = gradient[1];
        for (int i = 0; i < x.length; i++) {
            double z = (x[i] - location) / scale;
            double t = Math.tanh(z / 2);
            byLocation[i] = t / scale;
            byScale[i] = (z * t - 1) / scale;
        }
    }
}
