package io.github.scorelane.engine.unit;

/**
 * Multiplication by powers of two whose exponent may be beyond the range of a double. It is done by two factors, each of which is a
 * double, and is exact unless the result overflows or becomes subnormal.
 */
public final class PowerOfTwo {
    private PowerOfTwo() {}

    /** Multiplies n numbers, from an index on, by 2^exponent. */
    public static void multiply(double[] numbers, int from, int n, int exponent) {
        if (exponent == 0) {
            // Most runs have no units, and must not pay for them.
            return;
        }
        double one = Math.scalb(1.0, exponent / 2);
        double other = Math.scalb(1.0, exponent - exponent / 2);
        for (int i = from; i < from + n; i++) {
            numbers[i] = numbers[i] * one * other;
        }
    }
}
