package io.github.scorelane.check;

import io.github.scorelane.distribution.HasFisherInformation;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The draws at which densities and scores are checked, and for each parameter the size of its scores and the length of a
 * short step. Over a step of 1/√(Fisher information) the log density changes by about 1. But where it hardly depends on the
 * parameter, as on the mean of a mixture's rarest component, that step is so long that the log density changes its shape; so
 * steps are shortened until the scores change by a part only.
 */
final class Points {
    /** The number of points at which derivatives are tested: the first draws, and the extreme ones of a block. */
    static final int COUNT = 64;
    static final SplitStream STREAM = SplitStream.ofHashed(0x5c07ec4ec4L);
    private static final int EXTREME = 8;
    /** The longest step, in units of 1/√(Fisher information). */
    private static final double LONGEST_STEP = 1.0 / 16;
    private static final double MOST_CHANGE = 0.4;
    private static final int SHORTER = 40;
    /**
     * The lengths, in steps, at which scores are compared. The last two are in no simple ratio to the first, so that no
     * period of a parameter fits all.
     */
    private static final double[] PARTS = {2, 0.7639320225002102, 0.2718281828459045};
    private static final int MOST_PARAMETERS = 2048;

    private final double[][] x;
    private final double[][] fisher;
    private final double[] scales;
    private final double[] steps;

    private Points(double[][] x, double[][] fisher, double[] scales, double[] steps) {
        this.x = x;
        this.fisher = fisher;
        this.scales = scales;
        this.steps = steps;
    }

    static Points of(Subject subject) {
        int n = subject.block();
        double[][] draws = subject.columns(n);
        double[][] statistics = new double[subject.distribution().statistics()][n];
        double[][] rows = subject.rows(n);
        subject.distribution().sample(STREAM, 0, draws, statistics, 0, n);
        subject.scoresOfDraws(draws, statistics, rows, 0, n);
        double[][] fisher = fisher(subject);
        double[] scales = new double[subject.count()];
        for (int k = 0; k < scales.length; k++) {
            double known = fisher == null ? Double.NaN : Math.sqrt(fisher[subject.index(k)][subject.index(k)]);
            scales[k] = isScale(known) ? known : rootMeanSquare(subject.row(rows, k));
            if (!isScale(scales[k])) {
                scales[k] = isScale(1 / Math.abs(subject.parameter(k))) ? 1 / Math.abs(subject.parameter(k)) : 1;
            }
        }
        subject.scores(subject.distribution(), draws, 0, rows, 0, n);
        double[] steps = new double[scales.length];
        for (int k = 0; k < steps.length; k++) {
            steps[k] = step(subject, k, LONGEST_STEP / scales[k], draws, subject.row(rows, k));
        }
        int[] chosen = chosen(draws[0]);
        double[][] x = new double[draws.length][];
        for (int d = 0; d < x.length; d++) {
            double[] column = draws[d];
            x[d] = Arrays.stream(chosen).mapToDouble(i -> column[i]).toArray();
        }
        return new Points(x, fisher, scales, steps);
    }

    /**
     * Finds a step of the k-th parameter such that twice its length, up or down, changes the scores by a part only. Returns 0
     * if the parameter cannot be moved.
     */
    private static double step(Subject subject, int k, double longest, double[][] draws, double[] scores) {
        double[][] up = subject.rows(scores.length);
        double[][] down = subject.rows(scores.length);
        double h = longest;
        for (int i = 0; i < SHORTER; i++, h /= 4) {
            h = subject.reach(k, 2 * h) / 2;
            if (h == 0) {
                return 0;
            }
            // A periodic parameter may come back to where it was, and twice the step would seem short. So the scores must be
            // nearly the same after the other parts as well, which no period fits.
            boolean isShort = true;
            for (int part = 0; part < PARTS.length && isShort; part++) {
                double moved = PARTS[part] * h;
                subject.scores(subject.moved(k, subject.parameter(k) + moved), draws, 0, up, 0, scores.length);
                subject.scores(subject.moved(k, subject.parameter(k) - moved), draws, 0, down, 0, scores.length);
                isShort = isShort(scores, subject.row(up, k), subject.row(down, k));
            }
            if (isShort) {
                return h;
            }
        }
        return h;
    }

    private static boolean isShort(double[] scores, double[] up, double[] down) {
        double all = 0;
        double changed = 0;
        for (int i = 0; i < scores.length; i++) {
            double change = Math.max(Math.abs(up[i] - scores[i]), Math.abs(down[i] - scores[i]));
            if (Double.isFinite(change)) {
                changed += change;
                all += Math.abs(scores[i]);
            }
        }
        return changed <= MOST_CHANGE * all;
    }

    private static double[][] fisher(Subject subject) {
        return subject.given() instanceof HasFisherInformation known
                && subject.distribution().parameterNames().size() <= MOST_PARAMETERS ? known.fisherInformation() : null;
    }

    private static int[] chosen(double[] draws) {
        int[] sorted = IntStream.range(0, draws.length).boxed()
                .sorted(Comparator.comparingDouble(i -> draws[i])).mapToInt(i -> i).toArray();
        if (draws.length <= COUNT) {
            return sorted;
        }
        return IntStream.concat(IntStream.range(0, COUNT - 2 * EXTREME),
                IntStream.concat(Arrays.stream(sorted, 0, EXTREME),
                        Arrays.stream(sorted, sorted.length - EXTREME, sorted.length))).toArray();
    }

    private static boolean isScale(double x) {
        return x > 0 && x < Double.POSITIVE_INFINITY && 1 / x < Double.POSITIVE_INFINITY;
    }

    private static double rootMeanSquare(double[] y) {
        double most = Arrays.stream(y).map(Math::abs).max().orElse(0);
        return most * Math.sqrt(Arrays.stream(y).map(v -> v / most * (v / most)).sum() / y.length);
    }

    double[][] x() {
        return x;
    }

    /** Returns the number of points. */
    int count() {
        return x[0].length;
    }

    /** Returns the Fisher information of all parameters as the family gives it, or null if it gives none. */
    double[][] fisher() {
        return fisher;
    }

    /** Returns a short step of the k-th parameter, or 0 if it cannot be moved. */
    double step(int k) {
        return steps[k];
    }

    /**
     * Returns the most that events of the given probability may add to the mean of the k-th parameter's scores, in units of
     * its scale. As a step changes nothing by much, it changes the probability of such events by no more than a few times
     * itself.
     */
    double unseen(int k, double probability) {
        double steps16 = Math.min(1, steps[k] * scales[k] / LONGEST_STEP);
        return steps[k] == 0 ? Double.POSITIVE_INFINITY : 4 * probability / steps16;
    }

    /** Returns the unit in which scores of the k-th parameter are measured. */
    double scale(int k) {
        return scales[k];
    }
}
