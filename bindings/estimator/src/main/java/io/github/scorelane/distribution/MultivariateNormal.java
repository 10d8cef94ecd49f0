package io.github.scorelane.distribution;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.family.NormalSampler;
import io.github.scorelane.kernel.family.ScaledNumber;
import io.github.scorelane.kernel.family.TriangularKernel;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.stream.SplitStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * The multivariate normal distribution N(μ, L·Lᵀ) has the mean μ and the covariance L·Lᵀ, where the Cholesky factor L is
 * lower triangular with a positive diagonal. Its parameters are the D means, "mean[0]" …, and then L row by row,
 * "cholesky[0][0]", "cholesky[1][0]", "cholesky[1][1]" …
 *
 * <p>With ε = L⁻¹(x − μ) and w = L⁻ᵀε, the log density and the scores are
 *
 * <pre>
 *     log p         = −εᵀε/2 − Σ ln L_ii − (D/2) ln 2π
 *     ∂ log p/∂μ_i  = w_i          ∂ log p/∂L_ij = w_i ε_j − [i = j]/L_ii
 * </pre>
 *
 * <p>A draw is L·ε + μ, where ε_d is drawn from {@code stream.column(d, D)}. A sample's statistics are ε and w, so that each
 * score costs one operation. Without statistics, ε and w have to be solved for from x once for each range of parameters.
 *
 * <p>There are D(D + 3)/2 parameters. For each of them an estimate keeps 384 bytes for each thread, and as many for each
 * doubling of the number of blocks of 1024 samples: with D = 1000 that is 200 MB for one block, and 800 MB for four.
 */
public final class MultivariateNormal
        implements MultivariateDistribution, HasFisherInformation, HasVectorHessian, HasUnconstrainedVectorForm,
        HasStandardNormalForm, Serializable {
    /** The largest number of coordinates. */
    public static final int MAX_DIMENSION = 1000;

    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
    /**
     * The largest difference of two elements of a covariance that should be equal, as a part of the product of both standard
     * deviations. A smaller one is taken for rounding.
     */
    private static final double ASYMMETRY = 1e-10;

    private final double[] mean;
    /**
     * The rows of L, one after the other, each up to its diagonal. Element (i, j) has the number of the pair (j, i) in
     * {@link Pairs}, so that {@link Pairs#second} gives its row.
     */
    private final double[] factor;
    private final double[] factorByColumns;
    /**
     * The matrices that second derivatives need, or null before they are first asked for. Threads may race to make them
     * without a lock: whichever wins, the values are the same, and all the fields are final.
     */
    private transient MultivariateNormalHessian secondDerivatives;

    private MultivariateNormal(double[] mean, double[] factor) {
        this.mean = mean;
        this.factor = factor;
        for (int i = 0; i < mean.length; i++) {
            if (!Double.isFinite(mean[i])) {
                Parameters.requireFinite("mean[" + i + "]", mean[i]);
            }
            int row = TriangularKernel.row(i);
            for (int j = 0; j < i; j++) {
                if (!Double.isFinite(factor[row + j])) {
                    Parameters.requireFinite(factorName(i, j), factor[row + j]);
                }
            }
            Parameters.requireScale(factorName(i, i), factor[row + i]);
        }
        factorByColumns = TriangularKernel.byColumns(factor, mean.length);
    }

    /**
     * Creates a multivariate normal distribution with a given Cholesky factor of the covariance.
     *
     * @param mean μ, 1 to {@value #MAX_DIMENSION} finite numbers; copied
     * @param lowerCholeskyFactor L, D rows, each with at least its elements up to the diagonal; all finite, those on the
     *     diagonal at least {@link Double#MIN_NORMAL}, and those after it 0; copied
     * @return the distribution
     * @throws IllegalArgumentException if a parameter is out of range, or the shapes do not agree
     */
    public static MultivariateNormal of(double[] mean, double[][] lowerCholeskyFactor) {
        requireShape("lower Cholesky factor", mean, lowerCholeskyFactor);
        double[] factor = new double[TriangularKernel.row(mean.length)];
        for (int i = 0; i < mean.length; i++) {
            double[] row = lowerCholeskyFactor[i];
            if (row.length <= i || row.length > mean.length) {
                throw new IllegalArgumentException("length of row " + i + " of the lower Cholesky factor is not between " + (i + 1)
                        + " and " + mean.length + ": " + row.length);
            }
            for (int j = i + 1; j < row.length; j++) {
                if (row[j] != 0) {
                    throw new IllegalArgumentException(factorName(i, j) + ", above the diagonal, is not 0: " + row[j]);
                }
            }
            System.arraycopy(row, 0, factor, TriangularKernel.row(i), i + 1);
        }
        return new MultivariateNormal(mean.clone(), factor);
    }

    /**
     * Creates a multivariate normal distribution with a given covariance.
     *
     * @param mean μ, 1 to {@value #MAX_DIMENSION} finite numbers; copied
     * @param covariance L·Lᵀ, a symmetric and positive definite matrix
     * @return the distribution
     * @throws IllegalArgumentException if a mean is not finite, the shapes do not agree, or the matrix is, beyond rounding,
     *     not symmetric or not positive definite
     */
    public static MultivariateNormal ofCovariance(double[] mean, double[][] covariance) {
        requireShape("covariance", mean, covariance);
        int dimension = mean.length;
        for (int i = 0; i < dimension; i++) {
            if (covariance[i].length != dimension) {
                throw new IllegalArgumentException("length of row " + i + " of the covariance is not " + dimension + ": "
                        + covariance[i].length);
            }
            for (int j = 0; j <= i; j++) {
                double scale = Math.sqrt(Math.abs(covariance[i][i])) * Math.sqrt(Math.abs(covariance[j][j]));
                if (!(Math.abs(covariance[i][j] - covariance[j][i]) <= ASYMMETRY * scale)) {
                    throw new IllegalArgumentException("covariance[" + i + "][" + j + "] is not covariance[" + j + "][" + i
                            + "], " + covariance[j][i] + ": " + covariance[i][j]);
                }
            }
        }
        return new MultivariateNormal(mean.clone(), factored(covariance));
    }

    /** Factors a covariance by Cholesky's method, row by row. */
    private static double[] factored(double[][] covariance) {
        double[] factor = new double[TriangularKernel.row(covariance.length)];
        for (int i = 0; i < covariance.length; i++) {
            int row = TriangularKernel.row(i);
            for (int j = 0; j <= i; j++) {
                int other = TriangularKernel.row(j);
                double left = covariance[i][j];
                for (int k = 0; k < j; k++) {
                    left = Fma.fma(-factor[row + k], factor[other + k], left);
                }
                if (i == j && !(left > 0)) {
                    throw new IllegalArgumentException("covariance is not positive definite: given the coordinates before it, "
                            + "coordinate " + i + " has the variance " + left);
                }
                factor[row + j] = i == j ? Math.sqrt(left) : left / factor[other + j];
            }
        }
        return factor;
    }

    private static void requireShape(String name, double[] mean, double[][] matrix) {
        if (mean.length < 1 || mean.length > MAX_DIMENSION) {
            throw new IllegalArgumentException("number of means is not between 1 and " + MAX_DIMENSION + ": " + mean.length);
        }
        if (matrix.length != mean.length) {
            throw new IllegalArgumentException("number of rows of the " + name + " is not that of the means, " + mean.length
                    + ": " + matrix.length);
        }
    }

    @Override
    public int dimension() {
        return mean.length;
    }

    @Override
    public List<String> parameterNames() {
        int dimension = mean.length;
        return new ParameterNames(dimension + factor.length, index -> {
            if (index < dimension) {
                return "mean[" + index + "]";
            }
            int row = Pairs.second(index - dimension);
            return factorName(row, index - dimension - TriangularKernel.row(row));
        });
    }

    @Override
    public double[] parameters() {
        double[] all = Arrays.copyOf(mean, mean.length + factor.length);
        System.arraycopy(factor, 0, all, mean.length, factor.length);
        return all;
    }

    @Override
    public MultivariateNormal withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, mean.length + factor.length);
        return new MultivariateNormal(Arrays.copyOf(parameters, mean.length),
                Arrays.copyOfRange(parameters, mean.length, parameters.length));
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, int offset, int length) {
        Parameters.requireColumns(x.length, mean.length);
        drawStandard(stream, first, x, offset, length);
        toSamples(x, offset, length);
    }

    @Override
    public int statistics() {
        return 2 * mean.length;
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, double[][] statistics, int offset, int length) {
        Parameters.requireColumns(x.length, mean.length);
        Family.requireRows("statistics", statistics, statistics(), offset, length);
        drawStandard(stream, first, statistics, offset, length);
        for (int d = 0; d < mean.length; d++) {
            System.arraycopy(statistics[d], offset, x[d], offset, length);
        }
        toSamples(x, offset, length);
        solveForWeights(statistics, offset, length);
    }

    @Override
    public void fromStandardNormal(double[][] x, double[][] statistics, int offset, int length) {
        Parameters.requireColumns(x.length, mean.length);
        Family.requireRows("x", x, mean.length, offset, length);
        Family.requireRows("statistics", statistics, statistics(), offset, length);
        for (int d = 0; d < mean.length; d++) {
            System.arraycopy(x[d], offset, statistics[d], offset, length);
        }
        toSamples(x, offset, length);
        solveForWeights(statistics, offset, length);
    }

    private void drawStandard(SplitStream stream, long first, double[][] columns, int offset, int length) {
        for (int d = 0; d < mean.length; d++) {
            NormalSampler.sample(0, 1, stream.column(d, mean.length), first, columns[d], offset, length);
        }
    }

    /** Replaces ε in the columns by x = L·ε + μ. */
    private void toSamples(double[][] x, int offset, int length) {
        TriangularKernel.multiply(factor, x, offset, length);
        for (int d = 0; d < mean.length; d++) {
            double[] column = x[d];
            double shift = mean[d];
            for (int s = offset; s < offset + length; s++) {
                column[s] += shift;
            }
        }
    }

    /** Computes ε of points into the first D columns, from index 0 on. */
    private void solveForStandard(double[][] x, int from, double[][] columns, int length) {
        double[][] own = columns.length == mean.length ? columns : Arrays.copyOf(columns, mean.length);
        for (int d = 0; d < mean.length; d++) {
            double[] column = own[d];
            double shift = mean[d];
            System.arraycopy(x[d], from, column, 0, length);
            for (int s = 0; s < length; s++) {
                column[s] -= shift;
            }
        }
        TriangularKernel.solve(factor, own, 0, length);
    }

    /** Computes w from ε, which the first D columns hold, into the next D columns. */
    private void solveForWeights(double[][] columns, int offset, int length) {
        double[][] weights = Arrays.copyOfRange(columns, mean.length, columns.length);
        for (int d = 0; d < mean.length; d++) {
            System.arraycopy(columns[d], offset, weights[d], offset, length);
        }
        TriangularKernel.solveTransposed(factorByColumns, weights, offset, length);
    }

    @Override
    public void logPdf(double[][] x, int offset, double[] logPdf, int logPdfOffset, int length) {
        requirePoints(x, offset, length);
        ArrayRange.check("logPdf", logPdf.length, logPdfOffset, length);
        double atMean = 0;
        for (int i = 0; i < mean.length; i++) {
            atMean -= Log.log(factor[TriangularKernel.row(i) + i]) + HALF_LOG_TWO_PI;
        }
        Workspace workspace = Workspace.ofThread();
        double[] sum = workspace.doubles();
        double[][] standard = Family.takeRows(workspace, mean.length);
        for (int i = 0; i < length; i += Math.min(Workspace.BLOCK, length - i)) {
            int n = Math.min(Workspace.BLOCK, length - i);
            solveForStandard(x, offset + i, standard, n);
            Arrays.fill(sum, 0, n, 0.0);
            for (double[] column : standard) {
                for (int s = 0; s < n; s++) {
                    sum[s] = Fma.fma(column[s], column[s], sum[s]);
                }
            }
            for (int s = 0; s < n; s++) {
                sum[s] = Fma.fma(-0.5, sum[s], atMean);
            }
            System.arraycopy(sum, 0, logPdf, logPdfOffset + i, n);
        }
        workspace.giveBack(1 + standard.length, 0);
    }

    @Override
    public void gradLogPdf(double[][] x, int offset, int firstParameter, double[][] gradient, int gradientOffset, int length) {
        requirePoints(x, offset, length);
        requireGradient(firstParameter, gradient, gradientOffset, length);
        Workspace workspace = Workspace.ofThread();
        double[][] statistics = Family.takeRows(workspace, statistics());
        double[][] rows = Family.takeRows(workspace, gradient.length);
        for (int i = 0; i < length; i += Math.min(Workspace.BLOCK, length - i)) {
            int n = Math.min(Workspace.BLOCK, length - i);
            solveForStandard(x, offset + i, statistics, n);
            solveForWeights(statistics, 0, n);
            scores(statistics, firstParameter, rows, 0, n);
            for (int row = 0; row < rows.length; row++) {
                System.arraycopy(rows[row], 0, gradient[row], gradientOffset + i, n);
            }
        }
        workspace.giveBack(statistics.length + rows.length, 0);
    }

    @Override
    public void gradLogPdf(double[][] x, double[][] statistics, int firstParameter, double[][] gradient, int offset, int length) {
        Parameters.requireColumns(x.length, mean.length);
        Family.requireRows("statistics", statistics, statistics(), offset, length);
        requireGradient(firstParameter, gradient, offset, length);
        scores(statistics, firstParameter, gradient, offset, length);
    }

    private void scores(double[][] statistics, int firstParameter, double[][] gradient, int offset, int length) {
        int dimension = mean.length;
        for (int r = 0; r < gradient.length; r++) {
            int p = firstParameter + r;
            double[] score = gradient[r];
            if (p < dimension) {
                ArrayRange.check("statistics", statistics[dimension + p].length, offset, length);
                System.arraycopy(statistics[dimension + p], offset, score, offset, length);
                continue;
            }
            int i = Pairs.second(p - dimension);
            int j = p - dimension - TriangularKernel.row(i);
            double atZero = i == j ? -1 / factor[p - dimension] : 0;
            double[] weight = statistics[dimension + i];
            double[] standard = statistics[j];
            // Only the two columns that are read are checked: checking all statistics would take as long as the scores of a
            // few rows.
            ArrayRange.check("statistics", Math.min(weight.length, standard.length), offset, length);
            for (int s = offset; s < offset + length; s++) {
                score[s] = Fma.fma(weight[s], standard[s], atZero);
            }
        }
    }

    /**
     * Returns the Fisher information. With Σ = L·Lᵀ, its entry for two means is that of Σ⁻¹, its entry for a mean and an
     * element of L is 0, and its entry for L_ij and L_kl is (Σ⁻¹)_ik·[j = l] + [i = j = k = l]/L_ii².
     *
     * @return a new symmetric matrix
     * @throws IllegalStateException if there are more than 4096 parameters, as with more than 89 coordinates
     */
    @Override
    public double[][] fisherInformation() {
        int dimension = mean.length;
        int parameters = dimension + factor.length;
        Parameters.requirePairs(parameters);
        double[] units = units();
        double[] scaled = scaledFactor(units);
        double[][] precision = precision(scaled, mean.length);
        double[][] fisher = new double[parameters][parameters];
        for (int i = 0; i < dimension; i++) {
            int row = dimension + TriangularKernel.row(i);
            for (int k = 0; k < dimension; k++) {
                int other = dimension + TriangularKernel.row(k);
                for (int j = 0; j <= Math.min(i, k); j++) {
                    fisher[row + j][other + j] = inUnits(precision[i][k], units[i], units[k]);
                }
                fisher[i][k] = inUnits(precision[i][k], units[i], units[k]);
            }
            double diagonal = 1 / scaled[TriangularKernel.row(i) + i];
            fisher[row + i][row + i] = inUnits(precision[i][i] + diagonal * diagonal, units[i], units[i]);
        }
        return fisher;
    }

    /**
     * Computes second derivatives from the statistics ε and w. With M = L⁻¹ and Σ = L·Lᵀ they are
     *
     * <pre>
     *     ∂²/∂μ_i ∂μ_k   = −(Σ⁻¹)_ik
     *     ∂²/∂μ_i ∂L_kl  = −(Σ⁻¹)_ik·ε_l − M_li·w_k
     *     ∂²/∂L_ij ∂L_kl = −(Σ⁻¹)_ik·ε_j·ε_l − M_li·w_k·ε_j − M_jk·w_i·ε_l + [i = j = k = l]/L_ii²
     * </pre>
     *
     * @throws IllegalStateException if there are more than 4096 parameters, as with more than 89 coordinates
     */
    @Override
    public void hessianLogPdf(double[][] x, double[][] statistics, int firstPair, double[][] hessian, int offset, int length) {
        Family.requireRows("statistics", statistics, statistics(), offset, length);
        int parameters = mean.length + factor.length;
        Parameters.requirePairs(parameters);
        Pairs.requireRange(firstPair, hessian.length, parameters);
        Family.requireRows("hessian", hessian, hessian.length, offset, length);
        MultivariateNormalHessian known = secondDerivatives;
        if (known == null) {
            double[] units = units();
            double[] scaled = scaledFactor(units);
            known = new MultivariateNormalHessian(scaled, units, inverse(scaled, mean.length), precision(scaled, mean.length));
            secondDerivatives = known;
        }
        int j = Pairs.second(firstPair);
        int i = firstPair - Pairs.index(0, j);
        for (double[] row : hessian) {
            known.derivative(i, j, statistics, row, offset, length);
            if (i++ == j) {
                i = 0;
                j++;
            }
        }
    }

    /** Returns, for each row of L, a power of two with which the row's diagonal element lies between 1 and 2. */
    private double[] units() {
        double[] units = new double[mean.length];
        for (int i = 0; i < units.length; i++) {
            units[i] = 1 / ScaledNumber.of(factor[TriangularKernel.row(i) + i]).unit();
        }
        return units;
    }

    /**
     * Returns L with each row multiplied by its unit. L⁻¹ and Σ⁻¹ are computed from this factor, in which nothing overflows
     * or underflows, and multiplied by the units last, so that 0 stays 0.
     */
    private double[] scaledFactor(double[] units) {
        double[] scaled = factor.clone();
        for (int i = 0; i < units.length; i++) {
            int row = TriangularKernel.row(i);
            for (int j = 0; j <= i; j++) {
                scaled[row + j] *= units[i];
            }
        }
        return scaled;
    }

    /** Multiplies a number by two powers of two, whose product alone might overflow. */
    private static double inUnits(double number, double unit, double otherUnit) {
        return Math.scalb(number, Math.getExponent(unit) + Math.getExponent(otherUnit));
    }

    /** Computes L⁻¹ of a packed L, by solving for the columns of the identity matrix as if they were samples. */
    private static double[][] inverse(double[] factor, int dimension) {
        double[][] columns = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            columns[i][i] = 1;
        }
        TriangularKernel.solve(factor, columns, 0, dimension);
        return columns;
    }

    /** Computes Σ⁻¹ = L⁻ᵀL⁻¹ of a packed L, by solving for the columns of L⁻¹ as if they were samples. */
    private static double[][] precision(double[] factor, int dimension) {
        double[][] columns = inverse(factor, dimension);
        TriangularKernel.solveTransposed(TriangularKernel.byColumns(factor, dimension), columns, 0, dimension);
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < i; j++) {
                columns[j][i] = columns[i][j];
            }
        }
        return columns;
    }

    /**
     * Returns the same distribution with the logarithms of L's diagonal elements, "log cholesky[0][0]" …, as parameters in
     * their place, and the other parameters as they are.
     *
     * @return the distribution
     */
    @Override
    public MultivariateDistribution unconstrained() {
        int dimension = mean.length;
        return new UnconstrainedMultivariateNormal(this, p -> {
            int element = p - dimension;
            return element >= 0 && element == TriangularKernel.row(Pairs.second(element) + 1) - 1 ? Link.LOG : Link.IDENTITY;
        });
    }

    @Override
    public String toString() {
        return "MultivariateNormal(dimension=" + mean.length + ")";
    }

    private void requirePoints(double[][] x, int offset, int length) {
        Parameters.requireColumns(x.length, mean.length);
        Family.requireRows("x", x, mean.length, offset, length);
    }

    private void requireGradient(int firstParameter, double[][] gradient, int offset, int length) {
        Parameters.requireRange(firstParameter, gradient.length, mean.length + factor.length);
        Family.requireRows("gradient", gradient, gradient.length, offset, length);
    }

    double parameter(int index) {
        return index < mean.length ? mean[index] : factor[index - mean.length];
    }

    private static String factorName(int row, int column) {
        return "cholesky[" + row + "][" + column + "]";
    }
}
