package io.github.scorelane.engine.surrogate;

import io.github.scorelane.distribution.HasAtoms;
import io.github.scorelane.distribution.HasHessian;
import io.github.scorelane.distribution.HasLogisticForm;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.engine.draw.Capability;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;

/**
 * Law of a sample of one number, reduced to what surrogates need of its distribution: the density at given points, and the rows of
 * scores there that the estimate multiplies f by.
 */
public final class Law {
    private final UnivariateDistribution distribution;
    private final boolean secondOrder;
    private final int parameters;

    /**
     * Creates the law of a distribution.
     *
     * @param distribution the distribution of the samples
     * @param secondOrder whether the scores are followed by the rows ∂² log p/∂θ_i ∂θ_j + s_i·s_j, by which a Hessian multiplies f
     */
    public Law(UnivariateDistribution distribution, boolean secondOrder) {
        this.distribution = distribution;
        this.secondOrder = secondOrder;
        parameters = distribution.parameterNames().size();
    }

    /** Returns the number of rows of scores. */
    int rows() {
        return secondOrder ? parameters + parameters * (parameters + 1) / 2 : parameters;
    }

    /** Returns the map to a law that is nearly logistic; null where the distribution has none. */
    HasLogisticForm logisticForm() {
        return Capability.of(Capability.constrained(distribution), HasLogisticForm.class);
    }

    /** Returns the first and the last atom; null for a law that has a density. */
    long[] atoms() {
        HasAtoms discrete = Capability.of(Capability.constrained(distribution), HasAtoms.class);
        return discrete == null ? null : discrete.atoms();
    }

    /** Returns exp(ln p(x) + t) at each point: the probability it stands for, if t is the logarithm of its weight. */
    double[] densities(double[] x, double[] t) {
        double[] densities = new double[x.length];
        distribution.logPdf(x, 0, densities, 0, x.length);
        GridLoops.add(densities, t);
        Exp.exp(densities, 0, densities, 0, x.length);
        return densities;
    }

    /** Returns the rows of scores at each point. */
    double[][] scores(double[] x) {
        double[][] rows = new double[rows()][x.length];
        distribution.gradLogPdf(x, 0, secondOrder ? Arrays.copyOf(rows, parameters) : rows, 0, x.length);
        if (secondOrder) {
            double[][] pairs = Arrays.copyOfRange(rows, parameters, rows.length);
            ((HasHessian) distribution).hessianLogPdf(x, pairs, 0, x.length);
            int pair = 0;
            for (int j = 0; j < parameters; j++) {
                for (int i = 0; i <= j; i++) {
                    addProduct(rows[i], rows[j], pairs[pair++]);
                }
            }
        }
        return rows;
    }

    private static void addProduct(double[] a, double[] b, double[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] = Fma.fma(a[j], b[j], sum[j]);
        }
    }
}
