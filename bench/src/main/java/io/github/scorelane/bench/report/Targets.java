package io.github.scorelane.bench.report;

import io.github.scorelane.bench.speed.Implementation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which of the promised speeds were reached, in Markdown. */
final class Targets {
    /** Boxed vectors cost 12 bytes per element and more; what JMH itself allocates in an iteration stays far below this. */
    private static final double NO_BYTES = 0.05;

    private Targets() {}

    static String of(Measurements measurements) {
        List<Integer> sizes = measurements.sizes();
        StringBuilder table = new StringBuilder("| target |"
                + sizes.stream().map(size -> " " + Text.count(size) + " elements |").collect(Collectors.joining())
                + "\n| --- |" + " --- |".repeat(sizes.size()) + "\n");
        for (Quantity quantity : Quantity.values()) {
            for (Peer peer : quantity.peers()) {
                if (peer.hasTarget()) {
                    table.append("| ").append(quantity.title()).append(", ").append(wanted(peer)).append(" |");
                    for (int size : sizes) {
                        table.append(' ').append(verdict(peer,
                                measurements.speedup(quantity, peer.implementation(), size))).append(" |");
                    }
                    table.append('\n');
                }
            }
        }
        return table + "\n" + bytes(measurements);
    }

    private static String wanted(Peer peer) {
        return peer.target() == 1 ? "not slower than the " + peer.description()
                : "at least " + Text.number(peer.target()).replaceAll("\\.?0+$", "") + " × as fast as the " + peer.description();
    }

    static String verdict(Peer peer, Optional<Measured> speedup) {
        return speedup.map(ratio -> Text.withError(ratio) + " ×: " + verdict(peer.target(), ratio)).orElse("not measured");
    }

    /** An error that reaches across the target is named: the run was too short, or the machine too busy, to tell. */
    private static String verdict(double target, Measured ratio) {
        boolean met = ratio.value() >= target;
        boolean doubtful = Math.abs(ratio.value() - target) < ratio.error();
        return (met ? "met" : "**not met**") + (doubtful ? ", within the error" : "");
    }

    private static String bytes(Measurements measurements) {
        StringBuilder list = new StringBuilder("Bytes that simd allocates for each further element, to be 0:\n\n");
        for (Quantity quantity : Quantity.values()) {
            String measured = measurements.sizes().stream()
                    .flatMap(size -> measurements.find(quantity, Implementation.SIMD, size).stream())
                    .map(m -> Text.number(m.bytes()) + " B for " + Text.count(m.size())).collect(Collectors.joining(", "));
            if (!measured.isEmpty()) {
                list.append("- ").append(quantity.title()).append(": ")
                        .append(measurements.marginalBytes(quantity, Implementation.SIMD).map(Targets::bytesVerdict)
                                .orElse("not judged, for it takes two sizes"))
                        .append(" (").append(measured).append(")\n");
            }
        }
        return list.append("\nAn estimate makes its scratch and its result once, whatever the number of samples.\n").toString();
    }

    private static String bytesVerdict(double bytes) {
        return Text.number(bytes) + (bytes < NO_BYTES ? ", met" : ", **not met**");
    }
}
