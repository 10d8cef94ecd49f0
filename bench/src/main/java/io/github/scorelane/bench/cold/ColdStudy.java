package io.github.scorelane.bench.cold;

import io.github.scorelane.bench.report.MarkedSection;
import io.github.scorelane.bench.report.Records;
import io.github.scorelane.bench.study.Excerpt;
import io.github.scorelane.bench.study.Request;
import io.github.scorelane.bench.study.Selection;
import io.github.scorelane.bench.study.Study;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The study of cold JVMs: how fast the library is in a JVM that has just begun, or that takes up something else. */
public final class ColdStudy extends Study<ColdMeasurements> {
    /** Creates the study. */
    public ColdStudy() {
        super("cold", "cold", """
                -cold [REGEX]     fresh JVMs beside their scalar twins, whole programs, special values: all or those that are named;
                                  -jvmArgs "FLAGS" go to all JVMs
                """, new Records<>(ColdMeasurements.class, "cold.json").with("rows", "cold.csv", ColdRow.class)
                        .with("curves", "cold-curves.csv", CurvePoint.class));
    }

    @Override
    public ColdMeasurements measure(Request request) throws IOException, InterruptedException {
        Selection asked = request.selection();
        ColdSettings settings = request.isShort() ? ColdSettings.brief(asked.jvmArgs()) : ColdSettings.full(asked.jvmArgs());
        return new ColdRun(settings, asked.regex()).measure(request.machine());
    }

    @Override
    public Map<String, String> tables(ColdMeasurements measured) {
        return Map.of("cold.md", ColdTables.all(measured));
    }

    @Override
    public Map<String, String> plots(ColdMeasurements measured) throws IOException {
        return ColdPlot.all(measured);
    }

    @Override
    public Optional<Excerpt<ColdMeasurements>> excerpt() {
        return Optional.of(new Excerpt<>(new MarkedSection("bench/README.md", "cold"), ColdTables::shortOnes));
    }

    @Override
    public String section(ColdMeasurements measured, String folder) {
        return ColdSection.of(measured, folder);
    }
}
