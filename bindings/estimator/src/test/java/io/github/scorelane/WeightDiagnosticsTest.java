package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the diagnostics of weights against references of 40 digits that src/reference/pareto_shape.py made. */
@Tag("bits")
class WeightDiagnosticsTest {
    static Stream<String> references() throws IOException {
        try (var in = WeightDiagnosticsTest.class.getResourceAsStream("pareto-shapes.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void sizesAndShapesAreTheReferences(String line) {
        String[] parts = line.split(",");
        double number = Double.parseDouble(parts[1]);
        double[] logWeights = new double[Integer.parseInt(parts[2])];
        for (int i = 0; i < logWeights.length; i++) {
            double u = (((i + 1) * 2654435769L & 0xffffffffL) + 0.5) * 0x1p-32;
            logWeights[i] = logWeight(parts[0], u, number);
        }
        WeightDiagnostics found = WeightDiagnostics.of(logWeights);
        assertEquals(logWeights.length, found.count());
        assertEquals(Double.parseDouble(parts[3]), found.effectiveSampleSize(), 1e-11 * found.effectiveSampleSize());
        assertEquals(Double.parseDouble(parts[4]), found.paretoShape(), 1e-9);
        // The diagnostics must depend only on the ratios of the weights.
        double[] multiples = Arrays.stream(logWeights).map(l -> l - 5000).toArray();
        assertEquals(found.paretoShape(), WeightDiagnostics.of(multiples).paretoShape(), 1e-9);
        assertEquals(found.effectiveSampleSize(), WeightDiagnostics.of(multiples).effectiveSampleSize(), 1e-8 * logWeights.length);
    }

    private static double logWeight(String law, double u, double number) {
        return switch (law) {
            case "pareto" -> -number * StrictMath.log(1 - u);
            case "loglogistic" -> number * StrictMath.log(u / (1 - u));
            case "exponential" -> StrictMath.log(number) + (number - 1) * StrictMath.log(1 - u);
            case "power" -> number * StrictMath.log(u);
            case "sparse" -> u > 0.75 ? number * StrictMath.log(4 * (u - 0.75)) : Double.NEGATIVE_INFINITY;
            default -> throw new IllegalArgumentException(law);
        };
    }

    @Test
    void equalWeightsHaveNoTail() {
        WeightDiagnostics equal = WeightDiagnostics.of(new double[1000]);
        assertEquals(1000, equal.effectiveSampleSize());
        assertEquals(Double.NaN, equal.paretoShape());
        assertTrue(equal.warnings().isEmpty());
    }

    @Test
    void weightsOfZero() {
        double[] logWeights = new double[100];
        Arrays.fill(logWeights, Double.NEGATIVE_INFINITY);
        WeightDiagnostics none = WeightDiagnostics.of(logWeights);
        assertEquals(0, none.effectiveSampleSize());
        assertEquals(1, none.warnings().size());
        logWeights[3] = -1e5;
        assertEquals(1, WeightDiagnostics.of(logWeights).effectiveSampleSize());
    }

    /** Six weights are above the rest, each e^1000 times the one before. */
    @Test
    void weightsBesideWhichOthersAreAsNothing() {
        double[] logWeights = new double[100];
        for (int i = 0; i < 6; i++) {
            logWeights[i] = 1000 * (i + 1);
        }
        WeightDiagnostics found = WeightDiagnostics.of(logWeights);
        assertEquals(Double.POSITIVE_INFINITY, found.paretoShape());
        assertEquals(2, found.warnings().size());
    }

    @Test
    void limits() {
        assertEquals(0.5, new WeightDiagnostics(100, 50, 0.4).paretoShapeLimit(), 1e-15);
        assertEquals(0.7, new WeightDiagnostics(1_000_000, 50, 0.4).paretoShapeLimit(), 1e-15);
        assertTrue(new WeightDiagnostics(100, 10, 0.5).warnings().isEmpty());
        assertTrue(new WeightDiagnostics(100, 9.99, 0.5).warnings().getFirst().contains("size is 9.990, below a tenth of 100"));
        assertTrue(new WeightDiagnostics(100, 50, 0.51).warnings().getFirst().contains("shape is 0.51, above 0.50"));
        assertTrue(new WeightDiagnostics(100, 50, Double.NaN).warnings().isEmpty());
    }

    @Test
    void badWeights() {
        assertEquals("number of log weights is not strictly positive: 0",
                assertThrows(IllegalArgumentException.class, () -> WeightDiagnostics.of()).getMessage());
        assertEquals("largest log weight is not a number below infinity: NaN",
                assertThrows(IllegalArgumentException.class, () -> WeightDiagnostics.of(1, Double.NaN, 2)).getMessage());
        assertEquals("largest log weight is not a number below infinity: Infinity", assertThrows(IllegalArgumentException.class,
                () -> WeightDiagnostics.of(1, Double.POSITIVE_INFINITY)).getMessage());
    }
}
