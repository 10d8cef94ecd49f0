package io.github.scorelane.engine.evaluate;

import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.engine.thread.Thrown;
import io.github.scorelane.function.BatchFunction;
import io.github.scorelane.function.EvaluationException;
import java.util.Arrays;

/** A function of many samples at once. */
public final class ColumnsFunction extends BlockFunction {
    private final BatchFunction function;
    private final String name;

    /**
     * Wraps a function.
     *
     * @param function f
     */
    public ColumnsFunction(BatchFunction function) {
        this(function, "f");
    }

    /** One that errors call by another name than f. */
    public ColumnsFunction(BatchFunction function, String name) {
        this.function = function;
        this.name = name;
    }

    @Override
    public void evaluate(double[][] x, int n, long first, double[] f, Check check) {
        check.run();
        try {
            function.evaluate(x, n, f);
        } catch (Throwable e) {
            throw locate(e, x, n, first);
        }
    }

    /** f is pure: one sample at a time, it throws again at the one that made it throw. */
    private EvaluationException locate(Throwable thrown, double[][] x, int n, long first) {
        Thrown.restoreInterruption(thrown);
        for (int s = 0; s < n; s++) {
            double[] point = point(x, s);
            double[][] alone = new double[x.length][];
            Arrays.setAll(alone, d -> new double[] {point[d]});
            try {
                function.evaluate(alone, 1, new double[1]);
            } catch (Throwable e) {
                return thrown(name, e, first + s, point);
            }
        }
        return new EvaluationException(name + " threw " + Thrown.words(thrown) + " on samples " + first + " to " + (first + n - 1)
                + " together, though on none of them alone; the batch begins", first, point(x, 0), thrown);
    }
}
