package io.github.scorelane.engine.control;

import io.github.scorelane.function.BatchFunction;
import java.io.Serializable;
import java.util.function.Supplier;

/**
 * A control variate h of the user's at one θ, with its known expectation and the gradient of that.
 *
 * @param function makes h for each thread
 * @param mean E[h]
 * @param gradient ∇θ E[h]; not to be changed
 */
public record KnownControl(Source function, double mean, double[] gradient) implements Serializable {
    /** Makes h for a thread. */
    @FunctionalInterface
    public interface Source extends Supplier<BatchFunction>, Serializable {}
}
