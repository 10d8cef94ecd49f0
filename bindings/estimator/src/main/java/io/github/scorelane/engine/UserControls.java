package io.github.scorelane.engine;

import java.util.Arrays;
import java.util.List;

/**
 * The user's control variates h, with (h − E[h])s − ∂E[h] for each component, behind the distribution's polynomials if it has
 * any. h is read off the rows that {@link ControlledFunction} keeps: it is evaluated once.
 */
final class UserControls implements Controls {
    private final PolynomialControls polynomials;
    private final int degrees;
    private final int polynomialRows;
    private final double[][] gradients;

    UserControls(PolynomialControls polynomials, List<KnownControl> controls) {
        this(polynomials, controls.stream().map(KnownControl::gradient).toArray(double[][]::new));
    }

    private UserControls(PolynomialControls polynomials, double[][] gradients) {
        this.polynomials = polynomials;
        degrees = polynomials == null ? 0 : polynomials.count();
        polynomialRows = polynomials == null ? 0 : polynomials.rows();
        this.gradients = gradients;
    }

    /** Controls h have the unit of f. */
    @Override
    public UserControls in(Scale scale) {
        double[][] scaled = new double[gradients.length][];
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] = gradients[k].clone();
            for (int p = 0; p < scaled[k].length; p++) {
                scaled[k][p] = Math.scalb(scaled[k][p], -scale.function() - scale.score(p));
            }
        }
        return new UserControls(polynomials, scaled);
    }

    @Override
    public double magnitude(double[][] rows, int n) {
        double largest = 0;
        for (int k = 0; k < gradients.length; k++) {
            largest = Math.max(largest, Magnitude.largest(rows[polynomialRows + k], n));
        }
        return largest;
    }

    @Override
    public int count() {
        return degrees + gradients.length;
    }

    @Override
    public int shared() {
        return degrees;
    }

    @Override
    public int first(int parameter) {
        return polynomials == null ? parameter : polynomials.first(parameter);
    }

    @Override
    public int rows() {
        return polynomialRows + 2 * gradients.length;
    }

    @Override
    public void read(double[][] x, int n, double[][] rows) {
        if (polynomials != null) {
            polynomials.read(x, n, rows);
        }
    }

    @Override
    public void evaluate(int n, double[][] rows) {
        if (polynomials != null) {
            polynomials.evaluate(n, rows);
        }
    }

    @Override
    public double[] values(int parameter, int control, double[] score, int n, double[][] rows) {
        if (control < degrees) {
            return polynomials.values(parameter, control, score, n, rows);
        }
        int k = control - degrees;
        double[] values = rows[polynomialRows + gradients.length + k];
        control(rows[polynomialRows + k], score, gradients[k][parameter], values, n);
        return values;
    }

    /** Those of the polynomials' powers, and then one for each h. */
    @Override
    public double[] coefficients(int parameter, double[] kappa) {
        double[] powers = polynomials == null ? new double[0] : polynomials.coefficients(parameter, kappa);
        double[] all = Arrays.copyOf(powers, powers.length + gradients.length);
        System.arraycopy(kappa, 1 + degrees, all, powers.length, gradients.length);
        return all;
    }

    @Override
    public double[] argument(int parameter, double[][] rows) {
        return null;
    }

    @Override
    public void predict(int parameter, double[] coefficients, double[] score, int n, double[][] rows, double[] predicted) {
        if (polynomials == null) {
            Arrays.fill(predicted, 0, n, 0.0);
        } else {
            polynomials.predict(parameter, coefficients, score, n, rows, predicted);
        }
        int at = coefficients.length - gradients.length;
        for (int k = 0; k < gradients.length; k++) {
            double kappa = coefficients[at + k];
            add(kappa, rows[polynomialRows + k], score, kappa * gradients[k][parameter], predicted, n);
        }
    }

    private static void control(double[] h, double[] score, double derivative, double[] values, int n) {
        for (int i = 0; i < n; i++) {
            values[i] = Math.fma(h[i], score[i], -derivative);
        }
    }

    private static void add(double kappa, double[] h, double[] score, double mean, double[] predicted, int n) {
        for (int i = 0; i < n; i++) {
            predicted[i] += Math.fma(kappa * h[i], score[i], -mean);
        }
    }
}
