package io.github.scorelane.engine.baseline;

import io.github.scorelane.kernel.sum.CrossSums;

/**
 * Sums over a whole run for a pair of parameters with the scores s and t.
 *
 * @param st Σst
 * @param fst Σφst
 * @param ffst Σφ²st
 */
public record CrossTotals(double st, double fst, double ffst) {
    /** Folds the lanes of the sums that begin at a place of a node. */
    public static CrossTotals of(double[] sums, int at) {
        return new CrossTotals(sums[at + CrossSums.ST], sums[at + CrossSums.FST], sums[at + CrossSums.FFST]);
    }
}
