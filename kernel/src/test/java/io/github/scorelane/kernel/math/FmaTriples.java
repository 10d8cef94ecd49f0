package io.github.scorelane.kernel.math;

import java.util.SplittableRandom;

/** Makes numbers whose a·b + c is hard to round, one kind after the other. */
public final class FmaTriples {
    static final double[] SPECIAL = {
        0.0, 1, 3, 0.1, 0x1p-1074, 0x1p-1022, 0x1.fffffffffffffp-1023, 0x1p-969, 0x1p-900, 0x1p27 + 1, 0x1p996, 0x1p1023,
        Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NaN,
        -0.0, -1, -3, -0.1, -0x1p-1074, -0x1p-1022, -0x1.fffffffffffffp-1023, -0x1p-969, -0x1p-900, -0x1p27 - 1, -0x1p996,
        -0x1p1023, -Double.MAX_VALUE, Double.NEGATIVE_INFINITY,
    };

    private double a;
    private double b;
    private double c;
    private final SplittableRandom random;
    private int kind;

    /** Begins with a seed. */
    public FmaTriples(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Goes on to the next three. */
    public void next() {
        kind = kind == 13 ? 0 : kind + 1;
        switch (kind) {
            case 0 -> {
                a = Double.longBitsToDouble(random.nextLong());
                b = Double.longBitsToDouble(random.nextLong());
                c = Double.longBitsToDouble(random.nextLong());
            }
            case 1 -> nextOrdinary();
            case 2 -> nearlyCancelled(between(-300, 300), between(-300, 300));
            case 3 -> midpoints();
            // The product, the sum, or parts of the product overflow.
            case 4 -> {
                int exponent = between(-50, 1023);
                a = number(exponent);
                b = number(between(1018, 1024) - exponent);
                c = number(between(1018, 1023));
            }
            case 5 -> {
                a = number(between(985, 1023));
                b = number(between(-1022, 35));
                c = random.nextBoolean() ? nudged(-a * b) : number(between(-1022, 1023));
            }
            // The error of the product is hardly a double, or hardly none.
            case 6 -> {
                int exponent = between(-1074, 60);
                nearlyCancelled(exponent, between(-974, -966) - exponent);
            }
            // Results are subnormal, or nearly so.
            case 7 -> {
                int exponent = between(-1074, 30);
                nearlyCancelled(exponent, between(-1060, -1020) - exponent);
                if (random.nextBoolean()) {
                    c = number(between(-1074, -1018));
                }
            }
            // Small products stand beside the powers of two below which doubles are closer.
            case 8 -> {
                a = number(between(-520, -470));
                b = number(between(-985, -960) - Math.getExponent(a));
                c = sign() * Math.scalb(1.0, between(-935, -895));
            }
            case 9 -> {
                a = number(between(-1074, 0));
                b = number(between(-1080, -1010) - Math.getExponent(a));
                c = random.nextBoolean() ? sign() * 0.0 : sign() * Double.MIN_VALUE * random.nextInt(4);
            }
            case 10 -> {
                a = sparse(between(-40, 40));
                b = sparse(between(-40, 40));
                c = sparse(between(-120, 120));
            }
            case 11 -> besideMidpoints();
            // The product is finite, and that of the parts of its factors is not.
            case 12 -> {
                a = number(between(100, 900));
                b = sign() * Double.MAX_VALUE / a * (1 - random.nextDouble(0x1p-26));
                c = random.nextBoolean() ? number(between(-1074, 1023)) : nudged(-a * b);
            }
            default -> {
                a = SPECIAL[random.nextInt(SPECIAL.length)];
                b = random.nextBoolean() ? SPECIAL[random.nextInt(SPECIAL.length)] : number(between(-1074, 1023));
                c = random.nextBoolean() ? SPECIAL[random.nextInt(SPECIAL.length)] : number(between(-1074, 1023));
            }
        }
    }

    /** Returns the first factor. */
    public double a() {
        return a;
    }

    /** Returns the second factor. */
    public double b() {
        return b;
    }

    /** Returns the summand. */
    public double c() {
        return c;
    }

    /** Makes numbers such as a program mostly has. */
    void nextOrdinary() {
        a = number(between(-20, 20));
        b = number(between(-20, 20));
        c = number(between(-60, 60));
    }

    /** Makes a sum that is nearly the error of the product. */
    private void nearlyCancelled(int exponentOfA, int exponentOfB) {
        a = number(exponentOfA);
        b = number(exponentOfB);
        c = nudged(-a * b);
    }

    /** Makes a product, or a sum, that is just between two doubles, or beside that by very little. */
    private void midpoints() {
        int exponent = between(-400, 400);
        int bits = between(27, 28);
        a = sign() * Math.scalb((double) (random.nextLong(1L << bits - 1, 1L << bits) | 1), exponent);
        b = sign() * Math.scalb((double) (random.nextLong(1L << 26, 1L << 27) | 1), between(-400, 400));
        int exponentOfProduct = Math.getExponent(a * b);
        c = switch (random.nextInt(4)) {
            case 0 -> sign() * 0.0;
            case 1 -> number(exponentOfProduct - between(90, 200));
            case 2 -> sparse(exponentOfProduct - between(50, 56));
            default -> sparse(exponentOfProduct + between(-2, 2));
        };
    }

    /**
     * Makes a product that is just between two doubles but for the last of its 106 bits, which may be the first one to underflow.
     */
    private void besideMidpoints() {
        long wholeA;
        long wholeB;
        do {
            wholeA = random.nextLong(1L << 52, 1L << 53) | 1;
            long inverse = wholeA; // The inverse is right modulo 2^3, then 2^6, 2^12, 2^24, 2^48 and 2^96.
            for (int i = 0; i < 5; i++) {
                inverse *= 2 - wholeA * inverse;
            }
            wholeB = ((1L << 52) + (random.nextBoolean() ? 1 : -1)) * inverse & (1L << 53) - 1;
        } while (Math.multiplyHigh(wholeA, wholeB) < 1L << 105 - 64);
        int exponent = random.nextBoolean() ? between(-300, 100) : between(-1077, -1073);
        int exponentOfA = between(-100, 100);
        a = sign() * Math.scalb((double) wholeA, exponentOfA);
        b = sign() * Math.scalb((double) wholeB, exponent - exponentOfA);
        c = switch (random.nextInt(3)) {
            case 0 -> sign() * 0.0;
            case 1 -> number(exponent + between(-60, 60));
            default -> sign() * Math.scalb(1.0, exponent + between(-3, 110));
        };
    }

    private double number(int exponent) {
        return sign() * Math.scalb(random.nextDouble(1, 2), exponent);
    }

    /** Makes a number whose bits are mostly 0, or mostly 1. */
    private double sparse(int exponent) {
        long bits = random.nextLong() & random.nextLong() & random.nextLong() & random.nextLong();
        long fraction = (random.nextBoolean() ? bits : ~bits) & (1L << 52) - 1;
        return sign() * Math.scalb(Double.longBitsToDouble(0x3ff0000000000000L | fraction), exponent);
    }

    private double nudged(double x) {
        return switch (random.nextInt(4)) {
            case 0 -> x;
            case 1 -> Double.longBitsToDouble(Double.doubleToRawLongBits(x) + between(-3, 3));
            case 2 -> x * random.nextDouble(0.5, 2);
            default -> x * -random.nextDouble(0.5, 2);
        };
    }

    private int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    private double sign() {
        return random.nextBoolean() ? 1 : -1;
    }
}
