package io.github.scorelane.engine.baseline;

import io.github.scorelane.kernel.math.Fma;

/**
 * Rule that subtracts a constant k which is known before the samples are: g = Σ(f − k)s/n, with f = φ + c, and the sample variance
 * of (f − k)s over n. k = 0 is the plain estimator.
 */
public final class FixedConstant implements BaselineRule {
    /** The plain estimator, which subtracts nothing. */
    public static final FixedConstant PLAIN = new FixedConstant(0);

    private final double constant;

    /** Creates the rule that subtracts k. */
    public FixedConstant(double constant) {
        this.constant = constant;
    }

    /** Returns k. */
    public double constant() {
        return constant;
    }

    @Override
    public int minSamples() {
        return 1;
    }

    @Override
    public int minSamplesForError() {
        return 2;
    }

    @Override
    public FixedConstant in(int exponent) {
        return exponent == 0 ? this : new FixedConstant(Math.scalb(constant, -exponent));
    }

    @Override
    public double magnitude() {
        return Math.abs(constant);
    }

    @Override
    public Fit fit(FunctionTotals f, ScoreTotals s, ConstantSelection selection) {
        return new Fit(f, s);
    }

    @Override
    public double gradient(Fit s) {
        return gradient(s.f(), s.s());
    }

    @Override
    public double variance(Fit s) {
        return variance(s.f(), s.s());
    }

    @Override
    public double covariance(Fit s, Fit t, CrossTotals st) {
        FunctionTotals f = s.f();
        double product = gradient(s) * gradient(t);
        return ofMean(f, secondMoment(centre(f), st.st(), st.fst(), st.ffst()) / f.n() - product);
    }

    @Override
    public double covarianceWithValue(Fit fit) {
        FunctionTotals f = fit.f();
        ScoreTotals s = fit.s();
        double products = Fma.fma(centre(f), s.fs(), s.ffs());
        return ofMean(f, (products - f.mean() * Fma.fma(centre(f), s.s(), s.fs())) / f.n());
    }

    @Override
    public double covarianceWithPlain(Fit component, Fit plain, CrossTotals st) {
        return covarianceWithPlain(component, plain, st, constant - component.f().centre());
    }

    /**
     * Returns the covariance of Σ(φ − β)r/n and Σ(φ + c)w/n.
     *
     * @param component the sums of r
     * @param plain the sums of w
     * @param rw the sums of their products
     * @param beta the constant β
     */
    static double covarianceWithPlain(Fit component, Fit plain, CrossTotals rw, double beta) {
        FunctionTotals f = component.f();
        double c = f.centre();
        double products = rw.ffst() + (c - beta) * rw.fst() - beta * c * rw.st();
        double g = (component.s().fs() - beta * component.s().s()) / f.n();
        return ofMean(f, products / f.n() - g * PLAIN.gradient(plain));
    }

    @Override
    public double knownConstant(FunctionTotals f) {
        return -centre(f);
    }

    public double variance(FunctionTotals f, ScoreTotals s) {
        double g = gradient(f, s);
        return ofMean(f, Math.max(0, secondMoment(f, s) / f.n() - g * g));
    }

    /** Returns Σ(f − k)² s². */
    double secondMoment(FunctionTotals f, ScoreTotals s) {
        return secondMoment(centre(f), s.ss(), s.fss(), s.ffss());
    }

    private double gradient(FunctionTotals f, ScoreTotals s) {
        return Fma.fma(centre(f), s.s(), s.fs()) / f.n();
    }

    /** Returns c − k, which makes φ into f − k when it is added. */
    public double centre(FunctionTotals f) {
        return f.centre() - constant;
    }

    /** Returns Σ(φ + c)² s t, made from Σ s t, Σ φ s t and Σ φ² s t. */
    private static double secondMoment(double c, double st, double fst, double ffst) {
        return Fma.fma(c, Fma.fma(c, st, 2 * fst), ffst);
    }

    private static double ofMean(FunctionTotals f, double covariance) {
        return f.n() < 2 ? Double.NaN : covariance / (f.n() - 1);
    }
}
