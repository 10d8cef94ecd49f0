package io.github.scorelane.engine.unit;

/** Multiplication by powers of two of any exponent, in two factors, each of which is a number. */
public final class PowerOfTwo {
    private PowerOfTwo() {}

    /** Multiplies n numbers by 2^exponent. */
    public static void multiply(double[] numbers, int from, int n, int exponent) {
        if (exponent == 0) {
            return;
        }
        double one = Math.scalb(1.0, exponent / 2);
        double other = Math.scalb(1.0, exponent - exponent / 2);
        for (int i = from; i < from + n; i++) {
            numbers[i] = numbers[i] * one * other;
        }
    }
}
