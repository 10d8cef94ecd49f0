package io.github.scorelane.engine.baseline;

import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.sum.EightLanes;

/**
 * Rule that subtracts a constant in each of the eight lanes, fitted to the other seven. No sample has a part in its own constant,
 * so that the gradient is exactly unbiased. With β the lane's constant less c, and n_q the lane's samples,
 *
 * <pre>
 *     g      = Σ_q (Σ_q φs − β_q Σ_q s)/n
 *     Var g  = (Σ_q (Σ_q φ²s² − 2β_q Σ_q φs² + β_q² Σ_q s²)/n − g²)/(n − 1)
 * </pre>
 *
 * <p>The sums for pairs of parameters are not kept by lane. Covariances are therefore those of the same constants dealt out at
 * random, n_q/n of all samples to each. They differ by a share O(1/n) where the constants agree in the limit, and O(1/√n) where
 * they do not, and are scaled so that their diagonal is Var g. They form a matrix without a negative eigenvalue.
 */
public abstract class CrossFit implements BaselineRule {
    public static final int LANES = EightLanes.COUNT;

    /** Sets the lanes' constants, and returns how often each choice was made, as {@link Choices} packs it. */
    public abstract int fit(FunctionTotals f, ScoreTotals s, double[] constants, ConstantSelection selection);

    @Override
    public final Fit fit(FunctionTotals f, ScoreTotals s, ConstantSelection selection) {
        double[] constants = new double[LANES];
        return fitted(f, s, constants, fit(f, s, constants, selection));
    }

    public final Fit fitted(FunctionTotals f, ScoreTotals s, double[] constants, int choices) {
        double constant = 0;
        double squares = 0;
        for (int q = 0; q < LANES; q++) {
            constant = Fma.fma(constants[q], f.share(q), constant);
            squares = Fma.fma(constants[q] * constants[q], f.share(q), squares);
        }
        double g = (s.fs() - constant * s.s()) / f.n();
        double implied = ofMean(f, (s.ffss() - 2 * constant * s.fss() + squares * s.ss()) / f.n() - g * g);
        double variance = variance(f, s, constants);
        return new Fit(f, s, constants, constant, variance, implied > 0 ? Math.sqrt(variance / implied) : 1, choices);
    }

    @Override
    public final double gradient(Fit fit) {
        return gradient(fit.f(), fit.s(), fit.constants());
    }

    @Override
    public final double variance(Fit fit) {
        return fit.variance();
    }

    @Override
    public final double covariance(Fit s, Fit t, CrossTotals st) {
        FunctionTotals f = s.f();
        double squares = 0;
        for (int q = 0; q < LANES; q++) {
            squares = Fma.fma(s.constants()[q] * t.constants()[q], f.share(q), squares);
        }
        double moment = st.ffst() - (s.constant() + t.constant()) * st.fst() + squares * st.st();
        double product = dealt(s) / f.n() * (dealt(t) / f.n());
        return s.scale() * t.scale() * ofMean(f, moment / f.n() - product);
    }

    @Override
    public final double covarianceWithValue(Fit fit) {
        FunctionTotals f = fit.f();
        double moment = fit.s().ffs() - fit.constant() * fit.s().fs();
        return fit.scale() * ofMean(f, (moment - f.mean() * dealt(fit)) / f.n());
    }

    @Override
    public double covarianceWithPlain(Fit component, Fit plain, CrossTotals st) {
        return component.scale() * FixedConstant.covarianceWithPlain(component, plain, st, component.constant());
    }

    public static double gradient(FunctionTotals f, ScoreTotals s, double[] constants) {
        double sum = 0;
        for (int q = 0; q < LANES; q++) {
            sum += s.fs(q) - constants[q] * s.s(q);
        }
        return sum / f.n();
    }

    /** Returns the variance of the gradient with these constants. */
    public double variance(FunctionTotals f, ScoreTotals s, double[] constants) {
        if (f.n() < minSamplesForError()) {
            return Double.NaN;
        }
        double squares = 0;
        for (int q = 0; q < LANES; q++) {
            squares += Fma.fma(constants[q], Fma.fma(constants[q], s.ss(q), -2 * s.fss(q)), s.ffss(q));
        }
        double g = gradient(f, s, constants);
        return ofMean(f, Math.max(0, squares / f.n() - g * g));
    }

    /** Returns n times the gradient that constants dealt out at random would give. */
    private static double dealt(Fit fit) {
        return fit.s().fs() - fit.constant() * fit.s().s();
    }

    public static double ofMean(FunctionTotals f, double covariance) {
        return f.n() < 2 ? Double.NaN : covariance / (f.n() - 1);
    }
}
