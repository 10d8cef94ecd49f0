package io.github.scorelane.distribution;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Expm1;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1p;

/**
 * The function ln(1 − e^q) for q ≤ 0, over arrays in place. One formula for it keeps its digits where the result is near 0,
 * another where it is far from 0; a caller who needs only one of them saves half the work.
 *
 * <p>Source: M. Mächler, <i>Accurately computing log(1 − exp(−|a|))</i>, 2012.
 */
final class Log1mExp {
    private static final double LN_2 = 0.6931471805599453;

    private Log1mExp() {}

    /** Computes the function to the last digits for every q. */
    static void of(double[] q, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] far = workspace.doubles();
        double[] near = workspace.doubles();
        System.arraycopy(q, offset, far, 0, length);
        System.arraycopy(q, offset, near, 0, length);
        ofFar(far, 0, length);
        ofNear(near, 0, length);
        for (int i = 0; i < length; i++) {
            q[offset + i] = q[offset + i] > -LN_2 ? near[i] : far[i];
        }
        workspace.giveBack(2, 0);
    }

    /**
     * Computes the function as ln(1 + (−e^q)), with a small relative error where q is far from 0 and the result near it.
     * Elsewhere it loses digits because e^q is rounded near 1.
     */
    static void ofFar(double[] q, int offset, int length) {
        Exp.exp(q, offset, q, offset, length);
        negate(q, offset, length);
        Log1p.log1p(q, offset, q, offset, length);
    }

    /**
     * Computes the function as ln(−expm1(q)), with a small relative error where q is near 0, and a small absolute error
     * everywhere. The result is 0 where e^q is less than 2^-54.
     */
    static void ofNear(double[] q, int offset, int length) {
        Expm1.expm1(q, offset, q, offset, length);
        negate(q, offset, length);
        Log.log(q, offset, q, offset, length);
    }

    private static void negate(double[] q, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            q[i] = -q[i];
        }
    }
}
