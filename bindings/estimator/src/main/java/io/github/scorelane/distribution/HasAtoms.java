package io.github.scorelane.distribution;

/**
 * A distribution on whole numbers whose probability lies, but for a negligible part, on finitely many of them. A baseline
 * whose expectation is the sum over all values takes the values from it.
 */
public interface HasAtoms {
    /**
     * Returns a range of whole numbers outside which there is less than 2^-60 of the probability, and less than 10^-15 of the
     * mean square of each score, the Fisher information. It is not always the shortest such range, but is seldom twice as
     * long.
     *
     * @return a new array of the first and the last of them; the last is {@link Long#MAX_VALUE} where it is no long
     */
    long[] atoms();
}
