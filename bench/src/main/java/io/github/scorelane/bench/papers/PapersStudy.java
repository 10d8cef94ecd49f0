package io.github.scorelane.bench.papers;

import io.github.scorelane.bench.papers.PapersMeasurements.LearningPoint;
import io.github.scorelane.bench.report.Records;
import io.github.scorelane.bench.study.Request;
import io.github.scorelane.bench.study.Study;
import java.io.IOException;
import java.util.Map;

/** The study that does two papers again. */
public final class PapersStudy extends Study<PapersMeasurements> {
    /** Creates the study. */
    public PapersStudy() {
        super("papers", "papers", """
                -papers           do two papers again: sensitivities of options, variances of gradients
                """, new Records<>(PapersMeasurements.class, "papers.json").with("variances", "variances.csv", VariancePoint.class)
                        .with("curves", "learning.csv", LearningPoint.class));
    }

    @Override
    public PapersMeasurements measure(Request request) {
        request.requireNothingElse();
        return new PapersRun(request.isShort() ? PapersSettings.brief() : PapersSettings.full()).measure(request.machine());
    }

    @Override
    public Map<String, String> tables(PapersMeasurements measured) {
        return Map.of("papers.md", PapersTables.all(measured));
    }

    @Override
    public Map<String, String> plots(PapersMeasurements measured) throws IOException {
        return PapersPlot.all(measured);
    }

    @Override
    public String section(PapersMeasurements measured, String folder) {
        return PapersSection.of(measured, folder);
    }
}
