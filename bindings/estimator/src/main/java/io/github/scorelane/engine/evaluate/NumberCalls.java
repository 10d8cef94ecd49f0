package io.github.scorelane.engine.evaluate;

import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.function.EvaluationException;
import java.util.function.DoubleUnaryOperator;

/** Calls a function of one number for the samples of a block. */
public interface NumberCalls {
    /**
     * Calls it.
     *
     * @param function f
     * @param x columns, the first of which is read
     * @param n how many samples
     * @param first index of the first
     * @param f where the values go
     * @param check asked before each call
     * @throws EvaluationException if f throws, or is not finite
     */
    void call(DoubleUnaryOperator function, double[][] x, int n, long first, double[] f, Check check);
}
