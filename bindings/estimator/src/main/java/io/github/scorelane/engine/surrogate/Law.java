package io.github.scorelane.engine.surrogate;

import io.github.scorelane.distribution.HasAtoms;
import io.github.scorelane.distribution.HasConstrainedForm;
import io.github.scorelane.distribution.HasHessian;
import io.github.scorelane.distribution.HasLogisticForm;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;

/**
 * The law of a sample of one number, as surrogates ask of it: its density at given points, and the scores there, of which the
 * estimate is made.
 */
public final class Law {
    private final UnivariateDistribution distribution;
    private final boolean secondOrder;
    private final int parameters;

    /**
     * Creates the law of a distribution.
     *
     * @param distribution of the samples
     * @param secondOrder whether the scores are followed by the rows ∂² log p/∂θ_i ∂θ_j + s_i·s_j of a Hessian
     */
    public Law(UnivariateDistribution distribution, boolean secondOrder) {
        this.distribution = distribution;
        this.secondOrder = secondOrder;
        parameters = distribution.parameterNames().size();
    }

    /** Number of rows that scores have. */
    int rows() {
        return secondOrder ? parameters + parameters * (parameters + 1) / 2 : parameters;
    }

    /** The map to about a logistic law, or null. */
    HasLogisticForm logisticForm() {
        return constrained() instanceof HasLogisticForm form ? form : null;
    }

    /** The first and the last atom, or null for a law that has a density. */
    long[] atoms() {
        return constrained() instanceof HasAtoms discrete ? discrete.atoms() : null;
    }

    /** Unconstrained parameters alter the scores, and not the law. */
    private UnivariateDistribution constrained() {
        return distribution instanceof HasConstrainedForm unconstrained ? unconstrained.constrained() : distribution;
    }

    /** exp(ln p(x) + t) at some points. */
    double[] densities(double[] x, double[] t) {
        double[] densities = new double[x.length];
        distribution.logPdf(x, 0, densities, 0, x.length);
        GridLoops.add(densities, t);
        Exp.exp(densities, 0, densities, 0, x.length);
        return densities;
    }

    /** The rows of scores at some points. */
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
