package io.github.scorelane;

import io.github.scorelane.engine.GradientFormula;
import io.github.scorelane.engine.LeaveOneOut;
import io.github.scorelane.engine.Plain;

/**
 * What is subtracted from f before it is multiplied by the score. Since E[score] = 0, it changes the variance of the estimate
 * and not its mean, as long as it does not depend on the sample itself.
 */
public final class Baseline {
    private static final Baseline NONE = new Baseline("none", new Plain());
    private static final Baseline LEAVE_ONE_OUT = new Baseline("leave-one-out", new LeaveOneOut());

    private final String name;
    private final GradientFormula formula;

    private Baseline(String name, GradientFormula formula) {
        this.name = name;
        this.formula = formula;
    }

    /**
     * No baseline: (1/n) Σ f(xᵢ) sᵢ. Its standard error is that of a mean, from n = 2 on.
     *
     * @return the plain estimator
     */
    public static Baseline none() {
        return NONE;
    }

    /**
     * Each sample's baseline is the mean of f over all others, so that the gradient is the sample covariance of f and the
     * score: exactly unbiased, from n = 2 on. Its standard error is the jackknife's, from n = 3 on.
     *
     * <p>Source: W. Kool, H. van Hoof, M. Welling, <i>Buy 4 REINFORCE samples, get a baseline for free!</i>, 2019.
     *
     * @return the leave-one-out baseline
     */
    public static Baseline leaveOneOut() {
        return LEAVE_ONE_OUT;
    }

    GradientFormula formula() {
        return formula;
    }

    @Override
    public String toString() {
        return name;
    }
}
