package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.kernel.math.Exp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests that estimates have the bits that are recorded in estimates.csv: at every vector width and without vectors (this
 * class is run again in a JVM for each), on any number of threads, in a cold JVM and in a hot one, and on any machine.
 *
 * <p>After an intended change of bits,
 * {@code mvn test -pl kernel,bindings/estimator -Dtest=BitIdentityTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dscorelane.record=true} records the new ones, and the release notes have to say so.
 */
@Tag("bits")
class BitIdentityTest {
    private static final String FILE = "estimates.csv";
    private static final int[] SAMPLES = {1, 15, 16, 17, 1023, 1024, 1025, 100_003};

    @Test
    void estimatesAreTheRecordedBits() throws IOException {
        List<String> cold = fingerprints(1);
        if (Boolean.getBoolean("scorelane.record")) {
            Files.write(Path.of("src", "test", "resources", "io", "github", "scorelane", FILE), cold);
            return;
        }
        List<String> recorded = recorded();
        assertTrue(recorded.size() > 140);
        assertSame(recorded, cold, "cold");
        for (int threads : new int[] {2, 3, 7}) {
            assertSame(recorded, fingerprints(threads), threads + " threads");
        }
        // Makes the JVM hot: C2 compiles the kernels after some ten thousand blocks.
        var estimator = ScoreFunctionEstimator.of(Normal.of(0.5, 1.2)).samples(2_000_000).seed(9);
        String first = hex(estimator.estimate(BitIdentityTest::square).gradient());
        for (int i = 0; i < 10; i++) {
            assertEquals(first, hex(estimator.estimate(BitIdentityTest::square).gradient()));
        }
        assertSame(recorded, fingerprints(1), "hot");
    }

    static List<String> recorded() throws IOException {
        try (var in = BitIdentityTest.class.getResourceAsStream(FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    static void assertSame(List<String> recorded, List<String> found, String when) {
        assertEquals(recorded.size(), found.size());
        for (int i = 0; i < found.size(); i++) {
            assertEquals(recorded.get(i), found.get(i), when);
        }
    }

    static List<String> fingerprints(int threads) {
        List<String> lines = new ArrayList<>();
        for (int n : SAMPLES) {
            for (Baseline baseline : List.of(Baseline.none(), Baseline.constant(0.75), Baseline.leaveOneOut(),
                    Baseline.optimalConstant(), Baseline.automatic())) {
                if (n < baseline.formula(n).minSamples()) {
                    continue;
                }
                String what = n + "," + baseline + ",";
                var normal = ScoreFunctionEstimator.of(Normal.of(0.5, 1.2)).samples(n).seed(42).baseline(baseline)
                        .parallel(threads).withCovariance();
                lines.add(what + "normal square," + fingerprint(normal.estimate(BitIdentityTest::square)));
                lines.add(what + "normal cube," + fingerprint(normal.estimate(x -> x * x * x)));
                lines.add(what + "normal exp," + fingerprint(normal.estimate((x, m, f) -> Exp.exp(x[0], 0, f, 0, m))));
                var diagonal = ScoreFunctionEstimator
                        .of(DiagonalNormal.of(new double[] {0.1, -2, 3}, new double[] {1, 0.5, 2}))
                        .samples(n).seed(43).baseline(baseline).parallel(threads).withCovariance();
                lines.add(what + "diagonal," + fingerprint(diagonal.estimate(x -> x[0] * x[1] - x[2] * x[2])));
            }
        }
        double[] wide = new double[3001];
        Arrays.setAll(wide, d -> 1 + d * 1e-3);
        var manyCoordinates = ScoreFunctionEstimator.of(DiagonalNormal.of(wide, wide)).seed(44).parallel(threads);
        for (int n : new int[] {17, 300}) {
            lines.add(n + ",automatic,wide," + fingerprint(manyCoordinates.samples(n)
                    .estimate(x -> x[0] + x[1500] * x[3000])));
        }
        return lines;
    }

    private static void square(double[][] x, int n, double[] f) {
        double[] column = x[0];
        for (int s = 0; s < n; s++) {
            f[s] = column[s] * column[s];
        }
    }

    private static String fingerprint(Estimate estimate) {
        double[] value = {estimate.value(), estimate.valueStandardError()};
        double[] gradient = estimate.gradient();
        if (gradient.length > 100) {
            return hex(value) + "," + Integer.toHexString(Arrays.hashCode(gradient)) + ","
                    + Integer.toHexString(Arrays.hashCode(estimate.standardError()));
        }
        StringBuilder covariance = new StringBuilder();
        for (double[] row : estimate.covariance()) {
            covariance.append(',').append(Integer.toHexString(Arrays.hashCode(row)));
        }
        return hex(value) + "," + hex(gradient) + "," + hex(estimate.standardError()) + covariance;
    }

    private static String hex(double[] numbers) {
        StringBuilder text = new StringBuilder();
        for (double x : numbers) {
            text.append(text.isEmpty() ? "" : " ").append(Double.toHexString(x));
        }
        return text.toString();
    }
}
