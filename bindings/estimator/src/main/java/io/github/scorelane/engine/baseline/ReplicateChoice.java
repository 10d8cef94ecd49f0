package io.github.scorelane.engine.baseline;

import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;

/**
 * Rule that chooses what to subtract for each component and lane of replicates, from the replicates of the other seven lanes: the
 * optimal constant, the mean of f, or nothing. The lane itself has no part in this, so that the gradient is exactly unbiased.
 *
 * <p>The choice compares sample variances of the means of (φ − β)s over a replicate: second moments, as for single samples,
 * would show the square of the gradient and nothing else. The optimal constant is fitted to the m replicates that judge it, and
 * has to be better by (m + 2)/(m − 2): its slope is then two standard errors from that of the other constant.
 */
public final class ReplicateChoice extends CrossFit {
    /** Fewer replicates than these do not tell a slope from chance. */
    private static final int LEAST_FOR_SLOPE = 6;
    /** Fewer replicates than these do not tell two variances apart, and the mean of f is taken. */
    private static final int LEAST_FOR_VARIANCE = 3;

    public ReplicateChoice() {}

    @Override
    public int minSamples() {
        return 2;
    }

    @Override
    public int minSamplesForError() {
        return 2;
    }

    @Override
    public boolean chooses() {
        return true;
    }

    @Override
    public int[] laneChoices(ConstantSelection selection) {
        int[] lanes = new int[LANES];
        Arrays.setAll(lanes, selection::choice);
        return lanes;
    }

    /** Fits the kind of constant that was chosen for each lane, when the selection has read the replicates. */
    @Override
    public int fit(FunctionTotals f, ScoreTotals s, double[] constants, ConstantSelection selection) {
        int choices = 0;
        for (int q = 0; q < LANES; q++) {
            int choice = selection.choice(q);
            constants[q] = switch (choice) {
                case Choices.MEAN -> CrossMean.without(q, f);
                case Choices.OPTIMAL_CONSTANT -> OptimalConstant.without(q, f, s);
                default -> -f.centre();
            };
            choices = Choices.add(choices, choice);
        }
        return choices;
    }

    /**
     * Chooses for one lane.
     *
     * @param means the means over each replicate of φ, and for each parameter of s, φs and s²
     * @param p index of the parameter
     * @param centre c, with φ = f − c
     * @param lane the lane, whose replicates have no say
     * @return a choice of {@link Choices}
     */
    static int choose(double[][] means, int p, double centre, int lane) {
        double meanF = mean(means, 0, lane);
        double meanS = mean(means, 1 + 3 * p, lane);
        double meanFs = mean(means, 2 + 3 * p, lane);
        double ss = 0;
        double fss = 0;
        double ffss = 0;
        int m = 0;
        for (int r = 0; r < means.length; r++) {
            if (r % LANES != lane) {
                double s = means[r][1 + 3 * p] - meanS;
                double fs = means[r][2 + 3 * p] - meanFs;
                ss = Fma.fma(s, s, ss);
                fss = Fma.fma(fs, s, fss);
                ffss = Fma.fma(fs, fs, ffss);
                m++;
            }
        }
        if (m < LEAST_FOR_VARIANCE) {
            return Choices.MEAN;
        }
        double plain = Fma.fma(centre, Fma.fma(centre, ss, 2 * fss), ffss);
        double ofMean = Fma.fma(meanF, Fma.fma(meanF, ss, -2 * fss), ffss);
        double optimal = ffss - fss / ss * fss;
        if (m >= LEAST_FOR_SLOPE && optimal * (m + 2) < Math.min(plain, ofMean) * (m - 2)) {
            return Choices.OPTIMAL_CONSTANT;
        }
        return plain < ofMean ? Choices.NONE : Choices.MEAN;
    }

    private static double mean(double[][] means, int number, int lane) {
        double sum = 0;
        int m = 0;
        for (int r = 0; r < means.length; r++) {
            if (r % LANES != lane) {
                sum += means[r][number];
                m++;
            }
        }
        return sum / m;
    }
}
