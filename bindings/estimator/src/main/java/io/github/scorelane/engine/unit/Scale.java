package io.github.scorelane.engine.unit;

import java.io.Serializable;

/**
 * Units of f and of the scores in one run, as exponents of powers of two. An error bar is made of sums of squares of f and of the
 * scores, and the square of 1e-165 underflows to 0 as that of 1e155 overflows. A run whose first block shows such magnitudes
 * divides f and the scores by powers of two before it sums them, and multiplies its results by them. Both steps are exact, so
 * that a run that would do without units has the same bits with them.
 *
 * @param function the exponent of the unit of f
 * @param scores the exponent of the unit of each score; null where all are 0
 * @param isLate whether a block after the first chose the unit of f, so that the first block may not make it smaller again
 * @param attempts the number of other units that the run has tried before
 */
public record Scale(int function, int[] scores, boolean isLate, int attempts) implements Serializable {
    /** Units of 1, with which every run begins. */
    public static final Scale ONE = new Scale(0, null, false, 0);

    /** Most attempts. One for the scores and one for f are usual; each that a later block demands has a unit larger by 2^300. */
    private static final int MOST_ATTEMPTS = 32;
    private static final int MOST_EXPONENT = 1 << 13;

    /**
     * Tells whether these can be the units of a run. It guards units that are read from a checkpoint.
     *
     * @return whether all exponents are those of doubles, or of products of a few doubles
     */
    public boolean isPossible() {
        boolean is = Math.abs((long) function) <= MOST_EXPONENT;
        for (int p = 0; scores != null && p < scores.length; p++) {
            is &= Math.abs((long) scores[p]) <= MOST_EXPONENT;
        }
        return is;
    }

    /** Tells whether all units are 1, so that nothing has to be multiplied. */
    public boolean isOne() {
        return function == 0 && scores == null;
    }

    /** Returns the exponent of the unit of a parameter's score. */
    public int score(int parameter) {
        return scores == null ? 0 : scores[parameter];
    }

    /**
     * Returns these units with the unit of f multiplied by 2^exponent, as the next attempt of the run.
     *
     * @throws ArithmeticException if the run has had too many attempts
     */
    public Scale times(int exponent, boolean late) {
        return new Scale(function + exponent, scores, isLate || late, attempt());
    }

    /**
     * Returns these units with other units of the scores, as the next attempt of the run.
     *
     * @throws ArithmeticException if the run has had too many attempts
     */
    public Scale withScores(int[] exponents) {
        return new Scale(function, exponents, isLate, attempt());
    }

    private int attempt() {
        if (attempts == MOST_ATTEMPTS) {
            throw new ArithmeticException("values of f, of its derivatives or of the scores lie so far apart that no unit holds"
                    + " the squares of all");
        }
        return attempts + 1;
    }

    /**
     * Gives a standard error its unit 2^unit back. An error that underflows is rounded up to the least double, because 0 would
     * promise that there is no error.
     */
    public static double error(double inUnits, int unit) {
        double error = Math.scalb(inUnits, unit);
        return error == 0 && inUnits > 0 ? Double.MIN_VALUE : error;
    }
}
