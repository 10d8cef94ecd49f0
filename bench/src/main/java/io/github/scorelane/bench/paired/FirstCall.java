package io.github.scorelane.bench.paired;

import io.github.scorelane.bench.turns.Quantiles;

/**
 * The time of an estimate that is the first in its JVM.
 *
 * @param samples the estimate's number of samples
 * @param trials the number of JVMs that were started
 * @param milliseconds the time from the first touch of the library to the answer
 */
public record FirstCall(int samples, int trials, Quantiles milliseconds) {
}
