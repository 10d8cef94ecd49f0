package io.github.scorelane.engine.draw;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.kernel.stream.SplitStream;

/** The samples of a sampling plan: functions of points of the unit cube. It is asked for whole blocks only. */
public final class PlannedSampler implements BlockSampler {
    private final int dimension;
    private final int statistics;
    private final PointSet points;
    private final InverseTransform transform;

    /**
     * Creates the sampler of a plan.
     *
     * @param distribution the distribution of the samples
     * @param points the points of the unit cube
     * @param bridge whether coordinates are the steps of a path, which points decide by a Brownian bridge
     * @throws IllegalArgumentException if the distribution's samples cannot be made of uniform numbers
     */
    public PlannedSampler(MultivariateDistribution distribution, PointSet points, boolean bridge) {
        dimension = distribution.dimension();
        statistics = distribution.statistics();
        this.points = points;
        transform = InverseTransform.of(distribution, bridge);
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public int statistics() {
        return statistics;
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, double[][] statistics, int length) {
        for (int d = 0; d < x.length; d++) {
            points.fill(stream, first, d, x.length, x[transform.column(d)], length);
        }
        transform.draw(x, statistics, length);
    }
}
