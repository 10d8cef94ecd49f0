package io.github.scorelane.distribution;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.stream.SplitStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The distribution of independent numbers, each with a distribution of its own: a product of univariate distributions. Its
 * parameters are those of coordinate 0, then those of coordinate 1, and so on: "mean[0]", "standard deviation[0]", "shape[1]"
 * …
 *
 * <p>Coordinate d of a sample draws from {@code stream.column(d, D)}. The log density is the sum of the marginals' log
 * densities, in the order of the coordinates; scores and statistics are the marginals' own.
 *
 * <p>With more than 2048 coordinates the estimator draws samples one by one. Neighbouring coordinates whose marginal is one
 * and the same object, as {@code Collections.nCopies} makes them, are then drawn together, which is faster.
 */
public final class Independent
        implements ProductDistribution, HasFisherInformation, HasVectorHessian, HasUnconstrainedVectorForm, Serializable {
    /** The largest number of coordinates. */
    public static final int MAX_DIMENSION = 1_000_000;

    private static final double[][] NONE = {};

    private final UnivariateDistribution[] marginals;
    /**
     * The index at which each marginal's parameters begin among all, and at last the number of all. The statistics have such
     * an array, too.
     */
    private final int[] parameterStarts;
    private final int[] statisticStarts;
    /**
     * The coordinates at which runs of neighbours with one and the same marginal begin, and at last the number of
     * coordinates.
     */
    private final int[] runs;

    private Independent(UnivariateDistribution[] marginals) {
        this.marginals = marginals;
        int dimension = marginals.length;
        parameterStarts = new int[dimension + 1];
        statisticStarts = new int[dimension + 1];
        int[] starts = new int[dimension + 1];
        int count = 0;
        for (int d = 0; d < dimension; d++) {
            UnivariateDistribution marginal = marginals[d];
            parameterStarts[d + 1] = Math.addExact(parameterStarts[d], marginal.parameterNames().size());
            statisticStarts[d + 1] = Math.addExact(statisticStarts[d], marginal.statistics());
            if (d == 0 || marginal != marginals[d - 1] || !isOfThisLibrary(marginal)) {
                starts[count++] = d;
            }
        }
        starts[count++] = dimension;
        runs = Arrays.copyOf(starts, count);
    }

    /**
     * Creates the distribution of independent numbers with the given distributions.
     *
     * @param marginals the distribution of each, 1 to {@value #MAX_DIMENSION} of them; copied
     * @return the distribution
     * @throws IllegalArgumentException if there are none, or too many
     */
    public static Independent of(UnivariateDistribution... marginals) {
        requireDimension(marginals.length);
        return ofOwn(marginals.clone());
    }

    /**
     * Creates the distribution of independent numbers with the given distributions.
     *
     * @param marginals the distribution of each, 1 to {@value #MAX_DIMENSION} of them; copied
     * @return the distribution
     * @throws IllegalArgumentException if there are none, or too many
     */
    public static Independent of(List<? extends UnivariateDistribution> marginals) {
        requireDimension(marginals.size());
        return ofOwn(marginals.toArray(UnivariateDistribution[]::new));
    }

    private static void requireDimension(int dimension) {
        if (dimension < 1 || dimension > MAX_DIMENSION) {
            throw new IllegalArgumentException("number of marginals is not between 1 and " + MAX_DIMENSION + ": " + dimension);
        }
    }

    private static Independent ofOwn(UnivariateDistribution[] marginals) {
        for (int d = 0; d < marginals.length; d++) {
            if (marginals[d] == null) {
                throw new NullPointerException("marginals[" + d + "]");
            }
        }
        return new Independent(marginals);
    }

    /**
     * Tells whether neighbours with this marginal may be drawn as a run. This library's families make draw e of the words e
     * of a stream and its substreams, and of nothing else that depends on e. So consecutive draws of one stream are the draws
     * of neighbouring coordinates. Other implementations do not promise that.
     */
    private static boolean isOfThisLibrary(UnivariateDistribution marginal) {
        return marginal instanceof Family || marginal instanceof Unconstrained;
    }

    @Override
    public int dimension() {
        return marginals.length;
    }

    @Override
    public UnivariateDistribution marginal(int coordinate) {
        return marginals[coordinate];
    }

    @Override
    public int parameterIndex(int coordinate, int parameter) {
        return parameterStarts[coordinate] + parameter;
    }

    @Override
    public List<String> parameterNames() {
        return new ParameterNames(parameterCount(), index -> {
            int d = coordinateOf(index);
            return marginals[d].parameterNames().get(index - parameterStarts[d]) + "[" + d + "]";
        });
    }

    @Override
    public double[] parameters() {
        double[] all = new double[parameterCount()];
        for (int d = 0; d < marginals.length; d++) {
            double[] own = marginals[d].parameters();
            System.arraycopy(own, 0, all, parameterStarts[d], own.length);
        }
        return all;
    }

    @Override
    public Independent withParameters(double... parameters) {
        Parameters.requireCount(parameters.length, parameterCount());
        UnivariateDistribution[] moved = new UnivariateDistribution[marginals.length];
        for (int d = 0; d < moved.length; d++) {
            double[] own = Arrays.copyOfRange(parameters, parameterStarts[d], parameterStarts[d + 1]);
            boolean same = d > 0 && marginals[d] == marginals[d - 1] && Arrays.equals(own, 0, own.length,
                    parameters, parameterStarts[d - 1], parameterStarts[d]);
            moved[d] = same ? moved[d - 1] : moved(d, own);
        }
        return new Independent(moved);
    }

    private UnivariateDistribution moved(int coordinate, double[] parameters) {
        try {
            return marginals[coordinate].withParameters(parameters);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(located(String.valueOf(e.getMessage()), coordinate), e);
        }
    }

    /** Adds the coordinate to a marginal's message: "mean is not finite: NaN" becomes "mean[3] is not finite: NaN". */
    private String located(String message, int coordinate) {
        String found = "";
        for (String name : marginals[coordinate].parameterNames()) {
            if (name.length() > found.length() && message.startsWith(name + " ")) {
                found = name;
            }
        }
        return found.isEmpty() ? "coordinate " + coordinate + ": " + message
                : found + "[" + coordinate + "]" + message.substring(found.length());
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, int offset, int length) {
        Parameters.requireColumns(x.length, marginals.length);
        for (int d = 0; d < marginals.length; d++) {
            marginals[d].sample(stream.column(d, marginals.length), first, x[d], offset, length);
        }
    }

    @Override
    public int statistics() {
        return statisticStarts[marginals.length];
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, double[][] statistics, int offset, int length) {
        Parameters.requireColumns(x.length, marginals.length);
        Parameters.requireRows("statistics", statistics.length, statistics());
        for (int d = 0; d < marginals.length; d++) {
            marginals[d].sample(stream.column(d, marginals.length), first, x[d], own(statistics, d), offset, length);
        }
    }

    @Override
    public void sampleRow(SplitStream stream, long index, double[] x) {
        ArrayRange.check("x", x.length, 0, marginals.length);
        for (int run = 0; run < runs.length - 1; run++) {
            int d = runs[run];
            int count = runs[run + 1] - d;
            if (count > 1) {
                marginals[d].sample(stream, index * marginals.length + d, x, d, count);
            } else {
                marginals[d].sample(stream.column(d, marginals.length), index, x, d, 1);
            }
        }
    }

    @Override
    public void logPdf(double[][] x, int offset, double[] logPdf, int logPdfOffset, int length) {
        Parameters.requireColumns(x.length, marginals.length);
        ArrayRange.check("logPdf", logPdf.length, logPdfOffset, length);
        Arrays.fill(logPdf, logPdfOffset, logPdfOffset + length, 0.0);
        Workspace workspace = Workspace.ofThread();
        long mark = workspace.mark();
        try {
            double[] one = workspace.doubles();
            for (int from = 0; from < length; from += Math.min(Workspace.BLOCK, length - from)) {
                int n = Math.min(Workspace.BLOCK, length - from);
                for (int d = 0; d < marginals.length; d++) {
                    marginals[d].logPdf(x[d], offset + from, one, 0, n);
                    for (int s = 0; s < n; s++) {
                        logPdf[logPdfOffset + from + s] += one[s];
                    }
                }
            }
        } finally {
            workspace.giveBackTo(mark);
        }
    }

    @Override
    public void gradLogPdf(double[][] x, int offset, int firstParameter, double[][] gradient, int gradientOffset, int length) {
        Parameters.requireColumns(x.length, marginals.length);
        Parameters.requireRange(firstParameter, gradient.length, parameterCount());
        int d = coordinateOf(firstParameter);
        for (int row = 0; row < gradient.length; d++) {
            int begin = firstParameter + row - parameterStarts[d];
            int count = Math.min(parameters(d) - begin, gradient.length - row);
            if (count == 0) {
                continue;
            }
            double[][] wanted = Arrays.copyOfRange(gradient, row, row + count);
            if (count == parameters(d)) {
                marginals[d].gradLogPdf(x[d], offset, wanted, gradientOffset, length);
            } else {
                someScores(d, begin, x[d], offset, wanted, gradientOffset, length);
            }
            row += count;
        }
    }

    @Override
    public void gradLogPdf(double[][] x, double[][] statistics, int firstParameter, double[][] gradient, int offset, int length) {
        Parameters.requireColumns(x.length, marginals.length);
        Parameters.requireRows("statistics", statistics.length, statistics());
        Parameters.requireRange(firstParameter, gradient.length, parameterCount());
        int d = coordinateOf(firstParameter);
        for (int row = 0; row < gradient.length; d++) {
            int begin = firstParameter + row - parameterStarts[d];
            int count = Math.min(parameters(d) - begin, gradient.length - row);
            if (count == 0) {
                continue;
            }
            double[][] wanted = Arrays.copyOfRange(gradient, row, row + count);
            if (count == parameters(d)) {
                marginals[d].gradLogPdf(x[d], own(statistics, d), wanted, offset, length);
            } else {
                someScores(d, begin, x[d], own(statistics, d), wanted, offset, length);
            }
            row += count;
        }
    }

    /**
     * Computes the scores of some of a marginal's parameters. The marginal computes those of all into scratch rows, of which
     * the wanted ones are copied.
     */
    private void someScores(int d, int begin, double[] x, int offset, double[][] wanted, int wantedOffset, int length) {
        Workspace workspace = Workspace.ofThread();
        long mark = workspace.mark();
        try {
            double[][] all = Family.takeRows(workspace, parameters(d));
            for (int i = 0; i < length; i += Math.min(Workspace.BLOCK, length - i)) {
                int n = Math.min(Workspace.BLOCK, length - i);
                marginals[d].gradLogPdf(x, offset + i, all, 0, n);
                copy(all, begin, wanted, wantedOffset + i, n);
            }
        } finally {
            workspace.giveBackTo(mark);
        }
    }

    private void someScores(int d, int begin, double[] x, double[][] statistics, double[][] wanted, int offset, int length) {
        Family.requireRows("statistics", statistics, statistics.length, offset, length);
        someRows(parameters(d), begin, x, statistics, wanted, offset, length,
                (points, theirs, all, n) -> marginals[d].gradLogPdf(points, theirs, all, 0, n));
    }

    /**
     * Computes some of the rows of derivatives that a marginal has at draws, from the draws' statistics. The marginal computes
     * all of them into scratch rows, of which the wanted ones are copied. Points and statistics are copied, too, because the
     * scratch rows begin at 0 and all arrays have to begin at the same index.
     */
    private static void someRows(int count, int begin, double[] x, double[][] statistics, double[][] wanted, int offset, int length,
            AllRows work) {
        Workspace workspace = Workspace.ofThread();
        long mark = workspace.mark();
        try {
            double[][] all = Family.takeRows(workspace, count);
            double[] points = workspace.doubles();
            double[][] theirs = Family.takeRows(workspace, statistics.length);
            for (int i = 0; i < length; i += Math.min(Workspace.BLOCK, length - i)) {
                int n = Math.min(Workspace.BLOCK, length - i);
                System.arraycopy(x, offset + i, points, 0, n);
                for (int k = 0; k < statistics.length; k++) {
                    System.arraycopy(statistics[k], offset + i, theirs[k], 0, n);
                }
                work.compute(points, theirs, all, n);
                copy(all, begin, wanted, offset + i, n);
            }
        } finally {
            workspace.giveBackTo(mark);
        }
    }

    /** A function that computes all of a marginal's rows of derivatives at points with their statistics, from index 0 on. */
    @FunctionalInterface
    private interface AllRows {
        void compute(double[] points, double[][] statistics, double[][] all, int length);
    }

    private static void copy(double[][] all, int begin, double[][] wanted, int offset, int length) {
        for (int row = 0; row < wanted.length; row++) {
            System.arraycopy(all[begin + row], 0, wanted[row], offset, length);
        }
    }

    /**
     * Returns the Fisher information: the marginals' matrices along the diagonal, and zeros elsewhere.
     *
     * @return a new symmetric matrix
     * @throws IllegalStateException if a marginal's Fisher information is not known, or there are more than 4096 parameters
     */
    @Override
    public double[][] fisherInformation() {
        int parameters = parameterCount();
        Parameters.requirePairs(parameters);
        double[][] all = new double[parameters][parameters];
        for (int d = 0; d < marginals.length; d++) {
            if (parameters(d) == 0) {
                continue;
            }
            if (!(marginals[d] instanceof HasFisherInformation informed)) {
                throw new IllegalStateException("Fisher information of coordinate " + d + " is not known: " + marginals[d]);
            }
            double[][] own = informed.fisherInformation();
            for (int p = 0; p < own.length; p++) {
                System.arraycopy(own[p], 0, all[parameterStarts[d] + p], parameterStarts[d], own.length);
            }
        }
        return all;
    }

    @Override
    public Optional<String> hessianRefusal() {
        for (int d = 0; d < marginals.length; d++) {
            if (parameters(d) > 0 && !(marginals[d] instanceof HasHessian)) {
                return Optional.of("coordinate " + d + " has none: " + marginals[d]);
            }
        }
        return Optional.empty();
    }

    @Override
    public void hessianLogPdf(double[][] x, double[][] statistics, int firstPair, double[][] hessian, int offset, int length) {
        Parameters.requireColumns(x.length, marginals.length);
        Parameters.requireRows("statistics", statistics.length, statistics());
        Pairs.requireRange(firstPair, hessian.length, parameterCount());
        Family.requireRows("hessian", hessian, hessian.length, offset, length);
        int row = 0;
        while (row < hessian.length) {
            int j = Pairs.second(firstPair + row);
            int i = firstPair + row - Pairs.index(0, j);
            int d = coordinateOf(j);
            int start = parameterStarts[d];
            for (; i < start && row < hessian.length; i++, row++) {
                Arrays.fill(hessian[row], offset, offset + length, 0.0);
            }
            int count = Math.min(j + 1 - i, hessian.length - row);
            if (count > 0) {
                double[][] wanted = Arrays.copyOfRange(hessian, row, row + count);
                someDerivatives(d, Pairs.index(i - start, j - start), x[d], own(statistics, d), wanted, offset, length);
                row += count;
            }
        }
    }

    /**
     * Computes the second derivatives by some pairs of a marginal's parameters. Most marginals compute those by all pairs
     * into scratch rows, of which the wanted ones are copied.
     */
    private void someDerivatives(int d, int begin, double[] x, double[][] statistics, double[][] wanted, int offset, int length) {
        if (!(marginals[d] instanceof HasHessian known)) {
            throw new IllegalStateException("second derivatives of coordinate " + d + " are not known: " + marginals[d]);
        }
        if (known instanceof HasHessianRanges ranges) {
            ranges.hessianLogPdf(x, begin, wanted, offset, length);
            return;
        }
        someRows(Pairs.count(parameters(d)), begin, x, statistics, wanted, offset, length,
                (points, theirs, all, n) -> known.hessianLogPdf(points, theirs, all, 0, n));
    }

    /**
     * Returns the product of the marginals' unconstrained forms.
     *
     * @return the distribution
     * @throws IllegalStateException if a marginal has no unconstrained form
     */
    @Override
    public Independent unconstrained() {
        return mapped(marginal -> {
            if (marginal instanceof HasUnconstrainedForm free) {
                return free.unconstrained();
            }
            throw new IllegalStateException("a marginal has no unconstrained form: " + marginal);
        });
    }

    /**
     * Maps each marginal. Neighbours that were one object are one object afterwards, so that they are still drawn together.
     */
    private Independent mapped(UnaryOperator<UnivariateDistribution> map) {
        UnivariateDistribution[] mapped = new UnivariateDistribution[marginals.length];
        for (int d = 0; d < mapped.length; d++) {
            mapped[d] = d > 0 && marginals[d] == marginals[d - 1] ? mapped[d - 1] : map.apply(marginals[d]);
        }
        return new Independent(mapped);
    }

    @Override
    public String toString() {
        return marginals.length <= 4 ? "Independent" + Arrays.toString(marginals)
                : "Independent(dimension=" + marginals.length + ")";
    }

    private int parameterCount() {
        return parameterStarts[marginals.length];
    }

    private int parameters(int coordinate) {
        return parameterStarts[coordinate + 1] - parameterStarts[coordinate];
    }

    /** Returns the coordinate that a parameter belongs to: the last whose parameters begin at or before it. */
    private int coordinateOf(int parameter) {
        int low = 0;
        for (int high = marginals.length; high - low > 1; ) {
            int middle = (low + high) >>> 1;
            if (parameterStarts[middle] <= parameter) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double[][] own(double[][] statistics, int coordinate) {
        int begin = statisticStarts[coordinate];
        int end = statisticStarts[coordinate + 1];
        return begin == end ? NONE : Arrays.copyOfRange(statistics, begin, end);
    }
}
