package io.github.scorelane.bench.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.bench.papers.PapersMeasurements.FitPoint;
import io.github.scorelane.bench.papers.PapersMeasurements.LearningPoint;
import io.github.scorelane.bench.study.Reported;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PapersReportTest {
    @TempDir
    Path root;

    @Test
    void folderHasTablesPlotsAndTheNumbersAgain() throws IOException {
        Reported reported = Reported.of(root, new PapersStudy(), measurements());
        reported.assertReadmeHas("Test CPU", "- Command: `x`",
            "| 90 | delta | 0.25000 | 0.230 ± 0.020 | -1.0 | 0.260 ± 0.010 | +1.0 | 4.00 × |",
            "| 100 | gamma | 0.500 ± 0.030 | 0.540 ± 0.040 | +0.8 | 0.500 ± 0.010 | +0.0 | 16.0 × |",
            "| 0.500 | μ | 2.00 | 1.06 | 5.00e-02 | 1.00 | 2.00 | 1.00 | 5.00e-02 |",
            "within 6.3% of the integrals", "above 20.0 times", "of these 4 the largest is 1.0",
            "| delta method | -68.00 | 1.41 | 10 | 20 | 20 | 1,000 | 2,000 | 2,000 |", "(bound.svg)");
        for (String plot : new String[] {"quadratic", "exponential", "cosine", "bound", "gradient-variance"}) {
            String svg = Files.readString(reported.path().resolve(plot + ".svg"));
            assertTrue(svg.contains("fill:rgb(255,255,255)"), "a ground of its own: " + plot);
            assertTrue(svg.length() < 400_000, plot + ": " + svg.length());
        }
        assertTrue(Files.readString(reported.path().resolve("papers.md")).contains("| 90 | delta |"));
        assertEquals(List.of("control,step,elbo,elboError,meanVariance,mostMeanVariance,scaleVariance,mostScaleVariance",
                "NONE,0,-70.0000,0.100000,10.0000,30.0000,1000.00,5000.00"),
                Files.readAllLines(reported.path().resolve("learning.csv")).subList(0, 2));
    }

    private static PapersMeasurements measurements() {
        List<OptionPoint> options = List.of(
                new OptionPoint(false, 90, Greek.DELTA, new Greek.Measured(0.25, 0), new Greek.Measured(0.23, 0.02),
                        new Greek.Measured(0.26, 0.01)),
                new OptionPoint(true, 100, Greek.GAMMA, new Greek.Measured(0.5, 0.03), new Greek.Measured(0.54, 0.04),
                        new Greek.Measured(0.5, 0.01)));
        List<VariancePoint> variances = new ArrayList<>();
        for (Cost cost : Cost.values()) {
            for (int i = 0; i < 12; i++) {
                variances.add(new VariancePoint(cost, 0.5 + i / 2, i % 2, 2, 1.0625, 0.05, 1, 2, 1, 0.05));
            }
        }
        List<LearningPoint> curves = new ArrayList<>();
        List<FitPoint> ends = new ArrayList<>();
        for (Control control : Control.values()) {
            curves.add(new LearningPoint(control, 0, -70, 0.1, 10, 30, 1000, 5000));
            curves.add(new LearningPoint(control, 5, -69, 0.1, 20, 30, 2000, 5000));
            ends.add(new FitPoint(control, 0, -69, 0.1));
            ends.add(new FitPoint(control, 1, -67, 0.1));
        }
        return new PapersMeasurements(Map.of("cpu", "Test CPU", "started", "2026-01-02T03:04:05Z", "command", "x"),
                PapersSettings.brief(), options, variances, curves, ends);
    }
}
