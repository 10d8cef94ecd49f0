package io.github.scorelane.engine.baseline;

import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.ScoreSums;
import java.util.Arrays;

/**
 * Clearing of scores that add up to 0 over a group of samples but for rounding, as those of a location do in an antithetic pair and
 * those of a Bernoulli variable in a net. A constant that is fitted to what rounding left would be no better than chance, and
 * biased as rounding is. Such a group needs no baseline, and the sum of its scores is set to the 0 that it would be without
 * rounding.
 */
public final class RoundedScores {
    private RoundedScores() {}

    /** Clears the sums of a parameter's group scores where their squares are below a share of those of single scores. */
    public static void clear(double[] sums, int at, double squares, double share) {
        if (EightLanes.fold(sums, at + ScoreSums.SS) <= share * squares) {
            Arrays.fill(sums, at + ScoreSums.S, at + ScoreSums.S + EightLanes.COUNT, 0);
            Arrays.fill(sums, at + ScoreSums.SS, at + ScoreSums.SS + EightLanes.COUNT, 0);
            Arrays.fill(sums, at + ScoreSums.FSS, at + ScoreSums.FSS + EightLanes.COUNT, 0);
        }
    }
}
