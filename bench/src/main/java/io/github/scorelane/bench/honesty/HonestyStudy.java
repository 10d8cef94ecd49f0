package io.github.scorelane.bench.honesty;

import io.github.scorelane.bench.report.Records;
import io.github.scorelane.bench.study.Request;
import io.github.scorelane.bench.study.Selection;
import io.github.scorelane.bench.study.Study;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** The study of honesty: how often intervals hold the truth, and how large variances are, over a grid of families. */
public final class HonestyStudy extends Study<HonestyMeasurements> {
    /** Creates the study. */
    public HonestyStudy() {
        super("honesty", "honesty", """
                -honesty [REGEX]  how often intervals hold the truth, and variances, for all families or those that are named
                """, new Records<>(HonestyMeasurements.class, "honesty.json").with("rows", "honesty.csv", GridRow.class));
    }

    @Override
    public HonestyMeasurements measure(Request request) throws InterruptedException, ExecutionException {
        Selection asked = request.selection();
        if (!asked.jvmArgs().isEmpty()) {
            throw new IllegalArgumentException("-honesty runs in this JVM and does not take: -jvmArgs " + asked.jvmArgs());
        }
        return new HonestyRun(request.isShort() ? HonestySettings.brief() : HonestySettings.full(), asked.regex())
                .measure(request.machine());
    }

    @Override
    public Map<String, String> tables(HonestyMeasurements measured) {
        return Map.of("honesty.md", HonestyTables.all(measured));
    }

    @Override
    public String section(HonestyMeasurements measured, String folder) {
        return HonestySection.of(measured, folder);
    }
}
