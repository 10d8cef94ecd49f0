package io.github.scorelane.engine.control;

import io.github.scorelane.function.BatchFunction;
import java.io.Serializable;
import java.util.function.Supplier;

/**
 * A control variate h of the user's at one θ, with what is known of it.
 *
 * @param function a new h for each thread, or one for all
 * @param mean E[h]
 * @param gradient ∇θ E[h]; not to be changed
 */
public record KnownControl(Source function, double mean, double[] gradient) implements Serializable {
    /** Makes h for a thread. */
    @FunctionalInterface
    public interface Source extends Supplier<BatchFunction>, Serializable {}
}
