package io.github.scorelane.engine;

/**
 * Control variates: for each component of the gradient some numbers k of known mean 0, of which φs is predicted. What is
 * subtracted is Σκk, with coefficients κ that are fitted to other samples. Immutable: each thread lends rows to work in.
 */
interface Controls {
    /** How many of them a component has. */
    int count();

    /** How many of them, the first ones, have nothing to do with the score: four or none. */
    int shared();

    /** The first of all parameters that have the same shared controls. */
    int first(int parameter);

    /** How many rows a block needs. */
    int rows();

    /** The same controls in the units of a run. */
    default Controls in(Scale scale) {
        return this;
    }

    /** The largest magnitude of controls that have the unit of f, of the samples whose rows these are. */
    default double magnitude(double[][] rows, int n) {
        return 0;
    }

    /** Reads the samples of a block into rows. */
    void read(double[][] x, int n, double[][] rows);

    /** Evaluates the controls of the samples that were read. */
    void evaluate(int n, double[][] rows);

    /** The values of a component's control, once they are evaluated; good until the next call. */
    double[] values(int parameter, int control, double[] score, int n, double[][] rows);

    /** What {@link #predict} needs of a component's coefficients, of which κ₁ is that of the first control. */
    double[] coefficients(int parameter, double[] kappa);

    /** The numbers t of samples that were read, if Σκk is the polynomial in t of a component's coefficients; null if it is not. */
    double[] argument(int parameter, double[][] rows);

    /** Σκk of a component, of the samples that were read. */
    void predict(int parameter, double[] coefficients, double[] score, int n, double[][] rows, double[] predicted);
}
