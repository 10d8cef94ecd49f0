package io.github.scorelane.bench.peer.family;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;

/**
 * Truncated normal: the draws of Commons Statistics, and the normal scores less their means: with A and B the standardised
 * bounds and Z the mass between them, (φ(A) − φ(B))/(σZ) and (Aφ(A) − Bφ(B))/(σZ).
 */
public final class TruncatedNormalPeer extends ContinuousPeer {
    private final double mean;
    private final double standardDeviation;
    private final double meanByMean;
    private final double meanByStandardDeviation;

    /** A distribution of given parameters and bounds. */
    public TruncatedNormalPeer(double mean, double standardDeviation, double lower, double upper) {
        super(TruncatedNormalDistribution.of(mean, standardDeviation, lower, upper)::logDensity,
                TruncatedNormalDistribution.of(mean, standardDeviation, lower, upper).createSampler(generator())::sample);
        this.mean = mean;
        this.standardDeviation = standardDeviation;
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double a = (lower - mean) / standardDeviation;
        double b = (upper - mean) / standardDeviation;
        double mass = standardDeviation * normal.probability(a, b);
        meanByMean = (normal.density(a) - normal.density(b)) / mass;
        meanByStandardDeviation = (a * normal.density(a) - b * normal.density(b)) / mass;
    }

    @Override
    void gradLogPdf(double[] x, double[][] gradient) {
        double[] byMean = gradient[0];
        double[] byStandardDeviation = gradient[1];
        for (int i = 0; i < x.length; i++) {
            double z = (x[i] - mean) / standardDeviation;
            byMean[i] = z / standardDeviation - meanByMean;
            byStandardDeviation[i] = (z * z - 1) / standardDeviation - meanByStandardDeviation;
        }
    }
}
