package io.github.scorelane.bench.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.Estimate;
import io.github.scorelane.bench.peer.PlainEstimate;
import org.junit.jupiter.api.Test;

/** Both estimates are of ∇E[x²] = (2μ, 2σ), and E[x²] = μ² + σ². */
class EstimateBenchmarkTest {
    private static final int SIZE = 100_003;
    private static final double MEAN = ArrayBenchmark.MEAN;
    private static final double SIGMA = ArrayBenchmark.STANDARD_DEVIATION;

    @Test
    void libraryIsWithinItsErrorsOfTheTruth() {
        Estimate estimate = (Estimate) run(Implementation.SIMD);
        assertWithin(MEAN * MEAN + SIGMA * SIGMA, estimate.value(), estimate.valueStandardError());
        assertWithin(2 * MEAN, estimate.gradient()[0], estimate.standardError()[0]);
        assertWithin(2 * SIGMA, estimate.gradient()[1], estimate.standardError()[1]);
    }

    @Test
    void commonsIsWithinItsErrorsOfTheTruth() {
        PlainEstimate estimate = (PlainEstimate) run(Implementation.COMMONS);
        assertWithin(MEAN * MEAN + SIGMA * SIGMA, estimate.value(), estimate.valueError());
        assertWithin(2 * MEAN, estimate.byMean(), estimate.byMeanError());
        assertWithin(2 * SIGMA, estimate.byStandardDeviation(), estimate.byStandardDeviationError());
    }

    @Test
    void bothErrorsAreOneSize() {
        Estimate library = (Estimate) run(Implementation.SIMD);
        PlainEstimate commons = (PlainEstimate) run(Implementation.COMMONS);
        assertEquals(1, commons.valueError() / library.valueStandardError(), 0.05);
        assertEquals(1, commons.byMeanError() / library.standardError()[0], 0.05);
        assertEquals(1, commons.byStandardDeviationError() / library.standardError()[1], 0.05);
    }

    private static Object run(String implementation) {
        EstimateBenchmark benchmark = new EstimateBenchmark();
        benchmark.implementation = implementation;
        benchmark.size = SIZE;
        benchmark.setUp();
        return benchmark.estimate();
    }

    private static void assertWithin(double expected, double actual, double standardError) {
        assertEquals(expected, actual, 6 * standardError);
    }
}
