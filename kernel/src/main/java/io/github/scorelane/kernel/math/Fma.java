package io.github.scorelane.kernel.math;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * Computes the fused multiply-add, a·b + c with one rounding, fast also where the hardware has none. The bits are those of {@link
 * Math#fma} always, signed zeros and infinities among them. Without such hardware, the platform's own method takes some 1,000 ns
 * and several objects for each call, and up to 300,000 ns where exponents are extreme; this one takes 5 to 10 ns and makes no
 * object, but for rare cases. With such hardware it is {@code Math.fma}.
 *
 * <p>Method: let RN be the rounding to the nearest double. p = RN(ab); its error e = ab − p comes from Veltkamp's splitting and
 * Dekker's product. s = RN(p + c); its error d = p + c − s comes from Knuth's sum. So s + d + e = ab + c exactly. Let y = d + e.
 * RO(y) is y rounded to odd: y itself where it is a double, else that one of the two doubles around y whose last bit is 1. The
 * result is RN(s + RO(y)).
 *
 * <p>Why it is right, if exponents had no bounds: if d = 0, then y = e is a double, and s + y is rounded once. If d ≠ 0, then c is
 * not between −p/2 and −2p, where p + c would be a double; so |s| ≥ |p|/2. With u the unit in the last place of s, that of p is at
 * most 2u. So |e| ≤ u, |d| ≤ u/2 and |y| ≤ 3u/2. All doubles within 2u of s, and all midpoints between two of them that are
 * neighbours, are among the numbers s + k·u/4 with k a whole number from −8 to 8. Each k·u/4 is a double whose last bit is 0. If y
 * is no double, RO(y) is none of these, for its last bit is 1, and none of these lies between y and RO(y), for no double does. So s
 * + y and s + RO(y) are on the same side of each double and each midpoint, and round alike. RN(y) in place of RO(y) would be wrong:
 * it may be one of these, and s + RN(y) a midpoint where s + y is beside it.
 *
 * <p>Why it is right with the exponents of doubles, if |p| ≥ 2^-969 and the result is finite: a and b are whole numbers below 2^53
 * times powers of two. Let q be the product of these powers. Were q ≤ 2^-1075, then |ab| ≤ (2^53 − 1)²·2^-1075, which is less than
 * the greatest double below 2^-969, and |p| &lt; 2^-969. So q ≥ 2^-1074. All parts of a and b, their products and p are multiples
 * of q, and sums of doubles have no underflow: nothing underflows. Also u ≥ 2^-1022, so that the numbers k·u/4 are doubles. An
 * overflow leaves an infinity, and sums and products of an infinity are infinities or NaN: a finite result has seen none. The bound
 * of p is the least one: below it, e may be an odd multiple of 2^-1075, which is no double.
 *
 * <p>Sources: S. Boldo, G. Melquiond, <i>Emulation of a FMA and correctly rounded sums: proved algorithms using rounding to
 * odd</i>, IEEE Transactions on Computers 57(4), 2008; they add c to e first, as a sum of any three numbers needs. T. J. Dekker,
 * <i>A floating-point technique for extending the available precision</i>, Numerische Mathematik 18, 1971. D. E. Knuth, <i>The art
 * of computer programming</i>, volume 2, section 4.2.2.
 */
public final class Fma {
    /** True if the hardware does it. This decides the speed alone, and C2 folds it. */
    private static final boolean HARDWARE = keepsPayloads() || isSaidToBeThere();

    /** Veltkamp's constant 2^27 + 1, which splits a double into two of at most 26 bits. */
    private static final double SPLITTER = 0x1p27 + 1;

    /** Least product whose error is a double for sure. */
    private static final double LEAST_PRODUCT = 0x1p-969;

    /** Least summand for which a product below {@link #LEAST_PRODUCT} is less than the fourth part of a unit in the last place. */
    private static final double LARGE = 0x1p-900;

    private static final double SCALE = 0x1p200;

    private Fma() {}

    /**
     * Multiplies two numbers and adds a third, with one rounding.
     *
     * @param a any value
     * @param b any value
     * @param c any value
     * @return a·b + c, the same bits as {@link Math#fma(double, double, double)}
     */
    public static double fma(double a, double b, double c) {
        return HARDWARE ? Math.fma(a, b, c) : software(a, b, c);
    }

    /**
     * Tells if the hardware does the work.
     *
     * @return true if the hardware has a fused multiply-add, and the JVM uses it
     */
    public static boolean isHardware() {
        return HARDWARE;
    }

    /** Computes the same bits without hardware. */
    static double software(double a, double b, double c) {
        double product = a * b;
        double result = sum(a, b, c, product);
        return Math.abs(product) >= LEAST_PRODUCT && Math.abs(result) <= Double.MAX_VALUE ? result : rare(a, b, c, product);
    }

    /** Computes the common case, which is exact if |product| ≥ {@link #LEAST_PRODUCT} and the result is finite. */
    private static double sum(double a, double b, double c, double product) {
        double splitA = SPLITTER * a;
        double highA = splitA - (splitA - a);
        double lowA = a - highA;
        double splitB = SPLITTER * b;
        double highB = splitB - (splitB - b);
        double lowB = b - highB;
        double productError = lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);

        double sum = product + c;
        double ofC = sum - product;
        double sumError = (product - (sum - ofC)) + (c - ofC);

        double rest = sumError + productError;
        double ofProduct = rest - sumError;
        double lost = (sumError - (rest - ofProduct)) + (productError - ofProduct);
        // The sum is rounded towards zero, and then made odd. A NaN is not changed, so that an infinite rest stays infinite.
        if (lost < 0 || lost > 0) {
            long bits = Double.doubleToRawLongBits(rest);
            rest = Double.longBitsToDouble(bits + ((bits ^ Double.doubleToRawLongBits(lost)) >> 63) | 1);
        }
        return sum + rest;
    }

    /**
     * Computes all other cases. Cases that programs meet are dealt with here: a product that is zero, or too small to change c, or
     * alone, and small numbers whose result is still a normal double. The rest is left to the platform.
     */
    private static double rare(double a, double b, double c, double product) {
        if (a == 0 || b == 0) {
            return product + c;
        }
        if (Math.abs(product) < LEAST_PRODUCT) {
            if (c == 0) {
                return product;
            }
            if (Math.abs(c) >= LARGE) {
                return c;
            }
            // The smaller factor is below 2^-484. The result is used where it is a normal double after it is scaled back. A product
            // that is too small for its error even when it is scaled is less than the fourth part of a unit of such a result.
            boolean first = Math.abs(a) < Math.abs(b);
            double scaledA = first ? a * SCALE : a;
            double scaledB = first ? b : b * SCALE;
            double scaled = sum(scaledA, scaledB, c * SCALE, scaledA * scaledB);
            if (Math.abs(scaled) >= Double.MIN_NORMAL * SCALE) {
                return scaled / SCALE;
            }
        }
        return Math.fma(a, b, c);
    }

    /**
     * Tells if a NaN comes through as it is. Hardware does that on x86, Arm, POWER and z, and the platform's own software returns
     * {@link Double#NaN}, so a payload that survives proves that there is hardware, and takes no time to find out.
     */
    private static boolean keepsPayloads() {
        long nan = Double.doubleToRawLongBits(Double.NaN) + 1;
        return Double.doubleToRawLongBits(Math.fma(Double.longBitsToDouble(nan), 1, 1)) == nan;
    }

    /**
     * Tells if HotSpot reports the hardware: RISC-V has it, but keeps no payloads. It takes some 25 ms, so it is not asked first.
     */
    private static boolean isSaidToBeThere() {
        try {
            var options = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return options != null && options.getVMOption("UseFMA").getValue().equals("true");
        } catch (RuntimeException | LinkageError e) {
            return false; // This is another JVM, or a run-time image without that module.
        }
    }
}
