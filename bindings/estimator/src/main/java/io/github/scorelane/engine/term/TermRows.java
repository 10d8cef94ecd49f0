package io.github.scorelane.engine.term;

import io.github.scorelane.engine.unit.Scale;
import java.io.Serializable;

/**
 * Makes the rows of terms that are summed with f, one number for each sample: scores of the parameters, with second derivatives
 * behind them for a Hessian, or weighted scores. The mean of each row is 0 under the samples' distribution unless the row says
 * otherwise, which is all that baselines and errors ask of it. Immutable: threads share an instance.
 */
public interface TermRows extends Serializable {
    /** Returns the number of rows. */
    int count();

    /** Returns the number of rows that are best asked for at once, and that a range of them has to begin at a multiple of. */
    int atOnce();

    /**
     * Makes some of the rows.
     *
     * @param x the samples of a block, in columns
     * @param statistics the statistics that they were drawn with
     * @param firstRow index of the first row
     * @param rows where the rows go
     * @param length number of samples
     */
    void fill(double[][] x, double[][] statistics, int firstRow, double[][] rows, int length);

    /** Returns these rows in the units of a scale. */
    default TermRows in(Scale scale) {
        return scale.scores() == null ? this : new ScaledRows(this, scale.scores());
    }

    /** Returns the number of rows, from the first on, that may have units of their own. */
    default int countInUnits() {
        return count();
    }

    /** Returns the coordinates whose scores the first rows are, if these can be summed without being written; or null. */
    default NormalCoordinates normal() {
        return null;
    }

    /** Tells whether rows of second derivatives follow the scores. */
    default boolean isSecondOrder() {
        return false;
    }
}
