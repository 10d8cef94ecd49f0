package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Exponential;
import io.github.scorelane.distribution.Gamma;
import io.github.scorelane.distribution.Normal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests that weighted estimates and the diagnostics of their weights have the same bits on any number of threads and at every
 * vector width.
 */
@Tag("bits")
class ImportanceBitsTest {
    /** The recorded hashes. After an intended change of bits, the new ones are in the test's message. */
    private static final int RECORDED = -1436115708;

    @Test
    void bitsDependOnNothingElse() {
        List<String> one = fingerprints(1);
        for (int threads : new int[] {2, 3, 7}) {
            assertEquals(one, fingerprints(threads));
        }
        for (int i = 0; i < 8; i++) {
            assertEquals(one, fingerprints(1), "hot");
        }
        assertEquals(RECORDED, one.hashCode(), one::toString);
    }

    private static List<String> fingerprints(int threads) {
        List<String> lines = new ArrayList<>();
        for (int n : new int[] {3, 21, 1024, 1025, 50_003}) {
            for (Baseline baseline : List.of(Baseline.none(), Baseline.automatic())) {
                var normal = ScoreFunctionEstimator.of(Normal.of(0.5, 1.2)).samples(n).seed(42).baseline(baseline)
                        .parallel(threads);
                var wide = ImportanceSampling.from(Normal.of(0, 1.5));
                lines.add(fingerprint(normal.importance(wide).withCovariance().estimate(x -> x * x)));
                lines.add(fingerprint(normal.importance(wide.clipped(1.1)).estimate(x -> x * x)));
                lines.add(fingerprint(normal.importance(wide.selfNormalised()).estimate(x -> x * x)));
                lines.add(fingerprint(ScoreFunctionEstimator.of(Gamma.of(2.5, 2)).samples(n).seed(42).baseline(baseline)
                        .parallel(threads).importance(ImportanceSampling.from(Exponential.of(1))).estimate(x -> x)));
                double[] deviations = new double[20];
                Arrays.fill(deviations, 1.1);
                lines.add(fingerprint(ScoreFunctionEstimator.of(DiagonalNormal.of(new double[20], deviations)).samples(n).seed(42)
                        .baseline(baseline).parallel(threads)
                        .importance(ImportanceSampling.from(DiagonalNormal.of(deviations, deviations)).selfNormalised())
                        .estimate(x -> x[0] * x[19])));
            }
        }
        return lines;
    }

    private static String fingerprint(Estimate estimate) {
        StringBuilder text = new StringBuilder();
        for (double number : new double[] {estimate.value(), estimate.valueStandardError(), estimate.effectiveSampleSize(),
            estimate.paretoShape()}) {
            text.append(Double.toHexString(number)).append(' ');
        }
        for (int p = 0; p < estimate.gradient().length; p++) {
            text.append(Double.toHexString(estimate.gradient()[p])).append(' ')
                    .append(Double.toHexString(estimate.standardError()[p])).append(' ');
        }
        return text.append(estimate.notes()).toString();
    }
}
