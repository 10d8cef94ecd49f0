package io.github.scorelane.bench.paired;

import io.github.scorelane.bench.turns.Quantiles;
import java.util.List;

/**
 * A kernel's time in a JVM in which all others were made hot first, beside that in a fresh JVM.
 *
 * @param kernel which
 * @param others in the order in which they were made hot
 * @param freshNanoseconds per call
 * @param hotNanoseconds per call
 * @param ratio of hot to fresh, pair by pair
 */
public record HotKernel(Kernel kernel, List<Kernel> others, Quantiles freshNanoseconds, Quantiles hotNanoseconds,
        Quantiles ratio) {
}
