package io.github.scorelane.statistics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.Normal;
import io.github.scorelane.kernel.stream.SplitStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests 1e7 draws of Normal, in the profile slow 1e8, and their scores. The Kolmogorov–Smirnov test has P(D√n > 4) = 2·exp(−32) =
 * 2.5e-14. A chi-square test on 65,536 cells, tail counts and moments make about 20 z-tests with a limit of {@value #LIMIT}
 * standard errors. Together a false failure has a probability below 1e-8.
 */
class NormalDrawsTest {
    private static final int BLOCK = 1 << 14;
    private static final double LIMIT = 6.5;
    private static final double MEAN = -3;
    private static final double SD = 0.25;
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    @Test
    void distributionTailsAndScoresOfTenMillion() {
        assertDistribution(10_000_000);
    }

    @Test
    @Tag("slow")
    void distributionTailsAndScores() {
        assertDistribution(100_000_000);
    }

    private static void assertDistribution(int draws) {
        int cells = 1 << 16;
        long[] counts = new long[cells];
        long[][] tails = new long[2][8];
        double[] x = new double[BLOCK];
        double[][] scores = new double[2][BLOCK];
        ZStatistic[] first = {new ZStatistic(), new ZStatistic()};
        ZStatistic[] second = {new ZStatistic(), new ZStatistic(), new ZStatistic()};
        Normal normal = Normal.of(MEAN, SD);
        SplitStream stream = SplitStream.of(20261121);
        for (int begin = 0; begin < draws; begin += BLOCK) {
            int n = Math.min(BLOCK, draws - begin);
            normal.sample(stream, begin, x, 0, n);
            normal.gradLogPdf(x, 0, scores, 0, n);
            for (int i = 0; i < n; i++) {
                double z = (x[i] - MEAN) / SD;
                double p = STANDARD.cumulativeProbability(z);
                counts[(int) Math.min(cells - 1, p * cells)]++;
                int tail = (int) Math.abs(z);
                for (int k = 1; k <= tail; k++) {
                    tails[z < 0 ? 0 : 1][k]++;
                }
            }
            if (begin < 20_000_000) {
                for (int i = 0; i < n; i++) {
                    first[0].add(scores[0][i]);
                    first[1].add(scores[1][i]);
                    second[0].add(scores[0][i] * scores[0][i]);
                    second[1].add(scores[1][i] * scores[1][i]);
                    second[2].add(scores[0][i] * scores[1][i]);
                }
            }
        }
        double distance = 0;
        long below = 0;
        for (int c = 0; c < cells; c++) {
            below += counts[c];
            distance = Math.max(distance, Math.abs(below / (double) draws - (c + 1.0) / cells));
        }
        assertTrue(distance * Math.sqrt(draws) < 4, "D = " + distance);
        double expectedCount = draws / (double) cells;
        double chiSquare = 0;
        for (long count : counts) {
            chiSquare += (count - expectedCount) * (count - expectedCount) / expectedCount;
        }
        assertTrue(Math.abs(chiSquare - (cells - 1)) < LIMIT * Math.sqrt(2.0 * (cells - 1)), "chi-square " + chiSquare);
        for (int k = 1; k <= 5; k++) {
            double expected = draws * STANDARD.survivalProbability(k);
            for (int side = 0; side < 2; side++) {
                double z = (tails[side][k] - expected) / Math.sqrt(expected);
                assertTrue(Math.abs(z) < LIMIT, k + " standard deviations, side " + side + ": z = " + z);
            }
        }
        // On each side 0.0987 of 1e8 draws are expected beyond 6. The probability of 4 or more is below 1e-5 on each side, and that
        // of 6 or more below 1e-9.
        assertTrue(tails[0][6] + tails[1][6] < 8, "draws beyond 6 standard deviations");
        assertTrue(Math.abs(first[0].z(0)) < LIMIT, "E[score of the mean]");
        assertTrue(Math.abs(first[1].z(0)) < LIMIT, "E[score of the standard deviation]");
        assertTrue(Math.abs(second[0].z(1 / (SD * SD))) < LIMIT, "Fisher information of the mean");
        assertTrue(Math.abs(second[1].z(2 / (SD * SD))) < LIMIT, "Fisher information of the standard deviation");
        assertTrue(Math.abs(second[2].z(0)) < LIMIT, "joint Fisher information");
    }
}
