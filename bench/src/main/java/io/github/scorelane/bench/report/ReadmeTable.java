package io.github.scorelane.bench.report;

import io.github.scorelane.bench.machine.Machine;
import io.github.scorelane.bench.speed.Implementation;
import java.util.List;
import java.util.stream.Collectors;

/** The short table of the project's README: a row for each peer, with what it was measured on under it. */
final class ReadmeTable {
    private ReadmeTable() {}

    static String of(JmhResults results, String folder) {
        Measurements measurements = results.measurements();
        Machine machine = results.machine();
        List<Integer> sizes = measurements.sizes();
        int size = sizes.getFirst();
        StringBuilder table = new StringBuilder("| ns per element, arrays of " + Text.count(size)
                + " | measured against | its time | scalar twins | SIMD | SIMD is faster |");
        List<Integer> more = sizes.subList(1, sizes.size());
        more.forEach(other -> table.append(" at ").append(Text.count(other)).append(" |"));
        table.append("\n| --- | --- | ---: | ---: | ---: | ---: |").append(" ---: |".repeat(more.size())).append('\n');
        for (Quantity quantity : Quantity.values()) {
            for (Peer peer : quantity.peers()) {
                if (sizes.stream().allMatch(any -> measurements.find(quantity, peer.implementation(), any).isEmpty())) {
                    continue;
                }
                table.append("| ").append(quantity.title()).append(" | ").append(peer.description())
                        .append(" | ").append(time(measurements, quantity, peer.implementation(), size))
                        .append(" | ").append(time(measurements, quantity, Implementation.SCALAR, size))
                        .append(" | ").append(time(measurements, quantity, Implementation.SIMD, size)).append(" | ")
                        .append(sizes.stream().map(any -> faster(measurements, quantity, peer, any))
                                .collect(Collectors.joining(" | "))).append(" |\n");
            }
        }
        return table + "\nOne thread; the estimate is of f = x² with leave-one-out and standard errors, per sample. "
                + machine.cpu() + ", " + measurements.simd() + ", " + machine.jdk() + ". From [jmh-results/" + folder
                + "](jmh-results/" + folder + "/README.md), where the errors are; `mvn -q -Pbench` measures your own machine.\n";
    }

    private static String time(Measurements measurements, Quantity quantity, String implementation, int size) {
        return measurements.find(quantity, implementation, size)
                .map(m -> Text.number(m.nanosecondsPerElement().value())).orElse("–");
    }

    private static String faster(Measurements measurements, Quantity quantity, Peer peer, int size) {
        return measurements.speedup(quantity, peer.implementation(), size).map(Text::times).orElse("–");
    }
}
