package io.github.scorelane.distribution;

import java.util.List;

/**
 * A univariate distribution with unconstrained parameters η whose Fisher information is known: F_ij·∂θ_i/∂η_i·∂θ_j/∂η_j,
 * where F is that of its own parameters θ.
 */
sealed class UnconstrainedWithFisher extends Unconstrained implements HasFisherInformation permits UnconstrainedWithHessian {
    UnconstrainedWithFisher(UnivariateDistribution distribution, List<Link> links) {
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
