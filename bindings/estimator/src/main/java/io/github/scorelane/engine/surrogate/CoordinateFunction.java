package io.github.scorelane.engine.surrogate;

import java.io.Serializable;

/** Function of one coordinate of a sample: the part of a surrogate that depends on that coordinate. Threads share it. */
interface CoordinateFunction extends Serializable {
    /** Subtracts the function at each of n points x from a number f of that point. */
    void subtract(double[] x, int n, double[] f);

    /** Tells whether the function was made from the values of f at all numbers that a sample can have. */
    default boolean isWhole() {
        return false;
    }
}
