package io.github.scorelane.engine.surrogate;

/** A function of one coordinate of a sample: the part of a surrogate that depends on it. */
interface CoordinateFunction {
    /** Subtracts the function at some points from numbers. */
    void subtract(double[] x, int n, double[] f);
}
