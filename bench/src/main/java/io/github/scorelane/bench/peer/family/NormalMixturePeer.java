package io.github.scorelane.bench.peer.family;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AliasMethodDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A mixture of normals: a component by Commons RNG's alias table, a normal by the ziggurat; with the responsibilities r_k the
 * scores r_k − π_k, r_k z_k/σ_k and r_k(z_k² − 1)/σ_k.
 */
public final class NormalMixturePeer extends ContinuousPeer {
    private final double[] weights;
    private final double[] means;
    private final double[] standardDeviations;

    /** A mixture of given weights, whose sum is 1. */
    public NormalMixturePeer(double[] weights, double[] means, double[] standardDeviations) {
        super(x -> {
            double sum = 0;
            for (int k = 0; k < weights.length; k++) {
                sum += part(weights[k], (x - means[k]) / standardDeviations[k], standardDeviations[k]);
            }
            return Math.log(sum / Math.sqrt(2 * Math.PI));
        }, chosen(weights, means, standardDeviations));
        this.weights = weights;
        this.means = means;
        this.standardDeviations = standardDeviations;
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        int components = weights.length;
        double[] z = new double[components];
        double[] parts = new double[components];
        for (int i = 0; i < x.length; i++) {
            double sum = 0;
            for (int k = 0; k < components; k++) {
                z[k] = (x[i] - means[k]) / standardDeviations[k];
                parts[k] = part(weights[k], z[k], standardDeviations[k]);
                sum += parts[k];
            }
            for (int k = 0; k < components; k++) {
                double responsibility = parts[k] / sum;
                gradient[k][i] = responsibility - weights[k];
                gradient[components + k][i] = responsibility * z[k] / standardDeviations[k];
                gradient[2 * components + k][i] = responsibility * (z[k] * z[k] - 1) / standardDeviations[k];
            }
        }
    }

    private static double part(double weight, double z, double standardDeviation) {
        return weight / standardDeviation * Math.exp(-0.5 * z * z);
    }

    private static ContinuousSampler chosen(double[] weights, double[] means, double[] standardDeviations) {
        UniformRandomProvider generator = generator();
        DiscreteSampler component = AliasMethodDiscreteSampler.of(generator, weights);
        ContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(generator);
        return () -> {
            int k = component.sample();
            return means[k] + standardDeviations[k] * normal.sample();
        };
    }
}
