package io.github.scorelane.bench.variance;

import io.github.scorelane.Baseline;
import io.github.scorelane.SamplingPlan;
import io.github.scorelane.ScoreFunctionEstimator;

/** The estimators that are compared. */
public enum Estimator {
    /** The score function estimator as it stands. */
    PLAIN("plain", Baseline.none(), SamplingPlan.independent()),
    /** The estimator of f less its mean over all other samples. */
    LEAVE_ONE_OUT("leave-one-out", Baseline.leaveOneOut(), SamplingPlan.independent()),
    /** The estimator of f less the constant of least variance, cross-fitted. */
    OPTIMAL_CONSTANT("optimal constant", Baseline.optimalConstant(), SamplingPlan.independent()),
    /** The default. */
    AUTOMATIC("automatic", Baseline.automatic(), SamplingPlan.independent()),
    /** The default on randomised quasi-Monte Carlo, 32 replicates. */
    SOBOL("automatic, Sobol", Baseline.automatic(), SamplingPlan.sobol());

    private final String title;
    private final Baseline baseline;
    private final SamplingPlan plan;

    Estimator(String title, Baseline baseline, SamplingPlan plan) {
        this.title = title;
        this.baseline = baseline;
        this.plan = plan;
    }

    /** The name for a person. */
    public String title() {
        return title;
    }

    /** The estimator with this baseline and plan, and so many samples. */
    public ScoreFunctionEstimator<?> of(ScoreFunctionEstimator<?> estimator, int samples) {
        return estimator.samples(samples).baseline(baseline).plan(plan);
    }
}
