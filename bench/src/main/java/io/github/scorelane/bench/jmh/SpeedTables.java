package io.github.scorelane.bench.jmh;

import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.family.Operation;
import io.github.scorelane.bench.jmh.Quantity.Peer;
import io.github.scorelane.bench.report.MarkdownTable;
import io.github.scorelane.bench.report.Text;
import io.github.scorelane.bench.speed.Implementation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of JMH's times. */
final class SpeedTables {
    private static final String NONE = "–";

    private SpeedTables() {}

    /** Every quantity, each implementation and size a row. */
    static String all(Speeds speeds) {
        MarkdownTable table = new MarkdownTable("llrrrr", "what", "implementation", "elements", "ns per element", "simd is faster",
                "B per element");
        for (Quantity quantity : Quantity.values()) {
            for (int size : speeds.sizes()) {
                for (String implementation : quantity.implementations()) {
                    speeds.find(quantity, implementation, size).ifPresent(speed -> table.row(quantity.title(),
                            implementation + ": " + quantity.describe(implementation), Text.count(size),
                            speed.nanosecondsPerElement(), implementation.equals(Implementation.SIMD) ? ""
                                    : speeds.speedup(quantity, implementation, size).map(ratio -> ratio + " ×").orElse(""),
                            Text.number(speed.bytesPerElement())));
                }
            }
        }
        return table.toString();
    }

    /** A row for each peer, as the project's README has them, with what they were measured on. */
    static String shortOne(JmhMeasurements measured, String link) {
        Speeds speeds = measured.speeds();
        List<Integer> sizes = speeds.sizes();
        int size = sizes.getFirst();
        List<String> titles = new ArrayList<>(List.of("ns per element, arrays of " + Text.count(size), "measured against",
                "its time", "scalar twins", "SIMD", "SIMD is faster"));
        sizes.stream().skip(1).forEach(other -> titles.add("at " + Text.count(other)));
        MarkdownTable table = new MarkdownTable("ll" + "r".repeat(titles.size() - 2), titles.toArray(String[]::new));
        for (Quantity quantity : Quantity.values()) {
            for (Peer peer : quantity.peers()) {
                if (sizes.stream().anyMatch(any -> speeds.find(quantity, peer.implementation(), any).isPresent())) {
                    List<String> cells = new ArrayList<>(List.of(quantity.title(), peer.description()));
                    Stream.of(peer.implementation(), Implementation.SCALAR, Implementation.SIMD)
                            .forEach(implementation -> cells.add(speeds.find(quantity, implementation, size)
                                    .map(speed -> Text.number(speed.nanosecondsPerElement().value())).orElse(NONE)));
                    sizes.forEach(any -> cells.add(
                            speeds.speedup(quantity, peer.implementation(), any).map(SpeedTables::times).orElse(NONE)));
                    table.row(cells.toArray());
                }
            }
        }
        return table + "\nOne thread; the estimate is of f = x² with leave-one-out and standard errors, per sample. "
                + measured.madeOn().cpu() + ", " + speeds.simd() + ", " + measured.madeOn().jdk() + ". From " + link
                + ", where the errors are; `mvn -q -Pbench` measures your own machine.\n";
    }

    private static String times(Interval ratio) {
        return String.format(Locale.ROOT, ratio.value() < 9.95 ? "%.1f×" : "%.0f×", ratio.value());
    }

    /** Families, each operation a row. */
    static String families(List<FamilySpeed> speeds) {
        MarkdownTable table = new MarkdownTable("llrrrrr", "family", "operation", "Commons, plain loop, ns per draw",
                "Scorelane, scalar", "Scorelane, simd", "simd is faster", "B per draw");
        for (Family family : Family.values()) {
            for (Operation operation : Operation.values()) {
                Map<String, FamilySpeed> row = speeds.stream()
                        .filter(speed -> speed.family() == family && speed.operation() == operation)
                        .collect(Collectors.toMap(FamilySpeed::implementation, speed -> speed, (first, _) -> first));
                if (!row.isEmpty()) {
                    Optional<FamilySpeed> commons = Optional.ofNullable(row.get(Implementation.COMMONS));
                    Optional<FamilySpeed> simd = Optional.ofNullable(row.get(Implementation.SIMD));
                    table.row(family.title(), operation.id(), time(commons),
                            time(Optional.ofNullable(row.get(Implementation.SCALAR))), time(simd),
                            commons.flatMap(slow -> simd.map(fast -> slow.nanoseconds().dividedBy(fast.nanoseconds()) + " ×"))
                                    .orElse(NONE), simd.map(speed -> Text.number(speed.bytes())).orElse(NONE));
                }
            }
        }
        return table.toString();
    }

    private static String time(Optional<FamilySpeed> speed) {
        return speed.map(found -> found.nanoseconds().toString()).orElse(NONE);
    }
}
