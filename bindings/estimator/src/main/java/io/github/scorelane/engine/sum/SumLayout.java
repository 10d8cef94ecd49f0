package io.github.scorelane.engine.sum;

import io.github.scorelane.engine.baseline.ControlFit;
import io.github.scorelane.kernel.sum.CrossSums;
import io.github.scorelane.kernel.sum.FunctionSums;
import io.github.scorelane.kernel.sum.ResidualSums;
import io.github.scorelane.kernel.sum.ScoreSums;

/**
 * Layout of the sums of a run in a node: first those of the function, then of each parameter, of each pair of parameters, and of
 * each parameter's controls. Behind a pilot the same node holds the sums of residuals instead, which are fewer.
 *
 * @param parameters the number of parameters
 * @param covariance whether there are sums of pairs
 * @param controls the number of controls of each parameter
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

    /**
     * Tells whether the layouts are equal. A record's own comparison is linked when it is first called, which takes ten
     * milliseconds.
     */
    public boolean isSame(SumLayout other) {
        return parameters == other.parameters && covariance == other.covariance && controls == other.controls;
    }

    /** Returns the index of the sums of a parameter. */
    public int scores(int parameter) {
        return FunctionSums.LENGTH + parameter * ScoreSums.LENGTH;
    }

    /** Returns the index of the sums of a pair of parameters, i below j. */
    public int cross(int i, int j) {
        return scores(parameters) + pair(i, j) * CrossSums.LENGTH;
    }

    /** Returns the index of the sums of a parameter's controls. */
    public int controls(int parameter) {
        return (covariance ? cross(0, parameters) : scores(parameters)) + parameter * ControlFit.length(controls);
    }

    /** Returns the length of a node. */
    public int length() {
        return controls(parameters);
    }

    /** Returns the index of the sums of a parameter's residuals. */
    public int residuals(int parameter) {
        return FunctionSums.LENGTH + parameter * ResidualSums.LENGTH;
    }

    /** Returns the index of Σrr′ of a pair of residuals, i below j, whose lanes are folded. */
    public int products(int i, int j) {
        return residuals(parameters) + pair(i, j);
    }

    /** Returns the length of a node of residuals. */
    public int residualsLength() {
        return covariance ? products(0, parameters) : residuals(parameters);
    }

    private static int pair(int i, int j) {
        return j * (j - 1) / 2 + i;
    }
}
