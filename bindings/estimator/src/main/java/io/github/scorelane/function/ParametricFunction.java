package io.github.scorelane.function;

import java.io.Serializable;

/**
 * Function f(x; θ) that depends on the parameters θ directly, not through the sample x alone, with its derivatives by θ. The
 * gradient then has a term more than the score function estimator finds by itself:
 *
 * <pre>
 *     ∇θ E[f(x; θ)] = E[f(x; θ) ∇θ log p(x; θ)] + E[∇θ f(x; θ)]
 * </pre>
 *
 * with x held fixed in the last derivative. For example, f(x; θ) = θ₀·x² under a normal distribution with the mean θ₀ and a
 * standard deviation θ₁:
 *
 * {@snippet :
 * double mean = 0.7;
 * ParametricFunction f = (x, derivatives) -> {
 *     derivatives[0] = x[0] * x[0];
 *     derivatives[1] = 0;
 *     return mean * x[0] * x[0];
 * };
 * Estimate estimate = ScoreFunctionEstimator.of(Normal.of(mean, 1.3)).estimate(f);
 * }
 *
 * <p>f must be pure: its numbers may depend on nothing but the sample. Under {@code parallel()} it is called from several threads
 * at once. If it throws, or yields a number that is not finite, the estimate ends with an {@link EvaluationException}.
 */
@FunctionalInterface
public interface ParametricFunction extends Serializable {
    /**
     * Evaluates f and its derivatives, at the θ of the estimator's distribution.
     *
     * @param x the sample's coordinates, one for a distribution of numbers; used again, and neither to be changed nor to be kept
     * @param derivatives the derivatives to be written: {@code derivatives[p]} is ∂f(x; θ)/∂θ_p with x held fixed, finite, for each
     *     parameter p; those that are 0 have to be written too
     * @return f(x; θ), finite
     */
    double evaluate(double[] x, double[] derivatives);
}
