package io.github.scorelane.engine;

import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.FunctionSums;
import io.github.scorelane.kernel.sum.ScoreSums;

/**
 * Which magnitudes a run sums as they are. The sums are of f²s² at most, and formulas multiply no two of them that both have
 * squares of f; bounds leave room for samples that are larger or smaller than those of the first block.
 */
final class Magnitude {
    /** Bounds of f, and of the other numbers that are summed in its place. */
    private static final double LEAST_FUNCTION = 0x1p-200;
    private static final double MOST_FUNCTION = 0x1p200;
    /** Bounds of a score. */
    private static final double LEAST_SCORE = 0x1p-150;
    private static final double MOST_SCORE = 0x1p150;
    /** Bounds of a block's Σφ², and of the whole run's, which have to hold in any block. */
    private static final double LEAST_SQUARES = 0x1p-600;
    private static final double MOST_SQUARES = 0x1p600;
    private static final int SUBNORMAL = 512;

    private Magnitude() {}

    /** The largest magnitude of some numbers; NaN passes. */
    static double largest(double[] numbers, int n) {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.abs(numbers[i]));
        }
        return largest;
    }

    /** The exponent e of a magnitude above 0, so that 2^-e times it is between 1 and 2. */
    static int exponent(double magnitude) {
        return magnitude < Double.MIN_NORMAL ? Math.getExponent(Math.scalb(magnitude, SUBNORMAL)) - SUBNORMAL
                : Math.getExponent(magnitude);
    }

    /** The magnitude of f over a block, of which Σf² is known: that of the largest value where it matters. */
    static double ofFunction(double[] f, int n, double squares) {
        double typical = Math.sqrt(squares / n);
        return isFunction(typical) ? typical : largest(f, n);
    }

    static boolean isFunction(double magnitude) {
        return magnitude >= LEAST_FUNCTION && magnitude <= MOST_FUNCTION;
    }

    static boolean isScore(double magnitude) {
        return magnitude >= LEAST_SCORE && magnitude <= MOST_SCORE;
    }

    /** Demands another unit where the first block's magnitude, in the unit that there is, is out of bounds. */
    static void requireFunction(double magnitude, Scale scale) {
        if (magnitude > MOST_FUNCTION || magnitude > 0 && magnitude < LEAST_FUNCTION && !scale.isLate()) {
            throw new OutOfRange(scale.times(exponent(magnitude), false));
        }
    }

    /** Tells whether any block may have this Σφ². */
    static boolean isBlock(double squares) {
        return squares <= MOST_SQUARES;
    }

    /** Demands another unit, for a block that has a value so large. */
    static OutOfRange late(double magnitude, Problem problem) {
        double most = Math.max(magnitude, problem.formula().magnitude());
        return new OutOfRange(problem.scale().times(exponent(most), true));
    }

    /** The largest Σφ of the lanes, which tells where φ is when its squares are no numbers. */
    static double ofSum(double[] sums) {
        double largest = 0;
        for (int lane = 0; lane < EightLanes.COUNT; lane++) {
            largest = Math.max(largest, Math.abs(sums[FunctionSums.F + lane]));
        }
        return largest;
    }

    /** Demands a smaller unit where the squares of all φ together are no number, and φ is not 0, but was in the first block. */
    static void requireSquares(double squares, double ofSum, Problem problem) {
        if (squares < LEAST_SQUARES && !problem.scale().isLate() && problem.formula().isToldByFunction()) {
            double largest = Math.max(ofSum, problem.formula().magnitude());
            if (largest > 0 && largest < LEAST_FUNCTION) {
                throw new OutOfRange(problem.scale().times(exponent(largest), true));
            }
        }
    }

    /** Tells whether the first block's Σs² of the first parameters say that their scores are in bounds. */
    static boolean areScores(double[] node, SumLayout layout, int parameters) {
        for (int p = 0; p < parameters; p++) {
            double squares = EightLanes.fold(node, layout.scores(p) + ScoreSums.SS);
            if (!(squares >= LEAST_SCORE * LEAST_SCORE && squares <= MOST_SCORE * MOST_SCORE)) {
                return false;
            }
        }
        return true;
    }

    /** Demands other units for the scores whose largest magnitude in the first block is out of bounds. */
    static void requireScores(double[] largest, Scale scale) {
        int[] exponents = null;
        for (int p = 0; p < largest.length; p++) {
            if (largest[p] > 0 && largest[p] < Double.POSITIVE_INFINITY && !isScore(largest[p])) {
                exponents = exponents == null ? exponents(scale, largest.length) : exponents;
                exponents[p] += exponent(largest[p]);
            }
        }
        if (exponents != null) {
            throw new OutOfRange(scale.withScores(exponents));
        }
    }

    private static int[] exponents(Scale scale, int parameters) {
        return scale.scores() == null ? new int[parameters] : scale.scores().clone();
    }
}
