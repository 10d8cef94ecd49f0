package io.github.scorelane.bench.cold.program;

import io.github.scorelane.Estimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.bench.papers.SpotCurvature;
import io.github.scorelane.function.BatchFunction;
import io.github.scorelane.quickstart.GeometricBrownianMotion;
import java.util.Arrays;

/** An Asian call of 50 dates and its five Greeks by the likelihood ratio, with errors, by Scorelane. */
public final class AsianProgram {
    static final int DATES = 50;
    static final double SPOT = 100;
    static final double STRIKE = 100;
    static final double RATE = 0.05;
    static final double VOLATILITY = 0.25;
    static final double MATURITY = 1;
    /** Delta, vega, gamma, rho and theta, of the gradient by spot, volatility, rate, first date and spot twice, and the value. */
    private static final double[][] GREEKS = {
        {1, 0, 0, 0, 0, 0}, {0, 1, 0, 0, 0, 0}, {0, 0, 0, 0, 1, 0}, {0, 0, 1, 0, 0, -MATURITY}, {0, 0, 0, -1, 0, RATE}
    };

    private AsianProgram() {}

    /** The number of paths. */
    public static void main(String[] args) {
        double[] dates = new double[DATES];
        Arrays.setAll(dates, i -> MATURITY * (i + 1) / DATES);
        Estimate estimate = ScoreFunctionEstimator
                .of(new SpotCurvature(GeometricBrownianMotion.of(SPOT, VOLATILITY, RATE, 0, dates)))
                .samples(Long.parseLong(args[0]))
                .seed(42)
                .withCovariance()
                .estimate(call());
        System.out.println(estimate.value() + " +- " + estimate.valueStandardError());
        for (double[] weights : GREEKS) {
            print(weights, estimate);
        }
        Ending.say();
    }

    private static BatchFunction call() {
        double discount = Math.exp(-RATE * MATURITY);
        return (x, n, f) -> {
            Arrays.fill(f, 0, n, 0.0);
            for (double[] price : x) {
                for (int s = 0; s < n; s++) {
                    f[s] += price[s];
                }
            }
            for (int s = 0; s < n; s++) {
                f[s] = discount * Math.max(f[s] / DATES - STRIKE, 0);
            }
        };
    }

    private static void print(double[] weights, Estimate estimate) {
        double[] parts = Arrays.copyOf(estimate.gradient(), weights.length);
        parts[weights.length - 1] = estimate.value();
        double[][] covariance = estimate.covariance();
        double sum = 0;
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * parts[i];
            for (int j = 0; j < weights.length; j++) {
                variance += weights[i] * weights[j] * covariance[i][j];
            }
        }
        System.out.println(sum + " +- " + Math.sqrt(variance));
    }
}
