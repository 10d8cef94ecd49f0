package io.github.scorelane.engine.control;

import io.github.scorelane.function.BatchFunction;
import java.util.function.Supplier;

/**
 * A control variate of the user's at one θ.
 *
 * @param function a new h for each thread, or one for all
 * @param mean E[h]
 * @param gradient ∇θ E[h]; not to be changed
 */
public record KnownControl(Supplier<BatchFunction> function, double mean, double[] gradient) {
}
