package io.github.scorelane.engine.term;

import io.github.scorelane.distribution.HasHessianRanges;
import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.engine.draw.UnivariateAsVector;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/**
 * A distribution whose "scores" are its P scores s, and after them the P(P + 1)/2 rows ∂² log p/∂θ_i ∂θ_j + s_i·s_j, i ≤ j, in the
 * order (0, 0), (0, 1), (1, 1), (0, 2), … Their expectations under f are the gradient and the Hessian of E[f], for
 * ∇²p = p·(∇² log p + s·sᵀ); and their own mean is 0, which is all that baselines and errors ask of scores.
 *
 * <p>The scores are made once for a block, with the samples: they are statistics of theirs.
 */
public final class SecondOrder implements MultivariateDistribution {
    /** The largest P. */
    public static final int MAX_PARAMETERS = 1024;

    private final MultivariateDistribution distribution;
    private final SecondDerivatives derivatives;
    private final int parameters;
    private final int ownStatistics;

    /**
     * Wraps a distribution.
     *
     * @param distribution whose log density has second derivatives
     * @throws IllegalArgumentException if it has none, or too many parameters
     */
    public SecondOrder(MultivariateDistribution distribution) {
        this.distribution = distribution;
        parameters = distribution.parameterNames().size();
        if (parameters > MAX_PARAMETERS) {
            throw new IllegalArgumentException("number of parameters is above " + MAX_PARAMETERS + ", too many for a Hessian: "
                    + parameters);
        }
        derivatives = SecondDerivatives.of(distribution);
        ownStatistics = distribution.statistics();
    }

    /**
     * What is wrapped.
     *
     * @return the distribution
     */
    public MultivariateDistribution distribution() {
        return distribution;
    }

    /**
     * Where a pair stands among the rows.
     *
     * @param parameters P
     * @param i a parameter
     * @param j another, or the same
     * @return its place
     */
    public static int place(int parameters, int i, int j) {
        int second = Math.max(i, j);
        return parameters + second * (second + 1) / 2 + Math.min(i, j);
    }

    /**
     * Whether rows may be asked for some at a time.
     *
     * @return whether they may; of a univariate distribution not, unless it has ranges
     */
    public boolean givesRanges() {
        return !(distribution instanceof UnivariateAsVector one) || one.distribution() instanceof HasHessianRanges;
    }

    @Override
    public int dimension() {
        return distribution.dimension();
    }

    @Override
    public List<String> parameterNames() {
        List<String> names = distribution.parameterNames();
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                if (index < parameters) {
                    return names.get(index);
                }
                int j = second(index - parameters);
                int i = index - parameters - j * (j + 1) / 2;
                return "∂²/∂" + names.get(i) + (i == j ? "²" : " ∂" + names.get(j));
            }

            @Override
            public int size() {
                return place(parameters, 0, parameters);
            }
        };
    }

    @Override
    public double[] parameters() {
        return distribution.parameters();
    }

    @Override
    public SecondOrder withParameters(double... values) {
        return new SecondOrder(distribution.withParameters(values));
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, int offset, int length) {
        distribution.sample(stream, first, x, offset, length);
    }

    @Override
    public void logPdf(double[][] x, int offset, double[] logPdf, int logPdfOffset, int length) {
        distribution.logPdf(x, offset, logPdf, logPdfOffset, length);
    }

    @Override
    public int statistics() {
        return ownStatistics + parameters;
    }

    @Override
    public void sample(SplitStream stream, long first, double[][] x, double[][] statistics, int offset, int length) {
        double[][] own = Arrays.copyOf(statistics, ownStatistics);
        distribution.sample(stream, first, x, own, offset, length);
        distribution.gradLogPdf(x, own, 0, Arrays.copyOfRange(statistics, ownStatistics, statistics.length), offset, length);
    }

    /** Samples come with statistics; without, they are not asked for. */
    @Override
    public void gradLogPdf(double[][] x, int offset, int firstParameter, double[][] gradient, int gradientOffset, int length) {
        throw new UnsupportedOperationException("scores by statistics only");
    }

    @Override
    public void gradLogPdf(double[][] x, double[][] statistics, int firstParameter, double[][] gradient, int offset, int length) {
        int row = 0;
        for (; row < gradient.length && firstParameter + row < parameters; row++) {
            System.arraycopy(statistics[ownStatistics + firstParameter + row], offset, gradient[row], offset, length);
        }
        if (row < gradient.length) {
            int firstPair = firstParameter + row - parameters;
            double[][] pairs = row == 0 ? gradient : Arrays.copyOfRange(gradient, row, gradient.length);
            derivatives.hessianLogPdf(x, Arrays.copyOf(statistics, ownStatistics), firstPair, pairs, offset, length);
            addProducts(statistics, firstPair, pairs, offset, length);
        }
    }

    private void addProducts(double[][] statistics, int firstPair, double[][] pairs, int offset, int length) {
        int j = second(firstPair);
        int i = firstPair - j * (j + 1) / 2;
        for (double[] pair : pairs) {
            double[] one = statistics[ownStatistics + i];
            double[] other = statistics[ownStatistics + j];
            for (int s = offset; s < offset + length; s++) {
                pair[s] = Fma.fma(one[s], other[s], pair[s]);
            }
            if (i++ == j) {
                i = 0;
                j++;
            }
        }
    }

    /** The j of a pair: the last whose pairs begin at or before it. Numbers so small have exact roots where it matters. */
    private static int second(int pair) {
        return (int) ((Math.sqrt(8.0 * pair + 1) - 1) / 2);
    }

    @Override
    public String toString() {
        return distribution.toString();
    }
}
