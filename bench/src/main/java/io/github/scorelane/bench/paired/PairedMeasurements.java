package io.github.scorelane.bench.paired;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the paired runner measured.
 *
 * @param machine it was measured on, in lines of a name and a value
 * @param pairs of Scorelane and its contenders
 * @param hotKernels beside the same kernels in fresh JVMs
 * @param firstCalls of fresh JVMs
 */
public record PairedMeasurements(Map<String, String> machine, List<Pair> pairs, List<HotKernel> hotKernels,
        List<FirstCall> firstCalls) {
    /** A pair, if it was measured. */
    public Optional<Pair> find(Comparison comparison, Contender contender) {
        return pairs.stream().filter(pair -> pair.comparison().equals(comparison.id())
                && pair.contender().equals(contender.name())).findFirst();
    }
}
