package io.github.scorelane;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.ProductDistribution;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.engine.sum.BlockExecutor;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * An estimator of the derivatives of one expectation E[f(x)], x ~ p(x; θ), from n samples: where x comes from, how many samples
 * there are and how they depend on each other, and what is told of them. Immutable and thread-safe.
 *
 * <p>Many expectations at once, each with a θ of its own, are the business of a {@link ConditionalEstimator}.
 *
 * @param <E> the estimator's own type, which its options return
 */
public abstract sealed class ExpectationEstimator<E extends ExpectationEstimator<E>> extends MonteCarloEstimator<E>
        permits ScoreFunctionEstimator {
    private final EstimateRequest request;

    ExpectationEstimator(EstimateRequest request) {
        super(request.options());
        this.request = request;
    }

    /**
     * Moves to another θ, or another distribution of numbers. Control variates are left behind: those of another θ would bias.
     *
     * @param newDistribution the distribution of x
     * @return an estimator that is otherwise this one
     * @throws IllegalArgumentException if this estimator is one of vectors, or the distribution has no parameters
     */
    public final E at(UnivariateDistribution newDistribution) {
        return with(request.at(newDistribution));
    }

    /**
     * Moves to another θ, or another distribution of vectors. Control variates are left behind: those of another θ would bias.
     *
     * @param newDistribution the distribution of x; a {@link ProductDistribution} where it has more than 2048 coordinates
     * @return an estimator that is otherwise this one
     * @throws IllegalArgumentException if this estimator is one of numbers, or the distribution has more than 2048
     *     coordinates that are not independent
     */
    public final E at(MultivariateDistribution newDistribution) {
        return with(request.at(newDistribution));
    }

    /**
     * Sets the number of samples, in place of a target.
     *
     * @param number n, at least 1; most baselines need 2, and 3 or more for a standard error
     * @return an estimator that is otherwise this one
     * @throws IllegalArgumentException if it is not strictly positive, or above 2^60
     */
    public final E samples(long number) {
        return with(request.withSamples(number).withStages(request.stages().withTarget(null)));
    }

    /**
     * Draws samples until their errors meet a target, or a budget is spent, in place of a fixed number.
     *
     * @param target which errors, and the budget
     * @return an estimator that is otherwise this one
     * @throws IllegalArgumentException if the target need not ever be met, and has no budget
     */
    public final E until(Target target) {
        target.requireEnd();
        return with(request.withSamples(target.samples()).withStages(request.stages().withTarget(target)));
    }

    /**
     * Tells a listener how each estimate stands: where a target is looked at, about once a second between, and at the end. It is
     * called in the thread that called {@code estimate}, while no other works. What it throws ends the estimate, and is thrown by
     * it.
     *
     * @param listener who is told; it can end the estimate, and take checkpoints
     * @return an estimator that is otherwise this one
     */
    public final E onProgress(Consumer<? super Progress> listener) {
        Objects.requireNonNull(listener, "listener");
        return with(request.withStages(request.stages().withListener(listener)));
    }

    /**
     * Sets the sampling plan: how samples depend on each other.
     *
     * @param newPlan antithetic pairs, strata, Latin hypercubes, Sobol's points, or independent samples, the default
     * @return an estimator that is otherwise this one
     */
    public final E plan(SamplingPlan newPlan) {
        Objects.requireNonNull(newPlan, "plan");
        return with(request.withPlan(newPlan));
    }

    /**
     * Asks for the joint covariance of the gradient and the value, which every baseline has. With those that are fitted to
     * folds of the samples, correlations are those of the mean of the folds, off by O(1/n), or by O(1/√n) where folds choose
     * differently; variances are exact. It costs three sums for each pair of parameters P, and some
     * 12·P² bytes for each thread and each doubling of the number of blocks of 1024 samples.
     *
     * @return an estimator that is otherwise this one
     */
    public final E withCovariance() {
        return with(request.withCovariance());
    }

    /** Has an executor work the blocks in place of this machine's threads. */
    final E workedBy(BlockExecutor executor) {
        return with(request.options().withExecutor(executor));
    }

    final EstimateRequest request() {
        return request;
    }

    @Override
    final E with(RunOptions newOptions) {
        return with(request.withOptions(newOptions));
    }

    /** Returns an estimator of the same kind, and the same form of f, that is asked for something else. */
    abstract E with(EstimateRequest newRequest);
}
