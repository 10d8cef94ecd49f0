package io.github.scorelane.kernel.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.statistics.ChiSquare;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.TreeSet;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.DiscreteDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests Poisson draws with a mean each, and binomial ones with a number of trials each. */
class CountSamplersTest {
    private static final SplitStream STREAM = SplitStream.ofHashed(20261121);
    private static final double[] MEANS = {0, 1e-300, 1e-3, 0.7, 3, 9.999, 10, 12.5, 40, 1000, 1e9};
    private static final double[] TRIALS = {0, 1, 3, 7, 20, 39, 60, 1000, 1e6, 1e9};
    private static final int BLOCKS = 3000;
    /** Probability of a false failure of each of fewer than 100 tests. */
    private static final double LIMIT = 1e-9;

    /** Makes the draws of a block, each with a parameter of its own. */
    private interface Sampling {
        void sample(double[] numbers, SplitStream stream, long first, double[] x, int offset, int length);
    }

    @Test
    @Tag("bits")
    void drawsOfMeansAreTheSameHoweverTheyAreCut() {
        assertTheSameHoweverCut(PoissonSampler::sample, MEANS);
    }

    @Test
    @Tag("bits")
    void drawsOfTrialsAreTheSameHoweverTheyAreCut() {
        assertTheSameHoweverCut(new BinomialSampler(0.3, 0.7)::sample, TRIALS);
        assertTheSameHoweverCut(new BinomialSampler(1 - 1e-6, 1e-6)::sample, TRIALS);
    }

    @Test
    void drawsOfMeansFit() {
        for (int m = 1; m < MEANS.length; m++) {
            assertFits(PoissonSampler::sample, MEANS, m, PoissonDistribution.of(MEANS[m]));
        }
    }

    @Test
    void drawsOfTrialsFit() {
        for (double p : new double[] {0.3, 0.5, 0.93, 1e-4}) {
            for (int m = 1; m < TRIALS.length; m++) {
                assertFits(new BinomialSampler(p, 1 - p)::sample, TRIALS, m, BinomialDistribution.of((int) TRIALS[m], p));
            }
        }
    }

    private static double[] cycled(double[] numbers) {
        double[] all = new double[Workspace.BLOCK];
        Arrays.setAll(all, i -> numbers[i % numbers.length]);
        return all;
    }

    private static void assertTheSameHoweverCut(Sampling sampling, double[] numbers) {
        double[] all = cycled(numbers);
        double[] ones = new double[all.length];
        double[] one = new double[1];
        for (int i = 0; i < all.length; i++) {
            sampling.sample(new double[] {all[i]}, STREAM, 5 + i, one, 0, 1);
            ones[i] = one[0];
        }
        for (int length : new int[] {0, 7, 8, 100, 1024}) {
            double[] x = new double[length + 4];
            sampling.sample(all, STREAM, 5, x, 3, length);
            for (int i = 0; i < length; i++) {
                assertEquals(ones[i], x[3 + i], "draw " + i);
            }
            assertEquals(0, x[3 + length]);
        }
    }

    /** Tests the draws of one parameter, among those of the others, in about 60 cells. */
    private static void assertFits(Sampling sampling, double[] numbers, int which, DiscreteDistribution law) {
        double[] all = cycled(numbers);
        double[] x = new double[all.length];
        int total = BLOCKS * ((all.length - which + numbers.length - 1) / numbers.length);
        int[] edges = edges(law, 25.0 / total);
        long[] counts = new long[edges.length + 1];
        for (int block = 0; block < BLOCKS; block++) {
            sampling.sample(all, STREAM, (long) block * all.length, x, 0, all.length);
            for (int i = which; i < all.length; i += numbers.length) {
                int place = Arrays.binarySearch(edges, (int) x[i]);
                counts[place >= 0 ? place + 1 : -place - 1]++;
            }
        }
        if (edges.length == 0) {
            return;
        }
        double[] probabilities = new double[counts.length];
        for (int k = 0; k < counts.length; k++) {
            probabilities[k] = probability(law, k == 0 ? 0 : edges[k - 1], k == edges.length ? Integer.MAX_VALUE : edges[k]);
        }
        ChiSquare test = ChiSquare.of(counts, probabilities);
        assertTrue(test.pValue() > LIMIT, law.getMean() + ": " + test + ", p = " + test.pValue());
    }

    /** Returns the values at which cells begin, each with a probability that suffices. */
    private static int[] edges(DiscreteDistribution law, double least) {
        TreeSet<Integer> edges = new TreeSet<>();
        int last = 0;
        for (int k = 1; k < 64; k++) {
            int quantile = law.inverseCumulativeProbability(k / 64.0);
            for (int edge = quantile; edge <= quantile + 1; edge++) {
                if (probability(law, last, edge) > least && law.survivalProbability(edge - 1) > least) {
                    edges.add(edge);
                    last = edge;
                }
            }
        }
        return edges.stream().mapToInt(edge -> edge).toArray();
    }

    /** Returns the probability of a value of from or more, below to. */
    private static double probability(DiscreteDistribution law, int from, int to) {
        return to <= from ? 0 : law.probability(from - 1, to - 1);
    }
}
