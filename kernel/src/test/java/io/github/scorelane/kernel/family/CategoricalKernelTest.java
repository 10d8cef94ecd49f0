package io.github.scorelane.kernel.family;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.kernel.stream.SplitStream;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CategoricalKernelTest {
    private static final SplitStream STREAM = SplitStream.ofHashed(31);
    private static final int N = 1000;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 150})
    @Tag("bits")
    void rowsAreTheSingleDistributionsBitForBit(int values) {
        SplittableRandom random = new SplittableRandom(values);
        double[][] logits = new double[values][];
        for (int k = 0; k < values; k++) {
            double spread = k % 3 == 0 ? 40 : 2;
            logits[k] = random.doubles(N).map(u -> spread * (u - 0.5)).toArray();
        }
        logits[1][17] = 900;
        logits[0][18] = -900;
        for (int offset : new int[] {0, 5}) {
            int n = N - offset;
            double[] x = new double[N];
            double[] logPdf = new double[N];
            double[][] score = new double[values][N];
            CategoricalKernel.sample(logits, STREAM, offset, x, offset, n);
            x[N - 1] = values;
            x[N - 2] = -1;
            CategoricalKernel.logPdf(logits, x, logPdf, offset, n);
            CategoricalKernel.scores(logits, x, score, offset, n);
            assertEquals(Double.NEGATIVE_INFINITY, logPdf[N - 1]);
            assertEquals(Double.NEGATIVE_INFINITY, logPdf[N - 2]);
            for (int i = offset; i < N - 2; i++) {
                double[] theta = new double[values];
                for (int k = 0; k < values; k++) {
                    theta[k] = logits[k][i];
                }
                Softmax softmax = new Softmax(theta);
                double[] u = {STREAM.uniform(i)};
                softmax.quantile(u, 0, 1);
                assertEquals(u[0], x[i]);
                double[] expected = new double[1];
                softmax.logPdf(u, expected, 0, 1);
                assertEquals(expected[0], logPdf[i]);
                double[][] scores = new double[values][1];
                softmax.scores(u, 0, 0, scores, 0, 1);
                for (int k = 0; k < values; k++) {
                    assertEquals(scores[k][0], score[k][i], "score " + k + " of row " + i);
                }
            }
        }
    }
}
