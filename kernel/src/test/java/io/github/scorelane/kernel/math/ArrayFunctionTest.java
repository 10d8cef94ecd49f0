package io.github.scorelane.kernel.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests what every function of one double, with its array form, must do. */
abstract class ArrayFunctionTest {
    private final String table;
    private final double maxUlps;
    private final String from;
    private final String to;

    ArrayFunctionTest(String table, double maxUlps) {
        this(table, maxUlps, "x", "y");
    }

    /** Creates the test of a function whose arrays have other names. */
    ArrayFunctionTest(String table, double maxUlps, String from, String to) {
        this.table = table;
        this.maxUlps = maxUlps;
        this.from = from;
        this.to = to;
    }

    abstract double twin(double x);

    abstract void array(double[] x, int xOffset, double[] y, int yOffset, int length);

    /** Returns an argument where the function is neither trivial nor infinite. */
    abstract double ordinary(SplittableRandom random);

    @Test
    void errorIsWithinTheBoundAndTheBoundIsNotLoose() {
        References references = References.of(table);
        double[] x = LongStream.of(references.arguments()).mapToDouble(Double::longBitsToDouble).toArray();
        double[] y = new double[x.length];
        array(x, 0, y, 0, x.length);
        for (double[] results : new double[][] {y, Arrays.stream(x).map(this::twin).toArray()}) {
            References.Worst worst = references.worst(results);
            assertTrue(worst.ulps() <= maxUlps, worst::toString);
            assertTrue(worst.ulps() > 0.8 * maxUlps, worst::toString);
        }
    }

    @Test
    @Tag("bits")
    void arrayEqualsTwinBitForBit() {
        SplittableRandom random = new SplittableRandom(1);
        check(random.longs(1 << 20).mapToDouble(Double::longBitsToDouble).toArray());
        check(random.doubles(1 << 20).map(u -> ordinary(random)).toArray());
        double[] rare = random.doubles(1 << 16).map(u -> ordinary(random)).toArray();
        double[] special = {0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MIN_NORMAL, 1, Double.MAX_VALUE,
            -Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN};
        for (int i = 0; i < rare.length; i += 1 + random.nextInt(20)) {
            rare[i] = special[random.nextInt(special.length)];
        }
        check(rare);
        check(LongStream.of(References.of(table).arguments()).mapToDouble(Double::longBitsToDouble).toArray());
    }

    @Test
    @Tag("bits")
    void everyLengthAndOffset() {
        SplittableRandom random = new SplittableRandom(2);
        for (int length = 0; length <= 40; length++) {
            for (int xOffset = 0; xOffset <= 9; xOffset += 3) {
                for (int yOffset = 0; yOffset <= 5; yOffset++) {
                    double[] x = random.doubles(xOffset + length + 9).map(u -> ordinary(random)).toArray();
                    double[] y = random.doubles(yOffset + length + 9).toArray();
                    double[] expected = y.clone();
                    for (int i = 0; i < length; i++) {
                        expected[yOffset + i] = twin(x[xOffset + i]);
                    }
                    double[] unchanged = x.clone();
                    array(x, xOffset, y, yOffset, length);
                    assertSameBits(expected, y);
                    assertSameBits(unchanged, x);
                }
            }
        }
    }

    @Test
    @Tag("bits")
    void worksInPlace() {
        SplittableRandom random = new SplittableRandom(3);
        double[] x = random.doubles(1000).map(u -> ordinary(random)).toArray();
        x[500] = 0;
        x[501] = Double.NaN;
        double[] expected = x.clone();
        for (int i = 3; i < 993; i++) {
            expected[i] = twin(x[i]);
        }
        array(x, 3, x, 3, 990);
        assertSameBits(expected, x);
    }

    @Test
    void badArgumentsAreRefused() {
        double[] ten = new double[10];
        double[] nine = new double[9];
        assertRefused(from + " is too short: offset 0 + length 10 > 9", () -> array(nine, 0, ten, 0, 10));
        assertRefused(to + " is too short: offset 0 + length 10 > 9", () -> array(ten, 0, nine, 0, 10));
        assertRefused(from + " is too short: offset 1 + length 10 > 10", () -> array(ten, 1, ten, 0, 10));
        assertRefused(to + " is too short: offset 1 + length 10 > 10", () -> array(ten, 0, ten, 1, 10));
        assertRefused("offset of " + from + " is negative: -1", () -> array(ten, -1, ten, 0, 1));
        assertRefused("offset of " + to + " is negative: -2", () -> array(ten, 0, ten, -2, 1));
        assertRefused("length is negative: -3", () -> array(ten, 0, ten, 0, -3));
        assertRefused(to + " is too short: offset 2147483647 + length 1 > 10",
                () -> array(ten, 0, ten, Integer.MAX_VALUE, 1));
    }

    private void check(double[] x) {
        double[] y = new double[x.length];
        array(x, 0, y, 0, x.length);
        for (int i = 0; i < x.length; i++) {
            double expected = twin(x[i]);
            if (Double.doubleToLongBits(expected) != Double.doubleToLongBits(y[i])) {
                assertEquals(Double.toHexString(expected), Double.toHexString(y[i]), "of " + Double.toHexString(x[i]));
            }
        }
    }

    private static void assertSameBits(double[] expected, double[] actual) {
        assertTrue(Arrays.equals(expected, actual), // This comparison tells −0 from 0, and takes all NaNs for the same.
                () -> Arrays.toString(expected) + " is not " + Arrays.toString(actual));
    }

    private static void assertRefused(String message, Runnable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }
}
