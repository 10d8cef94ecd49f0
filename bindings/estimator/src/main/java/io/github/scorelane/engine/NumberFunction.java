package io.github.scorelane.engine;

import java.util.function.DoubleUnaryOperator;

/** A function of one number. */
public final class NumberFunction extends BlockFunction {
    private final DoubleUnaryOperator function;

    /**
     * Wraps a function.
     *
     * @param function f
     */
    public NumberFunction(DoubleUnaryOperator function) {
        this.function = function;
    }

    @Override
    void evaluate(double[][] x, int n, long first, double[] f, Runnable check) {
        double[] column = x[0];
        for (int s = 0; s < n; s++) {
            check.run();
            try {
                f[s] = function.applyAsDouble(column[s]);
            } catch (Throwable e) {
                throw thrown(e, first + s, point(x, s));
            }
            requireFinite(f[s], first + s, x, s);
        }
    }
}
