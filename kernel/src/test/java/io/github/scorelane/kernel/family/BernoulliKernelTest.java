package io.github.scorelane.kernel.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.kernel.stream.SplitStream;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BernoulliKernelTest {
    private static final SplitStream STREAM = SplitStream.ofHashed(8);
    private static final int N = 1024;

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 0.7, 1e-3, 0.999, 0x1p-40, Double.MIN_VALUE})
    @Tag("bits")
    void arraysAreTheTwinsDraws(double p) {
        double[] x = new double[N];
        for (int length : new int[] {1, 7, 8, 9, 1000, N}) {
            BernoulliKernel.sample(p, 1 - p, STREAM, 5, x, 0, length);
            for (int i = 0; i < length; i++) {
                assertEquals(BernoulliKernel.draw(p, 1 - p, STREAM, 5 + i), x[i]);
            }
        }
    }

    /** A word with 12 zeros in front may fall on a double times 2^64, which then has bits left that the word does not decide. */
    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 0.75})
    @Tag("bits")
    void aWordOnTheThresholdIsDecidedByAnother(double rest) {
        double ones = 0;
        int ties = 0;
        double[] x = new double[N];
        for (long first = 0; ties < 400; first += N) {
            for (int i = 0; i < N; i++) {
                long word = STREAM.word(first + i);
                if (word >>> 50 == 0) {
                    double p = (word + rest) * 0x1p-64;
                    BernoulliKernel.sample(p, 1 - p, STREAM, first, x, 0, N);
                    assertEquals(BernoulliKernel.draw(p, 1 - p, STREAM, first + i), x[i]);
                    assertEquals(1, BernoulliKernel.draw(p + 0x1p-64, 1, STREAM, first + i));
                    assertEquals(0, BernoulliKernel.draw(p - 0x1p-64, 1, STREAM, first + i));
                    ones += x[i];
                    ties++;
                }
                if (~word >>> 50 == 0) {
                    double q = (~word + rest) * 0x1p-64;
                    BernoulliKernel.sample(1, q, STREAM, first, x, 0, N);
                    assertEquals(BernoulliKernel.draw(1, q, STREAM, first + i), x[i]);
                    assertEquals(0, BernoulliKernel.draw(1, q + 0x1p-64, STREAM, first + i));
                    assertEquals(1, BernoulliKernel.draw(1, q - 0x1p-64, STREAM, first + i));
                    ones += 1 - x[i];
                    ties++;
                }
            }
        }
        double z = (ones - ties * rest) / Math.sqrt(ties * rest * (1 - rest));
        assertTrue(Math.abs(z) < 6.2, "z = " + z);
    }

    @Test
    @Tag("bits")
    void rowsAreTheSingleDistributionsBitForBit() {
        SplittableRandom random = new SplittableRandom(3);
        double[] logits = random.doubles(N).map(u -> 6 * Math.tan(3.1 * (u - 0.5))).toArray();
        logits[3] = 0;
        logits[4] = -0.0;
        logits[5] = 800;
        logits[6] = -800;
        double[] u = new double[N];
        STREAM.uniforms(0, u, 0, N);
        // Probabilities are as near to their uniforms as doubles come, so the word's lower bits decide.
        for (int i = 20; i < 40; i++) {
            logits[i] = Math.log(u[i] / (1 - u[i]));
        }
        for (int offset : new int[] {0, 3}) {
            int n = N - offset;
            double[] x = new double[N];
            double[] logPdf = new double[N];
            double[] score = new double[N];
            BernoulliKernel.sample(logits, STREAM, offset, x, offset, n);
            BernoulliKernel.logPdf(logits, x, logPdf, offset, n);
            BernoulliKernel.scores(logits, x, score, offset, n);
            double[] expected = new double[1];
            for (int i = offset; i < N; i++) {
                double p = BernoulliKernel.probability(logits[i]);
                double q = BernoulliKernel.probability(-logits[i]);
                double[] one = {x[i]};
                assertEquals(BernoulliKernel.draw(p, q, STREAM, i), x[i], "logit " + logits[i]);
                BernoulliKernel.logPdf(BernoulliKernel.logProbability(logits[i]), BernoulliKernel.logProbability(-logits[i]),
                        one, expected, 0, 1);
                assertEquals(expected[0], logPdf[i], "logit " + logits[i]);
                BernoulliKernel.scores(q, p, one, expected, 0, 1);
                assertEquals(expected[0], score[i], "logit " + logits[i]);
            }
        }
    }
}
