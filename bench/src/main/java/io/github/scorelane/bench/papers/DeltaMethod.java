package io.github.scorelane.bench.papers;

import io.github.scorelane.Baseline;
import io.github.scorelane.Estimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.function.BatchFunction;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Subtracts from f its Taylor polynomial h of the second order at the posterior's means, times a coefficient, and adds h's own
 * expectation and gradient, which are known. As in the authors' code there is a coefficient for the means and one for the standard
 * deviations, Σ Cov(f·s, h·s)/Σ Var(h·s) over their scores s, estimated with other samples: the gradient stays unbiased.
 *
 * <p>Source: J. Paisley, D. M. Blei, M. I. Jordan, <i>Variational Bayesian inference with stochastic search</i>, ICML 2012.
 *
 * @param samples with which the coefficients are estimated
 */
record DeltaMethod(int samples) implements Controller {
    /** Seeds of a fit's estimates and of its coefficients are these many apart. */
    private static final long OTHER_SEED = 1L << 50;

    @Override
    public Found estimate(ScoreFunctionEstimator<ToDoubleFunction<double[]>> estimator, long seed, Likelihood likelihood,
            double[] parameters, boolean isStep) {
        int size = parameters.length / 2;
        double[] deviations = Arrays.copyOfRange(parameters, size, 2 * size);
        Quadratic quadratic = likelihood.expandedAt(Arrays.copyOf(parameters, size));
        var plain = estimator.baseline(Baseline.none());
        double[] coefficients = coefficients(plain.samples(samples).seed(seed + OTHER_SEED), likelihood, quadratic, deviations);
        Estimate byMeans = plain.seed(seed).estimate(less(likelihood, quadratic, coefficients[0]));
        Estimate byDeviations = plain.seed(seed).estimate(less(likelihood, quadratic, coefficients[1]));
        double[] gradient = quadratic.gradientOfMean(deviations);
        double[] errors = byMeans.standardError();
        for (int p = 0; p < gradient.length; p++) {
            Estimate rest = p < size ? byMeans : byDeviations;
            gradient[p] = coefficients[p / size] * gradient[p] + rest.gradient()[p];
            errors[p] = rest.standardError()[p];
        }
        return new Found(byMeans.value() + coefficients[0] * quadratic.mean(deviations), byMeans.valueStandardError(), gradient,
                errors);
    }

    /**
     * Estimates the coefficients by Var(f·s − h·s) = Var(f·s) − 2Cov + Var(h·s). Scores by the logarithms of the deviations are σ
     * times as large.
     */
    private static double[] coefficients(ScoreFunctionEstimator<ToDoubleFunction<double[]>> estimator, Likelihood likelihood,
            Quadratic quadratic, double... deviations) {
        double[] f = estimator.estimate(likelihood.function()).standardError();
        double[] rest = estimator.estimate(less(likelihood, quadratic, 1)).standardError();
        double[] h = estimator.estimate((BatchFunction) (w, n, values) -> {
            Arrays.fill(values, 0, n, 0.0);
            quadratic.subtract(-1, w, n, values);
        }).standardError();
        int size = deviations.length;
        double[] covariances = new double[2];
        double[] variances = new double[2];
        for (int p = 0; p < f.length; p++) {
            double scale = p < size ? 1 : deviations[p - size] * deviations[p - size];
            covariances[p / size] += scale * (f[p] * f[p] + h[p] * h[p] - rest[p] * rest[p]) / 2;
            variances[p / size] += scale * h[p] * h[p];
        }
        return new double[] {covariances[0] / variances[0], covariances[1] / variances[1]};
    }

    private static BatchFunction less(Likelihood likelihood, Quadratic quadratic, double coefficient) {
        BatchFunction f = likelihood.function();
        return (w, n, values) -> {
            f.evaluate(w, n, values);
            quadratic.subtract(coefficient, w, n, values);
        };
    }
}
