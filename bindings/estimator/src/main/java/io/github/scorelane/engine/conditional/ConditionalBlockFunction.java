package io.github.scorelane.engine.conditional;

import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.engine.thread.Thrown;
import io.github.scorelane.function.ConditionalBatchFunction;
import io.github.scorelane.function.ConditionalFunction;
import io.github.scorelane.function.EvaluationException;

/**
 * Function f of a batch in the one form that a {@link ConditionalRun} calls, whichever form the user's is. It turns whatever the
 * user's function throws into an {@link EvaluationException} that names the case. Threads may share an instance.
 */
public abstract class ConditionalBlockFunction {
    private ConditionalBlockFunction() {}

    /**
     * Adapts a function in its simple form.
     *
     * @param f the function
     * @return the function, for a run
     */
    public static ConditionalBlockFunction of(ConditionalFunction f) {
        return new Simple(f);
    }

    /**
     * Adapts a function in its batch form.
     *
     * @param f the function
     * @return the function, for a run
     */
    public static ConditionalBlockFunction of(ConditionalBatchFunction f) {
        return new Batch(f);
    }

    /**
     * Evaluates f at one sample of each of some consecutive cases.
     *
     * @param x the sample of each case
     * @param first the index of the first case
     * @param n the number of cases
     * @param sample the index of the sample among those of its case, for messages
     * @param f the values to be written
     * @param check ends the run where its result is not wanted any more
     * @throws EvaluationException if f throws; the batch form lets values pass that are not finite, which the sums will show
     */
    abstract void evaluate(double[] x, int first, int n, int sample, double[] f, Check check);

    /** Refuses the first value that is not finite. */
    static void requireFinite(double[] f, double[] x, int first, int n, int sample) {
        for (int i = 0; i < n; i++) {
            requireFinite(f[i], first + i, sample, x[i]);
        }
    }

    /** Refuses the value of one case if it is not finite. */
    static void requireFinite(double f, int index, int sample, double x) {
        if (!Double.isFinite(f)) {
            throw new EvaluationException("f is " + f, index, sample, x, null);
        }
    }

    private static EvaluationException thrown(Throwable e, int index, int sample, double x) {
        Thrown.restoreInterruption(e);
        return new EvaluationException("f threw " + Thrown.words(e), index, sample, x, e);
    }

    /** Function in the simple form, called once for each case. */
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

    /** Function in the batch form, called once for all cases of a block. */
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

        /** Finds the case at which f threw. Since f is pure, it fails again where it is called for one case at a time. */
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
