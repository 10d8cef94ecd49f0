package io.github.scorelane.engine.evaluate;

import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.function.EvaluationException;
import java.util.function.ToDoubleFunction;

/** Loop that calls the user's function of a vector for the samples of a block. */
public interface PointCalls {
    /**
     * Calls the function for each sample in turn.
     *
     * @param function the function f
     * @param point the array that the function is given, with the coordinates of one sample after the other
     * @param x the samples in columns
     * @param n the number of samples
     * @param first the index of the first sample
     * @param f the array that the values are written to
     * @param check the check that is made before each call, which ends a run that is not wanted any more
     * @throws EvaluationException if f throws, or is not finite
     */
    void call(ToDoubleFunction<double[]> function, double[] point, double[][] x, int n, long first, double[] f, Check check);
}
