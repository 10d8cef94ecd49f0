package io.github.scorelane.engine.control;

import io.github.scorelane.engine.unit.Magnitude;
import io.github.scorelane.engine.unit.Scale;
import io.github.scorelane.kernel.math.Fma;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * The user's control variates h: for each component of the gradient the numbers k = (h − E[h])s − ∂E[h], of mean 0, of which φs is
 * predicted. The prediction Σκk is subtracted, with coefficients κ that are fitted to other samples. h is read off the rows
 * that {@link ControlledFunction} keeps, so that it is evaluated once. Immutable: each thread lends rows to work in.
 */
public final class UserControls implements Serializable {
    /** Coefficients are fitted to no fewer samples. */
    public static final long MIN_SAMPLES = 1024;

    private final double[][] gradients;

    public UserControls(List<KnownControl> controls) {
        this(controls.stream().map(KnownControl::gradient).toArray(double[][]::new));
    }

    private UserControls(double[][] gradients) {
        this.gradients = gradients;
    }

    /** The same controls in units; h has the unit of f. */
    public UserControls in(Scale scale) {
        double[][] scaled = new double[gradients.length][];
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] = gradients[k].clone();
            for (int p = 0; p < scaled[k].length; p++) {
                scaled[k][p] = Math.scalb(scaled[k][p], -scale.function() - scale.score(p));
            }
        }
        return new UserControls(scaled);
    }

    /** The largest magnitude of h − E[h] in a block. */
    public double magnitude(double[][] rows, int n) {
        double largest = 0;
        for (int k = 0; k < gradients.length; k++) {
            largest = Math.max(largest, Magnitude.largest(rows[k], n));
        }
        return largest;
    }

    /** Returns the number of controls of a component. */
    public int count() {
        return gradients.length;
    }

    /** Returns the number of rows that a block needs: one for each h − E[h], and then one for the values of each control. */
    public int rows() {
        return 2 * gradients.length;
    }

    /** The values of a component's control, good until it is asked for again. */
    public double[] values(int parameter, int control, double[] score, int n, double[][] rows) {
        double[] values = rows[gradients.length + control];
        control(rows[control], score, gradients[control][parameter], values, n);
        return values;
    }

    /**
     * Sets Σκk of a component.
     *
     * @param kappa the coefficient of the score, which is not asked, and then those of the controls
     */
    public void predict(int parameter, double[] kappa, double[] score, int n, double[][] rows, double[] predicted) {
        Arrays.fill(predicted, 0, n, 0.0);
        for (int k = 0; k < gradients.length; k++) {
            double factor = kappa[1 + k];
            add(factor, rows[k], score, factor * gradients[k][parameter], predicted, n);
        }
    }

    private static void control(double[] h, double[] score, double derivative, double[] values, int n) {
        for (int i = 0; i < n; i++) {
            values[i] = Fma.fma(h[i], score[i], -derivative);
        }
    }

    private static void add(double kappa, double[] h, double[] score, double mean, double[] predicted, int n) {
        for (int i = 0; i < n; i++) {
            predicted[i] += Fma.fma(kappa * h[i], score[i], -mean);
        }
    }
}
