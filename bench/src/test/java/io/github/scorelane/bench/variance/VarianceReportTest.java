package io.github.scorelane.bench.variance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.bench.study.Reported;
import io.github.scorelane.bench.variance.VarianceMeasurements.TimeRow;
import io.github.scorelane.bench.variance.VarianceMeasurements.VarianceRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VarianceReportTest {
    private static final int[] SAMPLES = {256, 4_096};

    @TempDir
    Path root;

    @Test
    void folderHasTheTablesAndTheNumbersAgain() throws IOException {
        Reported reported = Reported.of(root, new VarianceStudy(), measurements());
        reported.assertReadmeHas("Test CPU", "- Command: `x`", "over 400 seeds (of the ELBO over 10)",
            "- At most 1.05 times plain's, from n = 256 on: **met**. The largest of 34 ratios is 1.030 ± 0.010"
                    + " (cos x, by standard deviation, n = 256).",
            "optimal constant's, from n = 4,096 on: **not met by 1**."
                    + " The largest of 17 ratios is 1.060 ± 0.020 (x, by mean, n = 4,096).",
            "above plain's for 0 of 34; at most 0.10 times ((x + 3)², by mean, n = 256).",
            "- at n = 256 below 1 for 2 of 17; at most 2.06 (cos x, by standard deviation).",
            "- at n = 4,096 below 1 for 2 of 17; at most 1.20 (exp(−x²), by mean).",
            "| cos x | standard deviation | 2.00 ± 0.010 | 0.50 ± 0.010 | 1.03 ± 0.010 | 0.10 ± 0.010 | | | | | |",
            "| (x + 3)² | mean | 2.00 ± 0.010 | 0.50 ± 0.010 | 0 | 0.10 ± 0.010 | 2.00 | 1.00 | 1.50 | 2.00 | 3.00 |");
        assertEquals(List.of("subject,samples,estimator,row,seeds,variance,overPlain,overPlainError,overBest,overBestError",
                "SQUARE,256,PLAIN,0,400,3.00000,1.00000,0.0100000,1.00000,0.0200000"),
                Files.readAllLines(reported.path().resolve("variance.csv")).subList(0, 2));
    }

    @Test
    void readmeGetsTheTableOfTheMostSamples() throws IOException {
        Path document = Reported.document(root, new VarianceStudy());
        Reported.of(root, new VarianceStudy(), measurements());
        Reported.assertHas(Files.readString(document), "| 4,096 samples, plain = 1 | gradient by |",
            "| cos x | mean, standard deviation | 2.00, 2.00 | 0.60, 0.60 | 0.10, 0.10 | 1.20, 1.20 | 0.30, 0.30 |\n",
            "| (x + 3)² | mean, standard deviation | 2.00, 2.00 | 0, 0 | 0.10, 0.10 | 0, 0 | 0.30, 0.30 |\n",
            "| ELBO of the quickstart | all 62, summed | 2.00 | 0.60 | 0.10 | 1.20 | 0.30 |\n",
            "Test CPU", "[jmh-results/2026-01-02-a](../jmh-results/2026-01-02-a/README.md)");
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
