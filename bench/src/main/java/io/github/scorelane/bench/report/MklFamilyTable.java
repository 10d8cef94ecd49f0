package io.github.scorelane.bench.report;

import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.paired.Pair;
import java.util.Map;
import java.util.Optional;

/** Draws beside MKL's own samplers, in Markdown. */
final class MklFamilyTable {
    private static final Map<String, String> GENERATORS = Map.of("mkl-philox", "Philox", "mkl-sfmt", "SFMT");
    private static final String HEAD = """
            | draws | MKL's generator | Scorelane, ns | MKL, ns | faster, median | p10 to p90 | not slower |
            | --- | --- | ---: | ---: | ---: | ---: | --- |
            """;

    private MklFamilyTable() {}

    static String of(FamilyResults results) {
        StringBuilder table = new StringBuilder(HEAD);
        for (Family family : Family.values()) {
            GENERATORS.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(generator -> {
                Optional<Pair> measured = results.mkl(family, generator.getKey());
                measured.ifPresent(pair -> table.append("| %s | %s | %s | %s | %s × | %s | %s |\n".formatted(family.title(),
                        generator.getValue(), Text.number(pair.nanoseconds().median()),
                        Text.number(pair.contenderNanoseconds().median()), Text.number(pair.ratio().median()),
                        Text.range(pair.ratio()), results.mklIsAtItsBest() ? FamilyTargets.verdict(pair.ratio().median(), 1)
                                : "not judged, MKL has only its generic path here")));
            });
        }
        return table.toString();
    }
}
