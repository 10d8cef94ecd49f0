package io.github.scorelane.engine.surrogate;

import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;

/**
 * Fit of a surrogate h of one coordinate to the values of f at the probes of a {@link Grid}: a polynomial in x, a series of
 * Legendre polynomials in w, or both, of several lengths. It takes the candidate that leaves the least variance of (f − h)s, for
 * all rows s of scores together, with a charge for each coefficient; and none if the best constant does nearly as well.
 *
 * <p>Variances are sums over the probes that h is fitted to. With κ coefficients per probe, a fit to noise leaves there about 1 − κ
 * of the variance and elsewhere 1 + κ. A candidate's variance is multiplied by the ratio of the two, so that an f that varies from
 * point to point like noise is found not to be worth a surrogate.
 */
final class SeriesFit {
    /** Degrees of the series and of the polynomials that are tried. */
    private static final int[] DEGREES = {6, 12, 24};
    private static final int[] POWERS = {0, 2, 4};
    /**
     * Most variance that a surrogate may leave, in the geometric mean over the rows, as a part of what the best constant leaves.
     */
    private static final double WORTH = 0.75;
    /** Most variance that it may leave in any one row, as such a part. */
    private static final double BEARABLE = 0.95;
    /** Most variance that one constant for all rows may leave in a row, as a part of what the row's best constant leaves. */
    private static final double ALL_BUT_THE_BEST = 1.03;
    /** Variance that a coefficient has to save to be worth its time, as a part. */
    private static final double COST = 0.01;
    /** Part of a variance below which there is rounding alone. */
    private static final double NOTHING = 1e-22;

    private final Grid grid;
    private final Powers powers;
    /** Highest degree of a series. */
    private final int maxDegree;
    /** Values of f at the probes, divided by 2^unit. */
    private final double[] f;
    private final int unit;
    /** Mean of f. */
    private double mean;
    /** Variances that the best constant leaves, and that no constant leaves, for each row. */
    private final double[] best;
    private final double[] plain;
    /** Score of the best candidate so far: the mean logarithm of the parts of the variances that it leaves, with its charge. */
    private double leastScore = Math.log(WORTH);
    /** Coefficients of the best candidate so far; each null where it has none. */
    private double[] bestSeries;
    private double[] bestPowers;
    /** Standard deviations of (f − h)s for each row, and of f − h; the first is null while there is no candidate. */
    private double[] deviations;
    private double valueDeviation;

    private SeriesFit(Grid grid, int polynomialDegree, int maxDegree, double[] values) {
        this.grid = grid;
        this.maxDegree = maxDegree;
        powers = Powers.of(grid, polynomialDegree);
        f = values.clone();
        unit = Grid.scaleToUnit(f);
        best = new double[grid.rows()];
        plain = new double[grid.rows()];
    }

    /**
     * Finds the best fit.
     *
     * @param grid the quadrature of the law
     * @param polynomialDegree the highest degree of a polynomial in x
     * @param maxDegree the highest degree of a series in w
     * @param values the values of f at the probes
     * @param constants whether h may be a constant; over atoms it may not, because f may differ from each atom to the next, and the
     *     values at some atoms then tell little of its variance
     * @return the fit; null if none is worth it
     */
    static SeriesFit of(Grid grid, int polynomialDegree, int maxDegree, double[] values, boolean constants) {
        SeriesFit fit = new SeriesFit(grid, polynomialDegree, maxDegree, values);
        fit.findConstants();
        fit.findBest();
        if (fit.deviations == null && constants) {
            fit.tryConstants();
        }
        return fit.deviations == null ? null : fit;
    }

    /** Finds the variance of each row that the best of no constant, the mean of f and the optimal constant leaves. */
    private void findConstants() {
        mean = GridLoops.product(grid.weights, grid.expectations, f, f.length)
                / GridLoops.sum(grid.weights, grid.expectations, grid.expectations + f.length);
        for (int p = 0; p < grid.rows(); p++) {
            plain[p] = variance(f, 0, p, 1);
            double optimal = optimalConstant(grid.scores[p]);
            best[p] = Math.min(plain[p], Math.min(variance(f, mean, p, 1), variance(f, optimal, p, 1)));
        }
    }

    /** Returns the constant that leaves the least variance of a row, E[f s²]/E[s²]; 0 if all scores are 0. */
    private double optimalConstant(double[] s) {
        double fss = 0;
        double ss = 0;
        for (int j = 0; j < f.length; j++) {
            double square = weight(j) * s[grid.expectations + j] * s[grid.expectations + j];
            fss = Fma.fma(square, f[j], fss);
            ss += square;
        }
        return ss > 0 ? fss / ss : 0;
    }

    /**
     * Takes the constant 0 or the mean of f as a surrogate, if it is nearly the best constant for every row. No variance is saved
     * by that beside the best constant; but the variance is then known before a sample is drawn, tails and rare events included.
     */
    private void tryConstants() {
        for (double constant : new double[] {0, mean}) {
            boolean isBest = false;
            boolean isGood = true;
            for (int p = 0; p < grid.rows(); p++) {
                double left = variance(f, constant, p, 1);
                isGood &= left <= ALL_BUT_THE_BEST * best[p];
                isBest |= left > NOTHING * plain[p];
            }
            if (isGood && isBest) {
                take(GridLoops.less(f, constant), null, new double[] {constant});
                return;
            }
        }
    }

    /** Returns the probability that a probe stands for. */
    private double weight(int probe) {
        return grid.weights[grid.expectations + probe];
    }

    /** Returns the variance of (r − b)s for a row s of scores, with the squares of the bulk multiplied by a factor. */
    private double variance(double[] r, double b, int row, double factor) {
        double[] s = grid.scores[row];
        double sum = 0;
        double bulk = 0;
        double tails = 0;
        for (int j = 0; j < r.length; j++) {
            double term = (r[j] - b) * s[grid.expectations + j];
            double weighted = weight(j) * term;
            sum += weighted;
            if (j < grid.shares.length) {
                bulk = Fma.fma(weighted, term, bulk);
            } else {
                tails = Fma.fma(weighted, term, tails);
            }
        }
        return Math.max(0, Fma.fma(factor, bulk, tails) - sum * sum);
    }

    /** Returns the variance of r. */
    private double valueVariance(double[] r) {
        double sum = 0;
        double squares = 0;
        for (int j = 0; j < r.length; j++) {
            double weighted = weight(j) * r[j];
            sum += weighted;
            squares = Fma.fma(weighted, r[j], squares);
        }
        return Math.max(0, squares - sum * sum);
    }

    /** Tries all candidates: with each polynomial, the series of each length for what the polynomial leaves. */
    private void findBest() {
        for (int degree : POWERS) {
            if (degree > 0 && (powers == null || degree > powers.degree())) {
                continue;
            }
            double[] r = f.clone();
            double[] byPowers = degree == 0 ? null : powers.subtract(degree, r);
            if (degree > 0) {
                judge(r, null, byPowers);
            }
            double[] series = project(r);
            int k = 0;
            for (int length : DEGREES) {
                for (; k <= length && k <= maxDegree; k++) {
                    GridLoops.add(-series[k], grid.legendre[k], grid.expectations, r, r.length);
                }
                if (length <= maxDegree) {
                    judge(r, Arrays.copyOf(series, length + 1), byPowers);
                }
            }
        }
    }

    /** Returns the coefficients of Legendre polynomials, c_k = (2k + 1)/2·∫ r P_k dw, by the quadrature of the bulk. */
    private double[] project(double[] r) {
        double[] c = new double[maxDegree + 1];
        double[] shared = new double[grid.shares.length];
        GridLoops.multiply(grid.shares, 0, r, shared);
        int k = 0;
        for (; k + 3 <= maxDegree; k += 4) {
            project(shared, k, c);
        }
        for (; k <= maxDegree; k++) {
            c[k] = (2 * k + 1) * GridLoops.product(grid.legendre[k], grid.expectations, shared, shared.length);
        }
        return c;
    }

    /** Computes four coefficients at once: one sum waits for each of its additions, four sums run side by side. */
    private void project(double[] shared, int k, double[] c) {
        double[] p0 = grid.legendre[k];
        double[] p1 = grid.legendre[k + 1];
        double[] p2 = grid.legendre[k + 2];
        double[] p3 = grid.legendre[k + 3];
        int first = grid.expectations;
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        for (int j = 0; j < shared.length; j++) {
            sum0 = Fma.fma(shared[j], p0[first + j], sum0);
            sum1 = Fma.fma(shared[j], p1[first + j], sum1);
            sum2 = Fma.fma(shared[j], p2[first + j], sum2);
            sum3 = Fma.fma(shared[j], p3[first + j], sum3);
        }
        c[k] = (2 * k + 1) * sum0;
        c[k + 1] = (2 * k + 3) * sum1;
        c[k + 2] = (2 * k + 5) * sum2;
        c[k + 3] = (2 * k + 7) * sum3;
    }

    /** Takes a candidate, which leaves r = f − h at the probes, if it is better than those before it. */
    private void judge(double[] r, double[] series, double[] byPowers) {
        int count = (series == null ? 0 : series.length) + (byPowers == null ? 0 : byPowers.length);
        double kappa = Math.min(0.9, (double) count / grid.shares.length);
        double factor = (1 + kappa) / (1 - kappa);
        double score = Math.log1p(COST * count);
        int rows = 0;
        for (int p = 0; p < grid.rows(); p++) {
            if (best[p] <= NOTHING * plain[p]) {
                continue;
            }
            double left = variance(r, 0, p, factor) / best[p];
            if (!(left < BEARABLE)) {
                return;
            }
            rows++;
            score += Math.log(Math.max(left, NOTHING)) / grid.rows();
        }
        if (rows > 0 && score < leastScore) {
            leastScore = score;
            take(r, series, byPowers);
        }
    }

    /** Takes a candidate as the best one. */
    private void take(double[] r, double[] series, double[] byPowers) {
        bestSeries = series;
        bestPowers = byPowers;
        deviations = new double[grid.rows()];
        for (int p = 0; p < deviations.length; p++) {
            deviations[p] = Math.sqrt(variance(r, 0, p, 1));
        }
        valueDeviation = Math.sqrt(valueVariance(r));
    }

    /** Returns the coefficients of the series in Legendre polynomials, or null where there is none. */
    double[] series() {
        return bestSeries == null ? null : scaled(bestSeries, unit);
    }

    /** Returns the coefficients of the polynomial by powers of t, or null where there is none. */
    double[] byPowers() {
        return bestPowers == null ? null : scaled(bestPowers, unit);
    }

    /** Returns the number that is subtracted from x in t = (x − mean)·inverse. */
    double mean() {
        return powers == null ? 0 : powers.mean();
    }

    /** Returns the factor in t = (x − mean)·inverse. */
    double inverse() {
        return powers == null ? 1 : powers.inverse();
    }

    /** Returns the values of h at all points of the grid, divided by the unit of f. */
    double[] values() {
        double[] h = new double[grid.x.length];
        if (bestPowers != null && bestPowers.length > 1) {
            h = powers.values(bestPowers);
        } else if (bestPowers != null) {
            Arrays.fill(h, bestPowers[0]);
        }
        for (int k = 0; bestSeries != null && k < bestSeries.length; k++) {
            GridLoops.add(bestSeries[k], grid.legendre[k], 0, h, h.length);
        }
        return h;
    }

    /** Returns the values of h at the first points of the grid. */
    double[] table(int count) {
        return scaled(Arrays.copyOf(values(), count), unit);
    }

    /** Returns what is known of h and of f − h. */
    Surrogate.Known known() {
        double[] plainDeviations = new double[grid.rows()];
        for (int p = 0; p < plain.length; p++) {
            plainDeviations[p] = Math.sqrt(plain[p]);
        }
        return Expectations.known(grid, values(), unit, valueDeviation, deviations, plainDeviations);
    }

    private static double[] scaled(double[] numbers, int exponent) {
        double[] scaled = numbers.clone();
        Grid.scale(scaled, exponent);
        return scaled;
    }
}
