package io.github.scorelane.bench.peer.family;

import org.apache.commons.rng.sampling.distribution.InverseTransformParetoSampler;
import org.apache.commons.statistics.distribution.ParetoDistribution;

/** Pareto: draws by the inverse of the distribution function, and the score of the shape, 1/α − ln(x/scale). */
public final class ParetoPeer extends ContinuousPeer {
    private final double scale;
    private final double shape;

    /** A distribution of given parameters. */
    public ParetoPeer(double scale, double shape) {
        super(ParetoDistribution.of(scale, shape)::logDensity, InverseTransformParetoSampler.of(generator(), scale, shape));
        this.scale = scale;
        this.shape = shape;
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        double[] byShape = gradient[0];
        for (int i = 0; i < x.length; i++) {
            byShape[i] = 1 / shape - Math.log(x[i] / scale);
        }
    }
}
