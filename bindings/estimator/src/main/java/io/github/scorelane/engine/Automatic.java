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
        Evidence evidence = new Evidence(f, s, scratch);
        for (int q = 1; q < LANES; q++) {
            for (int l = 0; l < q; l++) {
                double mean = mean(f, q, l);
                double constant = constant(s, q, l);
                evidence.add(q, l, mean, constant);
                evidence.add(l, q, mean, constant);
            }
        }
        int means = 0;
        int optimal = 0;
        for (int q = 0; q < LANES; q++) {
            if (evidence.isForConstant(q)) {
                constants[q] = constant(s, q, q);
                optimal++;
            } else if (evidence.isForMean(q)) {
                constants[q] = mean(f, q, q);
                means++;
            } else {
                constants[q] = -f.centre();
            }
        }
        return Choices.pack(means, optimal);
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

    /** For each lane, what seven others say. */
    private static final class Evidence {
        private static final int DIFFERENCE = 0;
        private static final int MEAN = LANES;
        private static final int CONSTANT = 2 * LANES;
        private static final int SQUARES = 2 * LANES;

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
        }

        /** What another lane says to one, of the constants that were fitted without both. */
        void add(int lane, int other, double mean, double constant) {
            double ofMean = unit * gain(other, mean);
            double ofConstant = unit * gain(other, constant);
            sums[lane + DIFFERENCE] += loss(other, mean) - loss(other, constant);
            sums[lane + MEAN] += ofMean;
            sums[lane + MEAN + SQUARES] += ofMean * ofMean;
            sums[lane + CONSTANT] += ofConstant;
            sums[lane + CONSTANT + SQUARES] += ofConstant * ofConstant;
        }

        boolean isForConstant(int lane) {
            return sums[lane + DIFFERENCE] > 0 && isSure(lane + CONSTANT);
        }

        boolean isForMean(int lane) {
            return !(sums[lane + DIFFERENCE] > 0) && isSure(lane + MEAN);
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

        /** Whether the mean of seven numbers exceeds its standard error, √((Σx² − (Σx)²/7)/(7·6)). */
        private boolean isSure(int at) {
            return sums[at] > 0 && sums[at] * sums[at] > sums[at + SQUARES];
        }
    }
}
