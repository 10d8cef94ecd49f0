package io.github.scorelane.kernel.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AndersonDarlingTest {
    private static final ContinuousDistribution UNIFORM = UniformContinuousDistribution.of(0, 1);

    /** Compares with the limit distribution by the series of T. W. Anderson and D. A. Darling, 1952, summed to 12 digits. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.74681437353", "1, 0.357266673214", "2.492, 0.0500221863596", "3.878125, 0.0100000002436",
        "5, 0.00287442130459", "8, 0.000113814155727"})
    void hasItsLimitDistribution(double statistic, double p) {
        AndersonDarling test = new AndersonDarling(statistic);
        assertEquals(p, test.pValue(), 5e-5);
        assertTrue(test.pValueBound() > p && test.pValueBound() < 50 * p, "bound " + test.pValueBound());
    }

    @Test
    void isTheSumOverTheDrawsInOrder() {
        SplitStream stream = SplitStream.of(1);
        int n = 20_001;
        double[] x = new double[n];
        stream.uniforms(0, x, 0, n);
        Arrays.sort(x);
        double sum = 0;
        for (int i = 1; i <= n; i++) {
            sum += (2.0 * i - 1) / n * (Math.log(x[i - 1]) + Math.log1p(-x[n - i]));
        }
        AndersonDarling test = AndersonDarling.of((first, u) -> stream.uniforms(first, u, 0, u.length), n, UNIFORM, 4_000);
        assertEquals(-n - sum, test.statistic(), 1e-9);
    }
}
