package io.github.scorelane.engine.evaluate;

import io.github.scorelane.engine.thread.Check;
import java.util.function.ToDoubleFunction;

/** The loop itself, of which {@link OwnLoops} makes copies: it has no state, no lambdas and no classes within. */
public final class PointLoop implements PointCalls {
    public PointLoop() {}

    @Override
    public void call(ToDoubleFunction<double[]> function, double[] row, double[][] x, int n, long first, double[] f, Check check) {
        int dimension = row.length;
        // Two columns in variables: after each call of f, and each check, the others are looked up again.
        double[] a = x[0];
        double[] b = x[dimension > 1 ? 1 : 0];
        for (int s = 0; s < n; s++) {
            check.run();
            row[0] = a[s];
            if (dimension > 1) {
                row[1] = b[s];
            }
            for (int d = 2; d < dimension; d++) {
                row[d] = x[d][s];
            }
            double value;
            try {
                value = function.applyAsDouble(row);
            } catch (Throwable e) {
                throw BlockFunction.thrown(e, first + s, row);
            }
            BlockFunction.requireFinite(value, first + s, row);
            f[s] = value;
        }
    }
}
