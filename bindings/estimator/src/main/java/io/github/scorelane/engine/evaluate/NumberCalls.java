package io.github.scorelane.engine.evaluate;

import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.function.EvaluationException;
import java.util.function.DoubleUnaryOperator;

/** Loop that calls the user's function of one number for the samples of a block. */
public interface NumberCalls {
    /**
     * Calls the function for each sample in turn.
     *
     * @param function the function f
     * @param x the samples in columns, of which the first is read
     * @param n the number of samples
     * @param first the index of the first sample
     * @param f the array that the values are written to
     * @param check the check that is made before each call, which ends a run that is not wanted any more
     * @throws EvaluationException if f throws, or is not finite
     */
    void call(DoubleUnaryOperator function, double[][] x, int n, long first, double[] f, Check check);
}
