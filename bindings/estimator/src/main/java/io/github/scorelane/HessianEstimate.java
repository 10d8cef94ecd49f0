package io.github.scorelane;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.engine.term.SecondOrderRows;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * An estimated Hessian ∇²θ E[f(x)] with the standard error of each element, and the gradient and value of the same samples.
 * Immutable.
 *
 * {@snippet :
 * HessianEstimate estimate = ScoreFunctionEstimator.of(Normal.of(0.7, 1.3)).samples(1_000_000).seed(42).hessian(x -> x * x);
 * estimate.hessian()[0][0];         // ∂²E[x²]/∂mean² = 2, nearly
 * estimate.standardError()[0][0];   // how nearly
 * estimate.gradient();              // an Estimate
 * }
 *
 * <p>An estimated matrix of a true one that is positive definite need not be that itself: before it is inverted, in a
 * Newton step, its errors have to be small beside its least eigenvalue.
 */
public final class HessianEstimate {
    private static final int SHOWN = 20;

    /** The estimate of the components of the gradient, and then of the elements of the Hessian. */
    private final Estimate all;
    private final Estimate gradient;
    private final int parameters;

    HessianEstimate(Estimate all, MultivariateDistribution distribution) {
        this.all = all;
        List<String> names = distribution.parameterNames();
        parameters = names.size();
        gradient = all.first(distribution, names);
    }

    /**
     * Returns the Hessian.
     *
     * @return a new symmetric matrix, rows and columns in the order of {@link #parameterNames()}
     */
    public double[][] hessian() {
        return matrix(all.outcome().gradient());
    }

    /**
     * Returns the standard error of each element of the Hessian; NaN where {@link #notes()} says why.
     *
     * @return a new symmetric matrix
     */
    public double[][] standardError() {
        return matrix(all.outcome().standardError());
    }

    /**
     * Tells what the baseline gained for each element of the Hessian, as {@link Estimate#varianceReduction()} says.
     *
     * @return a new symmetric matrix; NaN where a standard error is
     */
    public double[][] varianceReduction() {
        return matrix(all.outcome().varianceReduction());
    }

    /**
     * Tells what the automatic baseline chose for an element of the Hessian.
     *
     * @param row a parameter
     * @param column another, or the same
     * @return the choice, in a list; empty with any other baseline, and with too few samples to choose by
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public List<BaselineChoice> baselineChoice(int row, int column) {
        int place = place(row, column);
        List<BaselineChoice> choices = all.baselineChoices();
        return choices.isEmpty() ? choices : List.of(choices.get(place));
    }

    /**
     * Returns an interval about an element of the Hessian, as {@link Estimate#confidenceInterval} says; its samples have to be
     * several times as many, for their terms are more skewed than the gradient's.
     *
     * @param row a parameter
     * @param column another, or the same
     * @param level the probability, for example 0.95; above 0 and below 1
     * @return the interval; NaN to NaN where the standard error is NaN
     * @throws IllegalArgumentException if a parameter or the level is out of range
     */
    public ConfidenceInterval confidenceInterval(int row, int column, double level) {
        return all.confidenceInterval(place(row, column), level);
    }

    /**
     * Returns the gradient and the value, of the same samples: to the bit what {@code estimate(f)} gives.
     *
     * @return the estimate
     */
    public Estimate gradient() {
        return gradient;
    }

    /**
     * Returns the estimate of E[f(x)].
     *
     * @return the mean of f
     */
    public double value() {
        return all.value();
    }

    /**
     * Returns the standard error of {@link #value()}; NaN for one sample.
     *
     * @return √(sample variance of f / n)
     */
    public double valueStandardError() {
        return all.valueStandardError();
    }

    /**
     * Returns the estimated joint covariance of the gradient's P components; then the Hessian's elements (i, j), i ≤ j, in the
     * order (0, 0), (0, 1), (1, 1), (0, 2), …; and, last, the value.
     *
     * @return a new matrix
     * @throws IllegalStateException if it was not asked for before the run
     */
    public double[][] covariance() {
        return all.covariance();
    }

    /**
     * Names the parameters that rows and columns are derivatives by.
     *
     * @return the names of the parameters
     */
    public List<String> parameterNames() {
        return gradient.parameterNames();
    }

    /**
     * Returns the number of samples that were drawn.
     *
     * @return n
     */
    public long samples() {
        return all.samples();
    }

    /**
     * Returns the seed: the same one gives the same estimate.
     *
     * @return the user's seed, or the fresh one that was taken
     */
    public long seed() {
        return all.seed();
    }

    /**
     * Returns the baseline that was used.
     *
     * @return the baseline
     */
    public Baseline baseline() {
        return all.baseline();
    }

    /**
     * Returns the time that the run took.
     *
     * @return wall time
     */
    public Duration elapsed() {
        return all.elapsed();
    }

    /**
     * Says what there is to know about the gradient's numbers and the Hessian's, above all why a standard error is NaN.
     *
     * @return sentences; empty if all is well
     */
    public List<String> notes() {
        return all.notes();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(gradient.toString());
        int pairs = parameters * (parameters + 1) / 2;
        int shown = Math.min(SHOWN, pairs);
        List<String> names = all.parameterNames().subList(parameters, parameters + shown);
        int width = Math.max(24, names.stream().mapToInt(String::length).max().orElse(0));
        text.append(String.format(Locale.ROOT, "%-" + width + "s %16s %16s%n", "Hessian", "estimate", "standard error"));
        for (int pair = 0; pair < shown; pair++) {
            text.append(String.format(Locale.ROOT, "%-" + width + "s %16.8g %16.3g%n", names.get(pair),
                    all.outcome().gradient()[parameters + pair], all.outcome().standardError()[parameters + pair]));
        }
        if (pairs > shown) {
            text.append("… ").append(pairs - shown).append(" more pairs of parameters").append('\n');
        }
        return text.toString();
    }

    private double[][] matrix(double[] components) {
        double[][] matrix = new double[parameters][parameters];
        for (int j = 0; j < parameters; j++) {
            for (int i = 0; i <= j; i++) {
                matrix[i][j] = components[place(i, j)];
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    private int place(int row, int column) {
        if (Math.min(row, column) < 0 || Math.max(row, column) >= parameters) {
            throw new IllegalArgumentException("row and column are not between 0 and " + (parameters - 1) + ": " + row + " and "
                    + column);
        }
        return SecondOrderRows.place(parameters, row, column);
    }
}
