package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The user's guide has the table of what combines, as {@link Compatibility} knows it, between two markers, and a file of the tests'
 * has it too. With -Dscorelane.record=true it is written there.
 */
class CompatibilityTableTest {
    private static final Path GUIDE = Path.of("README.md");
    private static final Path FILE = Path.of("src", "test", "resources", "io", "github", "scorelane", "what-combines.md");
    private static final String BEGIN = "<!-- what combines: begin -->\n";
    private static final String END = "<!-- what combines: end -->";
    private static final List<Column> OPTIONS = List.of(
            new Column("grouped plan", Feature.ANTITHETIC, Feature.STRATIFIED, Feature.REPLICATED),
            new Column(Feature.INVERSE_TRANSFORM.markdown(), Feature.INVERSE_TRANSFORM),
            new Column("weights", Feature.IMPORTANCE, Feature.SELF_NORMALISED),
            new Column("stages", Feature.TARGET, Feature.TIME_LIMIT, Feature.UNBIASED_TARGET, Feature.PROGRESS),
            new Column(Feature.CONTROL_VARIATES.markdown(), Feature.CONTROL_VARIATES),
            new Column(Feature.COVARIANCE.markdown(), Feature.COVARIANCE),
            new Column(Feature.WIDE.markdown(), Feature.WIDE));

    @Test
    void theFileHasTheTable() throws IOException {
        if (Boolean.getBoolean("scorelane.record")) {
            Files.writeString(FILE, markdown());
        }
        assertEquals(markdown(), Files.readString(FILE));
    }

    @Test
    void theGuideHasTheTable() throws IOException {
        String guide = Files.exists(GUIDE) ? Files.readString(GUIDE) : "";
        int from = guide.indexOf(BEGIN) + BEGIN.length();
        int to = guide.indexOf(END);
        if (to < 0) {
            return;
        }
        if (Boolean.getBoolean("scorelane.record")) {
            Files.writeString(GUIDE, guide.substring(0, from) + markdown() + guide.substring(to));
            return;
        }
        assertEquals(markdown(), guide.substring(from, to));
    }

    /** Columns for the calls, and then for the options, each with a row for every option. */
    private static String markdown() {
        List<Column> calls = Arrays.stream(Feature.values()).filter(each -> each.group() == Feature.Group.CALL)
                .map(each -> new Column(each.markdown(), each)).toList();
        return table(calls) + "\n" + table(OPTIONS);
    }

    private static String table(List<Column> columns) {
        return line(Stream.concat(Stream.of(""), columns.stream().map(Column::name)))
                + line(Stream.generate(() -> "---").limit(columns.size() + 1L))
                + Arrays.stream(Feature.values()).filter(each -> each.group() != Feature.Group.CALL)
                        .map(row -> line(Stream.concat(Stream.of(row.markdown()), columns.stream().map(each -> each.cell(row)))))
                        .collect(Collectors.joining());
    }

    private static String line(Stream<String> cells) {
        return cells.map(cell -> cell.isEmpty() ? "| " : "| " + cell + " ").collect(Collectors.joining()) + "|\n";
    }

    /** A column stands for one feature, or for several that mostly agree. */
    private record Column(String name, Feature... features) {
        /** Says yes where a row goes with all of the column, nothing where with none, and else with which. */
        String cell(Feature row) {
            List<Feature> possible = Arrays.stream(features).filter(each -> !Compatibility.areApart(row, each)).toList();
            List<Feature> allowed = possible.stream().filter(each -> Compatibility.sentence(row, each) == null).toList();
            if (possible.isEmpty()) {
                return "–";
            }
            return allowed.size() == possible.size() ? "yes"
                    : allowed.stream().map(Feature::markdown).collect(Collectors.joining(", "));
        }
    }
}
