package io.github.scorelane.kernel.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/** Makes the serial test, that the cells of two draws in a row, in pairs that do not overlap, are independent. */
public final class LagOnePairs {
    private LagOnePairs() {}

    /** Makes the test of pairs (0, 1), (2, 3), … of the draws, n draws in all. */
    public static ChiSquare test(Draws draws, long n, int cellsEach, ContinuousDistribution distribution) {
        Cells cells = Cells.equallyLikely(cellsEach, distribution);
        long[] counts = new long[cellsEach * cellsEach];
        draws.forEachBlock(n, x -> {
            for (int i = 0; i + 1 < x.length; i += 2) {
                counts[cells.of(x[i]) * cellsEach + cells.of(x[i + 1])]++;
            }
        });
        double[] each = cells.probabilities(distribution);
        double[] probabilities = new double[counts.length];
        Arrays.setAll(probabilities, k -> each[k / cellsEach] * each[k % cellsEach]);
        return ChiSquare.of(counts, probabilities);
    }
}
