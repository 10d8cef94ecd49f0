package io.github.scorelane.engine.baseline;

import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.sum.EightLanes;
import java.util.Arrays;

/**
 * Rule for weights that are divided by their sum W. Estimates are then ratios of two sums, biased by O(1/n), with the standard
 * errors of ratios (the delta method). With r = w s, β the baseline less c and a = Σφw/W,
 *
 * <pre>
 *     value  = c + a                    Var = Σ w²(φ − a)²/W² · n/(n − 1)
 *     g      = Σ(φ − β)r/W              Var = Σ((φ − β)r − g w)²/W² · n/(n − 1)
 * </pre>
 *
 * In place of leave-one-out's mean of f over all others, β = a. Then g is the derivative of the value itself, and its error
 * includes that of a, by the term −(Σr/W)(φ − a)w in the square.
 *
 * <p>Source: A. B. Owen, <i>Monte Carlo theory, methods and examples</i>, 2013, chapter 9.
 */
public final class SelfNormalisedWeights extends WeightedRule {
    private static final int LANES = EightLanes.COUNT;

    /** Creates the rule for a baseline and the given number of parameters. */
    public SelfNormalisedWeights(BaselineRule baseline, int parameters) {
        super(baseline, parameters);
    }

    @Override
    public WeightedRule in(int exponent) {
        return new SelfNormalisedWeights(baseline().in(exponent), parameters());
    }

    @Override
    public int minSamplesForError() {
        return Math.max(2, baseline().minSamplesForError());
    }

    @Override
    Fit component(FunctionTotals f, ScoreTotals s, ConstantSelection selection) {
        Fit fit = baseline().fit(f, s, selection);
        if (fit.constants() != null) {
            return fit;
        }
        double known = baseline().knownConstant(f);
        double beta = Double.isNaN(known) ? mean(weights(s)) : known;
        double[] constants = new double[LANES];
        Arrays.fill(constants, beta);
        return new Fit(f, s, constants, beta, Double.NaN, 1, fit.choices());
    }

    @Override
    public double gradient(Fit fit) {
        ScoreTotals w = weights(fit.s());
        return isValue(fit) ? fit.f().centre() + mean(w) : residual(fit.s(), fit.constants()) / w.s();
    }

    @Override
    public double variance(Fit fit) {
        ScoreTotals w = weights(fit.s());
        double n = fit.f().n();
        if (isValue(fit)) {
            return n < 2 ? Double.NaN : ofRatio(valueSquares(w), w, n);
        }
        return n < minSamplesForError() ? Double.NaN : ofRatio(Math.max(0, squares(fit, w)), w, n);
    }

    @Override
    public double covariance(Fit s, Fit t, CrossTotals st) {
        return Double.NaN;
    }

    @Override
    public double covarianceWithValue(Fit s) {
        return Double.NaN;
    }

    /** Returns Σ((φ − β)r − g w − m(φ − a)w)², with m = Σr/W where β is a, and m = 0 elsewhere. */
    private double squares(Fit fit, ScoreTotals w) {
        ScoreTotals r = fit.s();
        ScoreTotals rw = products(fit);
        double[] beta = fit.constants();
        double g = gradient(fit);
        double own = 0;
        double mixed = 0;
        for (int q = 0; q < LANES; q++) {
            own += Fma.fma(beta[q], Fma.fma(beta[q], r.ss(q), -2 * r.fss(q)), r.ffss(q));
            mixed += Fma.fma(-beta[q], rw.s(q), rw.fs(q));
        }
        double squares = own - 2 * g * mixed + g * g * w.ss();
        if (!baseline().subtractsOwnMean()) {
            return squares;
        }
        double a = mean(w);
        double m = r.s() / w.s();
        double withValue = rw.ffs() - 2 * a * rw.fs() + a * a * rw.s() - g * (w.fss() - a * w.ss());
        return squares + m * (m * valueSquares(w) - 2 * withValue);
    }

    /** Returns Σ w²(φ − a)². */
    private static double valueSquares(ScoreTotals w) {
        double a = mean(w);
        return Math.max(0, w.ffss() - 2 * a * w.fss() + a * a * w.ss());
    }

    /** Returns Σ(φ − β)r. */
    private static double residual(ScoreTotals r, double[] beta) {
        double sum = 0;
        for (int q = 0; q < LANES; q++) {
            sum += r.fs(q) - beta[q] * r.s(q);
        }
        return sum;
    }

    /** Returns a, the mean of φ under the weights. */
    private static double mean(ScoreTotals w) {
        return w.fs() / w.s();
    }

    private static double ofRatio(double squares, ScoreTotals w, double n) {
        return squares / (w.s() * w.s()) * (n / (n - 1));
    }
}
