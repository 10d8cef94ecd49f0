package io.github.scorelane.bench.jmh;

import io.github.scorelane.bench.jmh.Quantity.Peer;
import io.github.scorelane.bench.report.MarkdownTable;
import io.github.scorelane.bench.report.Text;
import io.github.scorelane.bench.speed.Implementation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The promised speeds, and which of them were reached. */
final class Targets {
    /** Boxed vectors cost 12 bytes per element and more; what JMH itself allocates in an iteration stays far below this. */
    private static final double NO_BYTES = 0.05;

    private Targets() {}

    static String of(Speeds speeds) {
        List<Integer> sizes = speeds.sizes();
        MarkdownTable table = new MarkdownTable("l" + "l".repeat(sizes.size()), Stream.concat(Stream.of("target"),
                sizes.stream().map(size -> Text.count(size) + " elements")).toArray(String[]::new));
        for (Quantity quantity : Quantity.values()) {
            for (Peer peer : quantity.peers()) {
                if (peer.hasTarget()) {
                    table.row(Stream.concat(Stream.of(quantity.title() + ", " + wanted(peer)), sizes.stream()
                            .map(size -> verdict(peer, speeds.speedup(quantity, peer.implementation(), size)))).toArray());
                }
            }
        }
        return table + "\n" + bytes(speeds);
    }

    private static String wanted(Peer peer) {
        return peer.target() == 1 ? "not slower than the " + peer.description()
                : "at least " + Text.number(peer.target()).replaceAll("\\.?0+$", "") + " × as fast as the " + peer.description();
    }

    static String verdict(Peer peer, Optional<Interval> speedup) {
        return speedup.map(ratio -> ratio + " ×: " + verdict(peer.target(), ratio)).orElse("not measured");
    }

    /** An error that reaches across the target is named: the run was too short, or the machine too busy, to tell. */
    private static String verdict(double target, Interval ratio) {
        boolean met = ratio.value() >= target;
        boolean doubtful = Math.abs(ratio.value() - target) < ratio.error();
        return (met ? "met" : "**not met**") + (doubtful ? ", within the error" : "");
    }

    private static String bytes(Speeds speeds) {
        StringBuilder list = new StringBuilder("Bytes that simd allocates for each further element, to be 0:\n\n");
        for (Quantity quantity : Quantity.values()) {
            String measured = speeds.sizes().stream()
                    .flatMap(size -> speeds.find(quantity, Implementation.SIMD, size).stream())
                    .map(speed -> Text.number(speed.bytes()) + " B for " + Text.count(speed.size()))
                    .collect(Collectors.joining(", "));
            if (!measured.isEmpty()) {
                list.append("- ").append(quantity.title()).append(": ")
                        .append(speeds.marginalBytes(quantity, Implementation.SIMD).map(Targets::bytesVerdict)
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
