package io.github.scorelane.engine.surrogate;

import io.github.scorelane.distribution.HasLogisticForm;
import io.github.scorelane.kernel.math.Fma;

/**
 * A law at points of two kinds: those of which its expectations are sums, and behind them those at which f is asked, of which the
 * first, the bulk, are Gauss–Legendre nodes of the coordinate w and the others lie in the tails beyond.
 */
final class Grid {
    /** The largest |Σp − 1|, and |E[s]| in units of E|s|, of rounding; a law that is integrated less exactly has no surrogates. */
    private static final double TOLERANCE = 1e-11;
    /** The same of the fewer points at which f is asked. */
    private static final double COARSE = 0.02;
    /** Where f is asked in a tail, points of less probability than this are left out: f may overflow there. */
    private static final double NEGLIGIBLE = 1e-40;

    final int expectations;
    final double[] shares;
    final double[][] legendre;
    final double[] x;
    /** The probability that a point stands for; 0 where it is below the least double. */
    final double[] weights;
    /** The rows of scores, each in a unit of its own, a power of two, so that squares neither overflow nor underflow. */
    final double[][] scores;
    final int[] units;
    private double error;

    private Grid(int expectations, double[] shares, double[][] legendre, double[] x, double[] weights, double[][] scores) {
        this.expectations = expectations;
        this.shares = shares;
        this.legendre = legendre;
        this.x = x;
        this.weights = weights;
        this.scores = scores;
        for (int j = expectations + shares.length; j < weights.length; j++) {
            weights[j] = weights[j] < NEGLIGIBLE ? 0 : weights[j];
        }
        units = new int[scores.length];
        for (int p = 0; p < scores.length; p++) {
            units[p] = scale(scores[p], weights);
        }
    }

    /** Places a law with a density on nodes of its logistic coordinate; null if it is not integrated to rounding. */
    static Grid of(Law law, HasLogisticForm form, Nodes nodes) {
        double[] x = new double[nodes.v.length];
        double[] logSlope = new double[x.length];
        form.fromLogistic(nodes.v, x, logSlope, 0, x.length);
        GridLoops.add(logSlope, nodes.logWeights);
        double[] weights = law.densities(x, logSlope);
        Grid grid = new Grid(nodes.expectations, nodes.shares, nodes.legendre(form, x), x, weights, law.scores(x));
        return grid.isExact() ? grid : null;
    }

    /** Places a discrete law on all its atoms; the points at which f is asked are some of them again. */
    static Grid of(AtomNodes atoms, double[][] scoresOfAtoms) {
        double[][] scores = new double[scoresOfAtoms.length][];
        for (int p = 0; p < scores.length; p++) {
            scores[p] = atoms.withProbes(scoresOfAtoms[p]);
        }
        Grid grid = new Grid(atoms.count(), atoms.shares(), atoms.legendre(), atoms.x(), atoms.weights(), scores);
        return grid.isExact() ? grid : null;
    }

    /** Places a discrete law on all its atoms, at each of which f is asked. */
    static Grid of(double[] x, double[] probabilities, double[][] scores) {
        Grid grid = new Grid(x.length, new double[0], new double[0][], x, probabilities, scores);
        return grid.isExact() ? grid : null;
    }

    /** The largest relative error of a sum over the points of which the exact value is known: of all probabilities, and of E[s]. */
    double error() {
        return error;
    }

    int probes() {
        return x.length - expectations;
    }

    /** Tells whether f is asked at one of the last points: in the tails, where there is a probability. */
    boolean asks(int probe) {
        return probe < shares.length || weights[expectations + probe] > 0;
    }

    int rows() {
        return scores.length;
    }

    /** Divides a row by a power of two and returns the exponent; where a point has no probability, its score is of no account. */
    private static int scale(double[] row, double[] weights) {
        double largest = largest(row, weights);
        int unit = largest > 0 && largest < Double.POSITIVE_INFINITY ? Math.getExponent(largest) : 0;
        scale(row, -unit);
        return unit;
    }

    /** Sets scores of points without a probability to 0, and finds the largest of the others. */
    private static double largest(double[] row, double[] weights) {
        double largest = 0;
        for (int j = 0; j < row.length; j++) {
            if (!(weights[j] > 0)) {
                row[j] = 0;
            }
            largest = Math.max(largest, Math.abs(row[j]) * Math.sqrt(Math.min(1, weights[j])));
        }
        return largest;
    }

    /** Multiplies numbers by 2^exponent: by one product each where that is a number, which rounds as {@code scalb} does. */
    static void scale(double[] numbers, int exponent) {
        if (Math.abs(exponent) <= Double.MAX_EXPONENT - 1) {
            GridLoops.scale(numbers, Math.scalb(1.0, exponent), numbers.length);
        } else {
            scaleByFar(numbers, exponent);
        }
    }

    private static void scaleByFar(double[] numbers, int exponent) {
        for (int j = 0; j < numbers.length; j++) {
            numbers[j] = Math.scalb(numbers[j], exponent);
        }
    }

    private boolean isExact() {
        double coarse = GridLoops.sum(weights, expectations, x.length);
        error = Math.abs(GridLoops.sum(weights, 0, expectations) - 1);
        if (!(error <= TOLERANCE && (probes() == 0 || Math.abs(coarse - 1) <= COARSE))) {
            return false;
        }
        for (double[] row : scores) {
            double sum = mean(row);
            double magnitude = mean(GridLoops.magnitudes(row));
            if (!(Math.abs(sum) <= TOLERANCE * magnitude)) {
                return false;
            }
            error = Math.max(error, magnitude > 0 ? Math.abs(sum) / magnitude : 0);
        }
        return true;
    }

    /** E[b] of a function with some values at all points. */
    double mean(double[] b) {
        return GridLoops.product(weights, 0, b, expectations);
    }

    /** E[b·s] of a row of scores, in the row's unit. */
    double mean(double[] b, int row) {
        return GridLoops.product(weights, 0, scores[row], b, expectations);
    }

    /** E|b·s| of a row of scores, in the row's unit. */
    double magnitude(double[] b, int row) {
        double[] s = scores[row];
        double sum = 0;
        for (int j = 0; j < expectations; j++) {
            sum = Fma.fma(weights[j], Math.abs(b[j] * s[j]), sum);
        }
        return sum;
    }
}
