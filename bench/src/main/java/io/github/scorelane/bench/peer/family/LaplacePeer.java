package io.github.scorelane.bench.peer.family;

import org.apache.commons.statistics.distribution.LaplaceDistribution;

/** Laplace: draws by the inverse of the distribution function, and the scores sign(z)/b and (|z| − 1)/b. */
public final class LaplacePeer extends ContinuousPeer {
    private final double location;
    private final double scale;

    /** A distribution of given parameters. */
    public LaplacePeer(double location, double scale) {
        super(LaplaceDistribution.of(location, scale)::logDensity,
                inverted(LaplaceDistribution.of(location, scale)::inverseCumulativeProbability));
        this.location = location;
        this.scale = scale;
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        double[] byLocation = gradient[0];
        double[] byScale = gradient[1];
        for (int i = 0; i < x.length; i++) {
            double z = (x[i] - location) / scale;
            byLocation[i] = Math.signum(z) / scale;
            byScale[i] = (Math.abs(z) - 1) / scale;
        }
    }
}
