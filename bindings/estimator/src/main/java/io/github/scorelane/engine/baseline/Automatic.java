package io.github.scorelane.engine.baseline;

import io.github.scorelane.kernel.math.Fma;

/**
 * Chooses for each component and lane, by what the other seven lanes say: the optimal constant, the mean of f, or nothing.
 *
 * <p>Each of the seven lanes in turn tells how much variance a constant t would have saved in it, t(2Σf s² − tΣs²), with t
 * fitted to the other six. Of the two constants the one is taken that saved more in the mean; it is used if what it saved
 * is more than its standard error over the seven lanes, and then fitted to all seven. Nothing of this depends on the lane itself:
 * the gradient is exactly unbiased.
 *
 * <p>All is reckoned in φ = f − c, where "nothing" is the constant −c: the difference between the two constants then suffers
 * no cancellation from a large mean of f.
 */
public final class Automatic extends CrossFit {
    /** Where the choice begins to cost no more than it gains. */
    public static final int MIN_SAMPLES = 256;
    /** The first samples of a run, of which the choice is made for all others. */
    public static final int PILOT_SAMPLES = 4096;

    /** An instance. */
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
     * Works the samples of which the choice is made, and chooses for others.
     *
     * @param f sums of the function
     * @param s sums of the parameter's score
     * @param controls least squares of its controls; or null
     * @param selection to work in
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
        // Covariances know the constants only: their correlations are taken, with the variance that there is.
        double ofConstants = variance(fit);
        double ofAll = Math.max(0, squares / f.n() - sum / f.n() * (sum / f.n())) / (f.n() - 1);
        double scale = ofConstants > 0 ? Math.sqrt(ofAll / ofConstants) : 1;
        return new PilotFit(fit, scale, sum, squares, beta, kappa, others);
    }

    /** A candidate for a lane, fitted without it. */
    private static double constant(int choice, FunctionTotals f, ScoreTotals s, int q) {
        return switch (choice) {
            case Choices.MEAN -> mean(f, q);
            case Choices.OPTIMAL_CONSTANT -> constant(s, q);
            default -> -f.centre();
        };
    }

    /** The mean of φ, without a lane. */
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

    /** Σφs²/Σs², without a lane. */
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
