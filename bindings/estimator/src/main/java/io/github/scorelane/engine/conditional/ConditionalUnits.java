package io.github.scorelane.engine.conditional;

import io.github.scorelane.engine.unit.Magnitude;
import io.github.scorelane.engine.unit.Scale;

/**
 * Units of the cases of a block, powers of two, each case with its own; {@link Scale} says what units are for. They are made for a
 * block only once its sums are found to be out of range, by a second look at all of its samples. A case that needs none has the
 * exponent 0, which alters no bit of it: its result does not depend on the other cases of its block.
 */
final class ConditionalUnits {
    /** Bounds of Σφ² and Σs² of a case, within which the sums of products of both neither overflow nor underflow. */
    private static final double LEAST_SQUARES = 0x1p-400;
    private static final double MOST_SQUARES = 0x1p400;
    /** Bounds of the centre and the baseline's constant of a case. */
    private static final double LEAST_CENTRE = 0x1p-200;
    private static final double MOST_CENTRE = 0x1p200;

    private final int cases;
    /** Largest magnitudes that were seen, of f and of each parameter's scores, for each case. */
    private final double[] ofFunction;
    private final double[][] ofScores;
    /** Exponents of the units, of f and of each parameter's scores, for each case. */
    private final int[] function;
    private final int[][] scores;

    /** Begins to look for the units of a block; no magnitude is seen yet. */
    ConditionalUnits(int parameters, int cases) {
        this.cases = cases;
        ofFunction = new double[cases];
        ofScores = new double[parameters][cases];
        function = new int[cases];
        scores = new int[parameters][cases];
    }

    /**
     * Tells whether the sums of the first n cases are in range. A sum of squares that is 0 is in range only if nothing else of its
     * case says that the summed numbers were not 0: otherwise their squares have underflowed.
     */
    static boolean areInRange(ConditionalTotals f, ConditionalScores[] scores, double[] constants, int n) {
        for (int i = 0; i < n; i++) {
            double centre = Math.abs(f.centre()[i]);
            boolean isTiny = f.f()[i] != 0 || centre > 0 && centre < LEAST_CENTRE;
            if (!areInRange(f.ff()[i], isTiny) || centre > MOST_CENTRE || Math.abs(constants[i]) > MOST_CENTRE) {
                return false;
            }
        }
        for (ConditionalScores s : scores) {
            for (int i = 0; i < n; i++) {
                boolean isFunction = f.ff()[i] != 0 || s.fs()[i] == 0;
                if (!isFunction || !Double.isFinite(s.fs()[i])
                        || s.ss() != null && !areInRange(s.ss()[i], s.s()[i] != 0 || s.fs()[i] != 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean areInRange(double squares, boolean isAbove) {
        return squares == 0 ? !isAbove : squares >= LEAST_SQUARES && squares <= MOST_SQUARES;
    }

    /** Takes one value of f of each case, or the constant that is subtracted from it, into account. */
    void seeFunction(double[] values) {
        see(values, ofFunction);
    }

    /** Takes one score of each case for a parameter into account. */
    void seeScores(int parameter, double[] values) {
        see(values, ofScores[parameter]);
    }

    private void see(double[] values, double[] largest) {
        for (int i = 0; i < cases; i++) {
            largest[i] = Math.max(largest[i], Math.abs(values[i]));
        }
    }

    /** Chooses the units, once all samples are seen. */
    void choose() {
        for (int i = 0; i < cases; i++) {
            function[i] = Magnitude.isFunction(ofFunction[i]) ? 0 : exponent(ofFunction[i]);
            for (int p = 0; p < scores.length; p++) {
                scores[p][i] = Magnitude.isScore(ofScores[p][i]) ? 0 : exponent(ofScores[p][i]);
            }
        }
    }

    private static int exponent(double magnitude) {
        return magnitude > 0 && magnitude < Double.POSITIVE_INFINITY ? Magnitude.exponent(magnitude) : 0;
    }

    /** Divides values of f by their units. */
    void divideFunction(double[] values) {
        divide(values, function);
    }

    /** Divides a parameter's scores by their units. */
    void divideScores(int parameter, double[] values) {
        divide(values, scores[parameter]);
    }

    private void divide(double[] values, int[] exponents) {
        for (int i = 0; i < cases; i++) {
            values[i] = exponents[i] == 0 ? values[i] : Math.scalb(values[i], -exponents[i]);
        }
    }

    /** Multiplies a component of the gradient of each case by its unit. */
    void restoreGradient(int parameter, double[] gradient) {
        for (int i = 0; i < cases; i++) {
            gradient[i] = Math.scalb(gradient[i], function[i] + scores[parameter][i]);
        }
    }

    /** Multiplies the standard error of a component of each case by its unit. */
    void restoreErrors(int parameter, double[] errors) {
        for (int i = 0; i < cases; i++) {
            errors[i] = Scale.error(errors[i], function[i] + scores[parameter][i]);
        }
    }

    /** Multiplies the mean of f of each case, and its standard error, by its unit. */
    void restoreValues(double[] values, double[] errors) {
        for (int i = 0; i < cases; i++) {
            values[i] = Math.scalb(values[i], function[i]);
            errors[i] = Scale.error(errors[i], function[i]);
        }
    }
}
