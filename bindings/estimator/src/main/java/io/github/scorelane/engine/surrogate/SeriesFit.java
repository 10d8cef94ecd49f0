package io.github.scorelane.engine.surrogate;

import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;

/**
 * Fits h to the values of f at the points of a {@link Grid}: a polynomial in x, a series of Legendre polynomials in w, or both, of
 * several lengths; and judges which leaves least of the variance of (f − h)s, for all rows s of scores together.
 *
 * <p>Variances are sums over the same points. What a fit of κ coefficients per point leaves there is too little by about 1 − κ, and
 * what it leaves elsewhere too much by 1 + κ: their ratio is put on a candidate, so that an f that varies from point to point
 * like noise is found not to be worth a surrogate.
 */
final class SeriesFit {
    private static final int[] DEGREES = {6, 12, 24};
    private static final int[] POWERS = {0, 2, 4};
    /** A surrogate has to leave less than this part of the variance that the best constant leaves, on average, */
    private static final double WORTH = 0.75;
    /** and of no row more than this part. */
    private static final double BEARABLE = 0.95;
    /** The ratio of the variance that a constant for all rows may leave to the variance that the best of each leaves. */
    private static final double ALL_BUT_THE_BEST = 1.03;
    /** The cost of a coefficient in time, as a part of the variance. */
    private static final double COST = 0.01;
    /** Below this part of a variance there is rounding alone. */
    private static final double NOTHING = 1e-22;

    private final Grid grid;
    private final Powers powers;
    private final int maxDegree;
    /** Values of f, in a unit that is a power of two. */
    private final double[] f;
    private final int unit;
    private double mean;
    private final double[] best;
    private final double[] plain;
    private double leastScore = Math.log(WORTH);
    private double[] bestSeries;
    private double[] bestPowers;
    private double[] deviations;
    private double valueDeviation;

    private SeriesFit(Grid grid, int polynomialDegree, int maxDegree, double[] values) {
        this.grid = grid;
        this.maxDegree = maxDegree;
        powers = Powers.of(grid, polynomialDegree);
        f = values.clone();
        unit = scale(f);
        best = new double[grid.rows()];
        plain = new double[grid.rows()];
    }

    /**
     * The best fit; null if none is worth it.
     *
     * @param constants whether a constant may be one: of an f of atoms, which may differ from each to the next, points tell little
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

    private static int scale(double[] f) {
        double largest = 0;
        for (double value : f) {
            largest = Math.max(largest, Math.abs(value));
        }
        int unit = largest > 0 ? Math.getExponent(largest) : 0;
        Grid.scale(f, -unit);
        return unit;
    }

    /** Finds what the best of no constant, the mean and the optimal constant leaves of each row's variance. */
    private void findConstants() {
        mean = GridLoops.product(grid.weights, grid.expectations, f, f.length)
                / GridLoops.sum(grid.weights, grid.expectations, grid.expectations + f.length);
        for (int p = 0; p < grid.rows(); p++) {
            plain[p] = variance(f, 0, p, 1);
            double optimal = optimalConstant(grid.scores[p]);
            best[p] = Math.min(plain[p], Math.min(variance(f, mean, p, 1), variance(f, optimal, p, 1)));
        }
    }

    /** E[f s²]/E[s²]; 0 if the scores are. */
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
     * Takes nothing or the mean of f as a surrogate, if one of them is all but the best constant for every row: then at least the
     * variance is known beforehand, tails and rare events included.
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

    private double weight(int probe) {
        return grid.weights[grid.expectations + probe];
    }

    /** The variance of (r − b)s of a row, what lies in the bulk multiplied by a factor. */
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

    /** Coefficients of Legendre polynomials: c_k = (2k + 1)/2·∫ r P_k dw. */
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

    /** Four coefficients at once, whose sums do not wait for each other. */
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

    /** Takes a candidate, of which r = f − h is left, if it is better than those before it. */
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

    private void take(double[] r, double[] series, double[] byPowers) {
        bestSeries = series;
        bestPowers = byPowers;
        deviations = new double[grid.rows()];
        for (int p = 0; p < deviations.length; p++) {
            deviations[p] = Math.sqrt(variance(r, 0, p, 1));
        }
        valueDeviation = Math.sqrt(valueVariance(r));
    }

    /** Legendre coefficients of the series, or null. */
    double[] series() {
        return bestSeries == null ? null : scaled(bestSeries, unit);
    }

    /** Coefficients by powers of t, or null. */
    double[] byPowers() {
        return bestPowers == null ? null : scaled(bestPowers, unit);
    }

    /** The mean in t = (x − mean)·inverse. */
    double mean() {
        return powers == null ? 0 : powers.mean();
    }

    double inverse() {
        return powers == null ? 1 : powers.inverse();
    }

    /** Values of h at all points, in the unit of f. */
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

    /** Values of h at the first points. */
    double[] table(int count) {
        return scaled(Arrays.copyOf(values(), count), unit);
    }

    /** The known expectations of h and f − h. */
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
