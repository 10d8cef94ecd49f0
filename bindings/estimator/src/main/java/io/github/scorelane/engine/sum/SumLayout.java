package io.github.scorelane.engine.sum;

import io.github.scorelane.engine.baseline.ControlFit;
import io.github.scorelane.kernel.sum.CrossSums;
import io.github.scorelane.kernel.sum.FunctionSums;
import io.github.scorelane.kernel.sum.ResidualSums;
import io.github.scorelane.kernel.sum.ScoreSums;

/**
 * Where the sums of a run stand in a node: those of the function, of each parameter, of each pair of parameters, and of each
 * parameter's controls. In the same node, at another time, are those of residuals, which are fewer.
 *
 * @param parameters how many
 * @param covariance whether the pairs are there
 * @param controls how many each parameter has
 */
public record SumLayout(int parameters, boolean covariance, int controls) {
    private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

    public SumLayout {
        long sums = FunctionSums.LENGTH + (long) parameters * (ScoreSums.LENGTH + ControlFit.length(controls))
                + (covariance ? (long) parameters * (parameters - 1) / 2 * CrossSums.LENGTH : 0);
        if (sums > MAX_ARRAY) {
            throw new IllegalArgumentException("number of parameters is too large for an array of their " + sums + " sums: "
                    + parameters);
        }
    }

    /** The comparison of a record's own would be linked when it is called first, which takes ten milliseconds. */
    public boolean isSame(SumLayout other) {
        return parameters == other.parameters && covariance == other.covariance && controls == other.controls;
    }

    public int scores(int parameter) {
        return FunctionSums.LENGTH + parameter * ScoreSums.LENGTH;
    }

    /** For i below j. */
    public int cross(int i, int j) {
        return scores(parameters) + pair(i, j) * CrossSums.LENGTH;
    }

    public int controls(int parameter) {
        return (covariance ? cross(0, parameters) : scores(parameters)) + parameter * ControlFit.length(controls);
    }

    public int length() {
        return controls(parameters);
    }

    public int residuals(int parameter) {
        return FunctionSums.LENGTH + parameter * ResidualSums.LENGTH;
    }

    /** Σrr′ of a pair of residuals, i below j, its lanes folded. */
    public int products(int i, int j) {
        return residuals(parameters) + pair(i, j);
    }

    public int residualsLength() {
        return covariance ? products(0, parameters) : residuals(parameters);
    }

    private static int pair(int i, int j) {
        return j * (j - 1) / 2 + i;
    }
}
