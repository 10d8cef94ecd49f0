package io.github.scorelane.distribution;

import io.github.scorelane.kernel.statistics.ChiSquare;
import io.github.scorelane.kernel.statistics.Draws;
import java.util.Arrays;
import java.util.function.DoubleToIntFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.DiscreteDistribution;

/**
 * The exact law that draws are tested against: a distribution function, its complement, the inverses of both, and a log
 * density.
 */
record Law(DoubleUnaryOperator below, DoubleUnaryOperator above, DoubleUnaryOperator quantile,
        DoubleUnaryOperator upperQuantile, DoubleUnaryOperator logPdf, boolean discrete) {
    private static final int CELLS = 400;
    private static final double[] TAILS = {1e-5, 3e-5, 1e-4, 3e-4, 1e-3};
    private static final double LEAST_EXPECTED = 25;
    /**
     * The most probability that may lie within a unit in the last place of an edge. Of 1e7 draws in {@value #CELLS} cells
     * rounding then moves 5, a thirtieth of the standard deviation of a cell's count.
     */
    private static final double MOST_ROUNDED = 5e-7;

    static Law of(ContinuousDistribution d) {
        return new Law(d::cumulativeProbability, d::survivalProbability, d::inverseCumulativeProbability,
                d::inverseSurvivalProbability, d::logDensity, false);
    }

    /**
     * Makes the law of a discrete distribution of Commons Statistics. It has P(X &lt; x) and P(X ≥ x), because a cell begins
     * at a whole number and includes it.
     */
    static Law of(DiscreteDistribution d) {
        return new Law(x -> d.cumulativeProbability((int) x - 1), x -> d.survivalProbability((int) x - 1),
                d::inverseCumulativeProbability, d::inverseSurvivalProbability, x -> d.logProbability((int) x), true);
    }

    /** Makes the law of consecutive whole numbers, from {@code least} on, with probabilities in the given proportions. */
    static Law ofProportions(double least, double[] proportions) {
        int count = proportions.length;
        double[] below = new double[count + 1];
        double[] above = new double[count + 1];
        for (int k = 0; k < count; k++) {
            below[k + 1] = below[k] + proportions[k];
            above[count - 1 - k] = above[count - k] + proportions[count - 1 - k];
        }
        double sum = below[count];
        DoubleToIntFunction place = x -> (int) Math.clamp(x - least, 0, count);
        return new Law(x -> below[place.applyAsInt(x)] / sum, x -> above[place.applyAsInt(x)] / sum,
                p -> least
                        + Math.max(0, IntStream.range(0, count).filter(k -> below[k + 1] >= p * sum).findFirst().orElse(count - 1)),
                p -> least + IntStream.range(0, count).filter(k -> above[k + 1] <= p * sum).findFirst().orElse(count - 1),
                x -> Math.log(proportions[place.applyAsInt(x)] / sum), true);
    }

    /** Does a chi-square test of draws 0 … n − 1, on cells of about equal probability and some small ones in the tails. */
    ChiSquare test(Draws draws, long n) {
        double[] edges = edges(n);
        double[] probabilities = probabilities(edges);
        long[] counts = new long[probabilities.length];
        draws.forEachBlock(n, block -> {
            for (double x : block) {
                counts[cell(edges, x)]++;
            }
        });
        return counts.length == 1 ? new ChiSquare(counts[0] - n, 1) : ChiSquare.of(counts, probabilities);
    }

    /** Returns the edges between cells. An edge that would leave a cell with too small an expected count is left out. */
    private double[] edges(long n) {
        double least = LEAST_EXPECTED / n;
        DoubleStream low = DoubleStream.concat(Arrays.stream(TAILS),
                IntStream.range(1, CELLS / 2).mapToDouble(k -> k / (double) CELLS));
        double[] lows = low.filter(p -> p > least).toArray();
        double[] candidates = DoubleStream.concat(Arrays.stream(lows).map(quantile), Arrays.stream(lows).map(upperQuantile))
                .flatMap(x -> discrete ? DoubleStream.of(x, x + 1) : DoubleStream.of(x))
                .sorted().distinct().filter(this::isOrdinary).toArray();
        double[] edges = new double[candidates.length];
        int count = 0;
        for (double x : candidates) {
            double from = count == 0 ? Double.NEGATIVE_INFINITY : edges[count - 1];
            if (probability(from, x) > least && above.applyAsDouble(x) > least) {
                edges[count++] = x;
            }
        }
        return Arrays.copyOf(edges, count);
    }

    /**
     * Tells whether a number can be an edge. Among very small numbers, and where a unit in the last place has much of the
     * probability, draws would be rounded past it.
     */
    private boolean isOrdinary(double edge) {
        return Double.isFinite(edge) && (edge == 0 || Math.abs(edge) > 1e-300)
                && (discrete || probability(edge - Math.ulp(edge), edge + Math.ulp(edge)) < MOST_ROUNDED);
    }

    private double[] probabilities(double[] edges) {
        double[] probabilities = new double[edges.length + 1];
        for (int k = 0; k <= edges.length; k++) {
            probabilities[k] = probability(k == 0 ? Double.NEGATIVE_INFINITY : edges[k - 1],
                    k == edges.length ? Double.POSITIVE_INFINITY : edges[k]);
        }
        return probabilities;
    }

    private double probability(double from, double to) {
        double under = from == Double.NEGATIVE_INFINITY ? 0 : below.applyAsDouble(from);
        if (to == Double.POSITIVE_INFINITY) {
            return from == Double.NEGATIVE_INFINITY ? 1 : above.applyAsDouble(from);
        }
        return under > 0.5 ? above.applyAsDouble(from) - above.applyAsDouble(to) : below.applyAsDouble(to) - under;
    }

    /** Returns the number of edges at or below x. The search has no branches, as the processor could not predict them. */
    private static int cell(double[] edges, double x) {
        int base = 0;
        for (int length = edges.length; length > 0; ) {
            int half = (length + 1) / 2;
            base += edges[base + half - 1] <= x ? half : 0;
            length -= half;
        }
        return base;
    }
}
