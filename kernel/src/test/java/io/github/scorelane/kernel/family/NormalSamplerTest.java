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
 * Tests the parts that a draw is composed of. The distribution of the draws is tested by {@link NormalSamplerFitTest}, in short by
 * {@link NormalFaultsTest}, and through the estimator by its NormalDrawsTest.
 */
class NormalSamplerTest {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    @Test
    @Tag("bits")
    void arraysAreTheTwinsDraws() {
        SplitStream stream = SplitStream.ofHashed(5).column(1, 3);
        for (int length : new int[] {0, 1, 7, 8, 9, 63, 64, 65, 255, 257, 512, 520, 1023, 1024, 1025, 20_000}) {
            double[] x = new double[length + 3];
            NormalSampler.sample(0.7, 1.3, stream, 99, x, 3, length);
            for (int i = 0; i < length; i++) {
                assertEquals(Math.fma(1.3, NormalSampler.draw(stream, 99 + i), 0.7), x[3 + i]);
            }
        }
    }

    @Test
    void theBodyAndTheFlanksLieUnderTheDensity() {
        // The grid's steps of 2.5e-7 change the least excess by less than 2e-6.
        assertTrue(leastExcess(NormalSampler.BODY_REST) > 1.1e-5);
        assertTrue(leastExcess(NormalSampler.FLANK_REST) > 3e-5);
    }

    private static double leastExcess(SteppedRest rest) {
        int points = 2_000_000;
        double least = 1;
        for (int k = 0; k <= points; k++) {
            double c = 0.5 * k / points;
            double excess = rest.excess(c);
            int cell = (int) Math.min(63, c * 128);
            assertTrue(excess < rest.ceiling(cell), "above the envelope at " + c);
            assertTrue(excess > rest.floor(cell), "below the sure slots at " + c);
            least = Math.min(least, excess);
        }
        return least;
    }

    @Test
    void thePartsHaveTheirMasses() {
        assertEquals((1.0 / 1024 - 7.0 / 8192 + 63.0 / 1024) / 2, STANDARD.survivalProbability(NormalSampler.g(0.5)), 1e-16);
        assertEquals(1.0 / 512, STANDARD.survivalProbability(NormalSampler.h(0.5)), 1e-16);
        assertEquals(7.0 / 8192, area(NormalSampler.BODY_REST), 1e-10);
        assertEquals(1.0 / 8192, area(NormalSampler.FLANK_REST), 1e-10);
    }

    private static double area(SteppedRest rest) {
        int cells = 1 << 16;
        double area = 0;
        for (int k = 0; k < cells; k++) {
            area += rest.excess(0.5 * (k + 0.5) / cells) / cells;
        }
        return area;
    }

    @Test
    void eachPartBeginsWhereAnotherEnds() {
        assertEquals(NormalSampler.g(0.5), NormalSampler.h(0), 1e-15);
        assertEquals(NormalSampler.h(0.5), NormalSampler.tail(-1), 1e-14);
        assertEquals(NormalSampler.h(0.5), NormalSampler.flank(-1), 1e-14);
        assertEquals(NormalSampler.h(0), NormalSampler.flank(Long.MIN_VALUE), 1e-14);
        assertEquals(NormalQuantile.quantile(-1), NormalSampler.tail(Long.MIN_VALUE));
    }

    @Test
    void rarePartsAreSymmetric() {
        SplitStream stream = SplitStream.ofHashed(6);
        for (int i = 0; i < 10_000; i++) {
            long word = stream.word(i);
            assertEquals(-NormalSampler.flank(word), NormalSampler.flank(~word));
            assertEquals(-NormalSampler.tail(word), NormalSampler.tail(word ^ Long.MIN_VALUE));
            double rest = NormalSampler.BODY_REST.draw(word, stream, i);
            // The first try fails or succeeds in both, and so does a second one.
            assertEquals(Math.abs(rest), Math.abs(NormalSampler.BODY_REST.draw(word ^ Long.MIN_VALUE, stream, i)));
        }
    }

    @Test
    void refusesRangesOutsideTheArray() {
        var e = assertThrows(IllegalArgumentException.class,
                () -> NormalSampler.sample(0, 1, SplitStream.of(1), 0, new double[2], 1, 2));
        assertEquals("x is too short: offset 1 + length 2 > 2", e.getMessage());
    }
}
