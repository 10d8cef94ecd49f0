package io.github.scorelane.engine;

import java.util.Arrays;

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
    /** Samples that are in no lane: those that are not among the ones of which the choice is made. */
    static final int OTHERS = LANES;
    /** Where the choice begins to cost no more than it gains. */
    public static final int MIN_SAMPLES = 256;

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
    int fit(FunctionTotals f, ScoreTotals s, double[] constants, double[] scratch) {
        return fit(new Evidence(f, s, scratch), constants);
    }

    private static int fit(Evidence evidence, double[] constants) {
        int choices = 0;
        for (int q = 0; q < LANES; q++) {
            int choice = evidence.choice(q);
            constants[q] = constant(choice, evidence.f, evidence.s, q, q);
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
     * @param scratch {@link #SCRATCH} doubles to work in
     */
    PilotFit pilot(FunctionTotals f, ScoreTotals s, ControlFit controls, double[] scratch) {
        Evidence evidence = new Evidence(f, s, scratch);
        double[] constants = new double[LANES];
        int choices = 0;
        double sum = 0;
        double squares = 0;
        for (int q = 0; q < LANES; q++) {
            int choice = evidence.choice(q);
            double beta = constant(choice, f, s, q, q);
            constants[q] = beta;
            if (controls != null && evidence.isForControls(controls, q, choice)) {
                choice = Choices.CONTROLS;
                double[] kappa = controls.fitted(ControlFit.without(q, q));
                sum += s.fs(q) - controls.predicted(q, kappa);
                squares += Math.max(0, s.ffss(q) + controls.lossOfComponent(q, kappa));
            } else {
                sum += s.fs(q) - beta * s.s(q);
                squares += Math.fma(beta, Math.fma(beta, s.ss(q), -2 * s.fss(q)), s.ffss(q));
            }
            choices = Choices.add(choices, choice);
        }
        int others = evidence.choice(OTHERS);
        double[] kappa = null;
        if (controls != null && evidence.isForControls(controls, OTHERS, others)) {
            others = Choices.CONTROLS;
            kappa = controls.fitted(ControlFit.ALL).clone();
        }
        double beta = kappa == null ? constant(others, f, s, OTHERS, OTHERS) : kappa[0];
        Fit fit = fitted(f, s, constants, choices);
        // Covariances know the constants only: their correlations are taken, with the variance that there is.
        double ofConstants = variance(fit);
        double ofAll = Math.max(0, squares / f.n() - sum / f.n() * (sum / f.n())) / (f.n() - 1);
        double scale = ofConstants > 0 ? Math.sqrt(ofAll / ofConstants) : 1;
        return new PilotFit(fit, scale, sum, squares, beta, kappa, others);
    }

    /** A candidate for a lane, fitted without it and another. */
    private static double constant(int choice, FunctionTotals f, ScoreTotals s, int q, int l) {
        return switch (choice) {
            case Choices.MEAN -> mean(f, q, l);
            case Choices.OPTIMAL_CONSTANT -> constant(s, q, l);
            default -> -f.centre();
        };
    }

    /** The mean of φ, without two lanes. */
    private static double mean(FunctionTotals f, int q, int l) {
        double sum = 0;
        long n = 0;
        for (int k = 0; k < LANES; k++) {
            if (k != q && k != l) {
                sum += f.f(k);
                n += f.n(k);
            }
        }
        return sum / n;
    }

    /** Σφs²/Σs², without two lanes; NaN if their scores are all 0. */
    private static double constant(ScoreTotals s, int q, int l) {
        double fss = 0;
        double ss = 0;
        for (int k = 0; k < LANES; k++) {
            if (k != q && k != l) {
                fss += s.fss(k);
                ss += s.ss(k);
            }
        }
        return fss / ss;
    }

    /** For each lane what the seven others say, and for samples of no lane what all eight say. */
    private static final class Evidence {
        private static final int DIFFERENCE = 0;
        private static final int MEAN = LANES + 1;
        private static final int CONSTANT = 2 * (LANES + 1);
        private static final int SQUARES = 2 * (LANES + 1);
        /** Controls have to save this part of what is left at least, or they are not tried. */
        private static final double WORTH = 0.05;

        private final FunctionTotals f;
        private final ScoreTotals s;
        /** A power of two: it alters no choice, and keeps the squares of the gains from overflow. */
        private final double unit;
        /** For each lane: by how much the constant does better than the mean, and sums and squares of their gains. */
        private final double[] sums;

        Evidence(FunctionTotals f, ScoreTotals s, double[] scratch) {
            this.f = f;
            this.s = s;
            sums = scratch;
            Arrays.fill(sums, 0.0);
            unit = Math.scalb(1.0, -Math.getExponent(FixedConstant.PLAIN.secondMoment(f, s)));
            for (int q = 0; q < LANES; q++) {
                for (int l = 0; l < q; l++) {
                    double mean = mean(f, q, l);
                    double constant = constant(s, q, l);
                    add(q, l, mean, constant);
                    add(l, q, mean, constant);
                }
                add(OTHERS, q, mean(f, q, q), constant(s, q, q));
            }
        }

        /** What a lane says to another, of the constants that were fitted without both. */
        private void add(int lane, int other, double mean, double constant) {
            double ofMean = unit * gain(other, mean);
            double ofConstant = unit * gain(other, constant);
            sums[lane + DIFFERENCE] += loss(other, mean) - loss(other, constant);
            sums[lane + MEAN] += ofMean;
            sums[lane + MEAN + SQUARES] += ofMean * ofMean;
            sums[lane + CONSTANT] += ofConstant;
            sums[lane + CONSTANT + SQUARES] += ofConstant * ofConstant;
        }

        int choice(int lane) {
            boolean constant = sums[lane + DIFFERENCE] > 0;
            int at = lane + (constant ? CONSTANT : MEAN);
            if (!isSure(sums[at], sums[at + SQUARES])) {
                return Choices.NONE;
            }
            return constant ? Choices.OPTIMAL_CONSTANT : Choices.MEAN;
        }

        /** Whether controls save more than the choice of a lane. */
        boolean isForControls(ControlFit controls, int lane, int choice) {
            if (!isWorthTrying(controls, lane, choice)) {
                return false;
            }
            double sum = 0;
            double squares = 0;
            for (int l = 0; l < LANES; l++) {
                if (l != lane) {
                    int q = lane == OTHERS ? l : lane;
                    int mask = ControlFit.without(q, l);
                    double ofConstant = controls.loss(l, controls.ofConstant(constant(choice, f, s, q, l), mask));
                    double saved = unit * (ofConstant - controls.loss(l, controls.fitted(mask)));
                    sum += saved;
                    squares += saved * saved;
                }
            }
            return isSure(sum, squares);
        }

        /** Asks the half of the lanes that a lane is not in, which takes one fit: most often the answer is no. */
        private boolean isWorthTrying(ControlFit controls, int lane, int choice) {
            int mask = lane == OTHERS ? ControlFit.ALL : lane < LANES / 2 ? ControlFit.ALL & ~ControlFit.FIRST_HALF
                    : ControlFit.FIRST_HALF;
            double all = 0;
            for (int l = 0; l < LANES; l++) {
                all += (mask >>> l & 1) == 0 ? 0 : s.ffss(l);
            }
            double left = all + controls.lossOf(mask, controls.ofConstant(constant(choice, f, s, lane, lane), mask));
            return all + controls.lossOf(mask, controls.fitted(mask)) < (1 - WORTH) * left;
        }

        /** Σ(φ − β)²s² − Σφ²s² in a lane. */
        private double loss(int lane, double beta) {
            return beta * (beta * s.ss(lane) - 2 * s.fss(lane));
        }

        /** Σf²s² − Σ(φ − β)²s² in a lane. */
        private double gain(int lane, double beta) {
            double c = f.centre();
            return (c + beta) * Math.fma(c - beta, s.ss(lane), 2 * s.fss(lane));
        }

        /** Whether the mean of m numbers exceeds its standard error, √((Σx² − (Σx)²/m)/(m(m − 1))). */
        private static boolean isSure(double sum, double squares) {
            return sum > 0 && sum * sum > squares;
        }
    }
}
