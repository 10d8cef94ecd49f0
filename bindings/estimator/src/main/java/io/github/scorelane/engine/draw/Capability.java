package io.github.scorelane.engine.draw;

/**
 * What a distribution can do beyond drawing and scoring. A capability is an interface that a distribution may implement, as {@code
 * HasInverseCdf} is. It is asked for here and nowhere else in the engine, so that there is one place that looks through the
 * wrapper of a distribution of one number.
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
}
