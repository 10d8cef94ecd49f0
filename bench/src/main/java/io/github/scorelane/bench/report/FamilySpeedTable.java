package io.github.scorelane.bench.report;

import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.family.Operation;
import io.github.scorelane.bench.speed.Implementation;
import java.util.List;
import java.util.Optional;

/** What JMH measured of families, in Markdown: a row for each operation. */
final class FamilySpeedTable {
    private static final String HEAD = """
            | family | operation | Commons, plain loop, ns per draw | Scorelane, scalar | Scorelane, simd | simd is faster \
            | B per draw |
            | --- | --- | ---: | ---: | ---: | ---: | ---: |
            """;

    private FamilySpeedTable() {}

    static String of(List<FamilyMeasurement> measurements) {
        StringBuilder table = new StringBuilder(HEAD);
        for (Family family : Family.values()) {
            for (Operation operation : Operation.values()) {
                List<FamilyMeasurement> row = measurements.stream()
                        .filter(m -> m.family() == family && m.operation() == operation).toList();
                if (!row.isEmpty()) {
                    table.append("| %s | %s | %s | %s | %s | %s | %s |\n".formatted(family.title(), operation.id(),
                            time(row, Implementation.COMMONS), time(row, Implementation.SCALAR), time(row, Implementation.SIMD),
                            faster(row), find(row, Implementation.SIMD).map(m -> Text.number(m.bytes())).orElse("–")));
                }
            }
        }
        return table.toString();
    }

    private static String time(List<FamilyMeasurement> row, String implementation) {
        return find(row, implementation).map(m -> Text.withError(m.nanoseconds())).orElse("–");
    }

    private static String faster(List<FamilyMeasurement> row) {
        return find(row, Implementation.COMMONS).flatMap(commons -> find(row, Implementation.SIMD)
                .map(simd -> Text.withError(commons.nanoseconds().dividedBy(simd.nanoseconds())) + " ×")).orElse("–");
    }

    private static Optional<FamilyMeasurement> find(List<FamilyMeasurement> row, String implementation) {
        return row.stream().filter(m -> m.implementation().equals(implementation)).findFirst();
    }
}
