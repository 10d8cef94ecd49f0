package io.github.scorelane.engine.term;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.engine.draw.WeightedSampler;
import io.github.scorelane.engine.unit.PowerOfTwo;
import io.github.scorelane.engine.unit.Scale;
import java.util.Arrays;

/**
 * Rows of the weighted scores w·∇log p of samples that a {@link WeightedSampler} drew. Their means are 0 where those of the scores
 * are, so that a baseline may treat them as it treats scores. Behind the rows of the P parameters stands the row of the weights w;
 * self-normalised weights also have rows w²·∇log p, the products of the two, which the errors of ratios need.
 */
public final class WeightedRows implements TermRows {
    /** Number of rows up to which all are asked for at once. */
    private static final int FEW = 32;

    private final MultivariateDistribution target;
    private final int parameters;
    private final boolean hasProducts;
    private final int atOnce;
    /** Exponents of the units of the scores; null where they have none. */
    private final int[] exponents;

    /**
     * Creates the rows.
     *
     * @param scores the rows of the target p without weights
     * @param hasProducts whether weights are self-normalised, so that rows of products are needed
     */
    public WeightedRows(ScoreRows scores, boolean hasProducts) {
        target = scores.distribution();
        parameters = scores.count();
        this.hasProducts = hasProducts;
        exponents = null;
        atOnce = count() <= FEW || scores.atOnce() == parameters ? count() : scores.atOnce();
    }

    private WeightedRows(WeightedRows other, int[] exponents) {
        target = other.target;
        parameters = other.parameters;
        hasProducts = other.hasProducts;
        atOnce = other.atOnce;
        this.exponents = exponents;
    }

    @Override
    public WeightedRows in(Scale scale) {
        return new WeightedRows(this, scale.scores());
    }

    /** Returns the number of scores: weights, and products with them, have no units of their own. */
    @Override
    public int countInUnits() {
        return parameters;
    }

    @Override
    public int count() {
        return (hasProducts ? 2 : 1) * parameters + 1;
    }

    @Override
    public int atOnce() {
        return atOnce;
    }

    @Override
    public void fill(double[][] x, double[][] statistics, int firstRow, double[][] rows, int length) {
        double[] w = statistics[WeightedSampler.WEIGHT];
        boolean positive = arePositive(w, length);
        int scores = scores(x, firstRow, rows, 0, length);
        for (int row = 0; row < scores; row++) {
            multiply(rows[row], w, positive, length);
        }
        if (scores == rows.length) {
            return;
        }
        int row = scores;
        if (firstRow + row == parameters) {
            System.arraycopy(w, 0, rows[row++], 0, length);
        }
        if (row < rows.length) {
            products(x, w, positive, firstRow, rows, row, length);
        }
    }

    /** Makes rows of w²·∇log p, from the rows of w·∇log p if all of those are there. */
    private void products(double[][] x, double[] w, boolean positive, int firstRow, double[][] rows, int row, int length) {
        int parameter = firstRow + row - parameters - 1;
        if (firstRow == 0) {
            for (int p = parameter; row + p - parameter < rows.length; p++) {
                double[] product = rows[row + p - parameter];
                System.arraycopy(rows[p], 0, product, 0, length);
                multiply(product, w, positive, length);
            }
            return;
        }
        scores(x, parameter, rows, row, length);
        for (int r = row; r < rows.length; r++) {
            multiply(rows[r], w, positive, length);
            multiply(rows[r], w, positive, length);
        }
    }

    /** Sets rows to scores, from a parameter on, until there are no more rows or parameters; returns how many it has set. */
    private int scores(double[][] x, int parameter, double[][] rows, int row, int length) {
        int count = Math.min(parameters - parameter, rows.length - row);
        if (count <= 0) {
            return 0;
        }
        double[][] set = count == rows.length ? rows : Arrays.copyOfRange(rows, row, row + count);
        target.gradLogPdf(x, 0, parameter, set, 0, length);
        for (int r = 0; exponents != null && r < count; r++) {
            PowerOfTwo.multiply(set[r], 0, length, -exponents[parameter + r]);
        }
        return count;
    }

    private static boolean arePositive(double[] w, int length) {
        for (int i = 0; i < length; i++) {
            if (w[i] == 0) {
                return false;
            }
        }
        return true;
    }

    /** Multiplies a row by the weights. A weight of 0 is outside of p's support, where a score need not be a number. */
    private static void multiply(double[] row, double[] w, boolean positive, int length) {
        if (positive) {
            for (int i = 0; i < length; i++) {
                row[i] *= w[i];
            }
            return;
        }
        for (int i = 0; i < length; i++) {
            row[i] = w[i] == 0 ? 0 : row[i] * w[i];
        }
    }
}
