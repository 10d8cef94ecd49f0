package io.github.scorelane.engine.baseline;

import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.ScoreSums;

/**
 * Sums over a whole run for one parameter with the score s, folded, and the place of the eight lanes that they are folded from.
 *
 * @param s Σs
 * @param ss Σs²
 * @param fs Σφs
 * @param fss Σφs²
 * @param ffs Σφ²s
 * @param ffss Σφ²s²
 * @param sums an array with the lanes; not to be changed
 * @param at the index at which the lanes begin
 */
public record ScoreTotals(double s, double ss, double fs, double fss, double ffs, double ffss,
        double[] sums, int at) {
    /** Folds the lanes of the sums that begin at a place of a node. */
    public static ScoreTotals of(double[] sums, int at) {
        return new ScoreTotals(EightLanes.fold(sums, at + ScoreSums.S), EightLanes.fold(sums, at + ScoreSums.SS),
                EightLanes.fold(sums, at + ScoreSums.FS), EightLanes.fold(sums, at + ScoreSums.FSS),
                EightLanes.fold(sums, at + ScoreSums.FFS), EightLanes.fold(sums, at + ScoreSums.FFSS), sums, at);
    }

    /** Returns Σs of a lane. */
    public double s(int lane) {
        return sums[at + ScoreSums.S + lane];
    }

    /** Returns Σs² of a lane. */
    public double ss(int lane) {
        return sums[at + ScoreSums.SS + lane];
    }

    /** Returns Σφs of a lane. */
    public double fs(int lane) {
        return sums[at + ScoreSums.FS + lane];
    }

    /** Returns Σφs² of a lane. */
    public double fss(int lane) {
        return sums[at + ScoreSums.FSS + lane];
    }

    /** Returns Σφ²s² of a lane. */
    public double ffss(int lane) {
        return sums[at + ScoreSums.FFSS + lane];
    }
}
