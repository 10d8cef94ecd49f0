package io.github.scorelane;

import io.github.scorelane.engine.baseline.Automatic;
import io.github.scorelane.engine.baseline.BaselineRule;
import io.github.scorelane.engine.baseline.CrossMean;
import io.github.scorelane.engine.baseline.FixedConstant;
import io.github.scorelane.engine.baseline.IndexedBaseline;
import io.github.scorelane.engine.baseline.LeaveOneOut;
import io.github.scorelane.engine.baseline.OptimalConstant;
import io.github.scorelane.engine.baseline.ReplicateChoice;
import io.github.scorelane.engine.conditional.ConditionalConstant;
import io.github.scorelane.engine.conditional.ConditionalLeaveOneOut;
import io.github.scorelane.engine.conditional.ConditionalRule;
import io.github.scorelane.function.EvaluationException;
import java.util.Objects;
import java.util.function.LongToDoubleFunction;

/**
 * A baseline is what is subtracted from f before it is multiplied by the score. Since E[score] = 0, it changes the variance of the
 * estimate and not its mean, as long as it does not depend on the sample itself: with every one of these the gradient is exactly
 * unbiased. Immutable.
 *
 * <p>Which is best depends on f and on the parameter. The variance over that of no baseline, for x ~ N(0, 1), ∂/∂mean
 * and ∂/∂standard deviation:
 *
 * <table>
 * <caption>Variance, relative to no baseline</caption>
 * <tr><th>f</th><th>leave-one-out, n = 16</th><th>optimal constant, n = 16</th>
 * <th>optimal constant, n = 256</th></tr>
 * <tr><td>(x + 3)²</td><td>0.40, 0.54</td><td>0.51, 0.69</td><td>0.36, 0.54</td></tr>
 * <tr><td>exp(−x²)</td><td>2.33, 2.45</td><td>0.70, 1.72</td><td>0.59, 0.60</td></tr>
 * <tr><td>1[x &gt; 1]</td><td>0.74, 0.75</td><td>0.73, 0.86</td><td>0.54, 0.60</td></tr>
 * <tr><td>x</td><td>1.07, 1.01</td><td>1.45, 1.35</td><td>1.03, 1.10</td></tr>
 * <tr><td>cos x</td><td>2.28, 3.00</td><td>1.29, 2.05</td><td>1.02, 0.82</td></tr>
 * </table>
 */
public final class Baseline {
    private static final Baseline NONE = new Baseline(Feature.NO_BASELINE, "none", new FixedConstant(0));
    private static final Baseline LEAVE_ONE_OUT = new Baseline(Feature.LEAVE_ONE_OUT, "leave-one-out", new LeaveOneOut());
    private static final Baseline OPTIMAL_CONSTANT = new Baseline(Feature.OPTIMAL_CONSTANT, "optimal constant",
            new OptimalConstant());
    private static final Baseline AUTOMATIC = new Baseline(Feature.AUTOMATIC, "automatic", new LeaveOneOut(), new Automatic(),
            null, null);

    private final Feature feature;
    private final String name;
    private final BaselineRule few;
    private final BaselineRule many;
    private final LongToDoubleFunction function;
    private final double[] rows;

    private Baseline(Feature feature, String name, BaselineRule formula) {
        this(feature, name, formula, formula, null, null);
    }

    private Baseline(Feature feature, String name, BaselineRule few, BaselineRule many, LongToDoubleFunction function,
            double[] rows) {
        this.feature = feature;
        this.name = name;
        this.few = few;
        this.many = many;
        this.function = function;
        this.rows = rows;
    }

    /**
     * The default baseline. From 256 samples on it subtracts a <em>surrogate</em> of f where one is found, and otherwise, for each
     * parameter and each of eight folds of the samples, the optimal constant, the mean of f, or nothing, as the other folds
     * advise. With fewer samples no such choice is safe, and this is {@link #leaveOneOut()}.
     *
     * <p>A surrogate is a function h that resembles f and whose expectation and its gradient are known: with s the scores,
     *
     * <pre>
     *     gradient = (1/n) Σ (f(xᵢ) − h(xᵢ)) sᵢ + E[h s]          value = (1/n) Σ (f(xᵢ) − h(xᵢ)) + E[h]
     * </pre>
     *
     * <p>It is fitted to f at points that are none of the samples, so that the estimate is exactly unbiased:
     * <ul>
     * <li>Samples of one number whose law is continuous ({@link io.github.scorelane.distribution.HasLogisticForm}): a Legendre
     * series of degree 6, 12 or 24 in w = tanh(v/2), with v the law's logistic coordinate, a polynomial in x of degree 2 or 4, or
     * both; fitted at 64 Gauss–Legendre nodes of w (32 below 1,024 samples, with degrees 6 and 12), and judged there and at up to
     * 14 points in either tail. Of all these the one is taken that leaves least of the variance of (f − h)s, if it leaves less than
     * three quarters of what the best constant leaves, and of no component more than that constant; or else nothing or the mean of
     * f, if that is all but the best constant. f is called up to 92 times besides the samples, also where a sample is unlikely to
     * fall.
     * <li>Discrete numbers ({@link io.github.scorelane.distribution.HasAtoms}): h is f itself at all values that have a
     * probability to speak of, if they are no more than an eighth of the samples and than 1,024, so that nothing is left but
     * rounding; of more values, up to four times the samples and 32,768, a series as above; and where the first n/8 of them hold
     * most of a law with a long tail, f at those, and a constant beyond. A random f, which gives other values when some atoms are
     * asked again, has no table.
     * <li>Up to 64 independent coordinates ({@link io.github.scorelane.distribution.ProductDistribution}): a sum over those that
     * have a density of polynomials or Legendre series in each, fitted by least squares to n/8 other samples, at most 1,024,
     * which are drawn for that alone; from 1,024 samples on.
     * </ul>
     *
     * <p>There are none with more than 64 parameters, under plans that make samples dependent, with weights, with direct
     * derivatives by θ, where f throws or is not finite at a point, or {@link ScoreFunctionEstimator#withoutProbes()}.
     *
     * <p>In one coordinate the variance of a term (f − h)s is known by quadrature before a sample is drawn, tails included, and a
     * standard error is the greater of that one and the samples' own: an interval is not too short because few samples have
     * seen the tail that decides. {@link Estimate#baselineChoices()} tells what was chosen, and
     * {@link Estimate#varianceReduction()} what it gained.
     *
     * <p>Where constants are chosen, the folds are the samples whose indices agree modulo 8. For a fold q, each fold l of the other
     * seven tells by how much a constant t, fitted to the remaining six, would have lowered Σ(f − t)²s² over fold l. Of the two
     * constants the one is taken that did better in the mean; it is used if it lowered the sum by more than the standard error of
     * that mean, and is then fitted to all seven. The first 4,096 samples choose for all others too, as a ninth fold that has no
     * say.
     *
     * <p>Control variates of your own, see {@link ScoreFunctionEstimator#controlVariate(ControlVariate)}, are a fourth candidate
     * from 1,024 samples on, where there is no surrogate and no joint covariance is wanted: for each parameter, their coefficients
     * and that of the score are least squares of f s over the other folds. They are tried if, fitted to the four folds of the
     * other half, they save 5% there, and taken if they save more than the best of the three, by the standard error of that, on
     * folds that they are not fitted to.
     *
     * <p>Sources: R. Y. Rubinstein, R. Marcus, <i>Efficiency of multivariate control variates in Monte Carlo simulation</i>, 1985;
     * C. J. Oates, M. Girolami, N. Chopin, <i>Control functionals for Monte Carlo integration</i>, 2017.
     *
     * @return the automatic baseline; it needs 2 samples, and 3 for its standard error
     */
    public static Baseline automatic() {
        return AUTOMATIC;
    }

    /**
     * Subtracts nothing: (1/n) Σ f(xᵢ) sᵢ. Its standard error is that of a mean, from n = 2 on.
     *
     * @return the plain estimator
     */
    public static Baseline none() {
        return NONE;
    }

    /**
     * Subtracts from f at each sample the mean of f over all others, so that the gradient is the sample covariance of f and the
     * score: exactly unbiased, from n = 2 on. Its standard error is the jackknife's, from n = 3 on.
     *
     * <p>Source: W. Kool, H. van Hoof, M. Welling, <i>Buy 4 REINFORCE samples, get a baseline for free!</i>, 2019.
     *
     * @return the leave-one-out baseline
     */
    public static Baseline leaveOneOut() {
        return LEAVE_ONE_OUT;
    }

    /**
     * Subtracts the constant that makes the variance least, for each parameter's score s the slope of the regression of f s on s
     * and 1, Cov(f s, s)/Var(s), cross-fitted: the samples whose indices agree modulo 8 are a fold, and a fold's constant is fitted
     * to the other seven. Exactly unbiased, from n = 2 on; with fewer than 8 samples each is a fold of its own. Where s takes two
     * values, as of a Bernoulli variable, f s is a line in s, and nothing is left of the variance but rounding. Where n is small
     * the constants are uncertain, and cost more than they gain for some f.
     *
     * <p>The standard error, from n = 16 on, is that of a mean. Below 256 samples, where it matters that the folds' constants share
     * samples, its square is two thirds of that and one of the jackknife's over folds. Over f = (x + 3)², exp(−x²), 1[x &gt; 1], x
     * and cos x, x ~ N(0, 1), its root mean square is 1.04 to 1.13 times the truth at n = 16, 1.01 to 1.05 at 64, and 0.99 to
     * 1.00 at 256; 95% intervals hold the truth in 73% to 95%, 85% to 95% and 90% to 95% of runs, for of skewed samples too few
     * are seen. No standard error is below 3e-8 of the root mean square of f s, over √n: the sums do not tell less.
     *
     * <p>Source: E. Greensmith, P. L. Bartlett, J. Baxter, <i>Variance reduction techniques for gradient estimates in
     * reinforcement learning</i>, 2004.
     *
     * @return the cross-fitted optimal constant
     */
    public static Baseline optimalConstant() {
        return OPTIMAL_CONSTANT;
    }

    /**
     * Subtracts a constant that is known before the samples are drawn: (1/n) Σ (f(xᵢ) − c) sᵢ. Exactly unbiased if c does not
     * depend on this estimate's samples; a {@link MovingAverage} over earlier estimates of other seeds does not. Its standard error
     * is that of a mean, from n = 2 on.
     *
     * @param c what to subtract from f, for all parameters
     * @return the constant baseline
     * @throws IllegalArgumentException if it is not finite
     */
    public static Baseline constant(double c) {
        if (!Double.isFinite(c)) {
            throw new IllegalArgumentException("constant is not finite: " + c);
        }
        return new Baseline(Feature.CONSTANT, "constant " + c, new FixedConstant(c));
    }

    /**
     * Subtracts a function of your own of the sample's index, or of a {@link ConditionalEstimator}'s row: (1/n) Σ (f(xᵢ) − b(i))
     * sᵢ. Exactly unbiased if b does not depend on this estimate's samples. Its standard error is that of a mean, from n = 2 on.
     * {@link Estimate#value()} is the mean of f itself, all the same.
     *
     * <p>If it throws, or is not finite, the run ends with an {@link EvaluationException}. There is no joint covariance with it,
     * nor are there more than 2048 coordinates. Two baselines of one function object are equal.
     *
     * @param b what to subtract from f, by the index from 0; pure, and called from several threads under {@code parallel()}
     * @return the baseline
     */
    public static Baseline function(LongToDoubleFunction b) {
        BaselineRule formula = new IndexedBaseline(Objects.requireNonNull(b, "b"));
        return new Baseline(Feature.FUNCTION, "function", formula, formula, b, null);
    }

    /**
     * Subtracts a number for each row of a {@link ConditionalEstimator}, known before the samples are drawn, such as what a critic
     * expects of each state: (1/K) Σ (f(xₖ) − v) sₖ for a row of K samples and the number v. Exactly unbiased if v does not depend
     * on this estimate's samples: a critic is fitted to earlier ones. Its standard error is that of a mean, from K = 2 on.
     *
     * <p>Source: R. J. Williams, <i>Simple statistical gradient-following algorithms for connectionist reinforcement
     * learning</i>, 1992; R. S. Sutton et al., <i>Policy gradient methods for reinforcement learning with function
     * approximation</i>, 2000.
     *
     * @param values what to subtract from f, for each row; not copied: not to be changed while the baseline is in use
     * @return the baseline, which a {@link ScoreFunctionEstimator} refuses
     */
    public static Baseline ofRows(double[] values) {
        return new Baseline(Feature.OF_ROWS, "values of rows", null, null, null, Objects.requireNonNull(values, "values"));
    }

    Feature feature() {
        return feature;
    }

    boolean isFunction() {
        return feature == Feature.FUNCTION;
    }

    BaselineRule formula(long samples) {
        return samples < Automatic.MIN_SAMPLES ? few : many;
    }

    /** Returns the rule where groups of samples take the places of samples. */
    BaselineRule formulaOfGroups(long groups) {
        return this == AUTOMATIC && groups < Automatic.MIN_SAMPLES ? new CrossMean() : formula(groups);
    }

    /** Returns the rule where replicates take the places of samples. */
    BaselineRule formulaOfReplicates() {
        return this == AUTOMATIC ? new ReplicateChoice() : few;
    }

    /** Returns the rule that does the same within each row; null where it would need folds of a row's samples. */
    ConditionalRule rowFormula() {
        if (rows != null) {
            return new ConditionalConstant(row -> rows[row]);
        }
        if (function != null) {
            return new ConditionalConstant(function::applyAsDouble);
        }
        return switch (many) {
            case LeaveOneOut _ -> new ConditionalLeaveOneOut();
            case FixedConstant fixed -> new ConditionalConstant(row -> fixed.constant());
            default -> null;
        };
    }

    /** Refuses values that are not one for each row. */
    void requireRows(int count) {
        if (rows != null && rows.length != count) {
            throw new IllegalArgumentException("number of values of rows is not " + count + ": " + rows.length);
        }
        for (int row = 0; rows != null && row < count; row++) {
            if (!Double.isFinite(rows[row])) {
                throw new IllegalArgumentException("value of row " + row + " is not finite: " + rows[row]);
            }
        }
    }

    /** Tells whether the other is the same baseline, with the same constant, array or function. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Baseline that && name.equals(that.name) && rows == that.rows && function == that.function;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Returns the name, and the constant if there is one. */
    @Override
    public String toString() {
        return name;
    }
}
