package io.github.scorelane.kernel.family;

/**
 * Holds a positive number as a product of one between 1 and 2 and a power of two. Products are made of the mantissas, and
 * multiplied by the powers last, one by one: so no intermediate result overflows or underflows where the whole does not, and as a
 * power of two rounds nothing, the bits are those of the plain product wherever that stays among the normal numbers.
 *
 * @param mantissa from 1 to 2; below 1 where the number is subnormal
 * @param unit the power of two
 */
public record ScaledNumber(double mantissa, double unit) {
    /**
     * Takes a number apart.
     *
     * @param number a number above 0, finite
     * @return its mantissa and its power of two
     */
    public static ScaledNumber of(double number) {
        int exponent = Math.max(Math.getExponent(number), Double.MIN_EXPONENT);
        return new ScaledNumber(number * Math.scalb(1.0, -exponent), Math.scalb(1.0, exponent));
    }
}
