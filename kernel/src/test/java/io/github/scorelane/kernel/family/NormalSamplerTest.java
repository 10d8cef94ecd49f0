package io.github.scorelane.kernel.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.kernel.math.NormalQuantile;
import io.github.scorelane.kernel.stream.SplitStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The parts that a draw is composed of. The distribution of the draws is tested by {@link NormalSamplerFitTest}, in short by
 * {@link NormalFaultsTest}, and through the estimator by its NormalDrawsTest.
 */
class NormalSamplerTest {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    @Test
    @Tag("bits")
    void arraysAreTheTwinsDraws() {
        SplitStream stream = SplitStream.ofHashed(5).column(1, 3);
        for (int length : new int[] {0, 1, 7, 8, 9, 63, 64, 65, 1023, 1024, 1025, 20_000}) {
            double[] x = new double[length + 3];
            NormalSampler.sample(0.7, 1.3, stream, 99, x, 3, length);
            for (int i = 0; i < length; i++) {
                assertEquals(Math.fma(1.3, NormalSampler.draw(stream, 99 + i), 0.7), x[3 + i]);
            }
        }
    }

    @Test
    void theBodyLiesUnderTheDensity() {
        int points = 2_000_000;
        double least = 1;
        for (int k = 0; k <= points; k++) {
            double c = 0.5 * k / points;
            double excess = NormalSampler.excess(c, NormalSampler.g(c));
            least = Math.min(least, excess);
            double height = NormalSampler.envelope((int) Math.min(63, c * 128));
            assertTrue(excess < height, "above the envelope at " + c);
        }
        // The grid's steps of 2.5e-7 change it by less than 2e-6.
        assertTrue(least > 6e-5, "least excess " + least);
    }

    @Test
    void thePartsHaveTheirMasses() {
        assertEquals(1.0 / 64, STANDARD.survivalProbability(NormalSampler.g(0.5)), 1e-17);
        int cells = 1 << 16;
        double area = 0;
        for (int k = 0; k < cells; k++) {
            double c = 0.5 * (k + 0.5) / cells;
            area += NormalSampler.excess(c, NormalSampler.g(c)) / cells;
        }
        assertEquals(1.0 / 1024, area, 1e-10);
    }

    @Test
    void tailsReachFromTheBodyToTheLastQuantile() {
        assertEquals(NormalSampler.g(0.5), NormalSampler.tail(-1), 1e-15);
        assertEquals(NormalQuantile.quantile(-1), NormalSampler.tail(Long.MIN_VALUE));
    }

    @Test
    void refusesRangesOutsideTheArray() {
        var e = assertThrows(IllegalArgumentException.class,
                () -> NormalSampler.sample(0, 1, SplitStream.of(1), 0, new double[2], 1, 2));
        assertEquals("x is too short: offset 1 + length 2 > 2", e.getMessage());
    }
}
