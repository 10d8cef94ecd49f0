package io.github.scorelane.distribution;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The law of a mixture of normal distributions: the weighted sum of the components' distribution functions. */
final class NormalMixtureLaw {
    private NormalMixtureLaw() {}

    /** Makes the law from numbers that are the logits, then as many means, then as many standard deviations. */
    static Law of(double[] numbers) {
        int components = numbers.length / 3;
        double total = Arrays.stream(numbers, 0, components).map(Math::exp).sum();
        NormalDistribution[] normals = new NormalDistribution[components];
        Arrays.setAll(normals, k -> NormalDistribution.of(numbers[components + k], numbers[2 * components + k]));
        double[] weights = Arrays.stream(numbers, 0, components).map(logit -> Math.exp(logit) / total).toArray();
        double reach = DoubleStream.of(numbers).skip(components).map(Math::abs).sum() * 10;
        return BisectedLaw.of(
                sum(weights, normals, x -> normal -> normal.cumulativeProbability(x)),
                sum(weights, normals, x -> normal -> normal.survivalProbability(x)),
                x -> Math.log(sum(weights, normals, y -> normal -> normal.density(y)).applyAsDouble(x)), -reach, reach);
    }

    private static DoubleUnaryOperator sum(double[] weights, NormalDistribution[] normals, At at) {
        return x -> {
            ToDoubleFunction<NormalDistribution> function = at.x(x);
            return IntStream.range(0, weights.length).mapToDouble(k -> weights[k] * function.applyAsDouble(normals[k])).sum();
        };
    }

    @FunctionalInterface
    private interface At {
        ToDoubleFunction<NormalDistribution> x(double x);
    }
}
