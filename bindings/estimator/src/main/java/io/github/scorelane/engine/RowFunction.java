package io.github.scorelane.engine;

import java.util.function.ToDoubleFunction;

/** A function of a vector, which is given one sample's coordinates at a time. */
public final class RowFunction extends BlockFunction {
    private static final OwnLoops<RowCalls> LOOPS = new OwnLoops<>(new RowLoop());

    private final ToDoubleFunction<double[]> function;
    private final CountedCalls<RowCalls> calls;
    private final double[] row;

    /**
     * Wraps a function.
     *
     * @param function f
     * @param dimension how many coordinates a sample has
     */
    public RowFunction(ToDoubleFunction<double[]> function, int dimension) {
        this.function = function;
        calls = new CountedCalls<>(LOOPS, function);
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
        requireFinite(f, sample, row);
        return f;
    }

    @Override
    void evaluate(double[][] x, int n, long first, double[] f, Check check) {
        calls.loop(n).call(function, row, x, n, first, f, check);
    }
}
