package io.github.scorelane.quickstart;

import io.github.scorelane.distribution.HasStandardNormalForm;
import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.List;

/**
 * The distribution of the prices of a share at some dates under a geometric Brownian motion. It is an example of a family of
 * vectors that a user writes, with all that an estimate asks of one.
 *
 * <p>Let S0 be the spot price, σ the volatility, r the rate and q the dividend yield, t₁ &lt; t₂ &lt; … the dates, h₁ = t₁
 * and hᵢ = tᵢ − tᵢ₋₁, and let the zᵢ be standard normal. Then the prices are
 *
 * <pre>
 *     Sᵢ = Sᵢ₋₁ exp(a·hᵢ + σ·√hᵢ·zᵢ),   a = r − q − σ²/2
 * </pre>
 *
 * <p>The parameters are "spot", "volatility", "rate" and "first date", t₁; the other dates keep their distances from it. With
 * m dates, B = Σ √hᵢ·zᵢ and Q = Σ zᵢ², all scores are made of three numbers, which a draw keeps as its statistics: z₁, B and
 * Q. The scores are
 *
 * <pre>
 *     ∂/∂S0: z₁/(S0·σ·√h₁)   ∂/∂σ: (Q − m)/σ − B   ∂/∂r: B/σ   ∂/∂t₁: (z₁² − 1)/(2h₁) + a·z₁/(σ·√h₁)
 * </pre>
 *
 * <p>Its paths are functions of standard normal numbers, one for each step, and so all sampling plans can draw it.
 *
 * <p>Source: M. Broadie, P. Glasserman, <i>Estimating security price derivatives using simulation</i>, Management Science 1996.
 */
public final class GeometricBrownianMotion implements MultivariateDistribution, HasStandardNormalForm {
    private static final int Z1 = 0;
    private static final int B = 1;
    private static final int Q = 2;
    private static final int STATISTICS = 3;
    private static final List<String> NAMES = List.of("spot", "volatility", "rate", "first date");
    private static final double LOG_ROOT_TWO_PI = 0.9189385332046728;
    private static final Normal STANDARD = Normal.of(0, 1);

    private final double spot;
    private final double volatility;
    private final double rate;
    private final double dividendYield;
    /** The lengths hᵢ of the steps, and their roots √hᵢ. */
    private final double[] steps;
    private final double[] roots;
    private final double drift;

    private GeometricBrownianMotion(double spot, double volatility, double rate, double dividendYield, double[] steps) {
        requirePositive("spot", spot);
        requirePositive("volatility", volatility);
        requireFinite("rate", rate);
        requireFinite("dividend yield", dividendYield);
        requirePositive("first date", steps[0]);
        this.spot = spot;
        this.volatility = volatility;
        this.rate = rate;
        this.dividendYield = dividendYield;
        this.steps = steps;
        roots = Arrays.stream(steps).map(Math::sqrt).toArray();
        drift = rate - dividendYield - volatility * volatility / 2;
    }

    /**
     * Creates a geometric Brownian motion under the risk-neutral measure.
     *
     * @param spot today's price S0
     * @param volatility σ
     * @param rate the riskless rate r, continuously compounded
     * @param dividendYield q
     * @param dates in years from today, one at least, positive and rising; copied
     * @return the distribution of the prices at the dates
     * @throws IllegalArgumentException if one is out of range
     */
    public static GeometricBrownianMotion of(double spot, double volatility, double rate, double dividendYield, double... dates) {
        if (dates.length == 0) {
            throw new IllegalArgumentException("number of dates is not strictly positive: 0");
        }
        double[] steps = dates.clone();
        for (int i = 1; i < steps.length; i++) {
            steps[i] = dates[i] - dates[i - 1];
            requirePositive("time from date[" + (i - 1) + "] to the next", steps[i]);
        }
        return new GeometricBrownianMotion(spot, volatility, rate, dividendYield, steps);
    }

    @Override
    public int dimension() {
        return steps.length;
    }

    @Override
    public List<String> parameterNames() {
        return NAMES;
    }

    @Override
    public double[] parameters() {
        return new double[] {spot, volatility, rate, steps[0]};
    }

    @Override
    public GeometricBrownianMotion withParameters(double... parameters) {
        if (parameters.length != NAMES.size()) {
            throw new IllegalArgumentException("number of parameters is not 4: " + parameters.length);
        }
        double[] moved = steps.clone();
        moved[0] = parameters[3];
        return new GeometricBrownianMotion(parameters[0], parameters[1], parameters[2], dividendYield, moved);
    }

    @Override
    public int statistics() {
        return STATISTICS;
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, int offset, int length) {
        sample(stream, first, x, new double[STATISTICS][offset + length], offset, length);
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, double[][] statistics, int offset, int length) {
        requireColumns(x);
        for (int date = 0; date < steps.length; date++) {
            STANDARD.sample(stream.column(date, steps.length), first, x[date], offset, length);
        }
        fromStandardNormal(x, statistics, offset, length);
    }

    /**
     * Makes paths of standard normal numbers, date by date. Each loop has one index and no branch, so that the compiler makes
     * vectors of it.
     */
    @Override
    public void fromStandardNormal(double[][] x, double[][] statistics, int offset, int length) {
        requireColumns(x);
        double logPrice = StrictMath.log(spot);
        for (int date = 0; date < steps.length; date++) {
            double[] path = x[date];
            addStatistics(date, path, statistics, offset, length);
            double trend = drift * steps[date];
            double deviation = volatility * roots[date];
            if (date == 0) {
                for (int s = offset; s < offset + length; s++) {
                    path[s] = Math.fma(deviation, path[s], logPrice + trend);
                }
            } else {
                double[] before = x[date - 1];
                for (int s = offset; s < offset + length; s++) {
                    path[s] = Math.fma(deviation, path[s], before[s] + trend);
                }
            }
        }
        for (double[] path : x) {
            Exp.exp(path, offset, path, offset, length);
        }
    }

    /** Adds a date's normal numbers to the statistics; the first date sets them. */
    private void addStatistics(int date, double[] z, double[][] statistics, int offset, int length) {
        double root = roots[date];
        double[] sum = statistics[B];
        double[] squares = statistics[Q];
        if (date == 0) {
            System.arraycopy(z, offset, statistics[Z1], offset, length);
            Arrays.fill(sum, offset, offset + length, 0.0);
            Arrays.fill(squares, offset, offset + length, 0.0);
        }
        for (int s = offset; s < offset + length; s++) {
            sum[s] = Math.fma(root, z[s], sum[s]);
        }
        for (int s = offset; s < offset + length; s++) {
            squares[s] = Math.fma(z[s], z[s], squares[s]);
        }
    }

    @Override
    public void logPdf(double[][] x, int offset, double[] logPdf, int logPdfOffset, int length) {
        double[][] statistics = new double[STATISTICS][logPdfOffset + length];
        double[] logs = new double[logPdfOffset + length];
        statisticsOf(x, offset, statistics, logs, logPdfOffset, length);
        double constant = -steps.length * (StrictMath.log(volatility) + LOG_ROOT_TWO_PI);
        for (double root : roots) {
            constant -= StrictMath.log(root);
        }
        for (int s = logPdfOffset; s < logPdfOffset + length; s++) {
            logPdf[s] = constant - logs[s] - statistics[Q][s] / 2;
        }
    }

    @Override
    public void gradLogPdf(double[][] x, int offset, int firstParameter, double[][] gradient, int gradientOffset, int length) {
        double[][] statistics = new double[STATISTICS][gradientOffset + length];
        statisticsOf(x, offset, statistics, new double[gradientOffset + length], gradientOffset, length);
        gradLogPdf(x, statistics, firstParameter, gradient, gradientOffset, length);
    }

    @Override
    public void gradLogPdf(double[][] x, double[][] statistics, int firstParameter, double[][] gradient, int offset, int length) {
        if (firstParameter < 0 || gradient.length > NAMES.size() - firstParameter) {
            throw new IllegalArgumentException("parameters " + firstParameter + " to " + (firstParameter + gradient.length - 1)
                    + " are not among 0 to 3");
        }
        double[] z = statistics[Z1];
        double[] sum = statistics[B];
        double[] squares = statistics[Q];
        for (int row = 0; row < gradient.length; row++) {
            double[] score = gradient[row];
            switch (firstParameter + row) {
                case 0 -> multiply(1 / (spot * volatility * roots[0]), z, score, offset, length);
                case 1 -> {
                    double constant = -steps.length / volatility;
                    multiply(1 / volatility, squares, score, offset, length);
                    for (int s = offset; s < offset + length; s++) {
                        score[s] = score[s] + constant - sum[s];
                    }
                }
                case 2 -> multiply(1 / volatility, sum, score, offset, length);
                default -> {
                    double half = 0.5 / steps[0];
                    double slope = drift / (volatility * roots[0]);
                    for (int s = offset; s < offset + length; s++) {
                        score[s] = Math.fma(Math.fma(half, z[s], slope), z[s], -half);
                    }
                }
            }
        }
    }

    private static void multiply(double factor, double[] x, double[] y, int offset, int length) {
        for (int s = offset; s < offset + length; s++) {
            y[s] = factor * x[s];
        }
    }

    /** Computes the statistics of prices, and the sums of their logarithms, which the density needs. */
    private void statisticsOf(double[][] x, int offset, double[][] statistics, double[] logs, int at, int length) {
        requireColumns(x);
        double[] before = new double[at + length];
        double[] log = new double[at + length];
        double[] z = new double[at + length];
        Arrays.fill(before, StrictMath.log(spot));
        for (int date = 0; date < steps.length; date++) {
            double trend = drift * steps[date];
            double scale = 1 / (volatility * roots[date]);
            Log.log(x[date], offset, log, at, length);
            for (int s = at; s < at + length; s++) {
                z[s] = (log[s] - before[s] - trend) * scale;
                logs[s] += log[s];
            }
            addStatistics(date, z, statistics, at, length);
            double[] swapped = before;
            before = log;
            log = swapped;
        }
    }

    private void requireColumns(double[][] x) {
        if (x.length != steps.length) {
            throw new IllegalArgumentException("number of columns is not that of the dates, " + steps.length + ": " + x.length);
        }
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(name + " is not strictly positive: " + value);
        }
        requireFinite(name, value);
    }

    private static void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " is not finite: " + value);
        }
    }

    @Override
    public String toString() {
        return "GeometricBrownianMotion(spot=" + spot + ", volatility=" + volatility + ", rate=" + rate + ", dividend yield="
                + dividendYield + ", dates=" + steps.length + ")";
    }
}
