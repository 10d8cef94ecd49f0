package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.statistics.Cells;
import io.github.scorelane.kernel.statistics.ChiSquare;
import io.github.scorelane.kernel.statistics.Draws;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Makes cells that straddle every seam of the sampler: the edges of the steps of both rests, which lie at multiples of 1/128 in c,
 * and the edges of the flanks and the tails. Their own edges are halfway between the multiples of 1/1024.
 */
final class CompositionCells {
    private static final double BODY = 960.0 / 1024;
    private static final double FLANKS = 59.0 / 1024;
    private static final double BODY_REST = 7.0 / 8192;
    private static final double FLANK_REST = 1.0 / 8192;
    private static final int PER_HALF = 512;
    private static final double LEAST_EXPECTED = 50;
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private CompositionCells() {}

    /** Makes cells for all draws, with further cells out to where too few lie. */
    static ChiSquare all(Draws draws, long n) {
        DoubleStream outer = DoubleStream.iterate(3, x -> x + 0.125)
                .takeWhile(x -> n * STANDARD.survivalProbability(x) > LEAST_EXPECTED);
        DoubleStream flanks = DoubleStream.concat(edges(NormalSampler::h), outer);
        return cells(DoubleStream.concat(edges(NormalSampler::g), flanks)).test(draws, n, STANDARD);
    }

    /** Makes cells for draws of the body's rest alone, whose probabilities are those of the normal distribution less the body's. */
    static ChiSquare restOfBody(Draws draws, long n) {
        return test(draws, n, NormalSampler::g, 1, BODY, BODY_REST);
    }

    /** Makes cells for draws of the flanks' rest alone. */
    static ChiSquare restOfFlanks(Draws draws, long n) {
        return test(draws, n, NormalSampler::h, 1, FLANKS, FLANK_REST);
    }

    /** Makes cells for draws of the flanks alone, which are uniform in c. */
    static ChiSquare flanks(Draws draws, long n) {
        return test(draws, n, NormalSampler::h, 0, -FLANKS, FLANKS);
    }

    /**
     * Makes cells for draws of the flanks and their rest in the right shares, which have the normal distribution between their
     * ends.
     */
    static ChiSquare flanksAndRest(Draws draws, long n) {
        return test(draws, n, NormalSampler::h, 1, 0, FLANKS + FLANK_REST);
    }

    /** Makes cells of a curve, which have a multiple of the normal distribution there, less the share in c, relative to a total. */
    private static ChiSquare test(Draws draws, long n, DoubleUnaryOperator curve, int times, double share, double whole) {
        Cells cells = cells(edges(curve));
        double[] probabilities = cells.probabilities(STANDARD);
        int last = 2 * PER_HALF;
        double beyond = STANDARD.survivalProbability(curve.applyAsDouble(0.5));
        probabilities[0] -= beyond;
        probabilities[last] -= beyond;
        probabilities[PER_HALF] -= STANDARD.probability(-curve.applyAsDouble(0), curve.applyAsDouble(0));
        for (int k = 0; k <= last; k++) {
            double width = (k == 0 || k == last ? 0.25 : 0.5) / PER_HALF;
            probabilities[k] = (times * probabilities[k] - share * width) / whole;
        }
        return ChiSquare.of(cells.count(draws, n), probabilities);
    }

    private static DoubleStream edges(DoubleUnaryOperator curve) {
        return IntStream.range(0, PER_HALF).mapToDouble(k -> curve.applyAsDouble((k + 0.5) / (2 * PER_HALF)));
    }

    /** Makes cells between these edges, in ascending order, and the same below 0. */
    private static Cells cells(DoubleStream positive) {
        double[] above = positive.toArray();
        double[] edges = new double[2 * above.length];
        Arrays.setAll(edges, k -> k < above.length ? -above[above.length - 1 - k] : above[k - above.length]);
        return Cells.between(edges);
    }
}
