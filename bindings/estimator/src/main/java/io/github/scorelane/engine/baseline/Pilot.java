package io.github.scorelane.engine.baseline;

/**
 * The automatic choice, component by component. The first samples of a run are the pilot, whose lanes choose for one another; and
 * the pilot as a whole chooses for all other samples. No sample has a part in the choice that is made for it, so that the gradient
 * is exactly unbiased. With n₀ and n₁ samples, and r = φs less what is subtracted,
 *
 * <pre>
 *     g      = (Σ₀r + Σ₁r)/n
 *     Var g  = ((Σ₀r² + Σ₁r²)/n − g²)/(n − 1)
 * </pre>
 */
public final class Pilot {
    /** The least standard error, in units of the root mean square of φs, which is what rounding leaves. */
    private static final double ROUNDING = 0x1p-46;
    /** Part of Σφ²s² below which a sum of squares that is made from it is nothing but rounding. */
    private static final double ROUNDING_OF_SUMS = 0x1p-50;

    private final Automatic automatic;
    private final FunctionTotals f;
    private final PilotFit[] fits;

    /** Creates a pilot whose sums of the function are known. Threads may fit different components. */
    public Pilot(Automatic automatic, FunctionTotals f, int parameters) {
        this.automatic = automatic;
        this.f = f;
        fits = new PilotFit[parameters];
    }

    /** Fits a component. */
    public PilotFit fit(int parameter, ScoreTotals s, ControlFit controls, ConstantSelection selection) {
        fits[parameter] = automatic.pilot(f, s, controls, selection);
        return fits[parameter];
    }

    /** Lets go of a component that is set: there may be millions. */
    public void forget(int parameter) {
        fits[parameter] = null;
    }

    /** Returns the fit of a component that was fitted and not yet forgotten. */
    public PilotFit fit(int parameter) {
        return fits[parameter];
    }

    /** Tells whether controls were chosen for the other samples in any component. */
    public boolean hasControls() {
        for (PilotFit fit : fits) {
            if (fit.kappa() != null) {
                return true;
            }
        }
        return false;
    }

    /** Returns the sums of the function over the pilot and the other samples, from Σφ and Σφ² of the others. */
    public FunctionTotals totals(long n, double sum, double squares) {
        return new FunctionTotals(n, f.centre(), f.f() + sum, f.ff() + squares, f.sums());
    }

    /** Sets a component, from Σ₁r and Σ₁r² of the other samples. */
    public void set(Components components, int parameter, long n, double sum, double squares) {
        PilotFit fit = fits[parameter];
        double gradient = (fit.sum() + sum) / n;
        double variance = n < automatic.minSamplesForError() ? Double.NaN : variance(fit.squares() + squares, gradient, n);
        variance = Math.max(variance, ROUNDING_OF_SUMS * fit.fit().s().ffss() / ((double) n * (n - 1)));
        int chosen = n == f.n() ? fit.fit().choices() : Choices.add(fit.fit().choices(), fit.others());
        if (Choices.count(chosen, Choices.CONTROLS) > 0) {
            // Controls may predict all of φs, so that nothing but rounding is left.
            variance = Math.max(variance, ROUNDING * ROUNDING * fit.fit().s().ffss() / f.n());
        }
        double plain = FixedConstant.PLAIN.variance(f, fit.fit().s()) * f.n() / n;
        components.set(parameter, gradient, variance, plain, chosen);
    }

    /** Returns the covariance of two components, from Σ₁rr′ of the other samples. */
    public double covariance(int i, int j, CrossTotals st, double products, double[] gradient, long n) {
        double implied = fits[i].scale() * fits[j].scale() * automatic.covariance(fits[i].fit(), fits[j].fit(), st);
        return pooled(implied, mean(i), mean(j), products, gradient[i], gradient[j], n);
    }

    /** Returns the covariance of a component and the value, from Σ₁φr of the other samples. */
    public double covarianceWithValue(int i, double products, double[] gradient, FunctionTotals totals) {
        double implied = fits[i].scale() * automatic.covarianceWithValue(fits[i].fit());
        return pooled(implied, mean(i), f.mean(), products, gradient[i], totals.mean(), totals.n());
    }

    /** Returns a covariance over all samples, from that of the pilot's means a and b and the sum of the other samples' products. */
    private double pooled(double ofPilot, double a, double b, double products, double allA, double allB, long n) {
        double n0 = f.n();
        double ofAll = ofPilot * n0 * (n0 - 1) + n0 * a * b + products;
        return (ofAll / n - allA * allB) / (n - 1);
    }

    private double mean(int parameter) {
        return fits[parameter].sum() / f.n();
    }

    private static double variance(double squares, double mean, long n) {
        return Math.max(0, squares / n - mean * mean) / (n - 1);
    }
}
