package io.github.scorelane.distribution;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.family.DirichletKernel;
import io.github.scorelane.kernel.family.GammaKernel;
import io.github.scorelane.kernel.family.ShapeSum;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.LogMinusDigamma;
import io.github.scorelane.kernel.math.StirlingError;
import io.github.scorelane.kernel.math.Trigamma;
import io.github.scorelane.kernel.stream.SplitStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The Dirichlet distribution is one of D positive numbers whose sum is 1. It has the density Γ(s)/ΠΓ(α_k)·Πx_k^(α_k−1), where
 * s = Σα_k, and its parameters are the D concentrations α_k ("concentration[0]" …).
 *
 * <p>The scores are ln x_k − ψ(α_k) + ψ(s), where ψ is the digamma function, and the Fisher information is
 * diag(ψ′(α_k)) − ψ′(s). A sample's statistics are ln(x_k·s/α_k); they are right even where x_k rounds to 0. The density is
 * with respect to all coordinates but one. It is not checked that their sum is 1; a point with a negative coordinate has a
 * log density of −∞. Where a coordinate is 0, the log density is −∞ if its concentration is above 1, +∞ if it is below 1 and
 * no other coordinate makes it −∞, and finite if it is 1.
 *
 * <p>Coordinate k of a sample is g_k/Σg, where g_k is a gamma draw as {@link Gamma} makes it, from
 * {@code stream.column(k, D)}. Where any concentration is below 1, it is made of the logarithms of all, which do not
 * underflow.
 */
public final class Dirichlet implements MultivariateDistribution, HasFisherInformation, HasVectorHessian, Serializable {
    /** The largest number of coordinates. */
    public static final int MAX_DIMENSION = 1_000_000;

    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
    /**
     * A concentration that is more than this part of the sum takes the difference of digamma functions by the sum of the
     * others, as the two values would nearly cancel.
     */
    private static final double DOMINANT = 0.999;

    private final double[] concentrations;
    private final double[] constants;
    private final ShapeSum sum;
    private final double atMean;
    private final boolean inLogs;

    private Dirichlet(double[] concentrations) {
        this.concentrations = concentrations;
        double least = Double.POSITIVE_INFINITY;
        for (double concentration : concentrations) {
            least = Math.min(least, concentration);
        }
        sum = ShapeSum.of(concentrations);
        inLogs = least < 1;
        constants = new double[concentrations.length];
        double ofSum = LogMinusDigamma.of(sum.value());
        double density = (concentrations.length - 0.5) * sum.log() + HALF_LOG_TWO_PI + StirlingError.stirlingError(sum.value());
        for (int k = 0; k < concentrations.length; k++) {
            double concentration = concentrations[k];
            constants[k] = concentration < sum.value() * DOMINANT ? LogMinusDigamma.of(concentration) - ofSum
                    : LogMinusDigamma.difference(concentration, others(k));
            density -= 0.5 * Log.log(concentration) + HALF_LOG_TWO_PI + StirlingError.stirlingError(concentration);
        }
        atMean = density;
    }

    /**
     * Creates a Dirichlet distribution.
     *
     * @param concentrations the α_k, 2 to {@value #MAX_DIMENSION} of them, finite and at least {@link Double#MIN_NORMAL}; copied
     * @return the distribution
     * @throws IllegalArgumentException if one is out of range, or they are too few or too many
     */
    public static Dirichlet of(double... concentrations) {
        if (concentrations.length < 2 || concentrations.length > MAX_DIMENSION) {
            throw new IllegalArgumentException("number of concentrations is not between 2 and " + MAX_DIMENSION + ": "
                    + concentrations.length);
        }
        for (int k = 0; k < concentrations.length; k++) {
            if (!(concentrations[k] >= Double.MIN_NORMAL && concentrations[k] <= Double.MAX_VALUE)) {
                Parameters.requireScale(name(k), concentrations[k]);
            }
        }
        return new Dirichlet(concentrations.clone());
    }

    @Override
    public int dimension() {
        return concentrations.length;
    }

    @Override
    public List<String> parameterNames() {
        return new ParameterNames(concentrations.length, Dirichlet::name);
    }

    @Override
    public double[] parameters() {
        return concentrations.clone();
    }

    @Override
    public Dirichlet withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, concentrations.length);
        return of(parameters);
    }

    @Override
    public int statistics() {
        return concentrations.length;
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, int offset, int length) {
        Objects.requireNonNull(stream, "stream");
        Parameters.requireColumns(x.length, concentrations.length);
        Family.requireRows("x", x, concentrations.length, offset, length);
        for (int i = 0; i < length; i += Math.min(Workspace.BLOCK, length - i)) {
            DirichletKernel.sample(concentrations, inLogs, sum, stream, first + i, x, offset + i,
                    Math.min(Workspace.BLOCK, length - i));
        }
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, double[][] statistics, int offset, int length) {
        Objects.requireNonNull(stream, "stream");
        Parameters.requireColumns(x.length, concentrations.length);
        Family.requireRows("x", x, concentrations.length, offset, length);
        Family.requireRows("statistics", statistics, concentrations.length, offset, length);
        for (int i = 0; i < length; i += Math.min(Workspace.BLOCK, length - i)) {
            DirichletKernel.sample(concentrations, inLogs, sum, stream, first + i, x, statistics, offset + i,
                    Math.min(Workspace.BLOCK, length - i));
        }
    }

    @Override
    public void logPdf(double[][] x, int offset, double[] logPdf, int logPdfOffset, int length) {
        Parameters.requireColumns(x.length, concentrations.length);
        Family.requireRows("x", x, concentrations.length, offset, length);
        ArrayRange.check("logPdf", logPdf.length, logPdfOffset, length);
        Workspace workspace = Workspace.ofThread();
        double[] logRatios = workspace.doubles();
        double[] sums = workspace.doubles();
        for (int i = 0; i < length; i += Math.min(Workspace.BLOCK, length - i)) {
            int n = Math.min(Workspace.BLOCK, length - i);
            Arrays.fill(sums, 0, n, atMean);
            for (int k = 0; k < concentrations.length; k++) {
                double power = concentrations[k] - 1;
                if (power == 0) {
                    continue; // x^0 is 1 even where x is 0, and its logarithm must not become 0·(−∞)
                }
                DirichletKernel.logRatios(concentrations[k], sum, x[k], offset + i, logRatios, 0, n);
                for (int s = 0; s < n; s++) {
                    sums[s] = Fma.fma(power, logRatios[s], sums[s]);
                }
            }
            for (int s = 0; s < n; s++) {
                logPdf[logPdfOffset + i + s] = sums[s];
            }
            markOutside(x, offset + i, logPdf, logPdfOffset + i, n);
        }
        workspace.giveBack(2, 0);
    }

    /**
     * Overwrites log densities at points with a coordinate that is not positive. The density there is 0 if the coordinate is
     * negative or its concentration is above 1; otherwise what was computed stands, which is infinite if a concentration is
     * below 1. Adding 0 times the coordinate makes it NaN where the coordinate is NaN.
     */
    private void markOutside(double[][] x, int offset, double[] logPdf, int logPdfOffset, int length) {
        for (int k = 0; k < x.length; k++) {
            double[] column = x[k];
            for (int s = 0; s < length; s++) {
                double coordinate = column[offset + s];
                if (!(coordinate > 0)) {
                    boolean isOutside = coordinate < 0 || coordinate == 0 && concentrations[k] > 1;
                    logPdf[logPdfOffset + s] = isOutside ? Double.NEGATIVE_INFINITY : logPdf[logPdfOffset + s] + 0 * coordinate;
                }
            }
        }
    }

    @Override
    public void gradLogPdf(double[][] x, int offset, int firstParameter, double[][] gradient, int gradientOffset, int length) {
        Parameters.requireColumns(x.length, concentrations.length);
        Parameters.requireRange(firstParameter, gradient.length, concentrations.length);
        Family.requireRows("gradient", gradient, gradient.length, gradientOffset, length);
        for (int row = 0; row < gradient.length; row++) {
            int k = firstParameter + row;
            ArrayRange.check("x[" + k + "]", x[k].length, offset, length);
            for (int i = 0; i < length; i += Math.min(Workspace.BLOCK, length - i)) {
                int n = Math.min(Workspace.BLOCK, length - i);
                DirichletKernel.logRatios(concentrations[k], sum, x[k], offset + i, gradient[row], gradientOffset + i, n);
                GammaKernel.scoreOfShape(constants[k], gradient[row], gradient[row], gradientOffset + i, n);
            }
        }
    }

    @Override
    public void gradLogPdf(double[][] x, double[][] statistics, int firstParameter, double[][] gradient, int offset, int length) {
        Parameters.requireRange(firstParameter, gradient.length, concentrations.length);
        Parameters.requireColumns(x.length, concentrations.length);
        Parameters.requireRows("statistics", statistics.length, concentrations.length);
        Family.requireRows("gradient", gradient, gradient.length, offset, length);
        for (int row = 0; row < gradient.length; row++) {
            int k = firstParameter + row;
            ArrayRange.check("statistics[" + k + "]", statistics[k].length, offset, length);
            GammaKernel.scoreOfShape(constants[k], statistics[k], gradient[row], offset, length);
        }
    }

    @Override
    public double[][] fisherInformation() {
        double both = -Trigamma.value(sum.value());
        double[][] information = new double[concentrations.length][concentrations.length];
        for (int k = 0; k < concentrations.length; k++) {
            Arrays.fill(information[k], both);
            information[k][k] = informationOfConcentration(k);
        }
        return information;
    }

    /**
     * Returns the Fisher information of one concentration, ψ′(α_k) − ψ′(s). It is computed from the sum of the other
     * concentrations, because s may equal α_k after rounding.
     */
    private double informationOfConcentration(int coordinate) {
        return Trigamma.difference(concentrations[coordinate], others(coordinate));
    }

    private double others(int coordinate) {
        double others = 0;
        for (int k = 0; k < concentrations.length; k++) {
            others += k == coordinate ? 0 : concentrations[k];
        }
        return others;
    }

    /**
     * Fills the rows with the negative Fisher information: the second derivatives of this family do not depend on the sample.
     */
    @Override
    public void hessianLogPdf(double[][] x, double[][] statistics, int firstPair, double[][] hessian, int offset, int length) {
        Pairs.requireRange(firstPair, hessian.length, concentrations.length);
        Family.requireRows("hessian", hessian, hessian.length, offset, length);
        double both = Trigamma.value(sum.value());
        for (int row = 0; row < hessian.length; row++) {
            int k = Pairs.second(firstPair + row);
            boolean isDiagonal = firstPair + row == Pairs.index(k, k);
            Arrays.fill(hessian[row], offset, offset + length, isDiagonal ? -informationOfConcentration(k) : both);
        }
    }

    @Override
    public String toString() {
        return "Dirichlet(dimension=" + concentrations.length + ")";
    }

    private static String name(int coordinate) {
        return "concentration[" + coordinate + "]";
    }
}
