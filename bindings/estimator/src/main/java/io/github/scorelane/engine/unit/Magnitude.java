package io.github.scorelane.engine.unit;

import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.FunctionSums;

/**
 * Bounds of the magnitudes of f and of the scores s that a run may sum as they are, and the demands for other units where they are
 * exceeded. The highest power in any sum is f²s², and no formula multiplies two sums that both have squares of f. The bounds leave
 * room for samples that are larger or smaller than those of the first block, from which the magnitudes are taken.
 */
public final class Magnitude {
    /** Bounds of |f|, and of the residuals φ = f − constant that are summed in its place. */
    private static final double LEAST_FUNCTION = 0x1p-200;
    private static final double MOST_FUNCTION = 0x1p200;
    /** Bounds of |s|. */
    private static final double LEAST_SCORE = 0x1p-150;
    private static final double MOST_SCORE = 0x1p150;
    /** Least Σφ² of a whole run, and most Σφ² of any block. */
    private static final double LEAST_SQUARES = 0x1p-600;
    private static final double MOST_SQUARES = 0x1p600;
    /** Power of two that makes every subnormal number a normal one. */
    private static final int SUBNORMAL = 512;

    private Magnitude() {}

    /** Returns the largest magnitude of the first n numbers, or NaN if one of them is NaN. */
    public static double largest(double[] numbers, int n) {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.abs(numbers[i]));
        }
        return largest;
    }

    /** Returns the exponent e with which a magnitude above 0 is 2^e times a number from 1 to 2. */
    public static int exponent(double magnitude) {
        return magnitude < Double.MIN_NORMAL ? Math.getExponent(Math.scalb(magnitude, SUBNORMAL)) - SUBNORMAL
                : Math.getExponent(magnitude);
    }

    /**
     * Returns the magnitude of f over a block of n samples whose Σf² is known: the root of the mean square, which is free, where
     * that is in bounds, and otherwise the largest |f|, which has to be searched for.
     */
    public static double ofFunction(double[] f, int n, double squares) {
        double typical = Math.sqrt(squares / n);
        return isFunction(typical) ? typical : largest(f, n);
    }

    /** Tells whether a magnitude of f may be summed as it is. */
    public static boolean isFunction(double magnitude) {
        return magnitude >= LEAST_FUNCTION && magnitude <= MOST_FUNCTION;
    }

    /** Tells whether a magnitude of a score may be summed as it is. */
    public static boolean isScore(double magnitude) {
        return magnitude >= LEAST_SCORE && magnitude <= MOST_SCORE;
    }

    /**
     * Demands another unit of f where the first block's magnitude, in the present unit, is out of bounds. A magnitude that is too
     * small demands nothing once a later block has chosen the unit: the two blocks would undo each other's choice for ever.
     */
    public static void requireFunction(double magnitude, Scale scale, int output) {
        if (magnitude > MOST_FUNCTION || magnitude > 0 && magnitude < LEAST_FUNCTION && !scale.isLate()) {
            throw new OutOfRange(scale.times(exponent(magnitude), false), output);
        }
    }

    /** Tells whether a block's Σφ² is a number and in bounds; NaN and infinity are not. */
    public static boolean isBlock(double squares) {
        return squares <= MOST_SQUARES;
    }

    /** Creates the demand of another unit of an output, for a block that has a value so large. */
    public static OutOfRange late(double magnitude, Scale scale, int output) {
        return new OutOfRange(scale.times(exponent(magnitude), true), output);
    }

    /** Returns the largest |Σφ| of the lanes of a node, which tells the magnitude of φ where its squares underflow. */
    public static double ofSum(double[] sums) {
        double largest = 0;
        for (int lane = 0; lane < EightLanes.COUNT; lane++) {
            largest = Math.max(largest, Math.abs(sums[FunctionSums.F + lane]));
        }
        return largest;
    }

    /**
     * Demands a smaller unit where the squares of all φ together are no number, and φ is not 0, but was in the first block.
     *
     * @param squares Σφ² of the run
     * @param largest the magnitude of φ, as its sums tell, or of what is subtracted from it
     * @param scale the units of the run
     * @param output the output whose sums these are
     */
    public static void requireSquares(double squares, double largest, Scale scale, int output) {
        if (squares < LEAST_SQUARES && !scale.isLate() && largest > 0 && largest < LEAST_FUNCTION) {
            throw new OutOfRange(scale.times(exponent(largest), true), output);
        }
    }

    /** Tells whether the first block's Σs² of a parameter says that its scores are in bounds. */
    public static boolean isSumOfScores(double squares) {
        return squares >= LEAST_SCORE * LEAST_SCORE && squares <= MOST_SCORE * MOST_SCORE;
    }

    /** Demands other units for the scores whose largest magnitude in the first block is out of bounds. */
    public static void requireScores(double[] largest, Scale scale, int output) {
        int[] exponents = null;
        for (int p = 0; p < largest.length; p++) {
            if (largest[p] > 0 && largest[p] < Double.POSITIVE_INFINITY && !isScore(largest[p])) {
                exponents = exponents == null ? exponents(scale, largest.length) : exponents;
                exponents[p] += exponent(largest[p]);
            }
        }
        if (exponents != null) {
            throw new OutOfRange(scale.withScores(exponents), output);
        }
    }

    private static int[] exponents(Scale scale, int parameters) {
        return scale.scores() == null ? new int[parameters] : scale.scores().clone();
    }
}
