package io.github.scorelane.quickstart;

import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.function.BatchFunction;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Log;
import java.util.Arrays;

/**
 * A Bayesian logistic regression: P(y = 1 | w) = 1/(1 + exp(−w·x)), where x begins with a 1 for the intercept, and all
 * weights w have the prior N(0, I).
 *
 * <p>The log likelihood of a row is log p(y | w) = −softplus(u), where u is −w·x if y = 1 and w·x if y = 0. Rows are stored
 * with that sign. The weights of many samples are kept in columns, {@code w[d][s]} with s the sample, so that every inner
 * loop runs along the samples and becomes vectors.
 */
public final class LogisticRegression {
    private final double[][] rows;
    private final DiagonalNormal prior;

    /**
     * Creates the regression for some observations.
     *
     * @param features a row for each observation, without the 1; at most 1,023 rows
     * @param labels true for each observation with y = 1
     * @throws IllegalArgumentException if there are too many rows
     */
    public LogisticRegression(double[][] features, boolean[] labels) {
        // The likelihood multiplies a factor between 1 and 2 for each row, and a double holds no more than 2^1023.
        if (features.length > 1023) {
            throw new IllegalArgumentException("number of rows is above 1023: " + features.length);
        }
        rows = new double[features.length][];
        for (int i = 0; i < rows.length; i++) {
            double sign = labels[i] ? -1 : 1;
            rows[i] = new double[features[i].length + 1];
            rows[i][0] = sign;
            for (int d = 1; d < rows[i].length; d++) {
                rows[i][d] = sign * features[i][d - 1];
            }
        }
        double[] ones = new double[rows[0].length];
        Arrays.fill(ones, 1);
        prior = DiagonalNormal.of(new double[ones.length], ones);
    }

    /**
     * Returns the number of weights.
     *
     * @return the number of features plus one
     */
    public int weights() {
        return prior.dimension();
    }

    /**
     * Returns the function whose expectation under w ~ q is the evidence lower bound (ELBO): log p(y | w) + log p(w) − log
     * q(w).
     *
     * @param q the distribution of the weights
     * @return the function of the weights
     */
    public BatchFunction evidenceLowerBound(DiagonalNormal q) {
        return (w, n, f) -> {
            double[] logPrior = new double[n];
            double[] logQ = new double[n];
            prior.logPdf(w, 0, logPrior, 0, n);
            q.logPdf(w, 0, logQ, 0, n);
            logLikelihood(w, n, f);
            for (int s = 0; s < n; s++) {
                f[s] += logPrior[s] - logQ[s];
            }
        };
    }

    /**
     * Computes log p(y | w) = −Σ softplus(u) = −Σ max(u, 0) − log Π (1 + exp(−|u|)), which takes one logarithm for all rows.
     *
     * @param w the weights, {@code w[d][s]}; the first is the intercept's
     * @param n number of samples
     * @param f array that receives the log likelihoods
     */
    public void logLikelihood(double[][] w, int n, double[] f) {
        double[] u = new double[n];
        double[] product = new double[n];
        Arrays.fill(f, 0, n, 0.0);
        Arrays.fill(product, 1);
        for (double[] row : rows) {
            multiply(row, w, u);
            for (int s = 0; s < n; s++) {
                f[s] -= Math.max(u[s], 0);
                u[s] = -Math.abs(u[s]);
            }
            Exp.exp(u, 0, u, 0, n);
            for (int s = 0; s < n; s++) {
                product[s] *= 1 + u[s];
            }
        }
        Log.log(product, 0, product, 0, n);
        for (int s = 0; s < n; s++) {
            f[s] -= product[s];
        }
    }

    /** Returns the number of rows that the mean weights of a posterior classify correctly. */
    int correct(DiagonalNormal posterior) {
        double[] w = posterior.parameters();
        int correct = 0;
        for (double[] row : rows) {
            double u = 0;
            for (int d = 0; d < row.length; d++) {
                u = Math.fma(row[d], w[d], u);
            }
            correct += u < 0 ? 1 : 0;
        }
        return correct;
    }

    /** Computes u[s] = Σ row[d]·w[d][s], four columns at a time, so that u is loaded and stored less often. */
    private static void multiply(double[] row, double[][] w, double[] u) {
        Arrays.fill(u, 0);
        int d = 0;
        for (; d + 4 <= row.length; d += 4) {
            addFour(row, w, d, u);
        }
        for (; d < row.length; d++) {
            double a = row[d];
            double[] x = w[d];
            for (int s = 0; s < u.length; s++) {
                u[s] = Math.fma(a, x[s], u[s]);
            }
        }
    }

    private static void addFour(double[] row, double[][] w, int d, double[] u) {
        double a0 = row[d];
        double a1 = row[d + 1];
        double a2 = row[d + 2];
        double a3 = row[d + 3];
        double[] x0 = w[d];
        double[] x1 = w[d + 1];
        double[] x2 = w[d + 2];
        double[] x3 = w[d + 3];
        for (int s = 0; s < u.length; s++) {
            u[s] = Math.fma(a3, x3[s], Math.fma(a2, x2[s], Math.fma(a1, x1[s], Math.fma(a0, x0[s], u[s]))));
        }
    }
}
