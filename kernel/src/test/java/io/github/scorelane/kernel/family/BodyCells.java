package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.statistics.Cells;
import io.github.scorelane.kernel.statistics.ChiSquare;
import io.github.scorelane.kernel.statistics.Draws;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Cells that straddle every seam of the sampler: the edges of the stepped envelope, which lie at multiples of 1/128 in c, and
 * those of the tails, at c = ±1/2. Their own edges are halfway between the multiples of 1/1024.
 */
final class BodyCells {
    private static final int PER_UNIT = 1024;
    private static final double BODY = 991.0 / 1024;
    private static final double REST = 1.0 / 1024;
    private static final double LEAST_EXPECTED = 50;
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private BodyCells() {}

    /** All draws, with further cells out to where too few lie. */
    static ChiSquare all(Draws draws, long n) {
        double[] inner = inner();
        double straddling = 2 * NormalSampler.g(0.5) - inner[inner.length - 1];
        double[] outer = DoubleStream.concat(DoubleStream.of(straddling), DoubleStream.iterate(2.25, x -> x + 0.25))
                .takeWhile(x -> n * STANDARD.survivalProbability(x) > LEAST_EXPECTED).toArray();
        double[] edges = new double[inner.length + 2 * outer.length];
        for (int k = 0; k < outer.length; k++) {
            edges[k] = -outer[outer.length - 1 - k];
            edges[edges.length - 1 - k] = outer[outer.length - 1 - k];
        }
        System.arraycopy(inner, 0, edges, outer.length, inner.length);
        return Cells.between(edges).test(draws, n, STANDARD);
    }

    /** Draws of the rest alone: what a cell has of the normal distribution, and not of the body. */
    static ChiSquare rest(Draws draws, long n) {
        Cells cells = Cells.between(inner());
        double[] probabilities = cells.probabilities(STANDARD);
        double edge = STANDARD.survivalProbability(NormalSampler.g(0.5));
        probabilities[0] -= edge;
        probabilities[probabilities.length - 1] -= edge;
        for (int k = 0; k < probabilities.length; k++) {
            boolean isLast = k == 0 || k == probabilities.length - 1;
            probabilities[k] = (probabilities[k] - BODY * (isLast ? 0.5 : 1) / PER_UNIT) / REST;
        }
        return ChiSquare.of(cells.count(draws, n), probabilities);
    }

    private static double[] inner() {
        double[] edges = new double[PER_UNIT];
        Arrays.setAll(edges, k -> NormalSampler.g((k + 0.5) / PER_UNIT - 0.5));
        return edges;
    }
}
