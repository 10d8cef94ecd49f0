package io.github.scorelane.function;

/**
 * A function that depends on θ itself, and not through x alone, of one sample at a time: the simple form.
 *
 * <p>It is pure. Under {@code parallel()} it is called from several threads.
 */
@FunctionalInterface
public interface ParametricFunction {
    /**
     * Evaluates f and its derivatives, at the θ of the estimator's distribution.
     *
     * @param x the sample's coordinates, one for a distribution of numbers; reused, and not to be kept or changed
     * @param derivatives where ∂f(x; θ)/∂θ_p goes, x held fixed: one for each parameter; each has to be written
     * @return f(x; θ)
     */
    double evaluate(double[] x, double[] derivatives);
}
