package io.github.scorelane.kernel.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ChebyshevSeriesTest {
    private static final MathContext DIGITS = new MathContext(50);

    /** The worst of 40,000 sums lies between a half of the bound and the bound, which therefore is not loose by much. */
    @Test
    void errorIsWithinTheBound() {
        SplittableRandom random = new SplittableRandom(1);
        double worst = 0;
        for (int trial = 0; trial < 40_000; trial++) {
            int degree = trial % 33;
            double[] c = random.doubles(degree + 1, -1, 1).toArray();
            double w = switch (trial % 5) {
                case 0 -> 1;
                case 1 -> -1;
                case 2 -> 1 - random.nextDouble() * 0x1p-20;
                default -> random.nextDouble(-1, 1);
            };
            double magnitude = 0;
            for (double each : c) {
                magnitude += Math.abs(each);
            }
            double error = exact(c, w).subtract(new BigDecimal(ChebyshevSeries.value(c, w))).abs().doubleValue();
            worst = Math.max(worst, error / ((degree + 1) * 0x1p-53 * magnitude));
        }
        assertTrue(worst <= ChebyshevSeries.MAX_ERROR, "worst error " + worst);
        assertTrue(worst > 0.4 * ChebyshevSeries.MAX_ERROR, "worst error " + worst);
    }

    private static BigDecimal exact(double[] c, double w) {
        BigDecimal x = new BigDecimal(w);
        BigDecimal before = BigDecimal.ONE;
        BigDecimal t = x;
        BigDecimal sum = new BigDecimal(c[0]);
        for (int k = 1; k < c.length; k++) {
            sum = sum.add(t.multiply(new BigDecimal(c[k])), DIGITS);
            BigDecimal next = x.multiply(t, DIGITS).multiply(BigDecimal.TWO).subtract(before, DIGITS);
            before = t;
            t = next;
        }
        return sum;
    }

    @Test
    @Tag("bits")
    void arrayEqualsTwinBitForBit() {
        SplittableRandom random = new SplittableRandom(2);
        for (int length = 0; length <= 140; length++) {
            for (int degree : new int[] {0, 1, 2, 6, 24}) {
                int wOffset = length % 7;
                int yOffset = length % 3;
                double[] c = random.doubles(degree + 1, -3, 3).toArray();
                double[] w = random.doubles(wOffset + length + 5, -1, 1).toArray();
                if (length > 3) {
                    w[wOffset + 1] = Double.NaN;
                    w[wOffset + 2] = -1;
                    w[wOffset + 3] = -0.0;
                }
                double[] y = random.doubles(yOffset + length + 4, -9, 9).toArray();
                double[] expected = y.clone();
                for (int i = 0; i < length; i++) {
                    expected[yOffset + i] -= ChebyshevSeries.value(c, w[wOffset + i]);
                }
                ChebyshevSeries.subtract(c, w, wOffset, y, yOffset, length);
                assertArrayEquals(expected, y, "length " + length + ", degree " + degree);
            }
        }
    }

    @Test
    void badArgumentsAreRefused() {
        double[] four = new double[4];
        IllegalArgumentException none = assertThrows(IllegalArgumentException.class,
                () -> ChebyshevSeries.subtract(new double[0], four, 0, four, 0, 4));
        assertEquals("number of coefficients is not positive: 0", none.getMessage());
        assertThrows(IllegalArgumentException.class, () -> ChebyshevSeries.subtract(four, four, 1, four, 0, 4));
        assertThrows(IllegalArgumentException.class, () -> ChebyshevSeries.subtract(four, four, 0, four, 2, 3));
    }
}
