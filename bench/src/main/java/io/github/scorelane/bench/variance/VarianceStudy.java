package io.github.scorelane.bench.variance;

import io.github.scorelane.bench.report.MarkedSection;
import io.github.scorelane.bench.report.Records;
import io.github.scorelane.bench.study.Excerpt;
import io.github.scorelane.bench.study.Request;
import io.github.scorelane.bench.study.Study;
import io.github.scorelane.bench.variance.VarianceMeasurements.TimeRow;
import io.github.scorelane.bench.variance.VarianceMeasurements.VarianceRow;
import java.util.Map;
import java.util.Optional;

/** The study of estimators: the variances of their gradients, and time × variance. */
public final class VarianceStudy extends Study<VarianceMeasurements> {
    /** Creates the study. */
    public VarianceStudy() {
        super("variance", "variance", """
                -variance         compare estimators: the variances of their gradients, and time × variance
                """, new Records<>(VarianceMeasurements.class, "variance.json").with("variances", "variance.csv", VarianceRow.class)
                        .with("times", "variance-times.csv", TimeRow.class));
    }

    @Override
    public VarianceMeasurements measure(Request request) {
        request.requireNothingElse();
        return new VarianceRun(request.isShort() ? VarianceSettings.brief() : VarianceSettings.full()).measure(request.machine());
    }

    @Override
    public Map<String, String> tables(VarianceMeasurements measured) {
        return Map.of("variance.md", VarianceTables.all(measured));
    }

    @Override
    public Optional<Excerpt<VarianceMeasurements>> excerpt() {
        return Optional.of(new Excerpt<>(new MarkedSection("bench/README.md", "variance"), VarianceTables::shortOne));
    }

    @Override
    public String section(VarianceMeasurements measured, String folder) {
        return VarianceSection.of(measured, folder);
    }
}
