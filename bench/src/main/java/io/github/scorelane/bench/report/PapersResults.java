package io.github.scorelane.bench.report;

import io.github.scorelane.bench.machine.Machine;
import io.github.scorelane.bench.papers.Control;
import io.github.scorelane.bench.papers.Cost;
import io.github.scorelane.bench.papers.FitPoint;
import io.github.scorelane.bench.papers.LearningPoint;
import io.github.scorelane.bench.papers.OptionPoint;
import io.github.scorelane.bench.papers.PapersMeasurements;
import io.github.scorelane.bench.papers.VariancePoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the papers' settings gave, as a folder keeps it: points of curves as lines of numbers, the rest as JSON.
 *
 * @param measurements all of it
 */
record PapersResults(PapersMeasurements measurements) {
    private static final JsonFile<PapersMeasurements> JSON = new JsonFile<>("papers.json", PapersMeasurements.class);
    private static final CsvFile<VariancePoint> VARIANCES = new CsvFile<>("variances.csv", VariancePoint.class);
    private static final CsvFile<LearningPoint> CURVES = new CsvFile<>("learning.csv", LearningPoint.class);

    static boolean areIn(Path folder) {
        return JSON.isIn(folder);
    }

    static PapersResults read(Path folder) throws IOException {
        PapersMeasurements rest = JSON.read(folder);
        return new PapersResults(new PapersMeasurements(rest.machine(), rest.settings(), rest.options(),
                VARIANCES.read(folder), CURVES.read(folder), rest.ends()));
    }

    void write(Path folder) throws IOException {
        JSON.write(new PapersMeasurements(measurements.machine(), measurements.settings(), measurements.options(), null, null,
                measurements.ends()), folder);
        VARIANCES.write(measurements.variances(), folder);
        CURVES.write(measurements.curves(), folder);
    }

    Machine machine() {
        return Machine.of(measurements.machine());
    }

    List<OptionPoint> options(boolean asian) {
        return measurements.options().stream().filter(point -> point.asian() == asian).toList();
    }

    List<VariancePoint> variances(Cost cost, int parameter) {
        return measurements.variances().stream().filter(point -> point.cost() == cost && point.parameter() == parameter).toList();
    }

    List<LearningPoint> curve(Control control) {
        return measurements.curves().stream().filter(point -> point.control() == control).toList();
    }

    List<FitPoint> ends(Control control) {
        return measurements.ends().stream().filter(point -> point.control() == control).toList();
    }
}
