package io.github.scorelane.function;

import java.io.Serializable;

/**
 * Function of one sample with several outputs f₀, f₁, …: the simple form of the function of a Jacobian. For example, the outputs x
 * and x² of a number:
 *
 * {@snippet :
 * VectorFunction f = x -> new double[] {x[0], x[0] * x[0]};
 * JacobianEstimate estimate = ScoreFunctionEstimator.of(Normal.of(0.7, 1.3)).jacobian(2, f);
 * }
 *
 * <p>f must be pure: its values may depend on nothing but the sample. Under {@code parallel()} it is called from several threads at
 * once. If it throws, or returns a value that is not finite, the estimate ends with an {@link EvaluationException}.
 */
@FunctionalInterface
public interface VectorFunction extends Serializable {
    /**
     * Evaluates all outputs.
     *
     * @param x the sample's coordinates, one for a distribution of numbers; used again, and neither to be changed nor to be kept
     * @return a finite value for each output; the library does not keep the array
     */
    double[] evaluate(double[] x);
}
