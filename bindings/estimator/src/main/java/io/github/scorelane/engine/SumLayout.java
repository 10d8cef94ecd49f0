package io.github.scorelane.engine;

import io.github.scorelane.kernel.moment.CrossSums;
import io.github.scorelane.kernel.moment.FunctionSums;
import io.github.scorelane.kernel.moment.ScoreSums;

/**
 * Where the sums of a run stand in a node: those of the function, of each parameter, and of each pair of parameters.
 *
 * @param parameters how many
 * @param covariance whether the pairs are there
 */
record SumLayout(int parameters, boolean covariance) {
    int scores(int parameter) {
        return FunctionSums.LENGTH + parameter * ScoreSums.LENGTH;
    }

    /** For i below j. */
    int cross(int i, int j) {
        return scores(parameters) + (j * (j - 1) / 2 + i) * CrossSums.LENGTH;
    }

    int length() {
        return covariance ? cross(0, parameters) : scores(parameters);
    }
}
