package io.github.scorelane.engine.evaluate;

import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.function.EvaluationException;
import io.github.scorelane.function.VectorFunction;

/** The user's function of several outputs, which is called with the coordinates of one sample at a time. */
public final class VectorPointFunction extends BlockFunction {
    private final VectorFunction function;
    private final double[] point;

    /** Creates one thread's adapter of a function, for samples of the given number of coordinates. */
    public VectorPointFunction(VectorFunction function, int dimension) {
        this.function = function;
        point = new double[dimension];
    }

    @Override
    public void evaluate(double[][] x, int n, long first, double[][] outputs, Check check) {
        for (int s = 0; s < n; s++) {
            check.run();
            for (int d = 0; d < point.length; d++) {
                point[d] = x[d][s];
            }
            double[] f = values(first + s, outputs.length);
            for (int o = 0; o < f.length; o++) {
                outputs[o][s] = f[o];
                requireFiniteOutput(f[o], o, first + s, x, s);
            }
        }
    }

    private double[] values(long sample, int outputs) {
        double[] f;
        try {
            f = function.evaluate(point);
        } catch (Throwable e) {
            throw thrown(e, sample, point);
        }
        if (f == null || f.length != outputs) {
            throw new EvaluationException("f has not " + outputs + " outputs but " + (f == null ? "null" : f.length), sample, point,
                    null);
        }
        return f;
    }
}
