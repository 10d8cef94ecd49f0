package io.github.scorelane;

import static io.github.scorelane.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.MultivariateNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.function.EvaluationException;
import io.github.scorelane.function.SampleBlockConsumer;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests the loop that gives samples, values and scores to a consumer, block by block. */
class BlockLoopTest {
    private static final Normal NORMAL = Normal.of(0.7, 1.3);

    /** The Javadoc's example clips the terms of the gradient, and nearly all of them are left as they are. */
    @Test
    void theExampleIsRight() {
        double[] sum = new double[2];
        ScoreFunctionEstimator.of(NORMAL).samples(100_000).seed(42).forEachBlock(x -> x * x, (first, n, x, f, scores) -> {
            for (int s = 0; s < n; s++) {
                double scale = Math.min(1, 10 / Math.hypot(f[s] * scores[0][s], f[s] * scores[1][s]));
                sum[0] += scale * f[s] * scores[0][s];
                sum[1] += scale * f[s] * scores[1][s];
            }
        });
        assertTrue(sum[0] / 100_000 > 0.5 && sum[0] / 100_000 < 1.4, "clipped: " + sum[0] / 100_000);
        assertTrue(sum[1] / 100_000 > 0.5 && sum[1] / 100_000 < 2.6, "clipped: " + sum[1] / 100_000);
    }

    /**
     * Every sample must come once and in order, with the bits of drawing all at once, and the sums must be the plain
     * estimate.
     */
    @Test
    @Tag("bits")
    void theBlocksAreTheSamples() {
        double[][] factor = {{0.5}, {-1, 1}, {0.2, 0.7, 2}};
        for (MultivariateDistribution distribution : List.of(MultivariateNormal.of(new double[] {1, 2, 3}, factor),
                DiagonalNormal.of(new double[7], new double[] {1, 2, 3, 4, 5, 6, 7}))) {
            int parameters = distribution.parameterNames().size();
            for (int n : new int[] {1, 1023, 1024, 5001}) {
                double[][] x = new double[distribution.dimension()][n];
                double[][] s = new double[parameters][n];
                double[][] statistics = new double[distribution.statistics()][n];
                distribution.sample(SplitStream.ofHashed(3), 0, x, statistics, 0, n);
                distribution.gradLogPdf(x, statistics, 0, s, 0, n);
                var estimator = ScoreFunctionEstimator.of(distribution).samples(n).seed(3).baseline(Baseline.none());
                double[] sums = new double[parameters];
                long[] next = {0};
                long seed = estimator.forEachBlock(point -> point[0] * point[1], (first, m, columns, f, scores) -> {
                    assertEquals(next[0], first);
                    assertEquals(Math.min(1024, n - first), m);
                    next[0] = first + m;
                    for (int i = 0; i < m; i++) {
                        int at = (int) first + i;
                        for (int d = 0; d < x.length; d++) {
                            assertEquals(x[d][at], columns[d][i]);
                        }
                        assertEquals(x[0][at] * x[1][at], f[i]);
                        for (int p = 0; p < parameters; p++) {
                            assertEquals(s[p][at], scores[p][i]);
                            sums[p] += f[i] * scores[p][i] / n;
                        }
                    }
                    // A consumer may change the arrays as it likes.
                    for (double[] column : columns) {
                        Arrays.fill(column, Double.NaN);
                    }
                    Arrays.fill(f, 7);
                });
                assertEquals(3, seed);
                assertEquals(n, next[0]);
                assertArrayEquals(estimator.estimate(point -> point[0] * point[1]).gradient(), sums, 1e-10);
            }
        }
    }

    @Test
    void theBatchFormIsTheSame() {
        double[] simple = new double[5000];
        double[] batch = new double[5000];
        var estimator = ScoreFunctionEstimator.of(NORMAL).samples(5000).seed(1).parallel(4).withCovariance();
        estimator.forEachBlock(Math::abs, (first, n, x, f, scores) -> System.arraycopy(f, 0, simple, (int) first, n));
        estimator.forEachBlock((x, n, f) -> {
            for (int s = 0; s < n; s++) {
                f[s] = Math.abs(x[0][s]);
            }
        }, (first, n, x, f, scores) -> System.arraycopy(f, 0, batch, (int) first, n));
        assertArrayEquals(simple, batch);
        SampleBlockConsumer nothing = (first, n, x, f, scores) -> { };
        assertNotEquals(ScoreFunctionEstimator.of(NORMAL).samples(1).forEachBlock(x -> x, nothing),
                ScoreFunctionEstimator.of(NORMAL).samples(1).forEachBlock(x -> x, nothing));
    }

    @Test
    void whatTheConsumerThrowsIsThrown() {
        var failure = new IllegalStateException("enough");
        int[] blocks = {0};
        assertSame(failure, assertThrows(IllegalStateException.class, () -> ScoreFunctionEstimator.of(NORMAL)
                .forEachBlock(x -> x, (first, n, x, f, scores) -> {
                    if (++blocks[0] == 3) {
                        throw failure;
                    }
                })));
        assertEquals(3, blocks[0]);
    }

    @Test
    void anInterruptionEndsIt() {
        int[] blocks = {0};
        try {
            assertThrows(CancellationException.class, () -> ScoreFunctionEstimator.of(NORMAL)
                    .forEachBlock(x -> x, (first, n, x, f, scores) -> {
                        blocks[0]++;
                        Thread.currentThread().interrupt();
                    }));
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertEquals(1, blocks[0]);
    }

    @Test
    void badInput() {
        SampleBlockConsumer nothing = (first, n, x, f, scores) -> { };
        var estimator = ScoreFunctionEstimator.of(NORMAL).samples(2000).seed(1);
        refused("a loop over blocks is not estimated by importance sampling: use an estimator without",
                () -> estimator.importance(ImportanceSampling.from(NORMAL)).forEachBlock(x -> x, nothing));
        refused("a loop over blocks takes no control variates of the user's: use an estimator without",
                () -> estimator.controlVariate(ControlVariate.delta(1)).forEachBlock(x -> x, nothing));
        refused("a loop over blocks is not offered under the plan " + SamplingPlan.antithetic()
                + ": use SamplingPlan.independent()",
                () -> estimator.plan(SamplingPlan.antithetic()).forEachBlock(x -> x, nothing));
        double[] wide = new double[2049];
        Arrays.fill(wide, 1);
        refused("number of coordinates is above 2048, too many for a loop over blocks: 2049",
                () -> ScoreFunctionEstimator.of(DiagonalNormal.of(wide, wide)).forEachBlock(x -> x[0], nothing));
        assertThrows(NullPointerException.class, () -> estimator.forEachBlock(x -> x, null));
        var unwritten = assertThrows(EvaluationException.class,
                () -> estimator.forEachBlock((x, n, f) -> Arrays.fill(f, 0, n - 1, 1), nothing));
        assertEquals(1023, unwritten.sample());
        assertTrue(assertThrows(EvaluationException.class, () -> estimator.forEachBlock(x -> 1 / 0.0, nothing)).getMessage()
                .startsWith("f is Infinity at sample 0,"));
    }
}
