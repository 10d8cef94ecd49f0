package io.github.scorelane.distribution;

/** A distribution on whole numbers, of which finitely many hold all that counts of its probability. */
public interface HasAtoms {
    /**
     * Consecutive whole numbers outside which there is less than 2^-60 of the probability, and less than 10^-15 of what the square
     * of each score adds up to, the Fisher information. They are not always the least such range, but seldom twice as many.
     *
     * @return a new array of the first and the last of them; {@link Long#MAX_VALUE} where the last is no long
     */
    long[] atoms();
}
