package io.github.scorelane.kernel.family;

/**
 * Sums k^-s over k = n, n + 1, …, for an s &gt; 1, with the first two derivatives by s. For n = 1 the sum is Riemann's zeta
 * function.
 *
 * <p>Method: below 32 the terms are summed, from there on it is Euler and Maclaurin's formula. H. M. Edwards, <i>Riemann's zeta
 * function</i>, 1974, 6.4.
 */
final class ZetaSeries {
    /** Number k from which on the formula is used. */
    static final int START = 32;

    /** Coefficients B_2j/(2j)!, with B the Bernoulli numbers. */
    private static final double[] BERNOULLI = {
        1 / 12.0, -1 / 720.0, 1 / 30240.0, -1 / 1209600.0, 1 / 47900160.0, -691 / 1307674368000.0, 1 / 74724249600.0,
        -3617 / 10670622842880000.0, 43867 / 5109094217170944000.0};

    /** Computes the sum and its derivatives. */
    final double value;
    final double first;
    final double second;

    private ZetaSeries(double value, double first, double second) {
        this.value = value;
        this.first = first;
        this.second = second;
    }

    /** Computes the sum from 32 on. The number s − 1 is given as well, as it may be less than the rounding error of s. */
    static ZetaSeries tail(double s, double excess) {
        double power = StrictMath.pow(START, -s);
        if (power == 0) {
            return new ZetaSeries(0, 0, 0);
        }
        double log = StrictMath.log(START);
        // The loop works on f = (1, f1, f2)·n^-s, into which the power is multiplied at the end.
        double value = START / excess + 0.5;
        double first = -START / (excess * excess);
        double second = 2 * START / (excess * excess * excess);
        // The term is s(s + 1) … (s + 2j − 2)·n^(1 − 2j), with its derivatives.
        double g = s / START;
        double g1 = 1.0 / START;
        double g2 = 0;
        for (int j = 0; j < BERNOULLI.length; j++) {
            value += BERNOULLI[j] * g;
            first += BERNOULLI[j] * g1;
            second += BERNOULLI[j] * g2;
            for (int k = 2 * j + 1; k <= 2 * j + 2; k++) {
                double factor = (s + k) / START;
                g2 = g2 * factor + 2 * g1 / START;
                g1 = g1 * factor + g / START;
                g *= factor;
            }
        }
        return new ZetaSeries(power * value, power * (first - log * value), power * (second - 2 * log * first + log * log * value));
    }

    /** Computes the sum from n on, for an n of at most 32. */
    static ZetaSeries from(int n, double s, double excess) {
        ZetaSeries tail = tail(s, excess);
        double value = tail.value;
        double first = tail.first;
        double second = tail.second;
        for (int k = START - 1; k >= n; k--) {
            double power = StrictMath.pow(k, -s);
            double log = StrictMath.log(k);
            value += power;
            first -= log * power;
            second += log * log * power;
        }
        return new ZetaSeries(value, first, second);
    }
}
