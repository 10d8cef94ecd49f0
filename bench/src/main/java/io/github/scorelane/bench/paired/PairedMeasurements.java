package io.github.scorelane.bench.paired;

import io.github.scorelane.bench.turns.MeasuredPairs;
import io.github.scorelane.bench.turns.Pair;
import io.github.scorelane.bench.turns.Quantiles;
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
    List<Row> ratios() {
        return rows().filter(row -> !row.comparison().isSmall()).toList();
    }

    /** The pairs whose difference counts. */
    List<Row> smallEstimates() {
        return rows().filter(row -> row.comparison().isSmall()).toList();
    }

    /** All pairs in the order of the tables. */
    private Stream<Row> rows() {
        return Arrays.stream(Comparison.values()).flatMap(comparison -> comparison.contenders().stream()
                .flatMap(contender -> pairs.stream().filter(pair -> pair.comparison().equals(comparison.id())
                        && pair.contender().equals(contender.name())).map(pair -> new Row(comparison, contender, pair))));
    }

    /**
     * A pair with what the tables say of it.
     *
     * @param comparison the comparison that it belongs to
     * @param contender the contender that Scorelane took turns with
     * @param pair the measurements
     */
    record Row(Comparison comparison, Contender contender, Pair pair) {}

    /**
     * The time of an estimate that is the first in its JVM.
     *
     * @param samples the estimate's number of samples
     * @param trials the number of JVMs that were started
     * @param milliseconds the time from the first touch of the library to the answer
     */
    public record FirstCall(int samples, int trials, Quantiles milliseconds) {
    }

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
}
