package io.github.scorelane.distribution;

/** The checks of arguments that families share. Each message names the argument and gives its value. */
final class Parameters {
    /**
     * The largest absolute value of a logit. Up to it, the reciprocal of the less probable outcome's probability is finite.
     */
    static final double MAX_LOGIT = 708;

    private static final int MOST_PAIRED = 4096;

    private Parameters() {}

    static void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " is not finite: " + value);
        }
    }

    /** Refuses a scale that is not positive, or whose reciprocal is not finite, as scales are divided by. */
    static void requireScale(String name, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(name + " is not strictly positive: " + value);
        }
        requireFinite(name, value);
        if (value < Double.MIN_NORMAL) {
            throw new IllegalArgumentException(name + " is too small, below 2^-1022: " + value);
        }
    }

    static void requireProbability(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " is not strictly between 0 and 1: " + value);
        }
    }

    static void requireLogit(String name, double value) {
        if (!(Math.abs(value) <= MAX_LOGIT)) {
            requireFinite(name, value);
            throw new IllegalArgumentException(name + " is not between -" + MAX_LOGIT + " and " + MAX_LOGIT + ": " + value);
        }
    }

    static void requireBelow(String name, double value, String boundName, double bound) {
        if (!(value < bound)) {
            throw new IllegalArgumentException(name + " is not below the " + boundName + " " + bound + ": " + value);
        }
    }

    static void requireAboveOne(String name, double value) {
        if (!(value > 1)) {
            throw new IllegalArgumentException(name + " is not above 1: " + value);
        }
        requireFinite(name, value);
    }

    static void requireCount(int count, int parameters) {
        if (count != parameters) {
            throw new IllegalArgumentException("number of parameters is not " + parameters + ": " + count);
        }
    }

    /** Refuses to make a matrix of all pairs of parameters if there are too many. */
    static void requirePairs(int parameters) {
        if (parameters > MOST_PAIRED) {
            throw new IllegalStateException("number of parameters is above " + MOST_PAIRED
                    + ", too many for a matrix of their Fisher information: " + parameters);
        }
    }

    static void requireRows(String name, int rows, int wanted) {
        if (rows != wanted) {
            throw new IllegalArgumentException("number of rows of " + name + " is not " + wanted + ": " + rows);
        }
    }

    static void requireColumns(int columns, int dimension) {
        if (columns != dimension) {
            throw new IllegalArgumentException("x has not one column for each of the " + dimension
                    + " coordinates: " + columns);
        }
    }

    static void requireRange(int first, int count, int parameters) {
        if (first < 0 || first > parameters - count) {
            throw new IllegalArgumentException("first parameter and rows are not among the " + parameters
                    + " parameters: " + first + " and " + count);
        }
    }
}
