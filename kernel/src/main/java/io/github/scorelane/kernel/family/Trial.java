package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Log;
import java.io.Serializable;

/**
 * Describes a trial that succeeds with probability p and fails with q = 1 − p. The less of the two is taken to be exact and the
 * other to be rounded, so that an event that is all but certain keeps the probability that it fails: with a logit of 40, q is
 * 4.2e-18, and p is 1.
 *
 * @param p the probability of success
 * @param q the probability of failure
 */
public record Trial(double p, double q) implements Serializable {
    /**
     * Returns the trial of a given probability.
     *
     * @param p the probability of success, between 0 and 1
     * @return the trial
     */
    public static Trial of(double p) {
        return new Trial(p, 1 - p);
    }

    /**
     * Returns the trial of a given logit.
     *
     * @param logit ln(p/q)
     * @return the trial
     */
    public static Trial ofLogit(double logit) {
        double e = Exp.exp(-Math.abs(logit));
        double least = e / (1 + e);
        return logit < 0 ? of(least) : new Trial(1 - least, least);
    }

    /**
     * Returns the logit.
     *
     * @return ln(p/q)
     */
    public double logit() {
        return Log.log(p) - Log.log(q);
    }

    /**
     * Returns the logarithm of the probability of success.
     *
     * @return ln p
     */
    public double logP() {
        return p <= q || p == 1 - q && q == 1 - p ? Log.log(p) : StrictMath.log1p(-q);
    }

    /**
     * Returns the logarithm of the probability of failure.
     *
     * @return ln q
     */
    public double logQ() {
        return q == 1 - p ? StrictMath.log1p(-p) : Log.log(q);
    }

    /** Returns by how much 1 − q exceeds p. */
    double restOfP() {
        return p <= q ? 0 : (1 - p) - q;
    }

    /** Returns by how much 1 − p exceeds q. */
    double restOfQ() {
        return p <= q ? (1 - q) - p : 0;
    }
}
