package io.github.scorelane.engine.control;

import io.github.scorelane.engine.unit.Magnitude;
import io.github.scorelane.engine.unit.Scale;
import io.github.scorelane.kernel.math.Fma;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * The user's control variates h. For each component of the gradient they give numbers k = (h − E[h])s − ∂E[h] of mean 0, from which
 * φs is predicted. The prediction Σκk is subtracted, with coefficients κ that are fitted to other samples, so that the gradient
 * stays unbiased. It reads h from the rows that {@link ControlledFunction} keeps. It is immutable: each thread lends it rows to
 * work in.
 */
public final class UserControls implements Serializable {
    /** The fewest samples that coefficients are fitted to. */
    public static final long MIN_SAMPLES = 1024;

    private final double[][] gradients;

    /** Creates the controls from those that are known, of which only the gradients are kept. */
    public UserControls(List<KnownControl> controls) {
        this(controls.stream().map(KnownControl::gradient).toArray(double[][]::new));
    }

    private UserControls(double[][] gradients) {
        this.gradients = gradients;
    }

    /** Returns the same controls in the units of a scale, where h has the unit of f. */
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

    /** Returns the largest magnitude of h − E[h] in a block. */
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

    /** Returns the numbers k of a component's control, in an array that the next call for that control writes again. */
    public double[] values(int parameter, int control, double[] score, int n, double[][] rows) {
        double[] values = rows[gradients.length + control];
        control(rows[control], score, gradients[control][parameter], values, n);
        return values;
    }

    /**
     * Writes the prediction Σκk of a component.
     *
     * @param kappa the coefficient of the score, which is not read, and then those of the controls
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
