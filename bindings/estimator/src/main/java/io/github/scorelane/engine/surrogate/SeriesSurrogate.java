package io.github.scorelane.engine.surrogate;

import io.github.scorelane.distribution.HasLogisticForm;
import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.ChebyshevSeries;
import io.github.scorelane.kernel.math.Tanh;
import java.util.Arrays;

/** A polynomial in x, a series in w = tanh(v/2) with v the law's logistic coordinate, or their sum. */
final class SeriesSurrogate extends Surrogate {
    private static final int POWERS = Powers.MAX_DEGREE + 1;

    private final HasLogisticForm form;
    /** Chebyshev coefficients, or null. */
    private final double[] series;
    /** Coefficients by powers of (x − mean)·inverse, or null. */
    private final double[] powers;
    private final double mean;
    private final double inverse;

    SeriesSurrogate(HasLogisticForm form, SeriesFit fit) {
        super(fit.known());
        this.form = form;
        series = fit.series() == null ? null : Legendre.toChebyshev(fit.series());
        powers = fit.byPowers() == null ? null : Arrays.copyOf(fit.byPowers(), POWERS);
        mean = fit.mean();
        inverse = fit.inverse();
    }

    @Override
    public void subtract(double[][] x, int n, double[] f) {
        if (powers != null) {
            subtract(x[0], mean, inverse, powers[0], powers[1], powers[2], powers[3], powers[4], f, n);
        }
        if (series == null) {
            return;
        }
        Workspace workspace = Workspace.ofThread();
        double[] w = workspace.doubles();
        try {
            for (int first = 0; first < n; first += Workspace.BLOCK) {
                int length = Math.min(Workspace.BLOCK, n - first);
                System.arraycopy(x[0], first, w, 0, length);
                form.toLogistic(w, w, 0, length);
                halve(w, length);
                Tanh.tanh(w, 0, w, 0, length);
                ChebyshevSeries.subtract(series, w, 0, f, first, length);
            }
        } finally {
            workspace.giveBack(1, 0);
        }
    }

    private static void halve(double[] v, int n) {
        for (int i = 0; i < n; i++) {
            v[i] *= 0.5;
        }
    }

    private static void subtract(double[] x, double mean, double inverse, double c0, double c1, double c2, double c3, double c4,
            double[] f, int n) {
        for (int i = 0; i < n; i++) {
            double t = (x[i] - mean) * inverse;
            f[i] -= Math.fma(Math.fma(Math.fma(Math.fma(c4, t, c3), t, c2), t, c1), t, c0);
        }
    }
}
