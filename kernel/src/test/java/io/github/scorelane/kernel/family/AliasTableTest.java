package io.github.scorelane.kernel.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.kernel.statistics.ChiSquare;
import io.github.scorelane.kernel.stream.SplitStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AliasTableTest {
    private static final double ULP = 0x1p-53;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 8, 9, 16, 17, 31, 32, 33, 64, 65, 1000})
    @Tag("bits")
    void arraysAreTheTwinsDraws(int values) {
        SplitStream stream = SplitStream.ofHashed(values).column(2, 5);
        AliasTable table = AliasTable.of(-3, someProbabilities(values));
        for (int length : new int[] {0, 1, 7, 8, 9, 1023, 1024, 1025, 5000}) {
            double[] x = new double[length + 3];
            table.sample(stream, 17, x, 2, length);
            for (int i = 0; i < length; i++) {
                assertEquals(table.draw(stream, 17 + i), x[2 + i]);
            }
            assertEquals(0, x[1]);
            assertEquals(0, x[2 + length]);
        }
    }

    /** Counts how many of the 2^63 words, which differ in more than the lowest bit, choose each value. */
    @Test
    void probabilitiesAreExactToTheirRounding() {
        assertExact(0.5, 0.5);
        assertExact(1);
        assertExact(0, 0, 1, 0, 0);
        assertExact(0.25, 0.5, 0.25);
        assertExact(1e-18, 1 - 1e-18);
        assertExact(1 - ULP, ULP);
        assertExact(1e-300, 0.75, 0, 0.25, 1e-18, 4e-17);
        for (int values : new int[] {2, 3, 10, 100, 3000}) {
            assertExact(someProbabilities(values));
        }
        double[] steep = new double[200];
        Arrays.setAll(steep, k -> StrictMath.exp(-0.37 * k));
        assertExact(steep);
    }

    private static void assertExact(double... probabilities) {
        AliasTable table = AliasTable.of(probabilities);
        int columns = Math.max(2, Integer.highestOneBit(2 * probabilities.length - 1));
        long capacity = Long.MIN_VALUE / columns * -1;
        long[] counts = new long[probabilities.length];
        for (int j = 0; j < columns; j++) {
            long begin = j * capacity;
            double first = table.draw(begin << 1);
            int last = (int) table.draw((begin + capacity - 1) << 1);
            long low = 0;
            long high = capacity;
            // The search ends at the first of them that does not choose the column's own value.
            while (low < high) {
                long middle = (low + high) >>> 1;
                if (table.draw((begin + middle) << 1) == j) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            assertTrue(low == 0 || first == j);
            if (low > 0) {
                counts[j] += low;
            }
            counts[last] += capacity - low;
        }
        BigDecimal sum = BigDecimal.ZERO;
        int mode = 0;
        for (int k = 0; k < counts.length; k++) {
            sum = sum.add(new BigDecimal(probabilities[k]));
            mode = probabilities[k] > probabilities[mode] ? k : mode;
        }
        boolean normal = sum.doubleValue() == 1;
        for (int k = 0; k < counts.length; k++) {
            double drawn = new BigDecimal(Long.toUnsignedString(counts[k])).multiply(new BigDecimal(0x1p-63)).doubleValue();
            double wanted = normal ? probabilities[k]
                    : new BigDecimal(probabilities[k]).divide(sum, java.math.MathContext.DECIMAL64).doubleValue();
            double bound = (normal ? 0 : 4 * ULP) * wanted + 0x1p-63 + (k == mode ? counts.length * 0x1p-64 + 4 * ULP : 0);
            assertEquals(wanted, drawn, bound, "value " + k + " of " + counts.length);
            assertEquals(probabilities[k] > 0, counts[k] != 0, "value " + k + " of " + counts.length);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 25, 60, 400, 5000})
    void drawsFit(int values) {
        double[] probabilities = someProbabilities(values);
        AliasTable table = AliasTable.of(probabilities);
        long[] counts = new long[values];
        double[] x = new double[1024];
        for (long first = 0; first < 8_000L * x.length; first += x.length) {
            table.sample(SplitStream.ofHashed(1), first, x, 0, x.length);
            for (double each : x) {
                counts[(int) each]++;
            }
        }
        ChiSquare test = ChiSquare.of(counts, probabilities);
        assertTrue(test.pValue() > 1e-9, test + ", p = " + test.pValue());
    }

    @Test
    void aRangeOutsideTheArrayIsRefused() {
        AliasTable table = AliasTable.of(new double[] {1, 2});
        double[] ten = new double[10];
        var e = assertThrows(IllegalArgumentException.class, () -> table.sample(SplitStream.of(1), 0, ten, 3, 8));
        assertEquals("x is too short: offset 3 + length 8 > 10", e.getMessage());
    }

    private static double[] someProbabilities(int values) {
        SplittableRandom random = new SplittableRandom(values);
        double[] p = random.doubles(values, 0.1, 1).toArray();
        double sum = Arrays.stream(p).sum();
        return Arrays.stream(p).map(each -> each / sum).toArray();
    }
}
