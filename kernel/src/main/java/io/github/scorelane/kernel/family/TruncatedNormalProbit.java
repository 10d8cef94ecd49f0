package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Probit;

/**
 * Inverts the distribution function of an interval near the centre of the normal: Φ⁻¹(Φ(lower) + p·mass) less the centre.
 *
 * @param centre c
 * @param mirrored true if the interval is turned about 0
 * @param below the probability below the interval, after that
 * @param mass the interval's own
 */
record TruncatedNormalProbit(double centre, boolean mirrored, double below, double mass) implements TruncatedNormalInverse {
    @Override
    public void invert(double[] x, int offset, int length) {
        double sign = mirrored ? -1 : 1;
        double start = mirrored ? 1 : 0;
        for (int i = offset; i < offset + length; i++) {
            x[i] = Fma.fma(Fma.fma(sign, x[i], start), mass, below);
        }
        Probit.probit(x, offset, x, offset, length);
        for (int i = offset; i < offset + length; i++) {
            x[i] = Fma.fma(sign, x[i], -centre);
        }
    }
}
