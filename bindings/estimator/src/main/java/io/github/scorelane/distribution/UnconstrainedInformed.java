package io.github.scorelane.distribution;

import java.util.List;

/** A distribution by unconstrained parameters η, and its Fisher information: F_ij·∂θ_i/∂η_i·∂θ_j/∂η_j. */
sealed class UnconstrainedInformed extends Unconstrained implements HasFisherInformation permits UnconstrainedSmooth {
    UnconstrainedInformed(UnivariateDistribution distribution, List<Link> links) {
        super(distribution, links);
    }

    @Override
    public double[][] fisherInformation() {
        double[][] matrix = ((HasFisherInformation) constrained()).fisherInformation();
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                matrix[i][j] *= slope(i) * slope(j);
            }
        }
        return matrix;
    }
}
