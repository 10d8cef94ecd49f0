package io.github.scorelane.bench.papers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CostStudyTest {
    /** Variances of (x + 3)² and exp(−x²) at mean and standard deviation 1 are known from elsewhere to three digits and more. */
    @Test
    void integralsAreTheKnownVariances() {
        ExactVariance square = ExactVariance.of(Cost.QUADRATIC.value(-3), 1, 1, 0);
        assertArrayEquals(new double[] {495, 138, 134}, new double[] {square.plain(), square.mean(), square.optimal()}, 0.5);
        ExactVariance bell = ExactVariance.of(Cost.EXPONENTIAL.value(1), 1, 1, 1);
        assertEquals(0.17669, bell.plain(), 5e-6);
        assertEquals(0.22317, bell.mean(), 5e-6);
        assertEquals(0.11278, bell.optimal(), 5e-6);
    }

    @Test
    void gridsAreThePapers() {
        assertArrayEquals(new double[] {-3, 0, 3}, Cost.QUADRATIC.grid(3), 1e-15);
        assertArrayEquals(new double[] {0.1, 1, 10}, Cost.EXPONENTIAL.grid(3), 1e-14);
        assertArrayEquals(new double[] {0.5, Math.sqrt(2.5), 5}, Cost.COSINE.grid(3), 1e-14);
    }

    @Test
    void measuredVariancesAreTheIntegrals() {
        List<VariancePoint> points = new CostStudy(3, 200_000, 4).measure();
        assertEquals(18, points.size());
        for (VariancePoint point : points) {
            assertTrue(point.farthest() < 0.06, point.toString());
            assertTrue(point.automaticOverBest() < 1.05, point.toString());
        }
    }
}
