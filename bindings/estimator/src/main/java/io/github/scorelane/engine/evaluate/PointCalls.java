package io.github.scorelane.engine.evaluate;

import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.function.EvaluationException;
import java.util.function.ToDoubleFunction;

/** Calls a function of a vector for the samples of a block. */
public interface PointCalls {
    /**
     * Calls it.
     *
     * @param function f
     * @param row what it is given, with the coordinates of one sample after the other
     * @param x columns
     * @param n how many samples
     * @param first index of the first
     * @param f where the values go
     * @param check asked before each call
     * @throws EvaluationException if f throws, or is not finite
     */
    void call(ToDoubleFunction<double[]> function, double[] row, double[][] x, int n, long first, double[] f, Check check);
}
