package io.github.scorelane.engine.baseline;

import io.github.scorelane.kernel.math.Fma;

/**
 * Rule that chooses what to subtract for each component and lane, from the sums of the other seven lanes: the optimal constant, the
 * mean of f, or nothing.
 *
 * <p>Each of the seven lanes in turn tells how much variance a constant t would have saved in it, t(2Σf s² − tΣs²), with t
 * fitted to the other six. Of the two constants the one is taken that saved more in the mean; it is used if what it saved
 * is more than its standard error over the seven lanes, and then fitted to all seven. Nothing of this depends on the lane itself:
 * the gradient is exactly unbiased.
 *
 * <p>All sums are of φ = f − c, in which subtracting nothing from f is the constant −c. The difference between the two constants
 * then suffers no cancellation from a large mean of f.
 */
public final class Automatic extends CrossFit {
    /** The fewest samples, with which the choice begins to gain as much as it costs. */
    public static final int MIN_SAMPLES = 256;
    /** Number of the first samples of a run, from whose sums the choice for all others is made. */
    public static final int PILOT_SAMPLES = 4096;

    public Automatic() {}

    @Override
    public int minSamples() {
        return MIN_SAMPLES;
    }

    @Override
    public int minSamplesForError() {
        return MIN_SAMPLES;
    }

    @Override
    public boolean chooses() {
        return true;
    }

    @Override
    public Automatic pilot() {
        return this;
    }

    @Override
    public int fit(FunctionTotals f, ScoreTotals s, double[] constants, ConstantSelection selection) {
        selection.read(f, s);
        int choices = 0;
        for (int q = 0; q < LANES; q++) {
            int choice = selection.choice(q);
            constants[q] = constant(choice, f, s, q);
            choices = Choices.add(choices, choice);
        }
        return choices;
    }

    /**
     * Makes the component's estimate from the pilot's samples, and the choice for all other samples.
     *
     * @param f sums of the function
     * @param s sums of the parameter's score
     * @param controls the least squares of its controls; null if it has none
     * @param selection the selection to work in, which is left with this component
     */
    public PilotFit pilot(FunctionTotals f, ScoreTotals s, ControlFit controls, ConstantSelection selection) {
        selection.read(f, s);
        double[] constants = new double[LANES];
        int choices = 0;
        double sum = 0;
        double squares = 0;
        for (int q = 0; q < LANES; q++) {
            int choice = selection.choice(q);
            double beta = constant(choice, f, s, q);
            constants[q] = beta;
            if (controls != null && controls.areBetter(selection, q, choice, beta)) {
                choice = Choices.CONTROLS;
                double predicted = controls.predicted(q);
                sum += s.fs(q) - predicted;
                squares += Math.max(0, s.ffss(q) + controls.lossOfComponent(q, predicted));
            } else {
                sum += s.fs(q) - beta * s.s(q);
                squares += Fma.fma(beta, Fma.fma(beta, s.ss(q), -2 * s.fss(q)), s.ffss(q));
            }
            choices = Choices.add(choices, choice);
        }
        int others = selection.choice(ConstantSelection.OTHERS);
        double beta = constant(others, f, s, ConstantSelection.OTHERS);
        double[] kappa = null;
        if (controls != null && controls.areBetter(selection, ConstantSelection.OTHERS, others, beta)) {
            others = Choices.CONTROLS;
            kappa = controls.ofAll();
            beta = kappa[0];
        }
        Fit fit = fitted(f, s, constants, choices);
        // Sums for covariances know constants only, not controls: their correlations are kept, and scaled to the variance with
        // both.
        double ofConstants = variance(fit);
        double ofAll = Math.max(0, squares / f.n() - sum / f.n() * (sum / f.n())) / (f.n() - 1);
        double scale = ofConstants > 0 ? Math.sqrt(ofAll / ofConstants) : 1;
        return new PilotFit(fit, scale, sum, squares, beta, kappa, others);
    }

    /** Returns the constant that a choice stands for, fitted without a lane. */
    private static double constant(int choice, FunctionTotals f, ScoreTotals s, int q) {
        return switch (choice) {
            case Choices.MEAN -> mean(f, q);
            case Choices.OPTIMAL_CONSTANT -> constant(s, q);
            default -> -f.centre();
        };
    }

    /** Returns the mean of φ over all lanes but one. */
    private static double mean(FunctionTotals f, int q) {
        double sum = 0;
        long n = 0;
        for (int k = 0; k < LANES; k++) {
            if (k != q) {
                sum += f.f(k);
                n += f.n(k);
            }
        }
        return sum / n;
    }

    /** Returns Σφs²/Σs² over all lanes but one. */
    private static double constant(ScoreTotals s, int q) {
        double fss = 0;
        double ss = 0;
        for (int k = 0; k < LANES; k++) {
            if (k != q) {
                fss += s.fss(k);
                ss += s.ss(k);
            }
        }
        return fss / ss;
    }
}
