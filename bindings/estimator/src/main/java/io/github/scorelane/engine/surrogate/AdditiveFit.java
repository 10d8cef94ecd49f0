package io.github.scorelane.engine.surrogate;

import io.github.scorelane.distribution.HasLogisticForm;
import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;

/**
 * Fit of an additive surrogate, a sum of functions of one coordinate each, for samples with independent coordinates. f is evaluated
 * at pilot samples that are drawn for that alone, so that the fit is independent of the samples of the run. Several bases are
 * fitted to three quarters of the pilot samples, and the last quarter judges them; the best one, if it is better than a constant,
 * is fitted again to all pilot samples.
 */
final class AdditiveFit {
    /** Most variance that a surrogate may leave, on average over the rows of scores, as a part of what the best constant leaves. */
    private static final double WORTH = 0.75;
    /** Fewest pilot samples for each coefficient, so that the fit does not follow the noise of its samples. */
    private static final int SAMPLES_PER_COEFFICIENT = 12;
    /** Bases that are tried: whether powers of the coordinate are in them, and the degree of their series. */
    private static final boolean[] WITH_POWERS = {false, true, true};
    private static final int[] DEGREES = {3, 0, 6};

    private final ProductLaw law;
    private final HasLogisticForm[] forms;
    private final Grid[] grids;
    private final double[][] x;
    private final double[] y;
    /** Exponent of the power of two that y was divided by. */
    private final int unit;
    /** Scores of the last quarter, each row divided by the power of two whose exponent stands in {@link #exponents}. */
    private final double[][] scores;
    private final int[] exponents;
    /** Number of the first pilot samples, to which bases are fitted; the others judge. */
    private final int training;
    /** Mean of y over the samples that are fitted to. */
    private double mean;
    /** Variances that the better of no constant and the mean leaves, and that no constant leaves, for each row. */
    private final double[] best;
    private final double[] plain;

    private AdditiveFit(ProductLaw law, double[][] x, double[] values, double[][] scores, int training) {
        this.law = law;
        forms = new HasLogisticForm[law.coordinates().length];
        grids = new Grid[forms.length];
        for (int d = 0; d < forms.length; d++) {
            forms[d] = law.coordinates()[d].logisticForm();
            grids[d] = forms[d] == null ? null : Grid.of(law.coordinates()[d], forms[d], Nodes.MANY);
        }
        this.x = x;
        this.training = training;
        y = values;
        unit = Grid.scaleToUnit(y);
        this.scores = scores;
        exponents = new int[scores.length];
        for (int p = 0; p < scores.length; p++) {
            exponents[p] = Grid.scaleToUnit(scores[p]);
        }
        best = new double[scores.length];
        plain = new double[scores.length];
    }

    /**
     * Finds a surrogate by the given number of pilot samples; null if none is better than a constant or f is not finite at one of
     * them.
     */
    static Surrogate find(ProductLaw law, PilotDraws draws, ProbedFunction f, int samples) {
        int dimension = law.coordinates().length;
        int training = samples / 4 * 3;
        double[][] x = new double[dimension][samples];
        double[] values = new double[samples];
        double[][] scores = new double[law.rows()][samples - training];
        if (!draw(draws, f, x, values, scores, training)) {
            return null;
        }
        AdditiveFit fit = new AdditiveFit(law, x, values, scores, training);
        fit.findConstants();
        return fit.best();
    }

    /** Draws the pilot samples and evaluates f there; returns false where f throws or is not finite. */
    private static boolean draw(PilotDraws draws, ProbedFunction f, double[][] x, double[] values, double[][] scores,
            int training) {
        int samples = values.length;
        int block = Math.min(ProbedFunction.BLOCK, samples);
        double[][] columns = new double[x.length][block];
        double[][] rows = new double[scores.length][block];
        double[] ofBlock = new double[block];
        for (int first = 0; first < samples; first += block) {
            int n = Math.min(block, samples - first);
            draws.draw(first, n, columns, rows);
            Arrays.fill(ofBlock, Double.NaN);
            if (!f.evaluate(columns, n, ofBlock)) {
                return false;
            }
            for (int d = 0; d < x.length; d++) {
                System.arraycopy(columns[d], 0, x[d], first, n);
            }
            System.arraycopy(ofBlock, 0, values, first, n);
            for (int s = Math.max(first, training); s < first + n; s++) {
                for (int p = 0; p < rows.length; p++) {
                    scores[p][s - training] = rows[p][s - first];
                }
            }
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** Finds the variances that constants leave, with which surrogates are compared. */
    private void findConstants() {
        for (int s = 0; s < training; s++) {
            mean += y[s] / training;
        }
        for (int p = 0; p < best.length; p++) {
            plain[p] = variance(y, 0, p, training, y.length);
            best[p] = Math.min(plain[p], variance(y, mean, p, training, y.length));
        }
    }

    /** Returns the variance of (r − b)s, s a row of scores, over the samples of the last quarter from one index up to another. */
    private double variance(double[] r, double b, int row, int begin, int end) {
        double sum = 0;
        double squares = 0;
        int count = end - begin;
        for (int s = begin; s < end; s++) {
            double term = (r[s] - b) * scores[row][s - training];
            sum += term;
            squares = Fma.fma(term, term, squares);
        }
        return Math.max(0, squares - sum * sum / count) / count;
    }

    /** Tries all bases, and returns the fit of the best one. */
    private Surrogate best() {
        double least = WORTH;
        CoordinateBasis[] bases = null;
        for (int trial = 0; trial < DEGREES.length; trial++) {
            CoordinateBasis[] tried = bases(WITH_POWERS[trial], DEGREES[trial]);
            if (tried == null || count(tried) * SAMPLES_PER_COEFFICIENT > training) {
                continue;
            }
            double left = left(tried);
            if (left < least) {
                least = left;
                bases = tried;
            }
        }
        return bases == null ? null : fitted(bases);
    }

    /** Creates the bases of all coordinates, null for a coordinate whose law is not known closely enough; null if all are. */
    private CoordinateBasis[] bases(boolean withPowers, int degree) {
        CoordinateBasis[] bases = new CoordinateBasis[law.coordinates().length];
        boolean any = false;
        for (int d = 0; d < bases.length; d++) {
            bases[d] = CoordinateBasis.of(forms[d], grids[d], withPowers, degree);
            any |= bases[d] != null;
        }
        return any ? bases : null;
    }

    private static int count(CoordinateBasis[] bases) {
        int count = 0;
        for (CoordinateBasis basis : bases) {
            count += basis == null ? 0 : basis.count();
        }
        return count;
    }

    /** Returns the values of all functions at all pilot samples, a row for each function, and a last row of ones. */
    private double[][] values(CoordinateBasis[] bases) {
        double[][] values = new double[count(bases) + 1][y.length];
        int at = 0;
        for (int d = 0; d < bases.length; d++) {
            if (bases[d] != null) {
                bases[d].evaluate(x[d], y.length, values, at);
                at += bases[d].count();
            }
        }
        Arrays.fill(values[at], 1);
        return values;
    }

    /**
     * Fits a basis, and returns the variance that it leaves in the last quarter as a part of what the best constant leaves, on
     * average over the rows of scores.
     */
    private double left(CoordinateBasis[] bases) {
        double[][] b = values(bases);
        double[] c = LinearLeastSquares.fit(b, y, training);
        if (c == null) {
            return 1;
        }
        double[] r = y.clone();
        for (int k = 0; k < b.length; k++) {
            for (int s = 0; s < r.length; s++) {
                r[s] = Fma.fma(-c[k], b[k][s], r[s]);
            }
        }
        // Each half of the judging samples has to find the fit good, since one alone does so by chance in too many runs.
        int middle = (training + y.length) / 2;
        return Math.max(left(r, training, middle), left(r, middle, y.length));
    }

    /** Returns that part of the variance for given residuals, over the samples from one index up to another. */
    private double left(double[] r, int begin, int end) {
        double sum = 0;
        int rows = 0;
        for (int p = 0; p < best.length; p++) {
            double constant = Math.min(variance(y, 0, p, begin, end), variance(y, mean, p, begin, end));
            if (best[p] > 0 && constant > 0) {
                sum += variance(r, 0, p, begin, end) / constant;
                rows++;
            }
        }
        return rows == 0 || !(sum >= 0) ? 1 : sum / rows;
    }

    /** Fits a basis to all pilot samples, and makes the surrogate of it with its known expectations. */
    private Surrogate fitted(CoordinateBasis[] bases) {
        double[] c = LinearLeastSquares.fit(values(bases), y, y.length);
        if (c == null) {
            return null;
        }
        for (int k = 0; k < c.length; k++) {
            c[k] = Math.scalb(c[k], unit);
        }
        double intercept = c[c.length - 1];
        double[] gradient = new double[law.rows()];
        double[] rounding = new double[law.rows()];
        double[] plainDeviations = new double[law.rows()];
        CoordinateFunction[] functions = new CoordinateFunction[bases.length];
        int at = 0;
        double valueRounding = Math.ulp(intercept);
        for (int d = 0; d < bases.length; d++) {
            if (bases[d] == null) {
                continue;
            }
            functions[d] = bases[d].sum(c, at);
            for (int k = 0; k < bases[d].count(); k++) {
                valueRounding += Math.abs(c[at + k]) * bases[d].error();
                for (int row = 0; row < bases[d].rows(); row++) {
                    int p = law.rowIndex()[d][row];
                    gradient[p] = Fma.fma(c[at + k], bases[d].gradient(k, row), gradient[p]);
                    rounding[p] += Math.abs(c[at + k]) * bases[d].magnitude(k, row) * bases[d].error();
                }
            }
            at += bases[d].count();
        }
        for (int p = 0; p < plainDeviations.length; p++) {
            plainDeviations[p] = Math.scalb(Math.sqrt(plain[p]), unit + exponents[p]);
        }
        return new Surrogate(new Surrogate.Known(intercept, gradient, 0, new double[law.rows()], plainDeviations,
                valueRounding, rounding), intercept, functions);
    }
}
