package io.github.scorelane.kernel.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/** Cuts the line at edges: cell k begins at edge k − 1, which belongs to it, and ends before edge k. */
public final class Cells {
    private final double[] edges;
    /**
     * Number of edges that lie at or below the beginning of each square of a regular grid over the edges. A search begins there.
     */
    private final int[] below;
    private final double squaresPerUnit;

    private Cells(double[] edges) {
        this.edges = edges;
        below = new int[8 * edges.length];
        squaresPerUnit = below.length / (edges[edges.length - 1] - edges[0]);
        for (double edge : edges) {
            for (int square = square(edge) + 1; square < below.length; square++) {
                below[square]++;
            }
        }
    }

    /** Creates the cells between these edges, two or more, in ascending order, and the two cells outside of them. */
    public static Cells between(double... edges) {
        return new Cells(edges.clone());
    }

    /** Creates cells that have the same probability but for rounding. */
    public static Cells equallyLikely(int number, ContinuousDistribution distribution) {
        double[] edges = new double[number - 1];
        Arrays.setAll(edges, k -> distribution.inverseCumulativeProbability((k + 1) / (double) number));
        return new Cells(edges);
    }

    public int number() {
        return edges.length + 1;
    }

    /** Returns the cell that a number lies in. */
    public int of(double x) {
        int cell = below[square(x)];
        while (cell < edges.length && edges[cell] <= x) {
            cell++;
        }
        return cell;
    }

    /** Counts the draws 0 … n − 1 in each cell. */
    public long[] count(Draws draws, long n) {
        long[] counts = new long[number()];
        draws.forEachBlock(n, block -> {
            for (double x : block) {
                counts[of(x)]++;
            }
        });
        return counts;
    }

    /**
     * Returns the probability of each cell under a distribution. It is taken from above if that is the smaller number, so that
     * small ones are accurate.
     */
    public double[] probabilities(ContinuousDistribution distribution) {
        double[] probabilities = new double[number()];
        double middle = distribution.getMean();
        for (int k = 0; k < probabilities.length; k++) {
            double from = k == 0 ? Double.NEGATIVE_INFINITY : edges[k - 1];
            double to = k == edges.length ? Double.POSITIVE_INFINITY : edges[k];
            probabilities[k] = from > middle
                    ? distribution.survivalProbability(from) - distribution.survivalProbability(to)
                    : distribution.cumulativeProbability(to) - distribution.cumulativeProbability(from);
        }
        return probabilities;
    }

    /** Makes the chi-square test of draws 0 … n − 1. */
    public ChiSquare test(Draws draws, long n, ContinuousDistribution distribution) {
        return ChiSquare.of(count(draws, n), probabilities(distribution));
    }

    private int square(double x) {
        return Math.clamp((long) ((x - edges[0]) * squaresPerUnit), 0, below.length - 1);
    }
}
