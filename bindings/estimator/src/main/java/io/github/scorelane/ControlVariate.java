package io.github.scorelane;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.engine.control.KnownControl;
import io.github.scorelane.engine.draw.UnivariateAsVector;
import io.github.scorelane.function.BatchFunction;
import java.util.Arrays;
import java.util.Objects;

/**
 * A control variate of your own: a function h that resembles f, of which E[h(x)] and its gradient by θ are known. What is left to
 * estimate is the difference,
 *
 * <pre>
 *     ∇θ E[f] = ∇θ E[f − h] + ∇θ E[h]          E[f] = E[f − h] + E[h]
 * </pre>
 *
 * {@snippet :
 * // exp(x) ≈ 1 + x + x²/2 about the mean of N(0, 0.5²)
 * Estimate e = ScoreFunctionEstimator.of(Normal.of(0, 0.5))
 *         .controlVariate(ControlVariate.delta(new double[] {1}, new double[][] {{1}}))
 *         .estimate(Math::exp);
 * }
 *
 * <p>h is subtracted from f with the coefficient 1 before anything else is done, and any {@link Baseline} is of f − h. It gains
 * where h explains more than half of f, and loses where it explains less: {@link #scaled} has other coefficients. The automatic
 * baseline looks for a surrogate of f − h; where it finds none, from 1,024 samples on and without a joint covariance, it finds a
 * coefficient of its own for each component of the gradient, by least squares over other folds of the samples, and subtracts
 * (h − E[h])s − ∂E[h] with it where that gains; the value keeps the coefficient 1. An h that has nothing to do with f may hide f
 * from a surrogate. Either way value and gradient are exactly unbiased, if E[h] and its gradient are
 * right: nothing checks that.
 *
 * <p>Immutable. Sources: J. Paisley, D. M. Blei, M. I. Jordan, <i>Variational Bayesian inference with stochastic search</i>, 2012;
 * S. Mohamed, M. Rosca, M. Figurnov, A. Mnih, <i>Monte Carlo gradient estimation in machine learning</i>, 2020, section 7.4.
 */
public final class ControlVariate {
    private final Kind kind;
    private final double scale;

    private ControlVariate(Kind kind, double scale) {
        this.kind = kind;
        this.scale = scale;
    }

    /**
     * Makes a control variate of a function whose expectation is known at the θ of the estimator that it is given to.
     *
     * @param h the function, pure; under {@code parallel()} it is called from several threads
     * @param mean E[h(x)]
     * @param gradientOfMean its derivative by each parameter; copied
     * @return the control variate
     * @throws IllegalArgumentException if a number is not finite
     */
    public static ControlVariate of(BatchFunction h, double mean, double... gradientOfMean) {
        Objects.requireNonNull(h, "h");
        requireFinite("mean of the control variate", mean);
        double[] gradient = gradientOfMean.clone();
        for (int p = 0; p < gradient.length; p++) {
            requireFinite("gradient of the control variate's mean by parameter " + p, gradient[p]);
        }
        return new ControlVariate((distribution, scale) -> {
            if (gradient.length != distribution.parameterNames().size()) {
                throw new IllegalArgumentException("number of derivatives of the control variate's mean is not that of the"
                        + " parameters, " + distribution.parameterNames().size() + ": " + gradient.length);
            }
            double[] scaled = Arrays.stream(gradient).map(each -> scale * each).toArray();
            BatchFunction function = scale == 1 ? h : (x, n, f) -> {
                h.evaluate(x, n, f);
                for (int s = 0; s < n; s++) {
                    f[s] *= scale;
                }
            };
            return new KnownControl(() -> function, scale * mean, scaled);
        }, 1);
    }

    /**
     * Makes a control variate by the delta method of first order: h(x) = ∇f·(x − m), with m the mean of a normal distribution:
     * {@link io.github.scorelane.distribution.Normal}, {@link io.github.scorelane.distribution.DiagonalNormal} or {@link
     * io.github.scorelane.distribution.MultivariateNormal}.
     *
     * @param gradient the gradient of f at m, by the coordinates of x; copied
     * @return the control variate
     * @throws IllegalArgumentException if a number is not finite
     */
    public static ControlVariate delta(double... gradient) {
        return new ControlVariate(new DeltaControlVariate(gradient, new double[gradient.length][gradient.length]), 1);
    }

    /**
     * Makes a control variate by the delta method of second order: h(x) = ∇f·(x − m) + ½(x − m)ᵀH(x − m), with m the mean of a
     * normal distribution: {@link io.github.scorelane.distribution.Normal}, {@link io.github.scorelane.distribution.DiagonalNormal}
     * or {@link io.github.scorelane.distribution.MultivariateNormal}. A sample costs a multiplication for each number of H, on and
     * below the diagonal, that is not 0.
     *
     * @param gradient the gradient of f at m, by the coordinates of x; copied
     * @param hessian H, the Hessian of f at m; of a matrix that is not symmetric the symmetric part counts; copied
     * @return the control variate
     * @throws IllegalArgumentException if a number is not finite, or H has not a row and a column for each coordinate
     */
    public static ControlVariate delta(double[] gradient, double[][] hessian) {
        return new ControlVariate(new DeltaControlVariate(gradient, hessian), 1);
    }

    /**
     * Multiplies this control variate by a number.
     *
     * @param coefficient β: βh is subtracted from f
     * @return the control variate
     * @throws IllegalArgumentException if it is not finite
     */
    public ControlVariate scaled(double coefficient) {
        requireFinite("coefficient of the control variate", coefficient);
        return new ControlVariate(kind, scale * coefficient);
    }

    /** Returns h and its mean under a distribution; refuses one that it does not fit. */
    KnownControl at(MultivariateDistribution distribution) {
        KnownControl control = kind.at(distribution, scale);
        requireFinite("mean of the control variate", control.mean());
        for (double derivative : control.gradient()) {
            requireFinite("derivative of the control variate's mean", derivative);
        }
        return control;
    }

    static void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " is not finite: " + value);
        }
    }

    static Object shown(MultivariateDistribution distribution) {
        return distribution instanceof UnivariateAsVector one ? one.distribution() : distribution;
    }

    /** A kind knows h and its mean under any distribution that it is made for. */
    interface Kind {
        KnownControl at(MultivariateDistribution distribution, double scale);
    }
}
