package io.github.scorelane.engine.surrogate;

import io.github.scorelane.distribution.HasLogisticForm;
import io.github.scorelane.engine.unit.Magnitude;
import io.github.scorelane.kernel.math.Fma;

/**
 * Quadrature of a law, with its scores. It has points of two kinds. The first, many, are those over which expectations are summed;
 * f is never evaluated there. Behind them come the fewer points at which f is evaluated, the probes: first the bulk, at
 * Gauss–Legendre nodes of the coordinate w, then those in the tails. A grid is made only of a law that it integrates to rounding.
 */
final class Grid {
    /**
     * Most |Σp − 1|, and |E[s]| in units of E|s|, that rounding may leave; a law that is integrated less exactly has no surrogates.
     */
    private static final double TOLERANCE = 1e-11;
    /** Most |Σp − 1| over the probes. */
    private static final double COARSE = 0.02;
    /** Probability below which a probe in a tail is left out, because f may overflow there. */
    private static final double NEGLIGIBLE = 1e-40;

    /** Number of points over which expectations are summed; the probes stand behind them. */
    final int expectations;
    /** Probability that each probe of the bulk stands for by its node in w. */
    final double[] shares;
    /** Values of Legendre polynomials in w, a row for each degree, at all points. */
    final double[][] legendre;
    /** All points. */
    final double[] x;
    /** Probability that each point stands for by the density of the law; 0 where it is below the least double. */
    final double[] weights;
    /** Rows of scores, each divided by a power of two of its own, with the exponent in units, so that squares stay in range. */
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

    /** Makes the grid of a law with a density, at nodes of its logistic coordinate; null if it is not integrated to rounding. */
    static Grid of(Law law, HasLogisticForm form, Nodes nodes) {
        double[] x = new double[nodes.v.length];
        double[] logSlope = new double[x.length];
        form.fromLogistic(nodes.v, x, logSlope, 0, x.length);
        GridLoops.add(logSlope, nodes.logWeights);
        double[] weights = law.densities(x, logSlope);
        Grid grid = new Grid(nodes.expectations, nodes.shares, nodes.legendre(form, x), x, weights, law.scores(x));
        return grid.isExact() ? grid : null;
    }

    /**
     * Makes the grid of a discrete law, at all its atoms; the probes are some of the atoms again. Null if the sums are not exact.
     */
    static Grid of(AtomNodes atoms, double[][] scoresOfAtoms) {
        double[][] scores = new double[scoresOfAtoms.length][];
        for (int p = 0; p < scores.length; p++) {
            scores[p] = atoms.withProbes(scoresOfAtoms[p]);
        }
        Grid grid = new Grid(atoms.count(), atoms.shares(), atoms.legendre(), atoms.x(), atoms.weights(), scores);
        return grid.isExact() ? grid : null;
    }

    /** Makes the grid of a discrete law, at all its atoms, for an f that is evaluated at each; it has no probes of its own. */
    static Grid of(double[] x, double[] probabilities, double[][] scores) {
        Grid grid = new Grid(x.length, new double[0], new double[0][], x, probabilities, scores);
        return grid.isExact() ? grid : null;
    }

    /** Returns the largest relative error of the sums whose exact values are known: Σp = 1, and E[s] = 0 for each row. */
    double error() {
        return error;
    }

    /** Returns the number of probes. */
    int probes() {
        return x.length - expectations;
    }

    /** Tells whether f is evaluated at a probe: everywhere in the bulk, and in a tail where the probability is not negligible. */
    boolean asks(int probe) {
        return probe < shares.length || weights[expectations + probe] > 0;
    }

    /** Returns the number of rows of scores. */
    int rows() {
        return scores.length;
    }

    /** Divides a row of scores by a power of two, and returns its exponent. Scores of points without a probability become 0. */
    private static int scale(double[] row, double[] weights) {
        int unit = unit(largest(row, weights));
        scale(row, -unit);
        return unit;
    }

    /**
     * Divides numbers by a power of two that brings the largest to between 1 and 2, so that squares stay in range; returns its
     * exponent.
     */
    static int scaleToUnit(double[] numbers) {
        int unit = unit(Magnitude.largest(numbers, numbers.length));
        scale(numbers, -unit);
        return unit;
    }

    /** Returns the exponent of a magnitude; 0 where it is 0 or not finite, and dividing would be of no use. */
    static int unit(double largest) {
        return largest > 0 && largest < Double.POSITIVE_INFINITY ? Math.getExponent(largest) : 0;
    }

    /**
     * Sets scores of points without a probability to 0, and returns the largest of the others, times the root of its probability.
     */
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

    /**
     * Multiplies numbers by 2^exponent: by a product, which is faster than {@code scalb} and rounds alike, where the factor is a
     * double.
     */
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

    /** Finds the error of this grid, and tells whether it is no more than rounding. */
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

    /** Returns E[b] of a function b, given by its values at all points. */
    double mean(double[] b) {
        return GridLoops.product(weights, 0, b, expectations);
    }

    /** Returns E[b·s] of a function b and a row s of scores, divided by the row's unit. */
    double mean(double[] b, int row) {
        return GridLoops.product(weights, 0, scores[row], b, expectations);
    }

    /** Returns E|b·s| of a function b and a row s of scores, divided by the row's unit. */
    double magnitude(double[] b, int row) {
        double[] s = scores[row];
        double sum = 0;
        for (int j = 0; j < expectations; j++) {
            sum = Fma.fma(weights[j], Math.abs(b[j] * s[j]), sum);
        }
        return sum;
    }
}
