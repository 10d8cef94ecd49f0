package io.github.scorelane.distribution;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Fma;
import java.util.List;

/**
 * A univariate distribution with unconstrained parameters η whose log density has known second derivatives: ∂² log p/∂η_i
 * ∂η_j = ∂² log p/∂θ_i ∂θ_j·∂θ_i/∂η_i·∂θ_j/∂η_j + [i = j]·∂ log p/∂θ_i·∂²θ_i/∂η_i².
 */
final class UnconstrainedWithHessian extends UnconstrainedWithFisher implements HasHessian {
    private final double[] curvatures;

    UnconstrainedWithHessian(UnivariateDistribution distribution, List<Link> links) {
        super(distribution, links);
        curvatures = curvatures();
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
        ((HasHessian) constrained()).hessianLogPdf(x, hessian, offset, length);
        Workspace workspace = Workspace.ofThread();
        long mark = workspace.mark();
        try {
            double[][] scores = Family.takeRows(workspace, curvatures.length);
            for (int i = 0; i < length; i += Math.min(Workspace.BLOCK, length - i)) {
                int n = Math.min(Workspace.BLOCK, length - i);
                constrained().gradLogPdf(x, offset + i, scores, 0, n);
                chain(scores, 0, hessian, offset + i, n);
            }
        } finally {
            workspace.giveBackTo(mark);
        }
    }

    @Override
    public void hessianLogPdf(double[] x, double[][] statistics, double[][] hessian, int offset, int length) {
        ((HasHessian) constrained()).hessianLogPdf(x, statistics, hessian, offset, length);
        Workspace workspace = Workspace.ofThread();
        long mark = workspace.mark();
        try {
            boolean fits = offset + length <= Workspace.BLOCK;
            double[][] scores = fits
                    ? Family.takeRows(workspace, curvatures.length) : new double[curvatures.length][offset + length];
            constrained().gradLogPdf(x, statistics, scores, offset, length);
            chain(scores, offset, hessian, offset, length);
        } finally {
            workspace.giveBackTo(mark);
        }
    }

    private void chain(double[][] scores, int scoresOffset, double[][] hessian, int offset, int length) {
        int row = 0;
        for (int j = 0; j < curvatures.length; j++) {
            for (int i = 0; i <= j; i++, row++) {
                double slopes = slope(i) * slope(j);
                double[] derivative = hessian[row];
                for (int s = offset; s < offset + length; s++) {
                    derivative[s] *= slopes;
                }
                // The score is added only on the diagonal. Elsewhere its factor would be 0, but a score may be infinite, and
                // the product NaN.
                double[] score = scores[j];
                for (int s = 0; s < length && i == j; s++) {
                    derivative[offset + s] = Fma.fma(curvatures[j], score[scoresOffset + s], derivative[offset + s]);
                }
            }
        }
    }
}
