package io.github.scorelane.bench.families;

import io.github.scorelane.bench.families.FamilyMeasurements.Row;
import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.family.Operation;
import io.github.scorelane.bench.report.MarkdownTable;
import io.github.scorelane.bench.report.Text;
import io.github.scorelane.bench.turns.Pair;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The tables of families, with what was to be reached. */
final class FamilyTables {
    /** The least number of times that draws with their scores are to be faster, for each family and in the geometric mean. */
    private static final double EACH = 3;
    private static final double MEAN = 6;
    private static final Map<String, String> GENERATORS = Map.of("mkl-philox", "Philox", "mkl-sfmt", "SFMT");

    private FamilyTables() {}

    /** Draws and scores of every family. */
    static String all(FamilyMeasurements measured) {
        MarkdownTable table = new MarkdownTable("lrrrrrrrrrrl", "family", "draws: Scorelane, ns", "Commons", "faster",
                "scores: Scorelane, ns", "plain loop", "faster", "both: Scorelane, ns", "Commons, plain loop", "faster, median",
                "p10 to p90", "at least 3 ×");
        List<Row> rows = measured.rows();
        for (Row row : rows) {
            table.row(row.family().title(), times(row.draws()), times(row.scores()), times(row.both()), row.both().ratio().range(),
                    verdict(ratio(row.both()), EACH));
        }
        table.row("**geometric mean**", null, null, faster(mean(rows, Row::draws)), null, null,
                faster(mean(rows, Row::scores)), null, null, "**" + faster(mean(rows, Row::both)) + "**", null,
                "at least 6 ×: " + verdict(mean(rows, Row::both), MEAN));
        table.row("**least**", null, null, faster(least(rows, Row::draws)), null, null,
                faster(least(rows, Row::scores)), null, null, "**" + faster(least(rows, Row::both)) + "**", null,
                verdict(least(rows, Row::both), EACH));
        return table.toString();
    }

    /** The three cells of a pair. */
    private static String times(Pair pair) {
        return "%s | %s | %s".formatted(Text.number(pair.nanoseconds().median()),
                Text.number(pair.contenderNanoseconds().median()), faster(ratio(pair)));
    }

    /** Draws with their scores as the project's document has them, with what they were measured on. */
    static String shortOne(FamilyMeasurements measured, String link) {
        MarkdownTable table = new MarkdownTable("lrrrr", "draws with their scores, arrays of 4,096", "Scorelane, ns per draw",
                "Commons' sampler, plain loop", "SIMD is faster, median", "p10 to p90");
        List<Row> rows = measured.rows();
        rows.forEach(row -> table.row(row.family().title(), times(row.both()), row.both().ratio().range()));
        table.row("**geometric mean**", null, null, "**" + faster(mean(rows, Row::both)) + "**", null);
        table.row("**least**", null, null, "**" + faster(least(rows, Row::both)) + "**", null);
        return table + "\nOne thread; all families hot in the same JVM. " + measured.machineWords() + ". From " + link
                + "; `mvn -q -Pbench -Dbench.args=-families` measures your own machine.\n";
    }

    /** Draws beside MKL's own samplers. */
    static String mkl(FamilyMeasurements measured) {
        MarkdownTable table = new MarkdownTable("llrrrrl", "draws", "MKL's generator", "Scorelane, ns", "MKL, ns", "faster, median",
                "p10 to p90", "not slower");
        for (Family family : Family.values()) {
            for (String generator : GENERATORS.keySet().stream().sorted().toList()) {
                measured.find(family, Operation.SAMPLE, generator).ifPresent(pair -> table.row(family.title(),
                        GENERATORS.get(generator), times(pair), pair.ratio().range(), measured.mklIsAtItsBest()
                                ? verdict(ratio(pair), 1) : "not judged, MKL has only its generic path here"));
            }
        }
        return table.toString();
    }

    private static String faster(double ratio) {
        return Text.number(ratio) + " ×";
    }

    /** The geometric mean. */
    private static double mean(List<Row> rows, Function<Row, Pair> operation) {
        return Math.exp(rows.stream().mapToDouble(row -> Math.log(ratio(operation.apply(row)))).average().orElse(Double.NaN));
    }

    private static double least(List<Row> rows, Function<Row, Pair> operation) {
        return rows.stream().mapToDouble(row -> ratio(operation.apply(row))).min().orElse(Double.NaN);
    }

    private static double ratio(Pair pair) {
        return pair.ratio().median();
    }

    private static String verdict(double ratio, double target) {
        return ratio >= target ? "met" : "**not met**";
    }
}
