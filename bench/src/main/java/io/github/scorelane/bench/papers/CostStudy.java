package io.github.scorelane.bench.papers;

import io.github.scorelane.Baseline;
import io.github.scorelane.Estimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.distribution.Normal;
import java.util.ArrayList;
import java.util.List;

/**
 * Figures 2 and 3 of S. Mohamed, M. Rosca, M. Figurnov, A. Mnih, <i>Monte Carlo gradient estimation in machine learning</i>, JMLR
 * 21 (2020): the variance of score function gradients of three functions of a normal variable, mean and standard deviation 1.
 */
final class CostStudy {
    static final double MEAN = 1;
    static final double STANDARD_DEVIATION = 1;

    private final int grid;
    private final long samples;
    private final long seed;

    /** Creates estimates at so many k of each function, with so many samples, all of one seed. */
    CostStudy(int grid, long samples, long seed) {
        this.grid = grid;
        this.samples = samples;
        this.seed = seed;
    }

    List<VariancePoint> measure() {
        List<VariancePoint> points = new ArrayList<>();
        for (Cost cost : Cost.values()) {
            for (double k : cost.grid(grid)) {
                points.addAll(measure(cost, k));
            }
        }
        return points;
    }

    private List<VariancePoint> measure(Cost cost, double k) {
        var estimator = ScoreFunctionEstimator.of(Normal.of(MEAN, STANDARD_DEVIATION)).samples(samples).seed(seed).parallel();
        double[] plain = variances(estimator.baseline(Baseline.none()).estimate(cost.batch(k)));
        double[] mean = variances(estimator.baseline(Baseline.leaveOneOut()).estimate(cost.batch(k)));
        double[] optimal = variances(estimator.baseline(Baseline.optimalConstant()).estimate(cost.batch(k)));
        double[] automatic = variances(estimator.baseline(Baseline.automatic()).estimate(cost.batch(k)));
        List<VariancePoint> points = new ArrayList<>();
        for (int p = 0; p < 2; p++) {
            ExactVariance exact = ExactVariance.of(cost.value(k), MEAN, STANDARD_DEVIATION, p);
            points.add(new VariancePoint(cost, k, p, plain[p], mean[p], optimal[p], automatic[p],
                    exact.plain(), exact.mean(), exact.optimal()));
        }
        return points;
    }

    private static double[] variances(Estimate estimate) {
        double[] variances = estimate.standardError();
        for (int p = 0; p < variances.length; p++) {
            variances[p] *= variances[p] * estimate.samples();
        }
        return variances;
    }
}
