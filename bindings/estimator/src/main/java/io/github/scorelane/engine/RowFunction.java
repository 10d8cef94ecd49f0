package io.github.scorelane.engine;

import io.github.scorelane.EvaluationException;
import java.util.function.ToDoubleFunction;

/** A function of a vector, which is given one sample's coordinates at a time. */
public final class RowFunction extends BlockFunction {
    private final ToDoubleFunction<double[]> function;
    private final double[] row;

    /**
     * Wraps a function.
     *
     * @param function f
     * @param dimension how many coordinates a sample has
     */
    public RowFunction(ToDoubleFunction<double[]> function, int dimension) {
        this.function = function;
        this.row = new double[dimension];
    }

    /** The row that {@link #evaluateRow} reads. */
    double[] row() {
        return row;
    }

    double evaluateRow(long sample) {
        double f;
        try {
            f = function.applyAsDouble(row);
        } catch (Throwable e) {
            throw thrown(e, sample, row);
        }
        if (!Double.isFinite(f)) {
            throw new EvaluationException("f is " + f, sample, row, null);
        }
        return f;
    }

    @Override
    void evaluate(double[][] x, int n, long first, double[] f, Runnable check) {
        for (int s = 0; s < n; s++) {
            check.run();
            for (int d = 0; d < row.length; d++) {
                row[d] = x[d][s];
            }
            f[s] = evaluateRow(first + s);
        }
    }
}
