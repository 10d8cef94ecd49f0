package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.ConditionalNormal;
import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Normal;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests that memory does not grow with the number of samples. Each test is run in a JVM whose heap is as small as its tag
 * says.
 */
class HeapTest {
    @Test
    @Tag("heap-64m")
    void aBillionSamples() {
        assertTrue(Runtime.getRuntime().maxMemory() <= 64 << 20, "this test is for a small heap");
        Estimate estimate = ScoreFunctionEstimator.of(Normal.of(0.5, 1.2)).samples(1_000_000_000).seed(1).parallel()
                .estimate((x, n, f) -> {
                    for (int s = 0; s < n; s++) {
                        f[s] = x[0][s] * x[0][s];
                    }
                });
        assertEquals(1.0, estimate.gradient()[0], 6.5 * estimate.standardError()[0]);
        assertEquals(2.4, estimate.gradient()[1], 6.5 * estimate.standardError()[1]);
        assertEquals(0.5 * 0.5 + 1.2 * 1.2, estimate.value(), 6.5 * estimate.valueStandardError());
        assertTrue(estimate.standardError()[0] < 2e-4);
    }

    @Test
    @Tag("heap-512m")
    void aMillionCoordinates() {
        assertTrue(Runtime.getRuntime().maxMemory() <= 512 << 20, "this test is for a small heap");
        double[] means = new double[1_000_000];
        double[] sds = new double[1_000_000];
        Arrays.fill(sds, 0.5);
        var estimator = ScoreFunctionEstimator.of(DiagonalNormal.of(means, sds)).samples(64).seed(1).parallel();
        Estimate estimate = estimator.estimate(x -> Arrays.stream(x).sum());
        double[] gradient = estimate.gradient();
        double[] error = estimate.standardError();
        // The exact gradient is 1 by each mean, and 0 by each standard deviation.
        double sum = 0;
        for (int d = 0; d < 1_000_000; d++) {
            sum += (gradient[d] - 1) / error[d];
        }
        // Each ratio has a mean of nearly 0 and a variance of nearly 1, but all depend on one f, so the bound is on their
        // mean.
        assertTrue(Math.abs(sum / 1_000_000) < 0.5, "mean of the ratios " + sum / 1_000_000);
        assertEquals(gradient[0], estimator.parallel(1).estimate((x, n, f) -> {
            Arrays.fill(f, 0, n, 0);
            for (double[] column : x) {
                for (int s = 0; s < n; s++) {
                    f[s] += column[s];
                }
            }
        }).gradient()[0], 1e-9 * error[0]);
    }

    @Test
    @Tag("heap-512m")
    void aMillionRowsOfAHundredSamples() {
        assertTrue(Runtime.getRuntime().maxMemory() <= 512 << 20, "this test is for a small heap");
        double[][] parameters = new double[2][1_000_000];
        Arrays.fill(parameters[0], 0.5);
        Arrays.fill(parameters[1], 1.2);
        ConditionalEstimate estimate = ConditionalEstimator.of(ConditionalNormal.of()).samplesPerRow(100).seed(1).parallel()
                .estimate(parameters, (x, first, n, f) -> {
                    for (int i = 0; i < n; i++) {
                        f[i] = x[i] * x[i];
                    }
                });
        // The variances of (f − E f)s are 12μ² + 10σ² − 1² = 16.4 and 40μ² + 60σ² − 2.4² = 90.6; leave-one-out has some 3%
        // more.
        assertEquals(1.0, Arrays.stream(estimate.gradient()[0]).average().getAsDouble(), 6.5 * Math.sqrt(17.4 / 1e8));
        assertEquals(2.4, Arrays.stream(estimate.gradient()[1]).average().getAsDouble(), 6.5 * Math.sqrt(96.4 / 1e8));
    }
}
