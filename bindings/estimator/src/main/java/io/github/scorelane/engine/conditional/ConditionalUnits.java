package io.github.scorelane.engine.conditional;

import io.github.scorelane.engine.unit.Magnitude;
import io.github.scorelane.engine.unit.Scale;

/**
 * Powers of two in whose units the rows of a block are worked, each row in its own: see {@link Scale}. A row that needs none has
 * the exponent 0, which alters no bit of it.
 */
final class ConditionalUnits {
    /** Bounds of Σφ² and Σs² of a row, so that sums of products of both are numbers. */
    private static final double LEAST_SQUARES = 0x1p-400;
    private static final double MOST_SQUARES = 0x1p400;
    private static final double LEAST_CENTRE = 0x1p-200;
    private static final double MOST_CENTRE = 0x1p200;

    private final int rows;
    private final double[] ofFunction;
    private final double[][] ofScores;
    private final int[] function;
    private final int[][] scores;

    /** No magnitudes seen yet. */
    ConditionalUnits(int parameters, int rows) {
        this.rows = rows;
        ofFunction = new double[rows];
        ofScores = new double[parameters][rows];
        function = new int[rows];
        scores = new int[parameters][rows];
    }

    /** Tells whether the sums of all rows are in range; squares of 0 are where nothing else of the row is known to be more. */
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

    /** Takes values of f, or what is subtracted from them. */
    void seeFunction(double[] values) {
        see(values, ofFunction);
    }

    /** Takes scores of a parameter. */
    void seeScores(int parameter, double[] values) {
        see(values, ofScores[parameter]);
    }

    private void see(double[] values, double[] largest) {
        for (int i = 0; i < rows; i++) {
            largest[i] = Math.max(largest[i], Math.abs(values[i]));
        }
    }

    /** Chooses the units, when all is seen. */
    void choose() {
        for (int i = 0; i < rows; i++) {
            function[i] = Magnitude.isFunction(ofFunction[i]) ? 0 : exponent(ofFunction[i]);
            for (int p = 0; p < scores.length; p++) {
                scores[p][i] = Magnitude.isScore(ofScores[p][i]) ? 0 : exponent(ofScores[p][i]);
            }
        }
    }

    private static int exponent(double magnitude) {
        return magnitude > 0 && magnitude < Double.POSITIVE_INFINITY ? Magnitude.exponent(magnitude) : 0;
    }

    void divideFunction(double[] values) {
        divide(values, function);
    }

    void divideScores(int parameter, double[] values) {
        divide(values, scores[parameter]);
    }

    private void divide(double[] values, int[] exponents) {
        for (int i = 0; i < rows; i++) {
            values[i] = exponents[i] == 0 ? values[i] : Math.scalb(values[i], -exponents[i]);
        }
    }

    void restoreGradient(int parameter, double[] gradient) {
        for (int i = 0; i < rows; i++) {
            gradient[i] = Math.scalb(gradient[i], function[i] + scores[parameter][i]);
        }
    }

    void restoreErrors(int parameter, double[] errors) {
        for (int i = 0; i < rows; i++) {
            errors[i] = Scale.error(errors[i], function[i] + scores[parameter][i]);
        }
    }

    void restoreValues(double[] values, double[] errors) {
        for (int i = 0; i < rows; i++) {
            values[i] = Math.scalb(values[i], function[i]);
            errors[i] = Scale.error(errors[i], function[i]);
        }
    }
}
