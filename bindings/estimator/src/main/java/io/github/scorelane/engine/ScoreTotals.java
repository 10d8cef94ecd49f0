package io.github.scorelane.engine;

import io.github.scorelane.kernel.moment.EightLanes;
import io.github.scorelane.kernel.moment.ScoreSums;

/**
 * What a whole run summed of one parameter's score s.
 *
 * @param s Σs
 * @param ss Σs²
 * @param fs Σφs
 * @param fss Σφs²
 * @param ffs Σφ²s
 * @param ffss Σφ²s²
 */
public record ScoreTotals(double s, double ss, double fs, double fss, double ffs, double ffss) {
    static ScoreTotals of(double[] sums, int at) {
        return new ScoreTotals(EightLanes.fold(sums, at + ScoreSums.S), EightLanes.fold(sums, at + ScoreSums.SS),
                EightLanes.fold(sums, at + ScoreSums.FS), EightLanes.fold(sums, at + ScoreSums.FSS),
                EightLanes.fold(sums, at + ScoreSums.FFS), EightLanes.fold(sums, at + ScoreSums.FFSS));
    }
}
