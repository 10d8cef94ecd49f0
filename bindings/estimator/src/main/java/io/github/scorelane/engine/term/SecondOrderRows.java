package io.github.scorelane.engine.term;

import io.github.scorelane.distribution.HasHessianRanges;
import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.engine.draw.Capability;
import io.github.scorelane.kernel.math.Fma;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows for a gradient and a Hessian: the P scores s of a distribution, and after them the P(P + 1)/2 rows ∂² log p/∂θ_i ∂θ_j +
 * s_i·s_j, i ≤ j, in the order (0, 0), (0, 1), (1, 1), (0, 2), … The means of their products with f are the gradient and the
 * Hessian of E[f], because ∇²p = p·(∇² log p + s·sᵀ); and their own means are 0. The scores are read from the samples' statistics,
 * where a {@link ScoredSampler} left them.
 */
public final class SecondOrderRows implements TermRows {
    /** The largest number P of parameters. */
    static final int MAX_PARAMETERS = 1024;

    private final ScoreRows scores;
    private final SecondDerivatives derivatives;
    private final int parameters;
    private final int ownStatistics;
    private final int count;
    private final int atOnce;

    /**
     * Creates the rows of a distribution.
     *
     * @param distribution the distribution, whose log density has second derivatives
     * @throws IllegalArgumentException if it has none, or too many parameters
     */
    SecondOrderRows(MultivariateDistribution distribution) {
        scores = ScoreRows.of(distribution);
        parameters = scores.count();
        if (parameters > MAX_PARAMETERS) {
            throw new IllegalArgumentException("number of parameters is above " + MAX_PARAMETERS + ", too many for a Hessian: "
                    + parameters);
        }
        derivatives = SecondDerivatives.of(distribution);
        ownStatistics = distribution.statistics();
        count = place(parameters, 0, parameters);
        boolean isWhole = Capability.of(distribution, UnivariateDistribution.class) != null
                && Capability.of(distribution, HasHessianRanges.class) == null;
        atOnce = isWhole ? count : Math.min(count, 8);
    }

    /** Returns the index of the row of parameters i and j, i ≤ j, where there are the given number of parameters. */
    public static int place(int parameters, int i, int j) {
        int second = Math.max(i, j);
        return parameters + second * (second + 1) / 2 + Math.min(i, j);
    }

    /** Returns the names of the rows, made from those of the parameters when asked for, so that a long list takes no memory. */
    public static List<String> names(List<String> names) {
        int parameters = names.size();
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

    /** Returns the rows of the scores alone. */
    ScoreRows scores() {
        return scores;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public int atOnce() {
        return atOnce;
    }

    @Override
    public boolean isSecondOrder() {
        return true;
    }

    @Override
    public NormalCoordinates normal() {
        return scores.normal();
    }

    @Override
    public void fill(double[][] x, double[][] statistics, int firstRow, double[][] rows, int length) {
        int row = 0;
        for (; row < rows.length && firstRow + row < parameters; row++) {
            System.arraycopy(statistics[ownStatistics + firstRow + row], 0, rows[row], 0, length);
        }
        if (row < rows.length) {
            int firstPair = firstRow + row - parameters;
            double[][] pairs = row == 0 ? rows : Arrays.copyOfRange(rows, row, rows.length);
            derivatives.hessianLogPdf(x, Arrays.copyOf(statistics, ownStatistics), firstPair, pairs, length);
            addProducts(statistics, firstPair, pairs, length);
        }
    }

    private void addProducts(double[][] statistics, int firstPair, double[][] pairs, int length) {
        int j = second(firstPair);
        int i = firstPair - j * (j + 1) / 2;
        for (double[] pair : pairs) {
            double[] one = statistics[ownStatistics + i];
            double[] other = statistics[ownStatistics + j];
            for (int s = 0; s < length; s++) {
                pair[s] = Fma.fma(one[s], other[s], pair[s]);
            }
            if (i++ == j) {
                i = 0;
                j++;
            }
        }
    }

    /** Returns the j of a pair, the last one whose pairs begin at or before it. The root is exact for numbers of this size. */
    private static int second(int pair) {
        return (int) ((Math.sqrt(8.0 * pair + 1) - 1) / 2);
    }
}
