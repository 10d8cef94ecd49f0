package io.github.scorelane.engine.baseline;

import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;

/**
 * Rule that subtracts, in each lane, the constant that makes the variance of a component least, fitted to the other seven lanes by
 * {@link ScoreRegression}. If the other lanes have no score but 0, nothing is subtracted from f.
 *
 * <p>The usual variance of a mean leaves out that the lanes' constants share samples, which matters below {@value #FEW} samples.
 * The jackknife, which leaves out a lane and fits the constants of the others anew, counts the uncertainty of the constants too
 * often. With so few samples the variance is therefore two thirds of the former and one third of the latter. With more samples the
 * jackknife's, made of eight numbers, would be the less certain of the two.
 *
 * <p>Source: E. Greensmith, P. L. Bartlett, J. Baxter, <i>Variance reduction techniques for gradient estimates in reinforcement
 * learning</i>, 2004; V. Chernozhukov et al., <i>Double/debiased machine learning</i>, 2018 (cross-fitting); J. W. Tukey,
 * <i>Bias and confidence in not quite large samples</i>, 1958.
 */
public final class OptimalConstant extends CrossFit {
    private static final int FEW = 256;
    /** Part of the mean of φ²s² below which a variance that is made from it is nothing but rounding. */
    private static final double ROUNDING = 0x1p-50;

    public OptimalConstant() {}

    @Override
    public int minSamples() {
        return 2;
    }

    @Override
    public int minSamplesForError() {
        return 16;
    }

    @Override
    public int fit(FunctionTotals f, ScoreTotals s, double[] constants, ConstantSelection selection) {
        for (int q = 0; q < LANES; q++) {
            constants[q] = without(q, f, s);
        }
        return Choices.NONE;
    }

    @Override
    public int[] laneChoices(ConstantSelection selection) {
        int[] choices = new int[LANES];
        Arrays.fill(choices, Choices.OPTIMAL_CONSTANT);
        return choices;
    }

    /** Returns the constant that is fitted to all lanes but one. */
    static double without(int q, FunctionTotals f, ScoreTotals s) {
        double sum = 0;
        double squares = 0;
        double products = 0;
        double weighted = 0;
        for (int l = 0; l < LANES; l++) {
            if (l != q) {
                sum += s.s(l);
                squares += s.ss(l);
                products += s.fs(l);
                weighted += s.fss(l);
            }
        }
        // Subtracting 0 from φ would subtract c from f, which this lane's own samples have a part in: that would be biased.
        return squares == 0 ? -f.centre() : ScoreRegression.slope(f.n() - f.n(q), sum, squares, products, weighted);
    }

    @Override
    public double variance(FunctionTotals f, ScoreTotals s, double[] constants) {
        double ofMean = Math.max(super.variance(f, s, constants), ofMean(f, ROUNDING * s.ffss() / f.n()));
        return f.n() < FEW ? Fma.fma(2, ofMean, jackknife(f, s, constants)) / 3 : ofMean;
    }

    /**
     * Returns the jackknife's variance over lanes. Pseudo-value l is what lane l adds to the estimate, (n·g − the sum over the
     * other lanes without it)/n_l. The sums without two lanes are made as differences, whose rounding does no harm to an error.
     */
    private static double jackknife(FunctionTotals f, ScoreTotals s, double[] constants) {
        double g = gradient(f, s, constants);
        double squares = 0;
        for (int l = 0; l < LANES; l++) {
            long n = f.n() - f.n(l);
            double sum = s.s() - s.s(l);
            double ss = s.ss() - s.ss(l);
            double fs = s.fs() - s.fs(l);
            double fss = s.fss() - s.fss(l);
            double left = fs;
            for (int q = 0; q < LANES; q++) {
                if (q != l && s.ss(q) != 0) {
                    double rest = ss - s.ss(q);
                    left -= s.s(q) * (rest > 0
                            ? ScoreRegression.slope(n - f.n(q), sum - s.s(q), rest, fs - s.fs(q), fss - s.fss(q)) : constants[q]);
                }
            }
            double off = n * g - left;
            squares += off * off / f.n(l);
        }
        return squares / (f.n() * (LANES - 1.0));
    }
}
