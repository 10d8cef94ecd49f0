package io.github.scorelane.engine.term;

import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.engine.baseline.IndexedBaseline;
import io.github.scorelane.engine.draw.PlannedDistribution;
import io.github.scorelane.engine.draw.UnivariateAsVector;
import io.github.scorelane.engine.run.Problem;

/**
 * The first parameters of samples with independent normal coordinates: the means, and then the standard deviations. Their scores
 * are summed without being written, which takes a fifth off a whole estimate.
 */
public final class NormalCoordinates {
    private final double[] parameters;

    private NormalCoordinates(double[] parameters) {
        this.parameters = parameters;
    }

    /** Null where the distribution is another, or where scores are summed with something else than φ. */
    public static NormalCoordinates of(Problem problem) {
        MultivariateDistribution distribution = problem.distribution();
        if (distribution instanceof SecondOrder second) {
            distribution = second.distribution();
        }
        if (distribution instanceof PlannedDistribution planned) {
            distribution = planned.distribution();
        }
        boolean normal = distribution instanceof DiagonalNormal
                || distribution instanceof UnivariateAsVector one && one.distribution() instanceof Normal;
        return normal && !(problem.formula() instanceof IndexedBaseline) ? new NormalCoordinates(distribution.parameters()) : null;
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
