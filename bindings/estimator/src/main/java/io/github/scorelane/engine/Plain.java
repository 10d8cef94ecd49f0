package io.github.scorelane.engine;

/**
 * No baseline: g = Σ f s/n, with f = φ + c, and the sample variance of f s over n.
 */
public final class Plain implements GradientFormula {
    /** An instance. */
    public Plain() {}

    @Override
    public int minSamples() {
        return 1;
    }

    @Override
    public int minSamplesForError() {
        return 2;
    }

    @Override
    public double gradient(FunctionTotals f, ScoreTotals s) {
        return Math.fma(f.centre(), s.s(), s.fs()) / f.n();
    }

    @Override
    public double variance(FunctionTotals f, ScoreTotals s) {
        double g = gradient(f, s);
        return ofMean(f, Math.max(0, secondMoment(f.centre(), s.ss(), s.fss(), s.ffss()) / f.n() - g * g));
    }

    @Override
    public double covariance(FunctionTotals f, ScoreTotals s, ScoreTotals t, CrossTotals st) {
        double product = gradient(f, s) * gradient(f, t);
        return ofMean(f, secondMoment(f.centre(), st.st(), st.fst(), st.ffst()) / f.n() - product);
    }

    @Override
    public double covarianceWithValue(FunctionTotals f, ScoreTotals s) {
        double products = Math.fma(f.centre(), s.fs(), s.ffs());
        return ofMean(f, (products - f.mean() * Math.fma(f.centre(), s.s(), s.fs())) / f.n());
    }

    /** Σ f² s t, of Σ s t, Σ φ s t and Σ φ² s t. */
    private static double secondMoment(double c, double st, double fst, double ffst) {
        return Math.fma(c, Math.fma(c, st, 2 * fst), ffst);
    }

    private static double ofMean(FunctionTotals f, double covariance) {
        return f.n() < 2 ? Double.NaN : covariance / (f.n() - 1);
    }
}
