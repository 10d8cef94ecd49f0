package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1p;

/**
 * Inverts the distribution function of an interval in a far tail, where Φ underflows. With c &gt; 0, the probability that z − c is
 * above t is exp(−c·t − t²/2)·M(c + t)/M(c), with M Mills' ratio, (1 − Φ)/φ. Two of Newton's steps solve −ln of it for t: begun at
 * an error below 0.003, they leave one below 1e-15.
 *
 * <p>Source of M: its asymptotic series, whose ninth term is below 1e-17 beyond 32.
 */
final class TruncatedNormalTail implements TruncatedNormalInverse {
    /** Number that −ln(1 − p) does not reach for any double p below 1. */
    private static final double MOST = 800;
    private static final int STEPS = 2;

    private final double distance;
    private final double sign;
    private final double start;
    private final double minusMass;
    private final double perRatio;

    /**
     * Creates the inverse for a centre beyond 32 on either side, which is the interval's end next to 0, and the interval's length.
     */
    TruncatedNormalTail(double centre, double length, double integral) {
        distance = Math.abs(centre);
        sign = Math.signum(centre);
        start = centre > 0 ? 0 : 1;
        double whole = TruncatedNormalMoments.integral(distance, 0, Double.POSITIVE_INFINITY);
        minusMass = length == Double.POSITIVE_INFINITY ? -1 : -Math.min(1, integral / whole);
        double inverse = 1 / distance;
        perRatio = distance / series(inverse * inverse);
    }

    /** Computes z·M(z) from z^-2. */
    private static double series(double y) {
        double sum = Fma.fma(2027025, y, -135135);
        sum = Fma.fma(sum, y, 10395);
        sum = Fma.fma(sum, y, -945);
        sum = Fma.fma(sum, y, 105);
        sum = Fma.fma(sum, y, -15);
        sum = Fma.fma(sum, y, 3);
        sum = Fma.fma(sum, y, -1);
        return Fma.fma(sum, y, 1);
    }

    @Override
    public void invert(double[] x, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] ratio = workspace.doubles();
        double[] log = workspace.doubles();
        double[] t = workspace.doubles();
        double[] wanted = workspace.doubles();
        System.arraycopy(x, offset, wanted, 0, length);
        for (int i = 0; i < length; i++) {
            wanted[i] = Fma.fma(sign, wanted[i], start) * minusMass;
        }
        Log1p.log1p(wanted, 0, wanted, 0, length);
        double half = 0.5 / distance;
        for (int i = 0; i < length; i++) {
            double first = Math.min(-wanted[i], MOST);
            t[i] = first / Fma.fma(first, half, distance);
        }
        for (int step = 0; step < STEPS; step++) {
            for (int i = 0; i < length; i++) {
                double inverse = 1 / (distance + t[i]);
                ratio[i] = series(inverse * inverse) * inverse;
                log[i] = ratio[i] * perRatio;
            }
            Log.log(log, 0, log, 0, length);
            for (int i = 0; i < length; i++) {
                double missing = -Math.min(-wanted[i], MOST) - (log[i] - t[i] * Fma.fma(0.5, t[i], distance));
                t[i] = Fma.fma(-missing, ratio[i], t[i]);
            }
        }
        for (int i = 0; i < length; i++) {
            // This is infinity if p is 1.
            t[i] = sign * (t[i] + Math.max(-wanted[i] - MOST, 0));
        }
        System.arraycopy(t, 0, x, offset, length);
        workspace.giveBack(4, 0);
    }
}
