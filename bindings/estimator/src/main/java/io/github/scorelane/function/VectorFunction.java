package io.github.scorelane.function;

/**
 * A function of several outputs, of one sample at a time: the simple form of what a Jacobian is of.
 *
 * <p>It is pure. Under {@code parallel()} it is called from several threads.
 */
@FunctionalInterface
public interface VectorFunction {
    /**
     * Evaluates f.
     *
     * @param x the sample's coordinates, one for a distribution of numbers; reused, and not to be kept or changed
     * @return a value for each output; not kept
     */
    double[] evaluate(double[] x);
}
