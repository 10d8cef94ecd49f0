package io.github.scorelane.engine.baseline;

import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.ScoreSums;

/**
 * What a whole run summed of one parameter's score s, folded, and where the eight lanes are that make it up.
 *
 * @param s Σs
 * @param ss Σs²
 * @param fs Σφs
 * @param fss Σφs²
 * @param ffs Σφ²s
 * @param ffss Σφ²s²
 * @param sums an array with the lanes; not to be changed
 * @param at where they begin
 */
public record ScoreTotals(double s, double ss, double fs, double fss, double ffs, double ffss,
        double[] sums, int at) {
    public static ScoreTotals of(double[] sums, int at) {
        return new ScoreTotals(EightLanes.fold(sums, at + ScoreSums.S), EightLanes.fold(sums, at + ScoreSums.SS),
                EightLanes.fold(sums, at + ScoreSums.FS), EightLanes.fold(sums, at + ScoreSums.FSS),
                EightLanes.fold(sums, at + ScoreSums.FFS), EightLanes.fold(sums, at + ScoreSums.FFSS), sums, at);
    }

    /** Σs of a lane. */
    public double s(int lane) {
        return sums[at + ScoreSums.S + lane];
    }

    /** Σs² of a lane. */
    public double ss(int lane) {
        return sums[at + ScoreSums.SS + lane];
    }

    /** Σφs of a lane. */
    public double fs(int lane) {
        return sums[at + ScoreSums.FS + lane];
    }

    /** Σφs² of a lane. */
    public double fss(int lane) {
        return sums[at + ScoreSums.FSS + lane];
    }

    /** Σφ²s² of a lane. */
    public double ffss(int lane) {
        return sums[at + ScoreSums.FFSS + lane];
    }
}
