package io.github.scorelane.engine.baseline;

import io.github.scorelane.kernel.sum.CrossSums;

/**
 * What a whole run summed of a pair of parameters' scores s and t.
 *
 * @param st Σst
 * @param fst Σφst
 * @param ffst Σφ²st
 */
public record CrossTotals(double st, double fst, double ffst) {
    public static CrossTotals of(double[] sums, int at) {
        return new CrossTotals(sums[at + CrossSums.ST], sums[at + CrossSums.FST], sums[at + CrossSums.FFST]);
    }
}
