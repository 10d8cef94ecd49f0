package io.github.scorelane.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.bench.variance.Estimator;
import io.github.scorelane.bench.variance.Subject;
import io.github.scorelane.bench.variance.TimeRow;
import io.github.scorelane.bench.variance.VarianceMeasurements;
import io.github.scorelane.bench.variance.VarianceRow;
import io.github.scorelane.bench.variance.VarianceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VarianceReportTest {
    private static final int[] SAMPLES = {256, 4_096};

    @TempDir
    Path root;

    @Test
    void folderHasTheTablesAndTheNumbersAgain() throws IOException {
        Path path = Files.createDirectories(root.resolve("jmh-results").resolve("2026-01-02-a"));
        ResultsFolder folder = ResultsFolder.create(path, measurements());
        folder.report();
        assertEquals("variance", folder.kinds());
        String readme = Files.readString(path.resolve("README.md"));
        for (String expected : new String[] {"Test CPU", "- Command: `x`", "over 400 seeds (of the ELBO over 10)",
            "- At most 1.05 times plain's, from n = 256 on: **met**. The largest of 34 ratios is 1.030 ± 0.010"
                    + " (cos x, by standard deviation, n = 256).",
            "optimal constant's, from n = 4,096 on: **not met by 1**."
                    + " The largest of 17 ratios is 1.060 ± 0.020 (x, by mean, n = 4,096).",
            "above plain's for 0 of 34; at most 0.10 times ((x + 3)², by mean, n = 256).",
            "- at n = 256 below 1 for 2 of 17; at most 2.06 (cos x, by standard deviation).",
            "- at n = 4,096 below 1 for 2 of 17; at most 1.20 (exp(−x²), by mean).",
            "| cos x | standard deviation | 2.00 ± 0.010 | 0.50 ± 0.010 | 1.03 ± 0.010 | 0.10 ± 0.010 | | | | | |",
            "| (x + 3)² | mean | 2.00 ± 0.010 | 0.50 ± 0.010 | 0 | 0.10 ± 0.010 | 2.00 | 1.00 | 1.50 | 2.00 | 3.00 |",
            "-report jmh-results/2026-01-02-a"}) {
            assertTrue(readme.contains(expected), expected + " in " + readme);
        }
        assertEquals(readme, ResultsFolder.open(path).readme());
        assertEquals(List.of("subject,samples,estimator,row,seeds,variance,overPlain,overPlainError,overBest,overBestError",
                "SQUARE,256,PLAIN,0,400,3.00000,1.00000,0.0100000,1.00000,0.0200000"),
                Files.readAllLines(path.resolve("variance.csv")).subList(0, 2));
    }

    @Test
    void readmeGetsTheTableOfTheMostSamples() throws IOException {
        ResultsFolder.create(root.resolve("jmh-results").resolve("2026-01-02-a"), measurements());
        Files.writeString(root.resolve("README.md"), "<!-- variance: begin -->old<!-- variance: end -->");
        new Results(root).publish();
        String readme = Files.readString(root.resolve("README.md"));
        for (String expected : new String[] {"| 4,096 samples, plain = 1 | gradient by |",
            "| cos x | mean, standard deviation | 2.00, 2.00 | 0.60, 0.60 | 0.10, 0.10 | 1.20, 1.20 | 0.30, 0.30 |\n",
            "| (x + 3)² | mean, standard deviation | 2.00, 2.00 | 0, 0 | 0.10, 0.10 | 0, 0 | 0.30, 0.30 |\n",
            "| ELBO of the quickstart | all 62, summed | 2.00 | 0.60 | 0.10 | 1.20 | 0.30 |\n",
            "Test CPU", "[jmh-results/2026-01-02-a](jmh-results/2026-01-02-a/README.md)"}) {
            assertTrue(readme.contains(expected), expected + " in " + readme);
        }
    }

    @Test
    void ratiosHaveTwoDigits() {
        assertEquals(List.of("0", "1.2e-05", "0.0012", "0.099", "0.10", "0.35", "1.00", "12.3"),
                DoubleStream.of(1e-30, 1.23e-5, 0.00123, 0.0987, 0.0996, 0.351, 0.999, 12.34)
                        .mapToObj(VarianceTable::ratio).toList());
    }

    private static VarianceMeasurements measurements() {
        List<VarianceRow> variances = new ArrayList<>();
        List<TimeRow> times = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            for (int samples : SAMPLES) {
                for (Estimator estimator : Estimator.values()) {
                    for (int row = 0; row < subject.rows().size(); row++) {
                        double overBest = subject == Subject.IDENTITY && row == 0 && estimator == Estimator.AUTOMATIC ? 1.06 : 1;
                        variances.add(new VarianceRow(subject, samples, estimator, row, 400, 3,
                                overPlain(subject, samples, estimator, row), 0.01, overBest, 0.02));
                    }
                    times.add(new TimeRow(subject, samples, estimator, 11, 2_000, overPlain(estimator)));
                }
            }
        }
        return new VarianceMeasurements(Map.of("cpu", "Test CPU", "started", "2026-01-02T03:04:05Z", "command", "x"),
                new VarianceSettings(SAMPLES, 400, 10, 100, 256, 0.05), variances, times);
    }

    private static double overPlain(Estimator estimator) {
        return switch (estimator) {
            case PLAIN, LEAVE_ONE_OUT -> 1;
            case OPTIMAL_CONSTANT -> 1.5;
            case AUTOMATIC -> 2;
            case SOBOL -> 3;
        };
    }

    private static double overPlain(Subject subject, int samples, Estimator estimator, int row) {
        return switch (estimator) {
            case PLAIN -> 1;
            case LEAVE_ONE_OUT -> 2;
            case OPTIMAL_CONSTANT -> 0.5;
            case AUTOMATIC -> subject == Subject.SQUARE ? 1e-30
                    : subject == Subject.COSINE && row == 1 && samples == 256 ? 1.03 : 0.6;
            case SOBOL -> 0.1;
        };
    }
}
