package io.github.scorelane.check;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.engine.draw.UnivariateAsVector;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * The distribution under test, and the choice of its parameters that are looked at. A univariate distribution is wrapped as
 * one of vectors, so that the checks are written once.
 */
final class Subject {
    private static final int MOST_PARAMETERS = 24;
    private static final int FEW_PARAMETERS = 8;
    private static final int MANY_COORDINATES = 64;
    private static final int MAX_BLOCK = 1024;
    private static final int MOST_IN_BLOCK = 1 << 22;
    private static final int SHORTER = 24;

    private final MultivariateDistribution distribution;
    private final List<String> names;
    private final double[] parameters;
    private final int[] checked;

    Subject(MultivariateDistribution distribution) {
        this.distribution = distribution;
        names = distribution.parameterNames();
        parameters = distribution.parameters().clone();
        int all = parameters.length;
        int most = Math.min(all, distribution.dimension() > MANY_COORDINATES ? FEW_PARAMETERS : MOST_PARAMETERS);
        checked = IntStream.range(0, most).map(k -> (int) ((long) k * all / most)).toArray();
    }

    MultivariateDistribution distribution() {
        return distribution;
    }

    /**
     * Returns the distribution as it was given to the test. Optional interfaces are looked for on this object, as the wrapper
     * of a univariate distribution does not implement them.
     */
    Object given() {
        return distribution instanceof UnivariateAsVector one ? one.distribution() : distribution;
    }

    int dimension() {
        return distribution.dimension();
    }

    /** Returns the number of parameters that are looked at. */
    int count() {
        return checked.length;
    }

    boolean looksAtAll() {
        return checked.length == parameters.length;
    }

    /** Returns the index among all parameters of the k-th that is looked at. */
    int index(int k) {
        return checked[k];
    }

    double parameter(int k) {
        return parameters[checked[k]];
    }

    String name(int k) {
        return checked[k] < names.size() ? names.get(checked[k]) : "parameter " + checked[k];
    }

    double[][] columns(int length) {
        return new double[dimension()][length];
    }

    /**
     * Creates rows for scores. There is one for each parameter that is looked at, but for all parameters of a univariate
     * distribution, whose scores are computed at once.
     */
    double[][] rows(int length) {
        return new double[rowCount()][length];
    }

    private int rowCount() {
        return isUnivariate() ? parameters.length : checked.length;
    }

    boolean isUnivariate() {
        return distribution instanceof UnivariateAsVector;
    }

    /** Returns the row of the k-th parameter that is looked at. */
    double[] row(double[][] rows, int k) {
        return rows[isUnivariate() ? checked[k] : k];
    }

    /** Computes the scores of points under a distribution of the same family. */
    void scores(MultivariateDistribution of, double[][] x, int offset, double[][] rows, int rowOffset, int length) {
        if (rows.length == parameters.length) {
            of.gradLogPdf(x, offset, 0, rows, rowOffset, length);
            return;
        }
        for (int k = 0; k < rows.length; k++) {
            of.gradLogPdf(x, offset, checked[k], new double[][] {rows[k]}, rowOffset, length);
        }
    }

    /** Computes the scores of draws from their statistics. */
    void scoresOfDraws(double[][] x, double[][] statistics, double[][] rows, int offset, int length) {
        if (rows.length == parameters.length) {
            distribution.gradLogPdf(x, statistics, 0, rows, offset, length);
            return;
        }
        for (int k = 0; k < rows.length; k++) {
            distribution.gradLogPdf(x, statistics, checked[k], new double[][] {rows[k]}, offset, length);
        }
    }

    /** Returns the distribution with another value of the k-th parameter. */
    MultivariateDistribution moved(int k, double value) {
        double[] all = parameters.clone();
        all[checked[k]] = value;
        return distribution.withParameters(all);
    }

    /** Returns the distribution with another value of the k-th parameter, or null if the family refuses that value. */
    MultivariateDistribution movedOrNull(int k, double value) {
        try {
            return moved(k, value);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * Returns a distance by which the k-th parameter can be moved both up and down. It is h; or, where the parameter's range
     * ends before, a power of 1/8 times the smaller of h and the parameter's absolute value; or 0 if the parameter cannot be
     * moved.
     */
    double reach(int k, double h) {
        double theta = parameter(k);
        if (isMovable(k, theta, h)) {
            return h;
        }
        double shorter = theta == 0 ? h / 8 : Math.min(h, Math.abs(theta)) / 8;
        for (int i = 0; i < SHORTER; i++, shorter /= 8) {
            if (isMovable(k, theta, shorter)) {
                return shorter;
            }
        }
        return 0;
    }

    private boolean isMovable(int k, double theta, double h) {
        return theta + h > theta && theta - h < theta && movedOrNull(k, theta + h) != null && movedOrNull(k, theta - h) != null;
    }

    /** Returns the number of samples that are worked on at a time. */
    int block() {
        return Math.clamp(MOST_IN_BLOCK / dimension(), 8, MAX_BLOCK);
    }

    /** Formats a point for a finding. */
    static String point(double[][] x, int i) {
        if (x.length == 1) {
            return "x = " + x[0][i];
        }
        StringJoiner all = new StringJoiner(", ", "x = (", x.length > 4 ? ", …)" : ")");
        Arrays.stream(x).limit(4).forEach(column -> all.add(Double.toString(column[i])));
        return all.toString();
    }

    @Override
    public String toString() {
        return given().toString();
    }
}
