package io.github.scorelane;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.ProductDistribution;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.engine.control.KnownControl;
import io.github.scorelane.engine.draw.UnivariateAsVector;
import io.github.scorelane.engine.stage.StoppingSchedule;
import io.github.scorelane.engine.thread.Threads;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Holds all that an {@link ExpectationEstimator} is asked for, besides f and the derivatives that are wanted. It is a value: what a
 * run makes of it, a fresh seed or fewer samples, is in a {@link WorkDone}.
 *
 * @param distribution of x
 * @param options seed and threads
 * @param samples n, or the most samples where there is a target
 * @param baseline what is subtracted from f
 * @param covariance whether the joint covariance is wanted
 * @param importance where samples come from instead of the distribution, or null
 * @param plan how samples depend on each other
 * @param controls the user's control variates
 * @param stages what may end a run early, and who is told
 * @param probes whether f may be asked at points that were not drawn
 */
record EstimateRequest(MultivariateDistribution distribution, RunOptions options, long samples, Baseline baseline,
        boolean covariance, ImportanceSampling importance, SamplingPlan plan, List<KnownControl> controls,
        StageRequest stages, boolean probes) {
    /** The most coordinates of which a block of samples is held at once. */
    static final int MAX_COLUMNS = 2048;

    static EstimateRequest of(UnivariateDistribution distribution) {
        return of(workable(distribution));
    }

    static EstimateRequest of(MultivariateDistribution distribution) {
        return new EstimateRequest(workable(distribution), RunOptions.DEFAULT, ScoreFunctionEstimator.DEFAULT_SAMPLES,
                Baseline.automatic(), false, null, SamplingPlan.independent(), List.of(), StageRequest.NONE, true);
    }

    private static MultivariateDistribution workable(UnivariateDistribution distribution) {
        Objects.requireNonNull(distribution, "distribution");
        if (distribution.parameterNames().isEmpty()) {
            throw new IllegalArgumentException("distribution has no parameters to take a gradient by (bounds of a support have no"
                    + " score): " + distribution);
        }
        return new UnivariateAsVector(distribution);
    }

    private static MultivariateDistribution workable(MultivariateDistribution distribution) {
        Objects.requireNonNull(distribution, "distribution");
        if (distribution.dimension() > MAX_COLUMNS && !(distribution instanceof ProductDistribution)) {
            throw new IllegalArgumentException("distribution has more than " + MAX_COLUMNS
                    + " coordinates, and is not a ProductDistribution: " + distribution.dimension());
        }
        return distribution;
    }

    /** Moves to another distribution of numbers, without the control variates, whose means are known at this θ alone. */
    EstimateRequest at(UnivariateDistribution newDistribution) {
        MultivariateDistribution drawn = workable(newDistribution);
        if (!(distribution instanceof UnivariateAsVector)) {
            throw new IllegalArgumentException("distribution is univariate, unlike the estimator's: " + newDistribution);
        }
        return withDistribution(drawn);
    }

    /** Moves to another distribution of vectors, without the control variates, whose means are known at this θ alone. */
    EstimateRequest at(MultivariateDistribution newDistribution) {
        MultivariateDistribution drawn = workable(newDistribution);
        if (distribution instanceof UnivariateAsVector) {
            throw new IllegalArgumentException("distribution is multivariate, unlike the estimator's: "
                    + newDistribution);
        }
        return withDistribution(drawn);
    }

    private EstimateRequest withDistribution(MultivariateDistribution drawn) {
        return new EstimateRequest(drawn, options, samples, baseline, covariance, importance, plan, List.of(), stages, probes);
    }

    OptionalLong seed() {
        return options.seed();
    }

    Threads threads() {
        return options.threads();
    }

    /** Tells whether a block of samples is too wide to be held whole. */
    boolean isWide() {
        return distribution.dimension() > MAX_COLUMNS;
    }

    /** Refuses at once, rather than at the estimate, an option that does not go with so many coordinates. */
    void requireNotWide(Feature option) {
        if (isWide()) {
            Compatibility.requirePair(Feature.WIDE, option, baseline, plan, distribution.dimension());
        }
    }

    /** Returns a bit for each {@link Feature} that is asked for. */
    long features() {
        return baseline.feature().bit() | plan.features() | stages.features()
                | (importance == null ? 0 : importance.features())
                | (controls.isEmpty() ? 0 : Feature.CONTROL_VARIATES.bit())
                | (covariance ? Feature.COVARIANCE.bit() : 0)
                | (probes ? 0 : Feature.WITHOUT_PROBES.bit())
                | (isWide() ? Feature.WIDE.bit() : 0);
    }

    EstimateRequest withOptions(RunOptions newOptions) {
        return new EstimateRequest(distribution, newOptions, samples, baseline, covariance, importance, plan, controls, stages,
                probes);
    }

    /** Refuses numbers of which the blocks, or what they are multiplied with, would not fit a long. */
    EstimateRequest withSamples(long number) {
        if (number < 1) {
            throw new IllegalArgumentException("number of samples is not strictly positive: " + number);
        }
        if (number > StoppingSchedule.UNLIMITED) {
            throw new IllegalArgumentException("number of samples is above 2^60: " + number);
        }
        return new EstimateRequest(distribution, options, number, baseline, covariance, importance, plan, controls, stages, probes);
    }

    /** Sets the baseline of an estimator of one expectation, which has no rows. */
    EstimateRequest withBaseline(Baseline newBaseline) {
        Compatibility.requirePair(Feature.ESTIMATE, newBaseline.feature(), newBaseline, plan, distribution.dimension());
        return new EstimateRequest(distribution, options, samples, newBaseline, covariance, importance, plan, controls, stages,
                probes);
    }

    EstimateRequest withCovariance() {
        return new EstimateRequest(distribution, options, samples, baseline, true, importance, plan, controls, stages, probes);
    }

    EstimateRequest withImportance(ImportanceSampling newImportance) {
        return new EstimateRequest(distribution, options, samples, baseline, covariance, newImportance, plan, controls, stages,
                probes);
    }

    EstimateRequest withPlan(SamplingPlan newPlan) {
        return new EstimateRequest(distribution, options, samples, baseline, covariance, importance, newPlan, controls, stages,
                probes);
    }

    EstimateRequest withControls(List<KnownControl> newControls) {
        return new EstimateRequest(distribution, options, samples, baseline, covariance, importance, plan, newControls, stages,
                probes);
    }

    EstimateRequest withoutProbes() {
        return new EstimateRequest(distribution, options, samples, baseline, covariance, importance, plan, controls, stages, false);
    }

    EstimateRequest withStages(StageRequest newStages) {
        return new EstimateRequest(distribution, options, samples, baseline, covariance, importance, plan, controls, newStages,
                probes);
    }

    /** Goes on where a checkpoint was taken, with its seed. */
    EstimateRequest withCheckpoint(Checkpoint checkpoint) {
        Objects.requireNonNull(checkpoint, "checkpoint");
        OptionalLong seed = options.seed();
        if (seed.isPresent() && seed.getAsLong() != checkpoint.seed()) {
            throw new IllegalArgumentException("checkpoint is of seed " + checkpoint.seed() + ", and this estimator has "
                    + seed.getAsLong());
        }
        return withOptions(options.withSeed(checkpoint.seed())).withStages(stages.withCheckpoint(checkpoint));
    }
}
