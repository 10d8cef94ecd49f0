package io.github.scorelane;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.ProductDistribution;
import io.github.scorelane.distribution.UnivariateDistribution;
import java.util.Objects;

/** Refuses distributions that a {@link ScoreFunctionEstimator} cannot work with. */
final class DistributionChecks {
    private DistributionChecks() {}

    static void requireParameters(UnivariateDistribution distribution) {
        Objects.requireNonNull(distribution, "distribution");
        if (distribution.parameterNames().isEmpty()) {
            throw new IllegalArgumentException("distribution has no parameters to take a gradient by (bounds of a support have no"
                    + " score): " + distribution);
        }
    }

    static void requireWorkable(MultivariateDistribution distribution) {
        Objects.requireNonNull(distribution, "distribution");
        if (distribution.dimension() > ScoreFunctionEstimator.MAX_COLUMNS && !(distribution instanceof ProductDistribution)) {
            throw new IllegalArgumentException("distribution has more than " + ScoreFunctionEstimator.MAX_COLUMNS
                    + " coordinates, and is not a ProductDistribution: " + distribution.dimension());
        }
    }
}
