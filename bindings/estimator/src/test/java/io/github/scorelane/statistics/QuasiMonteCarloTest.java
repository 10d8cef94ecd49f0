package io.github.scorelane.statistics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.Estimate;
import io.github.scorelane.SamplingPlan;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.function.BatchFunction;
import io.github.scorelane.kernel.math.Exp;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests the rate at which the error of a replicate falls with its number of points: the least-squares slope of the logarithm
 * of the root mean square error, which is −½ for independent samples. The error of a replicate is √64 times the standard
 * error of an estimate from 64 replicates.
 */
class QuasiMonteCarloTest {
    private static final int REPLICATES = 64;
    private static final int STEPS = 16;

    @Test
    void theErrorOfASquareFallsFasterThanOfIndependentSamples() {
        double[] slopes = squares(8, 12);
        assertTrue(slopes[0] < -0.85 && slopes[1] < -0.75 && slopes[2] < -0.65, Arrays.toString(slopes));
    }

    @Test
    void theErrorOfAnAsianCallFallsFasterThanOfIndependentSamples() {
        double[] slopes = paths(8, 11, call(), true);
        assertTrue(slopes[0] < -0.6 && slopes[1] < -0.65 && slopes[2] < -0.6, Arrays.toString(slopes));
    }

    @Test
    @Tag("slow")
    void slopesToTwoToTheSixteenth() {
        double[] squares = squares(8, 16);
        System.out.printf("slopes of E[x²], n = 2^8 ... 2^16: value %.3f, mean %.3f, standard deviation %.3f%n", squares[0],
                squares[1], squares[2]);
        double[] call = paths(8, 16, call(), true);
        System.out.printf("Asian call, 16 steps, Brownian bridge: price %.3f, delta %.3f, vega %.3f%n", call[0], call[1], call[2]);
        double[] digital = paths(8, 16, digital(), true);
        System.out.printf("Asian digital, Brownian bridge: price %.3f, delta %.3f, vega %.3f%n", digital[0], digital[1],
                digital[2]);
        double[] steps = paths(8, 16, call(), false);
        System.out.printf("Asian call without the bridge: price %.3f, delta %.3f, vega %.3f%n", steps[0], steps[1], steps[2]);
        assertTrue(squares[0] <= -0.95 && squares[1] <= -0.87 && squares[2] <= -0.80, Arrays.toString(squares));
        assertTrue(call[0] <= -0.7 && call[1] <= -0.85 && call[2] <= -0.8, Arrays.toString(call));
    }

    private static double[] squares(int from, int to) {
        var estimator = ScoreFunctionEstimator.of(Normal.of(0.7, 1.3)).seed(1).plan(SamplingPlan.sobol(REPLICATES));
        BatchFunction square = (x, n, f) -> {
            for (int s = 0; s < n; s++) {
                f[s] = x[0][s] * x[0][s];
            }
        };
        return slopes(from, to, m -> {
            Estimate e = estimator.samples((long) REPLICATES << m).estimate(square);
            return new double[] {e.valueStandardError(), e.standardError()[0], e.standardError()[1]};
        });
    }

    /**
     * The option has S0 = K = 100, r = 0.05, σ = 0.2 and T = 1. The log return of a step is N((r − σ²/2)h, σ²h), and delta
     * and vega follow by the chain rule.
     */
    private static double[] paths(int from, int to, DoubleUnaryOperator payoff, boolean bridge) {
        double spot = 100;
        double sigma = 0.2;
        double rate = 0.05;
        double h = 1.0 / STEPS;
        double[] means = new double[STEPS];
        double[] deviations = new double[STEPS];
        Arrays.fill(means, (rate - sigma * sigma / 2) * h);
        means[0] += Math.log(spot);
        Arrays.fill(deviations, sigma * Math.sqrt(h));
        SamplingPlan plan = SamplingPlan.sobol(REPLICATES);
        var estimator = ScoreFunctionEstimator.of(DiagonalNormal.of(means, deviations)).seed(2).withCovariance()
                .plan(bridge ? plan.withBrownianBridge() : plan);
        BatchFunction asian = (x, n, f) -> {
            double[] level = new double[n];
            double[] price = new double[n];
            Arrays.fill(f, 0, n, 0);
            for (double[] step : x) {
                for (int s = 0; s < n; s++) {
                    level[s] += step[s];
                }
                Exp.exp(level, 0, price, 0, n);
                for (int s = 0; s < n; s++) {
                    f[s] += price[s];
                }
            }
            for (int s = 0; s < n; s++) {
                f[s] = Math.exp(-rate) * payoff.applyAsDouble(f[s] / STEPS);
            }
        };
        double[] delta = new double[2 * STEPS + 1];
        delta[0] = 1 / spot;
        double[] vega = new double[2 * STEPS + 1];
        Arrays.fill(vega, 0, STEPS, -sigma * h);
        Arrays.fill(vega, STEPS, 2 * STEPS, Math.sqrt(h));
        return slopes(from, to, m -> {
            Estimate e = estimator.samples((long) REPLICATES << m).estimate(asian);
            double[][] covariance = e.covariance();
            return new double[] {e.valueStandardError(), deviation(covariance, delta), deviation(covariance, vega)};
        });
    }

    private static double deviation(double[][] covariance, double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                sum += weights[i] * covariance[i][j] * weights[j];
            }
        }
        return Math.sqrt(sum);
    }

    private static DoubleUnaryOperator call() {
        return average -> Math.max(average - 100, 0);
    }

    private static DoubleUnaryOperator digital() {
        return average -> average > 100 ? 1 : 0;
    }

    private static double[] slopes(int from, int to, IntFunction<double[]> errors) {
        double[][] all = new double[to - from + 1][];
        for (int m = from; m <= to; m++) {
            all[m - from] = errors.apply(m);
        }
        double[] slopes = new double[all[0].length];
        double middle = (all.length - 1) / 2.0;
        for (int i = 0; i < slopes.length; i++) {
            double above = 0;
            double below = 0;
            for (int k = 0; k < all.length; k++) {
                above += (k - middle) * Math.log(all[k][i]) / Math.log(2);
                below += (k - middle) * (k - middle);
            }
            slopes[i] = above / below;
        }
        return slopes;
    }
}
