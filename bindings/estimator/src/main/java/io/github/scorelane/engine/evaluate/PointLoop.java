package io.github.scorelane.engine.evaluate;

import io.github.scorelane.engine.thread.Check;
import java.util.function.ToDoubleFunction;

/**
 * The one implementation of the loop, of which {@link OwnLoops} makes copies. It must have no state, no lambdas and no classes
 * within, because a copy is this class defined again under a hidden name.
 */
public final class PointLoop implements PointCalls {
    /** Creates the loop; copies are created by this constructor as well. */
    PointLoop() {}

    @Override
    public void call(ToDoubleFunction<double[]> function, double[] point, double[][] x, int n, long first, double[] f,
            Check check) {
        int dimension = point.length;
        // Two columns are kept in variables, since the compiler has to look all others up again after each call of f and each
        // check.
        double[] a = x[0];
        double[] b = x[dimension > 1 ? 1 : 0];
        for (int s = 0; s < n; s++) {
            check.run();
            point[0] = a[s];
            if (dimension > 1) {
                point[1] = b[s];
            }
            for (int d = 2; d < dimension; d++) {
                point[d] = x[d][s];
            }
            double value;
            try {
                value = function.applyAsDouble(point);
            } catch (Throwable e) {
                throw BlockFunction.thrown(e, first + s, point);
            }
            BlockFunction.requireFinite(value, first + s, point);
            f[s] = value;
        }
    }
}
