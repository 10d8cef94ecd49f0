package io.github.scorelane.engine.surrogate;

/**
 * Function that is given by its values at consecutive whole numbers, and is 0 elsewhere.
 *
 * @param first the first of the numbers
 * @param table the values, from that of the first number on
 * @param isWhole whether the numbers are all that samples can have
 */
record TableFunction(double first, double[] table, boolean isWhole) implements CoordinateFunction {
    @Override
    public void subtract(double[] x, int n, double[] f) {
        for (int i = 0; i < n; i++) {
            double place = x[i] - first;
            if (place >= 0 && place < table.length) {
                f[i] -= table[(int) place];
            }
        }
    }
}
