package io.github.scorelane.engine.draw;

import io.github.scorelane.distribution.HasConstrainedForm;
import io.github.scorelane.distribution.UnivariateDistribution;

/**
 * Finds out what a distribution can do beyond drawing and scoring. A capability is an interface that a distribution may implement,
 * as {@code HasInverseCdf} is. The engine asks for one here and nowhere else, so that a single place looks through the wrapper of a
 * distribution of one number. Nothing here draws, and nothing here refuses: callers know what they need, and say so.
 */
public final class Capability {
    private Capability() {}

    /** Returns the distribution as one that has the capability, or what it wraps; null if neither has it. */
    public static <T> T of(Object distribution, Class<T> capability) {
        if (capability.isInstance(distribution)) {
            return capability.cast(distribution);
        }
        return distribution instanceof UnivariateAsVector one && capability.isInstance(one.distribution())
                ? capability.cast(one.distribution()) : null;
    }

    /** Returns the distribution with its own parameters: unconstrained ones alter the scores, but not the law of the samples. */
    public static UnivariateDistribution constrained(UnivariateDistribution distribution) {
        HasConstrainedForm unconstrained = of(distribution, HasConstrainedForm.class);
        return unconstrained == null ? distribution : unconstrained.constrained();
    }
}
