package io.github.scorelane.kernel.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.kernel.math.NormalQuantile;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The parts that a draw is composed of. The whole distribution is tested at 1e8 draws by the estimator's NormalDrawsTest. */
class NormalSamplerTest {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
    private static final double BODY = 991.0 / 1024;
    /** Of two chi-square tests. */
    private static final double FALSE_FAILURE = 1e-9;

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
    void theRestHasTheDensityThatTheBodyLeaves() {
        int cells = 400;
        double[] edges = new double[cells + 1];
        double[] probabilities = new double[cells];
        for (int k = 0; k <= cells; k++) {
            edges[k] = NormalSampler.g(k / (double) cells - 0.5);
        }
        for (int k = 0; k < cells; k++) {
            probabilities[k] = 1024 * (STANDARD.probability(edges[k], edges[k + 1]) - BODY / cells);
        }
        long[] counts = new long[cells];
        SplitStream stream = SplitStream.of(8);
        int draws = 4_000_000;
        for (int i = 0; i < draws; i++) {
            int place = Arrays.binarySearch(edges, NormalSampler.rest(stream, i));
            counts[place < 0 ? -place - 2 : place]++;
        }
        assertChiSquare(counts, probabilities, draws);
    }

    @Test
    void tailsAreTailsOfTheNormal() {
        int cells = 1000;
        long[] counts = new long[2 * cells];
        double[] probabilities = new double[2 * cells];
        Arrays.fill(probabilities, 0.5 / cells);
        SplitStream stream = SplitStream.of(9);
        int draws = 4_000_000;
        for (int i = 0; i < draws; i++) {
            double x = NormalSampler.tail(stream.word(i));
            int place = (int) (64 * STANDARD.survivalProbability(Math.abs(x)) * cells);
            counts[place + (x < 0 ? 0 : cells)]++;
        }
        assertChiSquare(counts, probabilities, draws);
        assertEquals(NormalSampler.g(0.5), NormalSampler.tail(-1), 1e-15);
        assertEquals(NormalQuantile.quantile(-1), NormalSampler.tail(Long.MIN_VALUE));
    }

    @Test
    void refusesRangesOutsideTheArray() {
        var e = assertThrows(IllegalArgumentException.class,
                () -> NormalSampler.sample(0, 1, SplitStream.of(1), 0, new double[2], 1, 2));
        assertEquals("x is too short: offset 1 + length 2 > 2", e.getMessage());
    }

    private static void assertChiSquare(long[] counts, double[] probabilities, long draws) {
        double statistic = 0;
        for (int k = 0; k < counts.length; k++) {
            double expected = probabilities[k] * draws;
            assertTrue(expected > 20, "cell " + k + " expects " + expected);
            statistic += (counts[k] - expected) * (counts[k] - expected) / expected;
        }
        double p = ChiSquaredDistribution.of(counts.length - 1).survivalProbability(statistic);
        assertTrue(p > FALSE_FAILURE / 2, "chi-square " + statistic + ", p = " + p);
    }
}
