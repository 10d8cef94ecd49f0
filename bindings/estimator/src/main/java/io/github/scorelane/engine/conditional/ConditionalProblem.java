package io.github.scorelane.engine.conditional;

import io.github.scorelane.distribution.ConditionalDistribution;
import io.github.scorelane.engine.thread.Threads;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * What a run of many rows is to estimate.
 *
 * @param distribution of a row's samples
 * @param parameters the user's columns, each as long as there are rows
 * @param samples K of each row
 * @param stream where the samples draw from
 * @param function f
 * @param formula what makes the estimates of the sums
 * @param threads who works
 */
public record ConditionalProblem(ConditionalDistribution distribution, double[][] parameters, int samples,
        SplitStream stream, ConditionalBlockFunction function, ConditionalRule formula, Threads threads) {
    /** Sample k of row b draws by word b·2^32 + k: of k alone, whatever K is. */
    private static final long MOST_SAMPLES = 1L << 32;

    int rows() {
        return parameters[0].length;
    }

    /** The stream of a sample of each row, by row. */
    SplitStream stream(int sample) {
        return stream.column(sample, MOST_SAMPLES);
    }
}
