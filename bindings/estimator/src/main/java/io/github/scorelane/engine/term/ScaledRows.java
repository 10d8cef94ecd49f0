package io.github.scorelane.engine.term;

import io.github.scorelane.engine.unit.PowerOfTwo;

/**
 * Rows of terms, each divided by a power of two, so that their squares are numbers.
 *
 * @param rows the rows without units
 * @param exponents the exponent of each row's unit; not to be changed
 */
record ScaledRows(TermRows rows, int[] exponents) implements TermRows {
    @Override
    public int count() {
        return rows.count();
    }

    @Override
    public int atOnce() {
        return rows.atOnce();
    }

    @Override
    public void fill(double[][] x, double[][] statistics, int firstRow, double[][] gradient, int length) {
        rows.fill(x, statistics, firstRow, gradient, length);
        for (int row = 0; row < gradient.length; row++) {
            PowerOfTwo.multiply(gradient[row], 0, length, -exponents[firstRow + row]);
        }
    }

    @Override
    public boolean isSecondOrder() {
        return rows.isSecondOrder();
    }
}
