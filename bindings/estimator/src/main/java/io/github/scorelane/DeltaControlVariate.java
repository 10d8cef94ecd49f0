package io.github.scorelane;

import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.MultivariateNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.engine.control.KnownControl;
import io.github.scorelane.function.BatchFunction;
import io.github.scorelane.kernel.math.Fma;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The control variate of the delta method, h(x) = g·(x − a) + ½(x − a)ᵀH(x − a) with a fixed at the mean of N(μ, LLᵀ):
 * E[h] = ½ tr(LᵀHL), its derivative by μ is g, and by L the lower triangle of HL.
 */
final class DeltaControlVariate implements ControlVariate.Kind, Serializable {
    private final double[] gradient;
    /** The symmetric part of what was given, which alone counts in the quadratic form. */
    private final double[][] hessian;

    DeltaControlVariate(double[] gradient, double[][] hessian) {
        int dimension = gradient.length;
        this.gradient = gradient.clone();
        this.hessian = new double[dimension][dimension];
        if (hessian.length != dimension) {
            throw new IllegalArgumentException("number of rows of the Hessian is not that of the gradient's numbers, " + dimension
                    + ": " + hessian.length);
        }
        for (int i = 0; i < dimension; i++) {
            ControlVariate.requireFinite("gradient[" + i + "]", gradient[i]);
            if (hessian[i].length != dimension) {
                throw new IllegalArgumentException("length of row " + i + " of the Hessian is not " + dimension + ": "
                        + hessian[i].length);
            }
            for (int j = 0; j < dimension; j++) {
                ControlVariate.requireFinite("Hessian[" + i + "][" + j + "]", hessian[i][j]);
            }
        }
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                this.hessian[i][j] = 0.5 * hessian[i][j] + 0.5 * hessian[j][i];
            }
        }
    }

    @Override
    public KnownControl at(MultivariateDistribution distribution, double scale) {
        Object normal = ControlVariate.shown(distribution);
        if (!(normal instanceof Normal || normal instanceof DiagonalNormal || normal instanceof MultivariateNormal)) {
            throw new IllegalArgumentException("distribution is not a Normal, DiagonalNormal or MultivariateNormal, of which the"
                    + " delta method's moments are known; use ControlVariate.of with moments of your own: " + normal);
        }
        int dimension = distribution.dimension();
        if (gradient.length != dimension) {
            throw new IllegalArgumentException("number of derivatives of f is not that of the coordinates, " + dimension + ": "
                    + gradient.length);
        }
        double[] theta = distribution.parameters();
        double[] mean = Arrays.copyOf(theta, dimension);
        double[] ofMean = Arrays.copyOf(gradient, theta.length);
        double expected = normal instanceof MultivariateNormal ? ofFactor(theta, ofMean) : ofDeviations(theta, ofMean);
        for (int p = 0; p < ofMean.length; p++) {
            ofMean[p] *= scale;
        }
        return new KnownControl(() -> new Quadratic(mean, scale), scale * expected, ofMean);
    }

    /**
     * Returns E[h] where L is a diagonal of standard deviations, and writes the derivatives by them: only the diagonal of H counts,
     * because coordinates are independent.
     */
    private double ofDeviations(double[] theta, double[] ofMean) {
        int dimension = gradient.length;
        double trace = 0;
        for (int d = 0; d < dimension; d++) {
            double deviation = theta[dimension + d];
            ofMean[dimension + d] = hessian[d][d] * deviation;
            trace = Fma.fma(ofMean[dimension + d], deviation, trace);
        }
        return 0.5 * trace;
    }

    /** Returns E[h] where L is a lower triangle, and writes the derivatives by it, row by row as the parameters are. */
    private double ofFactor(double[] theta, double[] ofMean) {
        int dimension = gradient.length;
        double trace = 0;
        int place = dimension;
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j <= i; j++, place++) {
                double product = 0;
                for (int k = j; k < dimension; k++) {
                    product = Fma.fma(hessian[i][k], theta[dimension + k * (k + 1) / 2 + j], product);
                }
                ofMean[place] = product;
                trace = Fma.fma(product, theta[place], trace);
            }
        }
        return 0.5 * trace;
    }

    /** The function h; each thread has its own, for it keeps an array to work in. */
    private final class Quadratic implements BatchFunction {
        private final double[] mean;
        private final double scale;
        private double[] row = new double[0];

        Quadratic(double[] mean, double scale) {
            this.mean = mean;
            this.scale = scale;
        }

        @Override
        public void evaluate(double[][] x, int n, double[] f) {
            if (row.length < n) {
                row = new double[n];
            }
            Arrays.fill(f, 0, n, 0.0);
            for (int i = 0; i < mean.length; i++) {
                Arrays.fill(row, 0, n, scale * gradient[i]);
                for (int j = 0; j <= i; j++) {
                    double factor = scale * (j == i ? 0.5 : 1) * hessian[i][j];
                    if (factor != 0) {
                        addProduct(x[j], mean[j], factor, row, n);
                    }
                }
                addProducts(x[i], mean[i], row, f, n);
            }
        }

        private static void addProduct(double[] x, double mean, double factor, double[] sum, int n) {
            for (int s = 0; s < n; s++) {
                sum[s] = Fma.fma(factor, x[s] - mean, sum[s]);
            }
        }

        private static void addProducts(double[] x, double mean, double[] row, double[] sum, int n) {
            for (int s = 0; s < n; s++) {
                sum[s] = Fma.fma(row[s], x[s] - mean, sum[s]);
            }
        }
    }
}
