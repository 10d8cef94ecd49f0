package io.github.scorelane.engine.evaluate;

import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.engine.thread.Thrown;
import io.github.scorelane.function.BatchFunction;
import io.github.scorelane.function.BatchVectorFunction;
import io.github.scorelane.function.EvaluationException;
import java.util.Arrays;

/**
 * The user's function in its batch form, which is called for all samples of a block at once and has one output or several. It lets
 * values pass that are not finite: the sums find them at no cost.
 */
public final class ColumnsFunction extends BlockFunction {
    private final BatchVectorFunction function;
    private final String name;

    /** Creates the adapter of a function of one output. */
    public static ColumnsFunction of(BatchFunction function) {
        return of(function, "f");
    }

    /** Creates the adapter of a function of one output that errors call by a name of its own. */
    public static ColumnsFunction of(BatchFunction function, String name) {
        return new ColumnsFunction((x, n, f) -> function.evaluate(x, n, f[0]), name);
    }

    /** Creates the adapter of a function of several outputs. */
    public static ColumnsFunction ofOutputs(BatchVectorFunction function) {
        return new ColumnsFunction(function, "f");
    }

    private ColumnsFunction(BatchVectorFunction function, String name) {
        this.function = function;
        this.name = name;
    }

    @Override
    public void evaluate(double[][] x, int n, long first, double[][] f, Check check) {
        check.run();
        try {
            function.evaluate(x, n, f);
        } catch (Throwable e) {
            throw locate(e, x, n, first, f.length);
        }
    }

    /** Finds the sample at which f threw. Since f is pure, it throws again when it is given that sample alone. */
    private EvaluationException locate(Throwable thrown, double[][] x, int n, long first, int outputs) {
        Thrown.restoreInterruption(thrown);
        for (int s = 0; s < n; s++) {
            double[] point = point(x, s);
            double[][] alone = new double[x.length][];
            Arrays.setAll(alone, d -> new double[] {point[d]});
            try {
                function.evaluate(alone, 1, new double[outputs][1]);
            } catch (Throwable e) {
                return thrown(name, e, first + s, point);
            }
        }
        return new EvaluationException(name + " threw " + Thrown.words(thrown) + " on samples " + first + " to " + (first + n - 1)
                + " together, though on none of them alone; the batch begins", first, point(x, 0), thrown);
    }
}
