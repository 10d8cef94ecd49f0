package io.github.scorelane.engine.term;

import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.engine.draw.Capability;

/**
 * The first parameters of samples with independent normal coordinates: the means, and then the standard deviations. Their scores
 * are summed without being written, which takes a fifth off a whole estimate.
 */
public final class NormalCoordinates {
    private final double[] parameters;

    private NormalCoordinates(double[] parameters) {
        this.parameters = parameters;
    }

    /** Returns the coordinates of a distribution; null if they are not independent normal ones. */
    public static NormalCoordinates of(MultivariateDistribution distribution) {
        boolean isNormal = Capability.of(distribution, Normal.class) != null
                || Capability.of(distribution, DiagonalNormal.class) != null;
        return isNormal ? new NormalCoordinates(distribution.parameters()) : null;
    }

    public int count() {
        return parameters.length / 2;
    }

    public int parameters() {
        return parameters.length;
    }

    public double mean(int coordinate) {
        return parameters[coordinate];
    }

    public double standardDeviation(int coordinate) {
        return parameters[standardDeviationIndex(coordinate)];
    }

    /** Which parameter it is; the mean's index is the coordinate. */
    public int standardDeviationIndex(int coordinate) {
        return parameters.length / 2 + coordinate;
    }
}
