package io.github.scorelane.engine.evaluate;

import io.github.scorelane.engine.sum.JacobianWork;
import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.function.BatchVectorFunction;
import io.github.scorelane.function.EvaluationException;
import io.github.scorelane.function.VectorFunction;

/** A function of several outputs; each thread has one of its own. */
public interface OutputsFunction {
    /**
     * Binds it to where its values go.
     *
     * @param f a row for each output
     * @return a function that writes there, and not to the array it is given
     */
    BlockFunction into(double[][] f);

    /**
     * This function, of which it is seen whether an output has more than one value.
     *
     * @param seen where each output's values are seen
     * @return the same, seen
     */
    default OutputsFunction watched(OneValue[] seen) {
        return rows -> new Watched(into(rows), rows, seen);
    }

    /**
     * A function in its simple form.
     *
     * @param function f
     * @param dimension how many coordinates a sample has
     * @return it, for a run
     */
    static OutputsFunction of(VectorFunction function, int dimension) {
        return rows -> new Simple(function, new double[dimension], rows);
    }

    /**
     * A function in its batch form.
     *
     * @param function f
     * @return it, for a run
     */
    static OutputsFunction of(BatchVectorFunction function) {
        return rows -> new ColumnsFunction((x, n, unused) -> function.evaluate(x, n, rows));
    }

    /** All outputs, seen. */
    final class Watched extends BlockFunction {
        private final BlockFunction function;
        private final double[][] outputs;
        private final OneValue[] seen;

        private Watched(BlockFunction function, double[][] outputs, OneValue[] seen) {
            this.function = function;
            this.outputs = outputs;
            this.seen = seen;
        }

        @Override
        public void evaluate(double[][] x, int n, long first, double[] unused, Check check) {
            function.evaluate(x, n, first, unused, check);
            for (int o = 0; o < seen.length; o++) {
                seen[o].see(outputs[o], n);
            }
        }
    }

    /** One sample at a time. */
    final class Simple extends BlockFunction {
        private final VectorFunction function;
        private final double[] row;
        private final double[][] outputs;

        private Simple(VectorFunction function, double[] row, double[][] outputs) {
            this.function = function;
            this.row = row;
            this.outputs = outputs;
        }

        @Override
        public void evaluate(double[][] x, int n, long first, double[] unused, Check check) {
            for (int s = 0; s < n; s++) {
                check.run();
                for (int d = 0; d < row.length; d++) {
                    row[d] = x[d][s];
                }
                double[] f;
                try {
                    f = function.evaluate(row);
                } catch (Throwable e) {
                    throw thrown(e, first + s, row);
                }
                if (f == null || f.length != outputs.length) {
                    throw new EvaluationException("f has not " + outputs.length + " outputs but "
                            + (f == null ? "null" : f.length), first + s, row, null);
                }
                for (int o = 0; o < f.length; o++) {
                    outputs[o][s] = f[o];
                    JacobianWork.requireFinite(f[o], o, first + s, x, s);
                }
            }
        }
    }
}
