package io.github.scorelane.bench.honesty;

import io.github.scorelane.function.BatchFunction;
import java.util.function.DoubleUnaryOperator;

/**
 * A function whose expectation is estimated.
 *
 * @param text the function as a person writes it
 * @param value the function of one number, for its exact expectation
 * @param batch the function of many, for its estimates
 * @param oscillates tells whether it is a wave
 * @param breaks the places of its kinks and steps
 */
public record Subject(String text, DoubleUnaryOperator value, BatchFunction batch, boolean oscillates, double... breaks) {
    /** A function that has no faster form than a loop. */
    static Subject of(String text, DoubleUnaryOperator value, double... breaks) {
        return new Subject(text, value, (x, n, f) -> {
            double[] column = x[0];
            for (int s = 0; s < n; s++) {
                f[s] = value.applyAsDouble(column[s]);
            }
        }, false, breaks);
    }
}
