package io.github.scorelane.engine.surrogate;

import io.github.scorelane.distribution.HasLogisticForm;
import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.ChebyshevSeries;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Tanh;
import java.util.Arrays;

/**
 * Function of a coordinate x that is a polynomial in x, a series in w = tanh(v/2), with v the logistic coordinate of x, or their
 * sum. It is evaluated at every sample of a run, and so by kernels.
 */
final class SeriesFunction implements CoordinateFunction {
    /** Number of coefficients of a polynomial; all are given this many, so that one loop without branches serves all. */
    private static final int POWERS = Powers.MAX_DEGREE + 1;

    private final HasLogisticForm form;
    /** Coefficients of Chebyshev polynomials in w, or null. */
    private final double[] series;
    /** Coefficients by powers of (x − mean)·inverse, or null. */
    private final double[] powers;
    private final double mean;
    private final double inverse;

    /**
     * Creates the function.
     *
     * @param form the map from x to v
     * @param legendre the coefficients of Legendre polynomials in w, or null
     * @param powers the coefficients of powers of t = (x − mean)·inverse, up to the fourth, or null
     * @param mean the number that is subtracted from x in t
     * @param inverse the factor in t
     */
    SeriesFunction(HasLogisticForm form, double[] legendre, double[] powers, double mean, double inverse) {
        this.form = form;
        series = legendre == null ? null : Legendre.toChebyshev(legendre);
        this.powers = powers == null ? null : Arrays.copyOf(powers, POWERS);
        this.mean = mean;
        this.inverse = inverse;
    }

    @Override
    public void subtract(double[] x, int n, double[] f) {
        if (powers != null) {
            subtract(x, mean, inverse, powers[0], powers[1], powers[2], powers[3], powers[4], f, n);
        }
        if (series == null) {
            return;
        }
        Workspace workspace = Workspace.ofThread();
        double[] w = workspace.doubles();
        try {
            for (int first = 0; first < n; first += Workspace.BLOCK) {
                int length = Math.min(Workspace.BLOCK, n - first);
                System.arraycopy(x, first, w, 0, length);
                toW(form, w, length);
                ChebyshevSeries.subtract(series, w, 0, f, first, length);
            }
        } finally {
            workspace.giveBack(1, 0);
        }
    }

    /** Replaces n points x, at most as many as a workspace has room for, by their w. */
    static void toW(HasLogisticForm form, double[] x, int n) {
        form.toLogistic(x, x, 0, n);
        for (int i = 0; i < n; i++) {
            x[i] *= 0.5;
        }
        Tanh.tanh(x, 0, x, 0, n);
    }

    private static void subtract(double[] x, double mean, double inverse, double c0, double c1, double c2, double c3, double c4,
            double[] f, int n) {
        for (int i = 0; i < n; i++) {
            double t = (x[i] - mean) * inverse;
            f[i] -= Fma.fma(Fma.fma(Fma.fma(Fma.fma(c4, t, c3), t, c2), t, c1), t, c0);
        }
    }
}
