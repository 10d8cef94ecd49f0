package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.kernel.statistics.ChiSquare;
import io.github.scorelane.kernel.statistics.Draws;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VonMisesTest {
    private static final SplitStream STREAM = SplitStream.ofHashed(8);
    private static final int N = 2_000_000;

    /**
     * Angles times √κ are normal but for a part of 1/κ, and so are the sines that scores are made of, about any mean
     * direction.
     */
    @ParameterizedTest
    @ValueSource(doubles = {1e9, 1e20, 1e100})
    void aLargeConcentrationIsANormal(double concentration) {
        VonMises d = VonMises.of(0, concentration);
        VonMises elsewhere = VonMises.of(2, concentration);
        double scale = Math.sqrt(concentration);
        Draws angles = (first, y) -> {
            d.sample(STREAM, first, y, 0, y.length);
            for (int i = 0; i < y.length; i++) {
                y[i] *= scale;
            }
        };
        Draws sines = (first, y) -> {
            double[][] statistics = new double[2][y.length];
            elsewhere.sample(STREAM, first, new double[y.length], statistics, 0, y.length);
            for (int i = 0; i < y.length; i++) {
                y[i] = statistics[0][i] * scale;
            }
        };
        for (Draws draws : new Draws[] {angles, sines}) {
            ChiSquare test = Law.of(NormalDistribution.of(0, 1)).test(draws, N);
            assertTrue(test.pValue() > 1e-9, test + ", p = " + test.pValue());
        }
    }

    /** With a concentration of nearly 0, angles are uniform on the circle. */
    @Test
    void theLeastConcentrationIsEven() {
        double[] x = new double[N];
        VonMises.of(1, Double.MIN_NORMAL).sample(STREAM, 0, x, 0, N);
        long[] counts = new long[100];
        for (double each : x) {
            assertTrue(Math.abs(each) <= Math.PI, "draw " + each);
            counts[(int) Math.min(99, (each / Math.PI + 1) * 50)]++;
        }
        double[] probabilities = new double[100];
        Arrays.fill(probabilities, 0.01);
        ChiSquare test = ChiSquare.of(counts, probabilities);
        assertTrue(test.pValue() > 1e-9, test + ", p = " + test.pValue());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.3, 19.999, 20, 1e6, 1e150})
    void theFisherInformationIsTheScoresVariance(double concentration) {
        VonMises d = VonMises.of(-3, concentration);
        double[] x = new double[N];
        double[][] statistics = new double[2][N];
        double[][] scores = new double[2][N];
        d.sample(STREAM, 0, x, statistics, 0, N);
        d.gradLogPdf(x, statistics, scores, 0, N);
        for (int p = 0; p < 2; p++) {
            double fisher = d.fisherInformation()[p][p];
            double sum = 0;
            double squares = 0;
            for (double score : scores[p]) {
                double ratio = score / fisher * score - 1;
                sum += ratio;
                squares += ratio * ratio;
            }
            double z = sum / Math.sqrt(squares);
            assertTrue(Math.abs(z) < 7, d.parameterNames().get(p) + ": z = " + z);
        }
    }

    @Test
    void directionsAreTakenModuloATurn() {
        double[] x = {-3, -0.1, 2, 3.1};
        VonMises here = VonMises.of(-2.5, 3);
        VonMises around = VonMises.of(-2.5 + 4 * Math.PI, 3);
        assertArrayEquals(scores(here, x)[0], scores(around, x)[0], 1e-14);
        assertArrayEquals(scores(here, x)[1], scores(around, x)[1], 1e-14);
        double[] draws = new double[1000];
        around.sample(STREAM, 0, draws, 0, draws.length);
        double[] same = new double[1000];
        here.sample(STREAM, 0, same, 0, same.length);
        for (int i = 0; i < draws.length; i++) {
            assertTrue(Math.abs(draws[i]) <= Math.PI, "draw " + draws[i]);
            assertEquals(0, Math.sin((draws[i] - same[i]) / 2), 1e-14);
        }
    }

    @Test
    void tooLargeAConcentrationIsRefused() {
        assertEquals("concentration is too large, above 2^500: 1.0E200",
                assertThrows(IllegalArgumentException.class, () -> VonMises.of(0, 1e200)).getMessage());
    }

    private static double[][] scores(VonMises d, double[] x) {
        double[][] scores = new double[2][x.length];
        d.gradLogPdf(x, 0, scores, 0, x.length);
        return scores;
    }
}
