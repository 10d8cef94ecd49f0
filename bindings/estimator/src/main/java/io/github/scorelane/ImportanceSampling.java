package io.github.scorelane;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.engine.draw.DistributionProposal;
import io.github.scorelane.engine.draw.Reweighting;
import io.github.scorelane.engine.draw.UnivariateAsVector;
import java.util.Objects;

/**
 * Importance sampling draws the samples from another distribution q, the proposal, than from p(x; θ) itself, and weights them by
 * w = p/q, which is computed in log space. With f's baseline b and the score s = ∇θ log p(x; θ),
 *
 * <pre>
 *     ∇θ E[f(x)] ≈ (1/n) Σ wᵢ (f(xᵢ) − bᵢ) sᵢ        E[f(x)] ≈ (1/n) Σ wᵢ f(xᵢ)        xᵢ ~ q
 * </pre>
 *
 * <p>As E_q[w s] = 0, both are exactly unbiased with every {@link Baseline}, which sees w s for a score; the mean of f that
 * leave-one-out subtracts is that under q. q is fixed: the gradient does not pass through it. It gains where q draws more often
 * what matters to f, and loses, without limit, where p has heavier tails than q: {@link Estimate#effectiveSampleSize()}, {@link
 * Estimate#paretoShape()} and {@link Estimate#notes()} say so.
 *
 * <p>q must be positive wherever p is, also where f is 0, unless there is no baseline: E_q[w s] would not be 0. That is the
 * user's promise, which nothing can check: what q never draws is missing from the estimate, and nothing shows it. Where q goes
 * beyond p's support the weight is 0, and f is evaluated all the same.
 *
 * <pre>{@code
 *     Estimate tail = ScoreFunctionEstimator.of(Exponential.of(1))
 *         .importance(ImportanceSampling.from(Exponential.of(11)))
 *         .estimate(x -> x > 10 ? 1 : 0);
 * }</pre>
 *
 * <p>It does not go with more than 2048 coordinates, where f and scores would need weights at different times. Scores are
 * computed from the coordinates alone, and are as accurate as a double tells them: where draws of p carry statistics that a
 * double loses, as the logarithm of a gamma draw that is 0, those of q do not. Scores are then less accurate than those of
 * independent draws of p wherever x rounds to an end of the support or loses its digits next to it, which biases the gradient by
 * as much as such draws contribute; and a draw at which p and q have no finite density ends the estimate. Immutable.
 *
 * <p>Source: A. B. Owen, <i>Monte Carlo theory, methods and examples</i>, 2013, chapter 9.
 */
public final class ImportanceSampling {
    private final Object proposal;
    private final Reweighting reweighting;

    private ImportanceSampling(Object proposal, Reweighting reweighting) {
        this.proposal = proposal;
        this.reweighting = reweighting;
    }

    /**
     * Draws numbers from a proposal.
     *
     * @param proposal q; it needs no scores, and its parameters are not those of the gradient
     * @return importance sampling by weights that are divided by n
     */
    public static ImportanceSampling from(UnivariateDistribution proposal) {
        return from(new UnivariateAsVector(Objects.requireNonNull(proposal, "proposal")), proposal);
    }

    /**
     * Draws vectors from a proposal.
     *
     * @param proposal q; it needs no scores, and its parameters are not those of the gradient
     * @return importance sampling by weights that are divided by n
     */
    public static ImportanceSampling from(MultivariateDistribution proposal) {
        return from(Objects.requireNonNull(proposal, "proposal"), proposal);
    }

    private static ImportanceSampling from(MultivariateDistribution columns, Object proposal) {
        Reweighting reweighting = new Reweighting(new DistributionProposal(columns), false, Double.POSITIVE_INFINITY);
        return new ImportanceSampling(proposal, reweighting);
    }

    /**
     * Divides by the sum of the weights, and not by n: a constant added to f then adds as much to the value, and nothing to
     * its error, and log densities need not be normalised. <b>Biased</b>, by O(1/n). Standard errors are those of ratios (the
     * delta method). {@link Baseline#leaveOneOut()}, and the automatic baseline with few samples, subtract the value itself, so
     * that the gradient is the derivative of the value. The joint covariance is not offered.
     *
     * @return this sampling, biased
     */
    public ImportanceSampling selfNormalised() {
        return new ImportanceSampling(proposal, new Reweighting(reweighting.proposal(), true, reweighting.largest()));
    }

    /**
     * Clips the likelihood ratio: weights above a bound become the bound. <b>Biased</b>, by what is cut off, whatever n; the
     * standard errors do not show it. As the mean of w s is then not 0, the bias of the gradient depends on the baseline too.
     * The score is that of p still, clipped sample or not, unlike in PPO's objective, whose derivative there is 0.
     *
     * <p>The effective sample size is that of the clipped weights, the Pareto shape that of the weights before.
     *
     * <p>Source: E. L. Ionides, <i>Truncated importance sampling</i>, 2008.
     *
     * @param largest the bound, for example √n
     * @return this sampling, biased
     * @throws IllegalArgumentException if the bound is not strictly positive and finite
     */
    public ImportanceSampling clipped(double largest) {
        return new ImportanceSampling(proposal, clipped(reweighting, largest));
    }

    static Reweighting clipped(Reweighting reweighting, double largest) {
        if (!(largest > 0 && largest < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("largest weight is not strictly positive and finite: " + largest);
        }
        return new Reweighting(reweighting.proposal(), reweighting.selfNormalised(), largest);
    }

    /** Returns a bit for each {@link Feature} that it has. */
    long features() {
        return Feature.IMPORTANCE.bit() | (reweighting.selfNormalised() ? Feature.SELF_NORMALISED.bit() : 0);
    }

    Reweighting reweighting() {
        return reweighting;
    }

    /** Names the proposal, and what biases. */
    @Override
    public String toString() {
        return "from " + proposal + (reweighting.selfNormalised() ? ", self-normalised" : "")
                + (reweighting.largest() < Double.POSITIVE_INFINITY ? ", clipped at " + reweighting.largest() : "");
    }
}
