package io.github.scorelane.distribution;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.stream.SplitStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;

/**
 * The base class of the library's univariate families. It has the named parameters and their ranges, checks arguments, and
 * cuts the work into blocks of at most {@code Workspace.BLOCK} numbers in arrays that all begin at the same index, as the
 * kernels want it; a family then calls its kernel for each block.
 *
 * <p>It is public because a list of several families has it as its type, as d has in
 * {@code for (var d : List.of(Poisson.of(1), Gamma.of(1, 1)))}. A family of your own implements
 * {@link UnivariateDistribution} and does not extend this.
 */
public abstract class Family implements UnivariateDistribution, HasUnconstrainedForm, Serializable {
    private static final double[][] NO_STATISTICS = {};

    private final ParameterList parameters;
    private final double[] values;
    /**
     * The logistic map, or null before it is first asked for. Threads may race to make it without a lock: whichever wins, the
     * map is the same, and all its fields are final.
     */
    private transient LogisticMap logisticMap;

    /** Creates a distribution, and refuses parameters that are out of range. */
    Family(ParameterList parameters, double... values) {
        this.parameters = parameters;
        this.values = values;
        parameters.require(values);
    }

    /** Draws a block, whose arguments are checked. */
    abstract void draw(SplitStream stream, long first, double[] x, int offset, int length);

    /** Draws a block, and the statistics that the draws carry. */
    void draw(SplitStream stream, long first, double[] x, double[][] statistics, int offset, int length) {
        draw(stream, first, x, offset, length);
        statisticsOf(x, statistics, offset, length);
    }

    /** Computes the statistics of a block's points, as well as the points, which are rounded, determine them. */
    void statisticsOf(double[] x, double[][] statistics, int offset, int length) {}

    /** Computes the log densities of a block's points. */
    abstract void logDensity(double[] x, double[] logPdf, int offset, int length);

    /** Computes the scores of a block's points, whose statistics are known. */
    abstract void scores(double[] x, double[][] statistics, double[][] gradient, int offset, int length);

    /**
     * Makes the family's logistic map. Families that implement {@link LogisticByMap} override this, and only they are asked.
     */
    LogisticMap newLogisticMap() {
        throw new UnsupportedOperationException(this + " has no logistic form");
    }

    /** Returns the family's logistic map, which is made when it is first asked for. */
    final LogisticMap logisticMap() {
        LogisticMap made = logisticMap;
        if (made == null) {
            made = newLogisticMap();
            logisticMap = made;
        }
        return made;
    }

    final double parameter(int index) {
        return values[index];
    }

    @Override
    public final List<String> parameterNames() {
        return parameters.names();
    }

    @Override
    public final double[] parameters() {
        return values.clone();
    }

    @Override
    public UnivariateDistribution unconstrained() {
        return parameters.areUnconstrained() ? this : Unconstrained.of(this, parameters.links());
    }

    @Override
    public final void sample(SplitStream stream, long first, double[] x, int offset, int length) {
        Objects.requireNonNull(stream, "stream");
        ArrayRange.check("x", x.length, offset, length);
        for (int i = 0; i < length; i += Math.min(Workspace.BLOCK, length - i)) {
            draw(stream, first + i, x, offset + i, Math.min(Workspace.BLOCK, length - i));
        }
    }

    @Override
    public final void sample(SplitStream stream, long first, double[] x, double[][] statistics, int offset, int length) {
        Objects.requireNonNull(stream, "stream");
        ArrayRange.check("x", x.length, offset, length);
        requireRows("statistics", statistics, statistics(), offset, length);
        for (int i = 0; i < length; i += Math.min(Workspace.BLOCK, length - i)) {
            draw(stream, first + i, x, statistics, offset + i, Math.min(Workspace.BLOCK, length - i));
        }
    }

    @Override
    public final void logPdf(double[] x, int offset, double[] logPdf, int logPdfOffset, int length) {
        ArrayRange.check("x", x.length, offset, length);
        ArrayRange.check("logPdf", logPdf.length, logPdfOffset, length);
        boolean aligned = offset == logPdfOffset;
        Workspace workspace = Workspace.ofThread();
        double[] points = aligned ? x : workspace.doubles();
        double[] results = aligned ? logPdf : workspace.doubles();
        for (int i = 0; i < length; i += Math.min(Workspace.BLOCK, length - i)) {
            int n = Math.min(Workspace.BLOCK, length - i);
            if (aligned) {
                logDensity(points, results, offset + i, n);
            } else {
                System.arraycopy(x, offset + i, points, 0, n);
                logDensity(points, results, 0, n);
                System.arraycopy(results, 0, logPdf, logPdfOffset + i, n);
            }
        }
        workspace.giveBack(aligned ? 0 : 2, 0);
    }

    @Override
    public void gradLogPdf(double[] x, int offset, double[][] gradient, int gradientOffset, int length) {
        ArrayRange.check("x", x.length, offset, length);
        requireRows("gradient", gradient, values.length, gradientOffset, length);
        if (statistics() == 0 && offset == gradientOffset) {
            gradLogPdf(x, NO_STATISTICS, gradient, offset, length);
            return;
        }
        Workspace workspace = Workspace.ofThread();
        double[] points = workspace.doubles();
        double[][] statistics = takeRows(workspace, statistics());
        double[][] results = takeRows(workspace, values.length);
        for (int i = 0; i < length; i += Math.min(Workspace.BLOCK, length - i)) {
            int n = Math.min(Workspace.BLOCK, length - i);
            System.arraycopy(x, offset + i, points, 0, n);
            statisticsOf(points, statistics, 0, n);
            scores(points, statistics, results, 0, n);
            for (int p = 0; p < values.length; p++) {
                System.arraycopy(results[p], 0, gradient[p], gradientOffset + i, n);
            }
        }
        workspace.giveBack(1 + statistics() + values.length, 0);
    }

    @Override
    public final void gradLogPdf(double[] x, double[][] statistics, double[][] gradient, int offset, int length) {
        ArrayRange.check("x", x.length, offset, length);
        requireRows("statistics", statistics, statistics(), offset, length);
        requireRows("gradient", gradient, values.length, offset, length);
        for (int i = 0; i < length; i += Math.min(Workspace.BLOCK, length - i)) {
            scores(x, statistics, gradient, offset + i, Math.min(Workspace.BLOCK, length - i));
        }
    }

    @Override
    public String toString() {
        StringJoiner all = new StringJoiner(", ", getClass().getSimpleName() + "(", ")");
        for (int p = 0; p < values.length; p++) {
            all.add(parameterNames().get(p) + "=" + values[p]);
        }
        return all.toString();
    }

    static double[][] takeRows(Workspace workspace, int count) {
        double[][] rows = new double[count][];
        Arrays.setAll(rows, row -> workspace.doubles());
        return rows;
    }

    /**
     * Refuses second derivatives whose rows are not one for each pair of parameters, or a range that does not lie inside the
     * arrays.
     */
    static void requireHessian(double[] x, double[][] hessian, int pairs, int offset, int length) {
        ArrayRange.check("x", x.length, offset, length);
        requireRows("hessian", hessian, pairs, offset, length);
    }

    /** Refuses statistics or second derivatives whose rows are not as many as they should be, or a range outside the arrays. */
    final void requireHessianByStatistics(double[][] statistics, double[][] hessian, int pairs, int offset, int length) {
        requireRows("statistics", statistics, statistics(), offset, length);
        requireRows("hessian", hessian, pairs, offset, length);
    }

    static void requireRows(String name, double[][] rows, int wanted, int offset, int length) {
        Parameters.requireRows(name, rows.length, wanted);
        for (int row = 0; row < wanted; row++) {
            if ((offset | length) < 0 || length > rows[row].length - offset) {
                ArrayRange.check(name + "[" + row + "]", rows[row].length, offset, length);
            }
        }
    }
}
