package io.github.scorelane.statistics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.Baseline;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.function.ParametricFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that the gradient of E[f(x; θ)] is unbiased with both of its parts, for f = σ1[x &gt; 1] + exp(μ)x². The same test
 * finds a part that is left out, or divided by n − 1.
 *
 * <p>The z-tests have fixed seeds and a limit of {@value #LIMIT} standard errors. A false failure has a probability below
 * 1e-8.
 */
class DirectUnbiasednessTest {
    private static final double LIMIT = 6.5;
    private static final int SEEDS = 100_000;
    private static final double MU = ClosedForm.MEAN;
    private static final double SIGMA = ClosedForm.SD;
    private static final double FACTOR = StrictMath.exp(MU);
    private static final double[] OF_STEP = ClosedForm.STEP.gradient(MU, SIGMA);
    private static final double[] EXACT = {SIGMA * OF_STEP[0] + FACTOR * (MU * MU + SIGMA * SIGMA + 2 * MU),
        NormalDistribution.of(MU, SIGMA).survivalProbability(1) + SIGMA * OF_STEP[1] + 2 * SIGMA * FACTOR};

    @ParameterizedTest
    @ValueSource(ints = {3, 16, 33})
    void smallEstimatesAverageToTheGradient(int n) {
        assertTrue(largestZ(n, SEEDS, Baseline.automatic(), 1) < LIMIT);
        assertTrue(largestZ(n, SEEDS, Baseline.none(), 1) < LIMIT);
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 300})
    void choicesAverageToTheGradient(int n) {
        assertTrue(largestZ(n, 20_000, Baseline.automatic(), 1) < LIMIT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 5000})
    void controlsAverageToTheGradient(int n) {
        assertTrue(largestZ(n, 400, Baseline.automatic(), 1) < LIMIT);
    }

    @Test
    void aPartThatIsWrongIsFound() {
        assertTrue(largestZ(3, SEEDS, Baseline.automatic(), 0) > LIMIT);
        assertTrue(largestZ(3, SEEDS, Baseline.automatic(), 3 / 2.0) > LIMIT);
        assertTrue(largestZ(256, 5000, Baseline.automatic(), 0) > LIMIT);
        assertTrue(largestZ(1024, 500, Baseline.automatic(), 0) > LIMIT);
    }

    private static double largestZ(int n, int seeds, Baseline baseline, double mutant) {
        ParametricFunction f = (x, d) -> {
            double step = x[0] > 1 ? 1 : 0;
            d[0] = mutant * FACTOR * x[0] * x[0];
            d[1] = mutant * step;
            return SIGMA * step + FACTOR * x[0] * x[0];
        };
        var estimator = ScoreFunctionEstimator.of(Normal.of(MU, SIGMA)).samples(n).baseline(baseline);
        ZStatistic[] tests = {new ZStatistic(), new ZStatistic()};
        for (long seed = 0; seed < seeds; seed++) {
            double[] g = estimator.seed(seed).estimate(f).gradient();
            tests[0].add(g[0]);
            tests[1].add(g[1]);
        }
        return Math.max(Math.abs(tests[0].z(EXACT[0])), Math.abs(tests[1].z(EXACT[1])));
    }
}
