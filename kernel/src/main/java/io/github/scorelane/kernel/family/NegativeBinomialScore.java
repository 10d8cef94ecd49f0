package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1p;
import io.github.scorelane.kernel.math.LogMinusDigamma;

/**
 * Computes the negative binomial score of the number of successes r, with p the probability and q = 1 − p:
 *
 * <pre>
 *     ∂ log p/∂r = ψ(k + r) − ψ(r) + ln p = Σ_{j&lt;k} 1/(r + j) + ln p
 * </pre>
 *
 * <p>If the law is narrow, the sums are in a table that is made once for a distribution, and k is looked up. Beyond the table, with
 * T(a) = ln a − ψ(a), the score is ln((k + r)·p/r) − T(k + r) + T(r). If r is large, the logarithm is that of 1 less (r·q − k·p)/r,
 * whose numerator is exact to its last bits, so that nothing cancels.
 */
public final class NegativeBinomialScore {
    /** Argument from which on the asymptotic series of T is as exact as doubles are. */
    private static final int SERIES_FROM = 16;
    private static final int MOST_OF_TABLE = 4096;
    /** Coefficients B_2k/(2k) of T(a) − 1/(2a) in 1/a². */
    private static final double T1 = 1.0 / 12;
    private static final double T2 = -1.0 / 120;
    private static final double T3 = 1.0 / 252;
    private static final double T4 = -1.0 / 240;
    private static final double T5 = 1.0 / 132;
    private static final double T6 = -691.0 / 32760;

    /** Coefficients B_2, B_4, … of ψ′(a) − 1/a − 1/(2a²) in 1/a, from its third power on in steps of two. */
    private static final double[] BERNOULLI = {1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730};

    /** Number whose sum with a whole number has that in its last bits. */
    private static final double WHOLE = 0x1p52;
    private static final long WHOLE_BITS = 0x4330000000000000L;

    private static final double STEP = 0x1p-8;
    private static final int LEAST_NODE = -45 * 256;
    private static final int MOST_NODE = 4 * 256;

    private final double successes;
    private final Trial trial;
    private final double tail;
    private final double[] table;
    /** True if the table has all k but a few. */
    private final boolean isNarrow;

    /**
     * Prepares the score at given parameters.
     *
     * @param successes r, positive
     * @param trial each trial
     */
    public NegativeBinomialScore(double successes, Trial trial) {
        this.successes = successes;
        this.trial = trial;
        double p = trial.p();
        tail = LogMinusDigamma.of(successes);
        double scale = trial.q() / p;
        double reach = successes * scale + 6 * Math.sqrt(successes * scale / p) + 20 * scale;
        isNarrow = reach < MOST_OF_TABLE;
        table = new double[isNarrow ? Math.max(Integer.highestOneBit((int) reach) * 2, SERIES_FROM) : SERIES_FROM];
        double logP = trial.logP();
        double sum = 0;
        for (int k = 0; k < table.length; k++) {
            table[k] = sum + logP;
            sum += 1 / (successes + k);
        }
    }

    /**
     * Writes the score of each point.
     *
     * @param x the points
     * @param score receives the scores
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public void score(double[] x, double[] score, int offset, int length) {
        if (isNarrow) {
            if (lookUp(table, x, score, offset, length)) {
                patchBeyond(x, score, offset, length);
            }
        } else {
            wide(x, score, offset, length);
            patchBelow(x, score, offset, length);
        }
    }

    /** Writes the scores of the points that are in the table, and tells if there are others. */
    private static boolean lookUp(double[] table, double[] x, double[] score, int offset, int length) {
        long all = 0;
        for (int i = offset; i < offset + length; i++) {
            long k = Double.doubleToRawLongBits(x[i] + WHOLE) ^ WHOLE_BITS;
            all |= k;
            score[i] = table[(int) k & (table.length - 1)];
        }
        return (all & -table.length) != 0;
    }

    private void patchBeyond(double[] x, double[] score, int offset, int length) {
        double end = table.length;
        for (int i = offset; i < offset + length; i++) {
            if (x[i] >= end) {
                wide(x, score, i, 1);
            }
        }
    }

    private void patchBelow(double[] x, double[] score, int offset, int length) {
        double end = table.length;
        for (int i = offset; i < offset + length; i++) {
            if (x[i] < end) {
                score[i] = table[(int) Math.max(x[i], 0)];
            }
        }
    }

    private void wide(double[] x, double[] score, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] logs = workspace.doubles();
        if (successes < SERIES_FROM) {
            double ratio = trial.p() / successes;
            for (int i = 0; i < length; i++) {
                logs[i] = (x[offset + i] + successes) * ratio;
            }
            Log.log(logs, 0, logs, 0, length);
        } else {
            logsOfLarge(x, offset, logs, length);
        }
        for (int i = 0; i < length; i++) {
            double inverse = 1 / (x[offset + i] + successes);
            double t = inverse * inverse;
            double sum = Fma.fma(T6, t, T5);
            sum = Fma.fma(sum, t, T4);
            sum = Fma.fma(sum, t, T3);
            sum = Fma.fma(sum, t, T2);
            sum = Fma.fma(sum, t, T1);
            score[offset + i] = logs[i] + (tail - Fma.fma(sum, t, 0.5 * inverse));
        }
        workspace.giveBack(1, 0);
    }

    /** Computes ln((k + r)·p/r). */
    private void logsOfLarge(double[] x, int offset, double[] logs, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] excess = workspace.doubles();
        double p = trial.p();
        double q = trial.q();
        double restOfP = trial.restOfP();
        double restOfQ = trial.restOfQ();
        double inverse = -1 / successes;
        for (int i = 0; i < length; i++) {
            double product = x[offset + i] * p;
            double rest = Fma.fma(x[offset + i], restOfP, Fma.fma(x[offset + i], p, -product));
            excess[i] = (Fma.fma(successes, q, -product) + Fma.fma(successes, restOfQ, -rest)) * inverse;
        }
        Log1p.log1p(excess, 0, logs, 0, length);
        workspace.giveBack(1, 0);
    }

    /**
     * Writes the second derivative by r, ψ′(k + r) − ψ′(r) = −Σ_{j&lt;k} 1/(r + j)². The first {@value #SERIES_FROM} terms are
     * summed. The rest is the difference of ψ′ at k + r and at a = r + {@value #SERIES_FROM}, by the asymptotic series of both:
     * with u and v their reciprocals, it is (u − v)·(1 + ½·g₂ + Σ B_2n·g_(2n+1)), g_n = (uⁿ − vⁿ)/(u − v), in which nothing
     * cancels.
     *
     * @param successes r, positive
     * @param scale number by whose square derivatives are multiplied: 1, or r if the derivative of a small r would overflow
     * @param x the points
     * @param derivative receives the derivatives
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void derivative(double successes, double scale, double[] x, double[] derivative, int offset, int length) {
        double[] table = new double[SERIES_FROM + 1];
        for (int k = 0; k < SERIES_FROM; k++) {
            double term = scale / (successes + k);
            table[k + 1] = Fma.fma(-term, term, table[k]);
        }
        double from = successes + SERIES_FROM;
        double v = 1 / from;
        for (int i = offset; i < offset + length; i++) {
            double beyond = Math.max(0, x[i] - SERIES_FROM);
            double u = 1 / (from + beyond);
            double sum = 1;
            double power = v;
            double g = u + v;
            sum = Fma.fma(0.5, g, sum);
            for (double coefficient : BERNOULLI) {
                power *= v;
                g = Fma.fma(u, g, power);
                sum = Fma.fma(coefficient, g, sum);
                power *= v;
                g = Fma.fma(u, g, power);
            }
            double first = table[(int) Math.max(0, Math.min(x[i], SERIES_FROM))];
            derivative[i] = Fma.fma(-beyond * (u * scale) * (v * scale), sum, first);
        }
    }

    /**
     * Computes the Fisher information of r, Σ_{j≥1} q^j·B(r, j)/j. This is the integral over v from 0 of e^−v·g(t)/r, where t = 1 −
     * e^(−v/r) and g(t) = −ln(1 − q·t)/t; it is taken by the trapezoidal rule in ln v.
     *
     * @param successes r, positive
     * @param trial each trial
     * @return the information
     */
    public static double information(double successes, Trial trial) {
        double p = trial.p();
        double q = trial.q();
        double sum = 0;
        for (int k = LEAST_NODE; k < MOST_NODE; k++) {
            double v = StrictMath.exp(k * STEP);
            double t = -StrictMath.expm1(-v / successes);
            double log = q * t < 0.5 ? Log1p.log1p(-q * t) : Log.log(p + q * StrictMath.exp(-v / successes));
            sum += v * StrictMath.exp(-v) * (t > 0 ? -log / t : q);
        }
        return sum * STEP / successes;
    }
}
