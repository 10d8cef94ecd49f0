package io.github.scorelane.bench.papers;

import io.github.scorelane.Baseline;
import io.github.scorelane.Estimate;
import io.github.scorelane.MovingAverage;
import io.github.scorelane.ScoreFunctionEstimator;
import java.util.function.ToDoubleFunction;

/** A way to estimate a likelihood's expectation and its gradient, along one run of the optimiser. */
interface Controller {
    /**
     * Estimates.
     *
     * @param estimator at the posterior, with its number of samples
     * @param seed the seed of the samples
     * @param likelihood the expectation that is estimated
     * @param parameters the posterior's means and standard deviations
     * @param isStep tells whether the optimiser will step, rather than only look
     */
    Found estimate(ScoreFunctionEstimator<ToDoubleFunction<double[]>> estimator, long seed, Likelihood likelihood,
            double[] parameters, boolean isStep);

    /** The gradient by the means and the standard deviations, the value, and their standard errors. */
    record Found(double value, double valueError, double[] gradient, double[] standardError) {
        static Found of(Estimate estimate) {
            return new Found(estimate.value(), estimate.valueStandardError(), estimate.gradient(), estimate.standardError());
        }
    }

    /** One that only names a baseline. */
    static Controller of(Baseline baseline) {
        return (estimator, seed, likelihood, parameters, isStep) ->
                Found.of(estimator.seed(seed).baseline(baseline).estimate(likelihood.function()));
    }

    /** One whose constant is the average of the steps before. */
    static Controller ofMovingAverage(double decay) {
        return new Controller() {
            private MovingAverage average = MovingAverage.of(decay);

            @Override
            public Found estimate(ScoreFunctionEstimator<ToDoubleFunction<double[]>> estimator, long seed,
                    Likelihood likelihood, double[] parameters, boolean isStep) {
                Estimate estimate = estimator.seed(seed).baseline(average.baseline()).estimate(likelihood.function());
                average = isStep ? average.with(estimate) : average;
                return Found.of(estimate);
            }
        };
    }

    /** The delta method, its coefficients estimated with so many samples more. */
    static Controller ofDeltaMethod(int samples) {
        return new DeltaMethod(samples);
    }
}
