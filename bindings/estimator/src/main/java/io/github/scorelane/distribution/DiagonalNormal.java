package io.github.scorelane.distribution;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.family.NormalKernel;
import io.github.scorelane.kernel.family.NormalSampler;
import io.github.scorelane.kernel.family.ScaledNumber;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.stream.SplitStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * The distribution of D independent normal numbers, which variational inference calls the mean-field normal. Its 2D
 * parameters are the D means, "mean[0]" …, and then the D standard deviations, "standard deviation[0]" …
 *
 * <p>Scores and Fisher information are those of {@link Normal}, coordinate by coordinate.
 */
public final class DiagonalNormal implements ProductDistribution, HasFisherInformation, HasVectorHessian, Serializable {
    /** The largest number of coordinates. */
    public static final int MAX_DIMENSION = 1_000_000;

    private final double[] means;
    private final double[] standardDeviations;

    private DiagonalNormal(double[] means, double[] standardDeviations) {
        this.means = means;
        this.standardDeviations = standardDeviations;
    }

    /**
     * Creates a vector of independent normal variables.
     *
     * @param means the means, 1 to {@value #MAX_DIMENSION} of them, all finite; copied
     * @param standardDeviations the standard deviations, as many, finite and at least {@link Double#MIN_NORMAL}; copied
     * @return the distribution
     * @throws IllegalArgumentException if a parameter is out of range, the arrays differ in length, or they are empty or too
     *     long
     */
    public static DiagonalNormal of(double[] means, double[] standardDeviations) {
        if (means.length < 1 || means.length > MAX_DIMENSION) {
            throw new IllegalArgumentException("number of means is not between 1 and " + MAX_DIMENSION + ": "
                    + means.length);
        }
        if (standardDeviations.length != means.length) {
            throw new IllegalArgumentException("number of standard deviations is not that of the means, " + means.length
                    + ": " + standardDeviations.length);
        }
        for (int d = 0; d < means.length; d++) {
            if (!Double.isFinite(means[d])) {
                Parameters.requireFinite(name(0, d), means[d]);
            }
            if (!(standardDeviations[d] >= Double.MIN_NORMAL && standardDeviations[d] <= Double.MAX_VALUE)) {
                Parameters.requireScale(name(1, d), standardDeviations[d]);
            }
        }
        return new DiagonalNormal(means.clone(), standardDeviations.clone());
    }

    @Override
    public int dimension() {
        return means.length;
    }

    @Override
    public List<String> parameterNames() {
        int dimension = means.length;
        return new ParameterNames(2 * dimension, index -> name(index / dimension, index % dimension));
    }

    @Override
    public double[] parameters() {
        double[] all = Arrays.copyOf(means, 2 * means.length);
        System.arraycopy(standardDeviations, 0, all, means.length, means.length);
        return all;
    }

    @Override
    public DiagonalNormal withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, 2 * means.length);
        return of(Arrays.copyOf(parameters, means.length),
                Arrays.copyOfRange(parameters, means.length, parameters.length));
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, int offset, int length) {
        Parameters.requireColumns(x.length, means.length);
        for (int d = 0; d < means.length; d++) {
            NormalSampler.sample(means[d], standardDeviations[d], stream.column(d, means.length), first,
                    x[d], offset, length);
        }
    }

    @Override
    public void sampleRow(SplitStream stream, long index, double[] x) {
        NormalKernel.sample(means, standardDeviations, stream, index * means.length, x);
    }

    @Override
    public void logPdf(double[][] x, int offset, double[] logPdf, int logPdfOffset, int length) {
        Parameters.requireColumns(x.length, means.length);
        ArrayRange.check("logPdf", logPdf.length, logPdfOffset, length);
        Arrays.fill(logPdf, logPdfOffset, logPdfOffset + length, 0.0);
        double[] one = new double[Math.min(length, 1024)];
        for (int from = 0; from < length; from += one.length) {
            int n = Math.min(one.length, length - from);
            for (int d = 0; d < means.length; d++) {
                NormalKernel.logPdf(means[d], standardDeviations[d], x[d], offset + from, one, 0, n);
                for (int s = 0; s < n; s++) {
                    logPdf[logPdfOffset + from + s] += one[s];
                }
            }
        }
    }

    @Override
    public void gradLogPdf(double[][] x, int offset, int firstParameter, double[][] gradient, int gradientOffset,
            int length) {
        Parameters.requireColumns(x.length, means.length);
        Parameters.requireRange(firstParameter, gradient.length, 2 * means.length);
        for (int row = 0; row < gradient.length; row++) {
            int p = firstParameter + row;
            if (p < means.length) {
                NormalKernel.scoreOfMean(means[p], standardDeviations[p], x[p], offset,
                        gradient[row], gradientOffset, length);
            } else {
                int d = p - means.length;
                NormalKernel.scoreOfStandardDeviation(means[d], standardDeviations[d], x[d], offset,
                        gradient[row], gradientOffset, length);
            }
        }
    }

    /**
     * Returns the Fisher information, which is a diagonal matrix: 1/σ_d² for each mean and 2/σ_d² for each standard
     * deviation.
     *
     * @return a new matrix, rows and columns in the order of the parameters
     * @throws IllegalStateException if there are more than 4,096 parameters
     */
    @Override
    public double[][] fisherInformation() {
        int dimension = means.length;
        Parameters.requirePairs(2 * dimension);
        double[][] all = new double[2 * dimension][2 * dimension];
        for (int d = 0; d < dimension; d++) {
            double precision = 1 / standardDeviations[d] / standardDeviations[d];
            all[d][d] = precision;
            all[dimension + d][dimension + d] = 2 * precision;
        }
        return all;
    }

    @Override
    public void hessianLogPdf(double[][] x, double[][] statistics, int firstPair, double[][] hessian, int offset, int length) {
        Parameters.requireColumns(x.length, means.length);
        Pairs.requireRange(firstPair, hessian.length, 2 * means.length);
        Family.requireRows("hessian", hessian, hessian.length, offset, length);
        int j = Pairs.second(firstPair);
        int i = firstPair - Pairs.index(0, j);
        for (int row = 0; row < hessian.length; row++) {
            if (i % means.length == j % means.length) {
                int d = j % means.length;
                ArrayRange.check("x", x[d].length, offset, length);
                secondDerivative(d, i < means.length, j < means.length, x[d], hessian[row], offset, length);
            } else {
                Arrays.fill(hessian[row], offset, offset + length, 0.0);
            }
            if (i++ == j) {
                i = 0;
                j++;
            }
        }
    }

    private void secondDerivative(int d, boolean byMean, boolean againByMean, double[] x, double[] derivative, int offset,
            int length) {
        double rate = 1 / standardDeviations[d];
        ScaledNumber parts = ScaledNumber.of(rate);
        double precision = parts.mantissa() * parts.mantissa();
        double unit = parts.unit();
        if (againByMean) {
            Arrays.fill(derivative, offset, offset + length, -precision * unit * unit);
            return;
        }
        double mean = means[d];
        if (byMean) {
            for (int s = offset; s < offset + length; s++) {
                derivative[s] = -2 * ((x[s] - mean) * rate) * precision * unit * unit;
            }
            return;
        }
        for (int s = offset; s < offset + length; s++) {
            double z = (x[s] - mean) * rate;
            derivative[s] = Fma.fma(-3 * z, z, 1) * precision * unit * unit;
        }
    }

    @Override
    public Normal marginal(int coordinate) {
        return Normal.of(means[coordinate], standardDeviations[coordinate]);
    }

    @Override
    public int parameterIndex(int coordinate, int parameter) {
        return parameter * means.length + coordinate;
    }

    @Override
    public String toString() {
        return "DiagonalNormal(dimension=" + means.length + ")";
    }

    private static String name(int parameter, int coordinate) {
        return Normal.PARAMETERS.names().get(parameter) + "[" + coordinate + "]";
    }
}
