package io.github.scorelane.engine.evaluate;

import io.github.scorelane.engine.thread.Check;
import java.util.function.ToDoubleFunction;

/** A function of a vector, which is given one sample's coordinates at a time. */
public final class PointFunction extends BlockFunction {
    private static final OwnLoops<PointCalls> LOOPS = new OwnLoops<>(new PointLoop());

    private final ToDoubleFunction<double[]> function;
    private final CountedCalls<PointCalls> calls;
    private final double[] row;

    /**
     * Wraps a function.
     *
     * @param function f
     * @param dimension how many coordinates a sample has
     */
    public PointFunction(ToDoubleFunction<double[]> function, int dimension) {
        this.function = function;
        calls = new CountedCalls<>(LOOPS, function);
        this.row = new double[dimension];
    }

    /** The row that {@link #evaluateRow} reads. */
    public double[] row() {
        return row;
    }

    public double evaluateRow(long sample) {
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
    public void evaluate(double[][] x, int n, long first, double[] f, Check check) {
        calls.loop(n).call(function, row, x, n, first, f, check);
    }
}
