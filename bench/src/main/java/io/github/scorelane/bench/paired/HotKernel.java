package io.github.scorelane.bench.paired;

import io.github.scorelane.bench.turns.Quantiles;
import java.util.List;

/**
 * A kernel's time in a JVM in which all others were made hot first, beside that in a fresh JVM.
 *
 * @param kernel the kernel
 * @param others the other kernels, in the order in which they were made hot
 * @param freshNanoseconds the time of a call in the fresh JVM
 * @param hotNanoseconds the time of a call among hot kernels
 * @param ratio the time among hot kernels over that in the fresh JVM, pair by pair
 */
public record HotKernel(Kernel kernel, List<Kernel> others, Quantiles freshNanoseconds, Quantiles hotNanoseconds,
        Quantiles ratio) {
}
