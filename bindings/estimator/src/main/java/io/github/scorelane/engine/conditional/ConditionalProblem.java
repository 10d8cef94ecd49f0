package io.github.scorelane.engine.conditional;

import io.github.scorelane.distribution.ConditionalDistribution;
import io.github.scorelane.engine.thread.Threads;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Batch of problems that a {@link ConditionalRun} is to work: a value that is made of an estimator's settings and the arguments of
 * one call.
 *
 * @param distribution the family of all cases
 * @param parameters the user's columns, each as long as there are cases; read during the run, never written
 * @param samples the number K of samples of each case
 * @param stream the stream of random numbers of the batch
 * @param function the function f
 * @param formula makes the estimates of the sums
 * @param threads the threads to work with
 */
public record ConditionalProblem(ConditionalDistribution distribution, double[][] parameters, int samples,
        SplitStream stream, ConditionalBlockFunction function, ConditionalRule formula, Threads threads) {
    /**
     * Bound of K. Sample k of case b draws from word b·2^32 + k of the stream, so that it does not depend on K, nor on the number
     * of cases.
     */
    private static final long MOST_SAMPLES = 1L << 32;

    /** Returns the number of cases. */
    int cases() {
        return parameters[0].length;
    }

    /** Returns the stream from which the sample of index k of every case is drawn, by the index of the case. */
    SplitStream stream(int sample) {
        return stream.column(sample, MOST_SAMPLES);
    }
}
