package io.github.scorelane.engine.surrogate;

/** Values of h at consecutive whole numbers; elsewhere h is 0. */
final class TableSurrogate extends Surrogate {
    private final double first;
    private final double[] table;

    TableSurrogate(Known known, double first, double[] table) {
        super(known);
        this.first = first;
        this.table = table;
    }

    @Override
    public void subtract(double[][] x, int n, double[] f) {
        double[] values = x[0];
        for (int i = 0; i < n; i++) {
            double place = values[i] - first;
            if (place >= 0 && place < table.length) {
                f[i] -= table[(int) place];
            }
        }
    }
}
