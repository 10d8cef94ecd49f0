package io.github.scorelane.bench.paired;

import io.github.scorelane.bench.turns.Quantiles;

/**
 * What an estimate takes that is the first in its JVM.
 *
 * @param samples of it
 * @param trials JVMs that were started
 * @param milliseconds from the first touch of the library to the answer
 */
public record FirstCall(int samples, int trials, Quantiles milliseconds) {
}
