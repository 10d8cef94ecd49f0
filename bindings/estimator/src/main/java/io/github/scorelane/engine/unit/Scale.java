package io.github.scorelane.engine.unit;

import java.io.Serializable;

/**
 * Powers of two in whose units a run works. An estimate and its error are sums of squares of f and of the scores, and a square of
 * 1e-165 or 1e155 is no number. A run whose first block shows such magnitudes divides f, and the scores, by powers of two before it
 * sums them, and multiplies by them what it found. Both are exact, so that units alter no bit of a run that does without them;
 * other runs are not touched.
 *
 * @param function exponent of the unit of f
 * @param scores exponent of the unit of each score; null where all are 0
 * @param isLate whether a later block than the first chose the unit of f, so that the first may not make it smaller again
 * @param attempts how many other units a run has tried before
 */
public record Scale(int function, int[] scores, boolean isLate, int attempts) implements Serializable {
    /** No units: what runs begin with. */
    public static final Scale ONE = new Scale(0, null, false, 0);

    /** Two are usual, one for scores and one for f; each that a later block demands is larger than the last by 2^300. */
    private static final int MOST_ATTEMPTS = 32;
    private static final int MOST_EXPONENT = 1 << 13;

    /**
     * Whether these can be the units of a run.
     *
     * @return whether all exponents are those of numbers, or of products of few
     */
    public boolean isPossible() {
        boolean is = Math.abs((long) function) <= MOST_EXPONENT;
        for (int p = 0; scores != null && p < scores.length; p++) {
            is &= Math.abs((long) scores[p]) <= MOST_EXPONENT;
        }
        return is;
    }

    public boolean isOne() {
        return function == 0 && scores == null;
    }

    /** The exponent of a score's unit. */
    public int score(int parameter) {
        return scores == null ? 0 : scores[parameter];
    }

    /** With a larger or smaller unit of f, by a factor 2^exponent. */
    public Scale times(int exponent, boolean late) {
        return new Scale(function + exponent, scores, isLate || late, attempt());
    }

    /** With other units of the scores. */
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

    /** An error is rounded up where it is less than any number: 0 would promise that there is none. */
    public static double error(double inUnits, int unit) {
        double error = Math.scalb(inUnits, unit);
        return error == 0 && inUnits > 0 ? Double.MIN_VALUE : error;
    }
}
