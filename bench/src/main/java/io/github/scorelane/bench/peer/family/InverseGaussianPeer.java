package io.github.scorelane.bench.peer.family;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Inverse Gaussian: draws by Michael, Schucany and Haas (1976) of the ziggurat's normals, and the scores λ(x − μ)/μ³ and
 * 1/(2λ) − (x − μ)²/(2μ²x).
 */
public final class InverseGaussianPeer extends ContinuousPeer {
    private final double mean;
    private final double shape;

    /** A distribution of given parameters. */
    public InverseGaussianPeer(double mean, double shape) {
        super(x -> 0.5 * Math.log(shape / (2 * Math.PI * x * x * x)) - shape * (x - mean) * (x - mean) / (2 * mean * mean * x),
                roots(mean, shape));
        this.mean = mean;
        this.shape = shape;
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        double[] byMean = gradient[0];
        double[] byShape = gradient[1];
        for (int i = 0; i < x.length; i++) {
            double deviation = x[i] - mean;
            byMean[i] = shape * deviation / (mean * mean * mean);
            byShape[i] = 0.5 / shape - deviation * deviation / (2 * mean * mean * x[i]);
        }
    }

    private static ContinuousSampler roots(double mean, double shape) {
        UniformRandomProvider generator = generator();
        ContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(generator);
        return () -> {
            double z = normal.sample();
            double y = mean * z * z;
            double x = mean + mean / (2 * shape) * (y - Math.sqrt(y * (4 * shape + y)));
            return generator.nextDouble() * (mean + x) <= mean ? x : mean * mean / x;
        };
    }
}
