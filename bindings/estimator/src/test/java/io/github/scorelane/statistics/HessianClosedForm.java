package io.github.scorelane.statistics;

import io.github.scorelane.HessianEstimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.distribution.Dirichlet;
import io.github.scorelane.distribution.Gamma;
import io.github.scorelane.distribution.Independent;
import io.github.scorelane.distribution.LogNormal;
import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.MultivariateNormal;
import io.github.scorelane.distribution.NegativeBinomial;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.distribution.Poisson;
import io.github.scorelane.distribution.StudentT;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.distribution.Weibull;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Expectation whose Hessian is known in closed form.
 *
 * @param name the name of the expectation
 * @param estimate makes the estimate with a seed
 * @param hessian the lower triangle of the exact Hessian
 */
record HessianClosedForm(String name, LongFunction<HessianEstimate> estimate, double[][] hessian) {
    private static final int SAMPLES = 200_000;

    static Stream<HessianClosedForm> all() {
        double bell = StrictMath.exp(0.5 * 0.7 + 0.125 * 1.69);
        // The expectation is P(x > t) of a Weibull law whose draws are mostly 0 or infinite as doubles, with q = t^k and
        // w = ln t.
        double w = 300;
        double k = 1e-3;
        double q = StrictMath.exp(k * w);
        double e = StrictMath.exp(-q);
        return Stream.of(
                of("E[x²] of a normal", Normal.of(0.7, 1.3), x -> x * x, new double[][] {{2}, {0, 2}}),
                of("E[exp(x/2)] of a normal", Normal.of(0.7, 1.3), x -> StrictMath.exp(0.5 * x),
                        new double[][] {{bell / 4}, {1.3 / 8 * bell, (0.25 + 1.69 / 16) * bell}}),
                of("E[x²] of a normal by ln σ", Normal.of(0.7, 1.3).unconstrained(), x -> x * x,
                        new double[][] {{2}, {0, 4 * 1.69}}),
                of("E[x²] of a Poisson", Poisson.of(3), x -> x * x, new double[][] {{2}}),
                of("E[x²] of a gamma", Gamma.of(2.5, 1.5), x -> x * x, new double[][] {{4.5}, {18, 17.5}}),
                of("E[x] of a gamma by logarithms", Gamma.of(2.5, 1.5).unconstrained(), x -> x,
                        new double[][] {{3.75}, {3.75, 3.75}}),
                of("E[x] of a log-normal", LogNormal.of(0.2, 0.5), x -> x, new double[][] {
                    {StrictMath.exp(0.325)}, {0.5 * StrictMath.exp(0.325), 1.25 * StrictMath.exp(0.325)}}),
                of("E[x²] of a t", StudentT.of(12, 0.5, 1.2), x -> x * x, new double[][] {
                    {1.44 * 0.004}, {0, 2}, {-2.4 * 0.02, 0, 2.4}}),
                of("E[x] of a negative binomial", NegativeBinomial.of(2.5, 0.4), x -> x,
                        new double[][] {{0}, {-6.25, 5 / 0.064}}),
                of("P(x > e^300) of a Weibull", Weibull.of(k, 1), x -> x > 1.9424263952412559e130 ? 1 : 0, new double[][] {
                    {w * w * q * (q - 1) * e}, {q * e * (1 + k * w * (1 - q)), -k * q * e * (1 + k * (1 - q))}}),
                of("E[x₀x₁] of a normal and a gamma", Independent.of(Normal.of(0.7, 1.3), Gamma.of(2.5, 1.5)),
                        x -> x[0] * x[1], new double[][] {{0}, {0, 0}, {1.5, 0, 0}, {2.5, 0, 0.7, 0}}),
                of("E[x₀x₁ + x₁²] of a normal vector",
                        MultivariateNormal.of(new double[] {0.5, -1}, new double[][] {{1.2}, {0.4, 0.8}}),
                        x -> x[0] * x[1] + x[1] * x[1],
                        new double[][] {{0}, {1, 2}, {0, 0, 0}, {0, 0, 1, 2}, {0, 0, 0, 0, 2}}),
                of("E[x₁²] of a normal vector by ln L",
                        MultivariateNormal.of(new double[] {0.5, -1}, new double[][] {{1.2}, {0.4, 0.8}}).unconstrained(),
                        x -> x[1] * x[1], new double[][] {{0}, {0, 2}, {0, 0, 0}, {0, 0, 0, 2}, {0, 0, 0, 0, 4 * 0.64}}),
                of("E[x₀] of a Dirichlet", Dirichlet.of(1.5, 2.5), x -> x[0], new double[][] {
                    {-2 * 2.5 / 64}, {(1.5 - 2.5) / 64, 2 * 1.5 / 64}}));
    }

    private static HessianClosedForm of(String name, UnivariateDistribution distribution, DoubleUnaryOperator f,
            double[][] hessian) {
        var estimator = ScoreFunctionEstimator.of(distribution).samples(SAMPLES);
        return new HessianClosedForm(name, seed -> estimator.seed(seed).hessian(f), hessian);
    }

    private static HessianClosedForm of(String name, MultivariateDistribution distribution, ToDoubleFunction<double[]> f,
            double[][] hessian) {
        var estimator = ScoreFunctionEstimator.of(distribution).samples(SAMPLES);
        return new HessianClosedForm(name, seed -> estimator.seed(seed).hessian(f), hessian);
    }

    @Override
    public String toString() {
        return name;
    }
}
