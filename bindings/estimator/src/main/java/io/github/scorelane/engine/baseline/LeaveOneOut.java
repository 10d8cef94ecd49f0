package io.github.scorelane.engine.baseline;

import io.github.scorelane.kernel.math.Fma;

/**
 * Rule that subtracts, at each sample, the mean of f over all others, which makes the gradient the sample covariance of f and s:
 * with a = Σφ/n, b = Σs/n and C = Σφs − aΣs,
 *
 * <pre>
 *     g      = C/(n − 1)
 *     Q      = Σ(φ − a)²(s − b)²
 *     Var g  = n(Q − C²/n)/((n − 1)(n − 2)²)          the jackknife's, exactly
 * </pre>
 *
 * <p>Source: W. Kool, H. van Hoof, M. Welling, <i>Buy 4 REINFORCE samples, get a baseline for free!</i>, 2019; B. Efron,
 * C. Stein, <i>The jackknife estimate of variance</i>, 1981.
 */
public final class LeaveOneOut implements BaselineRule {
    public LeaveOneOut() {}

    @Override
    public int minSamples() {
        return 2;
    }

    @Override
    public int minSamplesForError() {
        return 3;
    }

    @Override
    public Fit fit(FunctionTotals f, ScoreTotals s, ConstantSelection selection) {
        return new Fit(f, s);
    }

    @Override
    public double gradient(Fit s) {
        return products(s.f(), s.s()) / (s.f().n() - 1);
    }

    @Override
    public double variance(Fit fit) {
        FunctionTotals f = fit.f();
        ScoreTotals s = fit.s();
        double q = weighted(f, s, s, s.ss(), s.fss(), s.ffss());
        double c = products(f, s);
        return jackknife(f, Math.max(0, q - c * c / f.n()));
    }

    @Override
    public double covariance(Fit s, Fit t, CrossTotals st) {
        FunctionTotals f = s.f();
        double q = weighted(f, s.s(), t.s(), st.st(), st.fst(), st.ffst());
        return jackknife(f, q - products(f, s.s()) * products(f, t.s()) / f.n());
    }

    @Override
    public double covarianceWithValue(Fit fit) {
        FunctionTotals f = fit.f();
        ScoreTotals s = fit.s();
        double n = f.n();
        return n < 3 ? Double.NaN : (squaresBy(f, s) - s.s() / n * f.centredSquares()) / ((n - 1) * (n - 2));
    }

    @Override
    public boolean subtractsOwnMean() {
        return true;
    }

    /** Returns the covariance of a component and the plain gradient of another score t, Σ(φ + c)t/n. */
    @Override
    public double covarianceWithPlain(Fit fit, Fit plain, CrossTotals st) {
        FunctionTotals f = fit.f();
        double n = f.n();
        double a = f.mean();
        double c = f.centre();
        ScoreTotals t = plain.s();
        double b = fit.s().s() / n;
        double products = st.ffst() + (c - a) * st.fst() - a * c * st.st()
                - b * (t.ffs() + (c - a) * t.fs() - a * c * t.s());
        double sums = products(f, fit.s()) * Fma.fma(c, t.s(), t.fs());
        return n < 3 ? Double.NaN : (products - sums / n) / ((n - 1) * (n - 2));
    }

    /** Returns C = Σ(φ − a)(s − b). */
    private static double products(FunctionTotals f, ScoreTotals s) {
        return s.fs() - f.mean() * s.s();
    }

    /** Returns Σ(φ − a)² s. */
    private static double squaresBy(FunctionTotals f, ScoreTotals s) {
        double a = f.mean();
        return s.ffs() - 2 * a * s.fs() + a * a * s.s();
    }

    /** Returns Σ(φ − a)²(s − b)(t − b'), made from Σ s t, Σ φ s t and Σ φ² s t. */
    private static double weighted(FunctionTotals f, ScoreTotals s, ScoreTotals t,
            double st, double fst, double ffst) {
        double a = f.mean();
        double meanS = s.s() / f.n();
        double meanT = t.s() / f.n();
        return ffst - 2 * a * fst + a * a * st - meanT * squaresBy(f, s) - meanS * squaresBy(f, t)
                + meanS * meanT * f.centredSquares();
    }

    private static double jackknife(FunctionTotals f, double centred) {
        double n = f.n();
        return n < 3 ? Double.NaN : n * centred / ((n - 1) * (n - 2) * (n - 2));
    }
}
