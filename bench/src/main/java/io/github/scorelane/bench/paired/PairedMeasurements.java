package io.github.scorelane.bench.paired;

import io.github.scorelane.bench.turns.MeasuredPairs;
import io.github.scorelane.bench.turns.Pair;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The measurements of a paired run.
 *
 * @param machine the machine, in lines of a name and a value
 * @param pairs Scorelane and its contenders
 * @param hotKernels kernels among hot ones, beside the same kernels in fresh JVMs
 * @param firstCalls the first estimates of fresh JVMs
 */
public record PairedMeasurements(Map<String, String> machine, List<Pair> pairs, List<HotKernel> hotKernels,
        List<FirstCall> firstCalls) implements MeasuredPairs {
    /** The pairs whose ratio counts. */
    List<PairedRow> ratios() {
        return rows().filter(row -> !row.comparison().isSmall()).toList();
    }

    /** The pairs whose difference counts. */
    List<PairedRow> smallEstimates() {
        return rows().filter(row -> row.comparison().isSmall()).toList();
    }

    /** All pairs in the order of the tables. */
    private Stream<PairedRow> rows() {
        return Arrays.stream(Comparison.values()).flatMap(comparison -> comparison.contenders().stream()
                .flatMap(contender -> pairs.stream().filter(pair -> pair.comparison().equals(comparison.id())
                        && pair.contender().equals(contender.name())).map(pair -> new PairedRow(comparison, contender, pair))));
    }
}
