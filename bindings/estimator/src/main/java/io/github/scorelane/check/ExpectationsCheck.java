package io.github.scorelane.check;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.kernel.math.Fma;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The check of scores by means over draws. The mean of the scores has to be 0; that of their products has to be the negative
 * mean of their slopes; and they have to give the gradients of expectations of bounded functions. Scores of a parameter are
 * measured in units of its {@link Points#scale}.
 */
final class ExpectationsCheck {
    private static final double FALSE_FAILURES = 1e-9;
    private static final int ALL_PAIRS = 6;
    /** The difference of two means that is always allowed, for the rounding of numerical differences. */
    private static final double LEAST = 1e-6;

    /**
     * The least unit in which products of scores are compared with the family's Fisher information. Within it and its
     * reciprocal neither underflows nor overflows.
     */
    private static final double LEAST_SCALE = 1e-290;

    private final Subject subject;
    private final Points points;
    private final Findings findings;
    private final MultivariateDistribution distribution;
    private final int samples;
    private final int block;
    private final int count;
    private final double confidence;
    /** The largest probability of an event that may not have happened in any of the draws. */
    private final double unseen;
    private final Step[] steps;
    private final Mean draws = new Mean();
    private final Mean[] scores;
    private final Pair[] pairs;
    private final boolean[] isTold;
    private final Gradient[] gradients;
    private final double[] y;
    private BoundedFunctions bounded;
    /**
     * The means of the bounded functions g over the first block. They are subtracted from g, which lowers the variance of g
     * times a score and does not change its expectation, as the scores have mean 0.
     */
    private final double[] centres = new double[BoundedFunctions.FUNCTIONS];

    /**
     * The means of s_i s_j and of −∂s_i/∂θ_j, whose expectations are equal. {@code change} is the difference of the slope at
     * two steps, an estimate of its error.
     */
    private static final class Pair {
        private final int i;
        private final int j;
        private final Mean product = new Mean();
        private final Mean slope = new Mean();
        private final Mean sum = new Mean();
        private final Mean change = new Mean();

        Pair(int i, int j) {
            this.i = i;
            this.j = j;
        }
    }

    /**
     * The mean of g s minus the derivative of g along the draws, whose expectation is 0. {@code change} is the difference of
     * the derivative at two steps, an estimate of its error.
     */
    private static final class Gradient {
        private final Mean difference = new Mean();
        private final Mean byScore = new Mean();
        private final Mean change = new Mean();
    }

    ExpectationsCheck(Subject subject, Points points, int samples, Findings findings) {
        this.subject = subject;
        this.points = points;
        this.findings = findings;
        this.samples = samples;
        distribution = subject.distribution();
        block = subject.block();
        count = subject.count();
        confidence = confidence(subject);
        unseen = confidence / samples;
        steps = new Step[count];
        scores = new Mean[count];
        gradients = new Gradient[count * BoundedFunctions.FUNCTIONS];
        List<Pair> all = new ArrayList<>();
        for (int j = 0; j < count; j++) {
            steps[j] = Step.of(subject, j, points.step(j));
            scores[j] = new Mean();
            for (int i = 0; i <= j; i++) {
                if (count <= ALL_PAIRS || i == j || i + 1 == j || i + count / 2 == j) {
                    all.add(new Pair(i, j));
                }
            }
        }
        pairs = all.toArray(Pair[]::new);
        for (int k = 0; k < gradients.length; k++) {
            gradients[k] = new Gradient();
        }
        isTold = new boolean[count];
        Arrays.fill(isTold, true);
        y = new double[block];
    }

    /**
     * Returns the L of the bounds on means. The number of tests in it is more than there are, so that all together fail by
     * chance with less than the allowed probability.
     */
    static double confidence(Subject subject) {
        double tests = 20 + 3.0 * subject.count() + 2.0 * subject.count() * subject.count();
        return StrictMath.log(2 * tests / FALSE_FAILURES);
    }

    void run() {
        double[][] x = subject.columns(block);
        double[][] statistics = new double[distribution.statistics()][block];
        double[][] rows = subject.rows(block);
        double[][] g = new double[BoundedFunctions.FUNCTIONS][block];
        Moved moved = new Moved();
        for (int first = 0; first < samples; first += Math.min(block, samples - first)) {
            int n = Math.min(block, samples - first);
            distribution.sample(Points.STREAM, first, x, statistics, 0, n);
            subject.scoresOfDraws(x, statistics, rows, 0, n);
            for (int k = 0; k < count; k++) {
                divide(subject.row(rows, k), points.scale(k), n);
                scores[k].add(subject.row(rows, k), n);
            }
            functions(first, x, g, n);
            draws.add(g[0], n);
            products(rows, n);
            if (statistics.length > 0) {
                moved.compare(x, rows, n);
            }
            for (int j = 0; j < count; j++) {
                if (steps[j] != null) {
                    moved.slopes(j, x, rows, n);
                    moved.gradients(j, first, g, subject.row(rows, j), n);
                }
            }
        }
        judge();
    }

    private void functions(int first, double[][] x, double[][] g, int n) {
        if (first == 0) {
            bounded = new BoundedFunctions(x);
        }
        for (int f = 0; f < BoundedFunctions.FUNCTIONS; f++) {
            bounded.of(f, x, g[f], n);
            if (first == 0) {
                for (int i = 0; i < n; i++) {
                    centres[f] += g[f][i] / n;
                }
            }
        }
    }

    private void products(double[][] rows, int n) {
        for (Pair pair : pairs) {
            double[] s = subject.row(rows, pair.i);
            double[] t = subject.row(rows, pair.j);
            for (int i = 0; i < n; i++) {
                y[i] = s[i] * t[i];
            }
            pair.product.add(y, n);
        }
    }

    private static void divide(double[] row, double scale, int n) {
        for (int i = 0; i < n; i++) {
            row[i] /= scale;
        }
    }

    /**
     * The scores and draws of the distributions with one parameter moved: up and down by a step, and up and down twice as
     * far.
     */
    private final class Moved {
        private final double[][] x = subject.columns(block);
        private final double[][][] rows = new double[4][][];
        private final double[][][] g = new double[4][BoundedFunctions.FUNCTIONS][block];

        Moved() {
            for (int k = 0; k < rows.length; k++) {
                rows[k] = subject.rows(block);
            }
        }

        private MultivariateDistribution[] distributions(int j) {
            return new MultivariateDistribution[] {steps[j].up(), steps[j].down(), steps[j].farUp(), steps[j].farDown()};
        }

        /**
         * Finds the parameters whose scores cannot be computed from x because it is rounded. The slopes of such scores cannot
         * be computed from x either, and are not judged.
         */
        void compare(double[][] draws, double[][] scoresHere, int n) {
            subject.scores(distribution, draws, 0, rows[0], 0, n);
            for (int k = 0; k < count; k++) {
                double[] ofX = subject.row(rows[0], k);
                double[] right = subject.row(scoresHere, k);
                for (int i = 0; i < n; i++) {
                    isTold[k] &= Math.abs(ofX[i] / points.scale(k) - right[i]) <= 1e-6 * (Math.abs(right[i]) + 1);
                }
            }
        }

        /**
         * Adds slopes of scores by parameter j: the points stay the same, and the scores are those of the moved
         * distributions.
         */
        void slopes(int j, double[][] draws, double[][] scoresHere, int n) {
            MultivariateDistribution[] distributions = distributions(j);
            for (int k = 0; k < rows.length; k++) {
                subject.scores(distributions[k], draws, 0, rows[k], 0, n);
            }
            for (Pair pair : pairs) {
                if (pair.j == j) {
                    double[] near = subject.row(rows[1], pair.i);
                    double[] slope = subject.row(rows[0], pair.i);
                    for (double[][] all : rows) {
                        divide(subject.row(all, pair.i), points.scale(pair.i), n);
                    }
                    steps[j].derivative(slope, near, subject.row(rows[2], pair.i), subject.row(rows[3], pair.i),
                            points.scale(j), n);
                    double[] s = subject.row(scoresHere, pair.i);
                    double[] t = subject.row(scoresHere, j);
                    for (int i = 0; i < n; i++) {
                        near[i] -= slope[i];
                        y[i] = Fma.fma(s[i], t[i], slope[i]);
                        slope[i] = -slope[i];
                    }
                    pair.slope.add(slope, n);
                    pair.sum.add(y, n);
                    pair.change.add(near, n);
                }
            }
        }

        /**
         * Adds derivatives of the bounded functions by parameter j: the random words stay the same, and the draws are those
         * of the moved distributions.
         */
        void gradients(int j, int first, double[][] here, double[] scoresHere, int n) {
            MultivariateDistribution[] distributions = distributions(j);
            for (int k = 0; k < g.length; k++) {
                distributions[k].sample(Points.STREAM, first, x, 0, n);
                for (int f = 0; f < BoundedFunctions.FUNCTIONS; f++) {
                    bounded.of(f, x, g[k][f], n);
                }
            }
            for (int f = 0; f < BoundedFunctions.FUNCTIONS; f++) {
                Gradient gradient = gradients[j * BoundedFunctions.FUNCTIONS + f];
                double[] slope = g[0][f];
                double[] near = g[1][f];
                steps[j].derivative(slope, near, g[2][f], g[3][f], points.scale(j), n);
                double[] function = here[f];
                double centre = centres[f];
                for (int i = 0; i < n; i++) {
                    near[i] -= slope[i];
                    y[i] = (function[i] - centre) * scoresHere[i];
                    slope[i] = y[i] - slope[i];
                }
                gradient.byScore.add(y, n);
                gradient.difference.add(slope, n);
                gradient.change.add(near, n);
            }
        }
    }

    private void judge() {
        for (int k = 0; k < count; k++) {
            judgeMean(k);
        }
        for (Pair pair : pairs) {
            judgePair(pair);
        }
        for (int j = 0; j < count; j++) {
            for (int f = 0; f < BoundedFunctions.FUNCTIONS && steps[j] != null; f++) {
                if (!judgeGradient(j, f)) {
                    break;
                }
            }
        }
    }

    private void judgeMean(int k) {
        Mean mean = scores[k];
        double known = points.fisher() == null ? 0 : points.fisher()[subject.index(k)][subject.index(k)];
        double variance = known > 0 && known < Double.POSITIVE_INFINITY ? 1 : 0;
        // If all scores are one number but the draws are not, then the mean can only be off by rare events that did not
        // happen, which the bound allows for.
        boolean isJudged = mean.isJudged() || mean.isConstant() && draws.isJudged();
        double bound = mean.bound(confidence, variance) + points.unseen(k, unseen);
        if (isJudged && Math.abs(mean.mean()) > bound + LEAST) {
            double scale = points.scale(k);
            findings.add("E[score of " + subject.name(k) + "] is " + number(mean.mean() * scale) + " +- "
                    + number(mean.standardError() * scale) + ", not 0: gradLogPdf or sample is wrong, or logPdf lacks a factor that"
                    + " depends on " + subject.name(k) + ", or that moves the support");
        }
    }

    private void judgePair(Pair pair) {
        double scale = points.scale(pair.i) * points.scale(pair.j);
        String names = subject.name(pair.i) + " and " + subject.name(pair.j);
        double[][] fisher = points.fisher();
        double known = fisher == null || !(scale > LEAST_SCALE && scale < 1 / LEAST_SCALE) ? Double.NaN
                : fisher[subject.index(pair.i)][subject.index(pair.j)] / points.scale(pair.i) / points.scale(pair.j);
        double rare = points.unseen(pair.i, 1) * points.unseen(pair.j, unseen);
        double change = Math.abs(pair.change.mean()) * 2 + rare;
        boolean hasSlope = steps[pair.j] != null && isTold[pair.i];
        if (Double.isFinite(known)) {
            if (isOff(pair.product, known, rare)) {
                findings.add("E[score of " + pair(pair) + "] is " + number(pair.product.mean() * scale) + " +- "
                        + number(pair.product.standardError() * scale) + ", fisherInformation of " + names + " is "
                        + number(known * scale));
            } else if (hasSlope && isOff(pair.slope, known, change)) {
                findings.add("-E[slope of the score of " + subject.name(pair.i) + " by " + subject.name(pair.j) + "] is "
                        + number(pair.slope.mean() * scale) + " +- " + number(pair.slope.standardError() * scale)
                        + ", fisherInformation of " + names + " is " + number(known * scale));
            }
        } else if (hasSlope && pair.product.isJudged() && isOff(pair.sum, 0, change)) {
            findings.add("E[score of " + pair(pair) + "] is " + number(pair.product.mean() * scale)
                    + ", but -E[slope of the score of " + subject.name(pair.i) + " by " + subject.name(pair.j) + "] is "
                    + number(pair.slope.mean() * scale) + ", a difference of " + number(pair.sum.mean() * scale) + " +- "
                    + number(pair.sum.standardError() * scale)
                    + ": gradLogPdf or sample is wrong, or the parameter moves the support");
        }
    }

    private String pair(Pair pair) {
        return pair.i == pair.j ? subject.name(pair.i) + " squared"
                : subject.name(pair.i) + " · score of " + subject.name(pair.j);
    }

    private boolean isOff(Mean mean, double expected, double more) {
        return mean.isJudged() && Math.abs(mean.mean() - expected) > mean.bound(confidence, 0) + more + LEAST;
    }

    private boolean judgeGradient(int j, int f) {
        Gradient gradient = gradients[j * BoundedFunctions.FUNCTIONS + f];
        // Draws that differ much between the parameters may be so rare that none has happened. The bound allows for events as
        // rare as that.
        double rare = steps[j].largest(BoundedFunctions.range(f), points.scale(j)) * unseen + points.unseen(j, unseen);
        if (!gradient.byScore.isJudged() || !isOff(gradient.difference, 0, Math.abs(gradient.change.mean()) * 2 + rare)) {
            return true;
        }
        double scale = points.scale(j);
        findings.add("the derivative of E[" + BoundedFunctions.name(f) + "] by " + subject.name(j) + " is "
                + number(gradient.byScore.mean() * scale) + " by the scores, "
                + number((gradient.byScore.mean() - gradient.difference.mean()) * scale) + " by differences of draws, +- "
                + number(gradient.difference.standardError() * scale) + ", with " + bounded.t()
                + ": sample and gradLogPdf are not of the same family");
        return false;
    }

    static String number(double x) {
        return Findings.estimate(x);
    }
}
