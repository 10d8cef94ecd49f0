package io.github.scorelane.engine.surrogate;

/**
 * A function given by its values at consecutive whole numbers; elsewhere it is 0.
 *
 * @param first the first of the numbers
 * @param table the values
 * @param isWhole whether there are no other numbers
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
