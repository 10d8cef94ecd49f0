package io.github.scorelane.engine.conditional;

import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.engine.thread.Threads;
import io.github.scorelane.engine.thread.Thrown;
import io.github.scorelane.function.ConditionalBatchFunction;
import io.github.scorelane.function.ConditionalFunction;
import io.github.scorelane.function.EvaluationException;

/** The function of rows, as a {@link ConditionalRun} calls it. Threads may share an instance. */
public abstract class ConditionalBlockFunction {
    private ConditionalBlockFunction() {}

    /**
     * A function in its simple form.
     *
     * @param f the function
     * @return it, for a run
     */
    public static ConditionalBlockFunction of(ConditionalFunction f) {
        return new Simple(f);
    }

    /**
     * A function in its batch form.
     *
     * @param f the function
     * @return it, for a run
     */
    public static ConditionalBlockFunction of(ConditionalBatchFunction f) {
        return new Batch(f);
    }

    /**
     * Evaluates f.
     *
     * @param x a number of each row
     * @param first the first row
     * @param n how many rows
     * @param sample which of each row's samples
     * @param f where the values go
     * @param check called where the run may be interrupted
     * @throws EvaluationException if f throws; values that are not finite may pass
     */
    abstract void evaluate(double[] x, int first, int n, int sample, double[] f, Check check);

    /** Refuses the first value that is not finite. */
    static void requireFinite(double[] f, double[] x, int first, int n, int sample) {
        for (int i = 0; i < n; i++) {
            requireFinite(f[i], first + i, sample, x[i]);
        }
    }

    static void requireFinite(double f, int row, int sample, double x) {
        if (!Double.isFinite(f)) {
            throw new EvaluationException("f is " + f, row, sample, x, null);
        }
    }

    private static EvaluationException thrown(Throwable e, int row, int sample, double x) {
        Thrown.restoreInterruption(e);
        return new EvaluationException("f threw " + Thrown.words(e), row, sample, x, e);
    }

    private static final class Simple extends ConditionalBlockFunction {
        private final ConditionalFunction function;

        Simple(ConditionalFunction function) {
            this.function = function;
        }

        @Override
        public void evaluate(double[] x, int first, int n, int sample, double[] f, Check check) {
            for (int i = 0; i < n; i++) {
                check.run();
                try {
                    f[i] = function.evaluate(first + i, x[i]);
                } catch (Throwable e) {
                    throw thrown(e, first + i, sample, x[i]);
                }
                requireFinite(f[i], first + i, sample, x[i]);
            }
        }
    }

    private static final class Batch extends ConditionalBlockFunction {
        private final ConditionalBatchFunction function;

        Batch(ConditionalBatchFunction function) {
            this.function = function;
        }

        @Override
        public void evaluate(double[] x, int first, int n, int sample, double[] f, Check check) {
            check.run();
            try {
                function.evaluate(x, first, n, f);
            } catch (Throwable e) {
                throw locate(e, x, first, n, sample);
            }
        }

        /** f is pure: one row at a time, it fails again at the one that made it throw, or at one before. */
        private EvaluationException locate(Throwable thrown, double[] x, int first, int n, int sample) {
            Thrown.restoreInterruption(thrown);
            for (int i = 0; i < n; i++) {
                double[] alone = {x[i]};
                double[] f = {Double.NaN};
                try {
                    function.evaluate(alone, first + i, 1, f);
                } catch (Throwable e) {
                    return thrown(e, first + i, sample, x[i]);
                }
                requireFinite(f[0], first + i, sample, x[i]);
            }
            return new EvaluationException("f threw " + Thrown.words(thrown) + " on rows " + first + " to " + (first + n - 1)
                    + " together, though on none of them alone; the batch begins", first, sample, x[0], thrown);
        }
    }
}
