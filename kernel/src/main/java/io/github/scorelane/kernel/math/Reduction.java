package io.github.scorelane.kernel.math;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A number brought to where functions of it are exact, as the sum of two doubles: an angle to within half a turn, or an exponential
 * to a fraction and a power of two. It is for the parameters of a distribution, once for each, and takes some microseconds.
 *
 * <p>Method: decimals with enough digits, of which none matters that is left out.
 *
 * @param high the nearest double
 * @param low the rest, which is to be added to it
 * @param exponent a power of two that the sum is multiplied by
 */
public record Reduction(double high, double low, int exponent) implements Serializable {
    private static final MathContext DIGITS = new MathContext(60, RoundingMode.HALF_EVEN);
    private static final BigDecimal LN_2 =
            new BigDecimal("0.693147180559945309417232121458176568075500134360255254120680009493393621969694715605");
    /** Twice pi, to more digits than the largest double has before its point. */
    private static final BigDecimal TURN = new BigDecimal(
            "6.28318530717958647692528676655900576839433879875021164194988918461563281257241799725606"
            +"9650684234135964296173026564613294187689219101164463450718816256962234900568205403877042"
            +"2111192892458979098607639288576219513318668922569512964675735663305424038182912971338469"
            +"2069722090865329642678721452049828254744917401321263117634976304184192565850818343072873"
            +"578518072");
    /** Number of times that the exponential of the 1,024th part is squared. */
    private static final int SQUARINGS = 10;

    /**
     * Takes whole turns off an angle.
     *
     * @param angle any finite number
     * @return the rest, between −π and π
     */
    public static Reduction ofAngle(double angle) {
        if (Math.abs(angle) <= Math.PI) {
            return new Reduction(angle, 0, 0);
        }
        BigDecimal exact = new BigDecimal(angle);
        BigDecimal turns = exact.divide(TURN, 0, RoundingMode.HALF_EVEN);
        return of(exact.subtract(turns.multiply(TURN)), 0);
    }

    /**
     * Computes an exponential.
     *
     * @param x a number between −1,000 and 1,000
     * @return eˣ, of which the high part is between 0.7 and 1.5
     */
    public static Reduction ofExponential(double x) {
        BigDecimal exact = new BigDecimal(x);
        int exponent = exact.divide(LN_2, 0, RoundingMode.HALF_EVEN).intValueExact();
        BigDecimal part = exact.subtract(LN_2.multiply(BigDecimal.valueOf(exponent)))
                .divide(BigDecimal.valueOf(1L << SQUARINGS), DIGITS);
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int k = 1; k <= DIGITS.getPrecision() / 3; k++) {
            term = term.multiply(part, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int k = 0; k < SQUARINGS; k++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return of(sum, exponent);
    }

    private static Reduction of(BigDecimal exact, int exponent) {
        double high = exact.doubleValue();
        return new Reduction(high, exact.subtract(new BigDecimal(high)).doubleValue(), exponent);
    }
}
