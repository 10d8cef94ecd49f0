package io.github.scorelane.bench.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.Baseline;
import io.github.scorelane.Estimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.kernel.stream.SplitStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The loop that the library is measured against computes all that the library does: on the same draws, the same numbers. */
class CommonsEstimatorTest {
    private static final double MEAN = 0.5;
    private static final double SIGMA = 1.2;
    private static final long SEED = 7;

    @ParameterizedTest
    @ValueSource(ints = {3, 1024, 5003})
    void agreesWithTheLibraryOnItsDraws(int n) {
        Estimate expected = ScoreFunctionEstimator.of(Normal.of(MEAN, SIGMA)).samples(n).seed(SEED)
                .baseline(Baseline.leaveOneOut()).estimate(x -> x * x);
        double[] z = new double[n];
        Normal.of(0, 1).sample(SplitStream.ofHashed(SEED), 0, z, 0, n);
        int[] next = {0};
        PlainEstimate actual = new CommonsEstimator(MEAN, SIGMA, () -> z[next[0]++]).estimate(n);

        assertEquals(n, next[0]);
        assertClose(expected.value(), actual.value());
        assertClose(expected.valueStandardError(), actual.valueError());
        assertClose(expected.gradient()[0], actual.byMean());
        assertClose(expected.standardError()[0], actual.byMeanError());
        assertClose(expected.gradient()[1], actual.byStandardDeviation());
        assertClose(expected.standardError()[1], actual.byStandardDeviationError());
    }

    private static void assertClose(double expected, double actual) {
        assertEquals(1, actual / expected, 1e-12);
    }
}
