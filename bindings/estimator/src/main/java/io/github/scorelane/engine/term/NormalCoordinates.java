package io.github.scorelane.engine.term;

import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.engine.draw.Capability;

/**
 * Independent normal coordinates of a sample, whose parameters are the means and then the standard deviations. Sums make the scores
 * of these from the samples as they read them, and never write them, which takes a fifth off a whole estimate.
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

    /** Returns the number of coordinates. */
    public int count() {
        return parameters.length / 2;
    }

    /** Returns the number of their parameters. */
    public int parameters() {
        return parameters.length;
    }

    /** Returns the mean of a coordinate. */
    public double mean(int coordinate) {
        return parameters[coordinate];
    }

    /** Returns the standard deviation of a coordinate. */
    public double standardDeviation(int coordinate) {
        return parameters[standardDeviationIndex(coordinate)];
    }

    /** Returns the index of the parameter that is a coordinate's standard deviation; that of its mean is the coordinate itself. */
    public int standardDeviationIndex(int coordinate) {
        return parameters.length / 2 + coordinate;
    }
}
