package io.github.scorelane.engine.evaluate;

import io.github.scorelane.engine.thread.Check;
import java.util.function.DoubleUnaryOperator;

/**
 * The one implementation of the loop, of which {@link OwnLoops} makes copies. It must have no state, no lambdas and no classes
 * within, because a copy is this class defined again under a hidden name.
 */
public final class NumberLoop implements NumberCalls {
    /** Creates the loop; copies are created by this constructor as well. */
    NumberLoop() {}

    @Override
    public void call(DoubleUnaryOperator function, double[][] x, int n, long first, double[] f, Check check) {
        double[] column = x[0];
        for (int s = 0; s < n; s++) {
            check.run();
            double value;
            try {
                value = function.applyAsDouble(column[s]);
            } catch (Throwable e) {
                throw BlockFunction.thrown(e, first + s, BlockFunction.point(x, s));
            }
            BlockFunction.requireFinite(value, first + s, x, s);
            f[s] = value;
        }
    }
}
