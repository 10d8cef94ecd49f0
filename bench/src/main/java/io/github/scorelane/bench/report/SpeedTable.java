package io.github.scorelane.bench.report;

import io.github.scorelane.bench.speed.Implementation;
import java.util.Optional;

/** Everything that was measured, in Markdown. */
final class SpeedTable {
    private static final String HEAD = """
            | what | implementation | elements | ns per element | simd is faster | B per element |
            | --- | --- | ---: | ---: | ---: | ---: |
            """;

    private SpeedTable() {}

    static String of(Measurements measurements) {
        StringBuilder table = new StringBuilder(HEAD);
        for (Quantity quantity : Quantity.values()) {
            for (int size : measurements.sizes()) {
                for (String implementation : quantity.implementations()) {
                    measurements.find(quantity, implementation, size)
                            .ifPresent(measurement -> table.append(row(measurements, measurement)));
                }
            }
        }
        return table.toString();
    }

    private static String row(Measurements measurements, Measurement m) {
        Optional<Measured> speedup = m.implementation().equals(Implementation.SIMD) ? Optional.empty()
                : measurements.speedup(m.quantity(), m.implementation(), m.size());
        return "| %s | %s: %s | %s | %s | %s | %s |%n".formatted(m.quantity().title(),
                m.implementation(), m.quantity().describe(m.implementation()), Text.count(m.size()),
                Text.withError(m.nanosecondsPerElement()), speedup.map(r -> Text.withError(r) + " ×").orElse(""),
                Text.number(m.bytesPerElement())).replace(System.lineSeparator(), "\n");
    }
}
