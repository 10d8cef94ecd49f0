package io.github.scorelane.engine.evaluate;

import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.function.EvaluationException;
import io.github.scorelane.function.ParametricBatchFunction;
import io.github.scorelane.function.ParametricFunction;
import java.util.Arrays;

/**
 * The user's function with direct derivatives d = ∂f/∂θ beside it, where f itself depends on θ. The terms of the gradient's sum are
 * then (f − b)s + d. Derivatives are NaN before each call, so that one which f leaves unwritten is found.
 */
public final class DirectFunction extends BlockFunction {
    private final BlockFunction function;
    private final double[][] derivatives;

    private DirectFunction(BlockFunction function, double[][] derivatives) {
        this.function = function;
        this.derivatives = derivatives;
    }

    /**
     * Creates the adapter of a function in its simple form.
     *
     * @param f the function
     * @param dimension number of coordinates of a sample
     * @param parameters number of derivatives
     * @param block the most samples of a block
     * @return one thread's adapter
     */
    public static DirectFunction of(ParametricFunction f, int dimension, int parameters, int block) {
        double[][] rows = new double[parameters][block];
        return new DirectFunction(new Simple(f, new double[dimension], rows), rows);
    }

    /**
     * Creates the adapter of a function in its batch form.
     *
     * @param f the function
     * @param parameters number of derivatives
     * @param block the most samples of a block
     * @return one thread's adapter
     */
    public static DirectFunction of(ParametricBatchFunction f, int parameters, int block) {
        double[][] rows = new double[parameters][block];
        return new DirectFunction(ColumnsFunction.of((x, n, values) -> f.evaluate(x, n, values, rows)), rows);
    }

    @Override
    public void evaluate(double[][] x, int n, long first, double[][] f, Check check) {
        for (double[] row : derivatives) {
            Arrays.fill(row, 0, n, Double.NaN);
        }
        function.evaluate(x, n, first, f, check);
    }

    @Override
    public double[][] direct() {
        return derivatives;
    }

    /** Refuses the first derivative by a parameter that is not finite. */
    public static void requireFinite(double[] derivative, int parameter, int n, long first, double[][] x) {
        for (int s = 0; s < n; s++) {
            if (!Double.isFinite(derivative[s])) {
                throw new EvaluationException("the derivative of f by parameter " + parameter + " is " + derivative[s], first + s,
                        point(x, s), null);
            }
        }
    }

    /** The simple form, which is called for one sample at a time and leaves the derivatives in rows. */
    private static final class Simple extends BlockFunction {
        private final ParametricFunction function;
        private final double[] point;
        private final double[][] rows;
        private final double[] derivatives;

        Simple(ParametricFunction function, double[] point, double[][] rows) {
            this.function = function;
            this.point = point;
            this.rows = rows;
            derivatives = new double[rows.length];
        }

        @Override
        public void evaluate(double[][] x, int n, long first, double[][] f, Check check) {
            for (int s = 0; s < n; s++) {
                check.run();
                for (int d = 0; d < point.length; d++) {
                    point[d] = x[d][s];
                }
                Arrays.fill(derivatives, Double.NaN);
                try {
                    f[0][s] = function.evaluate(point, derivatives);
                } catch (Throwable e) {
                    throw thrown(e, first + s, point);
                }
                requireFinite(f[0][s], first + s, x, s);
                for (int p = 0; p < derivatives.length; p++) {
                    rows[p][s] = derivatives[p];
                }
            }
        }
    }
}
