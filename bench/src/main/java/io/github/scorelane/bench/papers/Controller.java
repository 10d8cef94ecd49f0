package io.github.scorelane.bench.papers;

import io.github.scorelane.Baseline;
import io.github.scorelane.BatchFunction;
import io.github.scorelane.Estimate;
import io.github.scorelane.MovingAverage;
import io.github.scorelane.ScoreFunctionEstimator;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** A way to estimate a likelihood's expectation and its gradient, along one run of the optimiser. */
interface Controller {
    /**
     * Estimates.
     *
     * @param estimator at the posterior, with its seed and number of samples
     * @param likelihood what is estimated
     * @param parameters the posterior's means and standard deviations
     * @param isStep whether the optimiser will step, rather than only look
     */
    Found estimate(ScoreFunctionEstimator<ToDoubleFunction<double[]>> estimator, Likelihood likelihood, double[] parameters,
            boolean isStep);

    /** The gradient by the means and the standard deviations, the value, and their standard errors. */
    record Found(double value, double valueError, double[] gradient, double[] standardError) {
        static Found of(Estimate estimate) {
            return new Found(estimate.value(), estimate.valueStandardError(), estimate.gradient(), estimate.standardError());
        }
    }

    /** One that only names a baseline. */
    static Controller of(Baseline baseline) {
        return (estimator, likelihood, parameters, isStep) ->
                Found.of(estimator.baseline(baseline).estimate(likelihood.function()));
    }

    /** One whose constant is the average of the steps before. */
    static Controller ofMovingAverage(double decay) {
        return new Controller() {
            private MovingAverage average = MovingAverage.of(decay);

            @Override
            public Found estimate(ScoreFunctionEstimator<ToDoubleFunction<double[]>> estimator, Likelihood likelihood,
                    double[] parameters, boolean isStep) {
                Estimate estimate = estimator.baseline(average.baseline()).estimate(likelihood.function());
                average = isStep ? average.with(estimate) : average;
                return Found.of(estimate);
            }
        };
    }

    /**
     * The delta method: f less its Taylor polynomial of the second order at the posterior's means, whose expectation and its
     * gradient are known, and added.
     *
     * <p>Source: J. Paisley, D. M. Blei, M. I. Jordan, <i>Variational Bayesian inference with stochastic search</i>, ICML 2012.
     */
    static Controller ofDeltaMethod(Baseline baseline) {
        return (estimator, likelihood, parameters, isStep) -> {
            int size = parameters.length / 2;
            double[] deviations = Arrays.copyOfRange(parameters, size, 2 * size);
            Quadratic quadratic = likelihood.expandedAt(Arrays.copyOf(parameters, size));
            BatchFunction f = likelihood.function();
            Estimate rest = estimator.baseline(baseline).estimate((BatchFunction) (w, n, values) -> {
                f.evaluate(w, n, values);
                quadratic.subtract(w, n, values);
            });
            double[] gradient = quadratic.gradientOfMean(deviations);
            for (int p = 0; p < gradient.length; p++) {
                gradient[p] += rest.gradient()[p];
            }
            return new Found(rest.value() + quadratic.mean(deviations), rest.valueStandardError(), gradient, rest.standardError());
        };
    }
}
