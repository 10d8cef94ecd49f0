package io.github.scorelane.engine.evaluate;

import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.engine.thread.Thrown;
import io.github.scorelane.function.EvaluationException;

/** The function, as a run calls it. An instance belongs to one thread. */
public abstract class BlockFunction {
    public BlockFunction() {}

    /**
     * Evaluates f.
     *
     * @param x columns
     * @param n how many samples
     * @param first index of the first
     * @param f where the values go
     * @param check called where the run may be interrupted
     * @throws EvaluationException if f throws; values that are not finite may pass
     */
    public abstract void evaluate(double[][] x, int n, long first, double[] f, Check check);

    /** Leaves the user's control variates of the samples that were evaluated in the first of some rows, if there are any. */
    public void keepControls(double[][] rows, int n) {}

    /** ∂f/∂θ of the samples that were evaluated last, a row for each parameter, always the same rows; null where f has none. */
    public double[][] direct() {
        return null;
    }

    /** Refuses a value that is not finite. */
    public static void requireFinite(double f, long sample, double[][] x, int s) {
        if (!Double.isFinite(f)) {
            throw new EvaluationException("f is " + f, sample, point(x, s), null);
        }
    }

    /** Refuses a value that is not finite, of a sample whose coordinates are at hand. */
    public static void requireFinite(double f, long sample, double[] point) {
        if (!Double.isFinite(f)) {
            throw new EvaluationException("f is " + f, sample, point, null);
        }
    }

    public static EvaluationException thrown(Throwable e, long sample, double[] point) {
        return thrown("f", e, sample, point);
    }

    public static EvaluationException thrown(String name, Throwable e, long sample, double[] point) {
        Thrown.restoreInterruption(e);
        return new EvaluationException(name + " threw " + Thrown.words(e), sample, point, e);
    }

    public static double[] point(double[][] x, int s) {
        double[] point = new double[x.length];
        for (int d = 0; d < x.length; d++) {
            point[d] = x[d][s];
        }
        return point;
    }
}
