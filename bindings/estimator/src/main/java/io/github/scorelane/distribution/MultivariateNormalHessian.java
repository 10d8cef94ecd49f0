package io.github.scorelane.distribution;

import io.github.scorelane.kernel.family.TriangularKernel;
import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;

/**
 * The second derivatives of a multivariate normal's log density, by the formulas of {@link MultivariateNormal#hessianLogPdf}.
 * It holds the matrices that they are made of, which are the same for all samples.
 */
final class MultivariateNormalHessian {
    private final int dimension;
    private final double[] factor;
    private final double[] units;
    private final double[][] inverse;
    private final double[][] precision;

    /**
     * Takes a packed L whose rows are multiplied by units that are powers of two, these units, and L⁻¹ and Σ⁻¹ of the
     * multiplied L.
     */
    MultivariateNormalHessian(double[] factor, double[] units, double[][] inverse, double[][] precision) {
        dimension = inverse.length;
        this.factor = factor;
        this.units = units;
        this.inverse = inverse;
        this.precision = precision;
    }

    /** Computes the second derivatives with respect to parameters p ≤ q at samples, from their ε and w. */
    void derivative(int p, int q, double[][] statistics, double[] row, int offset, int length) {
        if (q < dimension) {
            Arrays.fill(row, offset, offset + length, -precision[p][q] * units[p] * units[q]);
            return;
        }
        int k = Pairs.second(q - dimension);
        int l = q - dimension - TriangularKernel.row(k);
        double[] standard = statistics[l];
        double[] weight = statistics[dimension + k];
        double unit = units[k];
        // The statistic w belongs to the L that is not multiplied: divided by the row's unit, it belongs to the multiplied
        // one.
        double inUnits = 1 / unit;
        if (p < dimension) {
            double ofStandard = -precision[p][k];
            double ofWeight = -inverse[l][p];
            double otherUnit = units[p];
            for (int s = offset; s < offset + length; s++) {
                row[s] = Fma.fma(ofStandard, standard[s], ofWeight * (weight[s] * inUnits)) * unit * otherUnit;
            }
            return;
        }
        int i = Pairs.second(p - dimension);
        int j = p - dimension - TriangularKernel.row(i);
        double diagonal = 1 / factor[q - dimension];
        double constant = p == q && k == l ? diagonal * diagonal : 0;
        double both = -precision[i][k];
        double ofOne = -inverse[l][i];
        double ofOther = -inverse[j][k];
        double[] otherStandard = statistics[j];
        double[] otherWeight = statistics[dimension + i];
        double otherUnit = units[i];
        double inOtherUnits = 1 / otherUnit;
        for (int s = offset; s < offset + length; s++) {
            double first = Fma.fma(both, standard[s], ofOne * (weight[s] * inUnits)) * otherStandard[s];
            double sum = Fma.fma(ofOther * (otherWeight[s] * inOtherUnits), standard[s], first) + constant;
            row[s] = sum * unit * otherUnit;
        }
    }
}
