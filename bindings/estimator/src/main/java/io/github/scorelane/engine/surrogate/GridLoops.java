package io.github.scorelane.engine.surrogate;

import io.github.scorelane.kernel.math.Fma;

/**
 * Loops over arrays that have a number for each point of a {@link Grid}. Each loop is a method of its own for the compiler's sake:
 * an estimate runs them some hundred times, so that they are compiled while the JVM is young; a loop within a longer method would
 * have the compiler work on all of that method, once for each of its loops.
 */
final class GridLoops {
    private GridLoops() {}

    /** Returns Σ a_j for j from begin up to, not including, end. */
    static double sum(double[] a, int begin, int end) {
        double sum = 0;
        for (int j = begin; j < end; j++) {
            sum += a[j];
        }
        return sum;
    }

    /** Returns Σ a_{first + j}·b_j for j from 0 to count − 1. */
    static double product(double[] a, int first, double[] b, int count) {
        double sum = 0;
        for (int j = 0; j < count; j++) {
            sum = Fma.fma(a[first + j], b[j], sum);
        }
        return sum;
    }

    /** Returns Σ w_{first + j}·a_j·b_j for j from 0 to count − 1. */
    static double product(double[] w, int first, double[] a, double[] b, int count) {
        double sum = 0;
        for (int j = 0; j < count; j++) {
            sum = Fma.fma(w[first + j] * a[j], b[j], sum);
        }
        return sum;
    }

    /** Adds c·a_{first + j} to y_j, for j from 0 to count − 1. */
    static void add(double c, double[] a, int first, double[] y, int count) {
        for (int j = 0; j < count; j++) {
            y[j] = Fma.fma(c, a[first + j], y[j]);
        }
    }

    /** Adds b_j to each a_j. */
    static void add(double[] a, double[] b) {
        for (int j = 0; j < a.length; j++) {
            a[j] += b[j];
        }
    }

    /** Sets each c_j to a_{first + j}·b_j. */
    static void multiply(double[] a, int first, double[] b, double[] c) {
        for (int j = 0; j < c.length; j++) {
            c[j] = a[first + j] * b[j];
        }
    }

    /** Multiplies the first numbers of an array by a factor. */
    static void scale(double[] a, double factor, int count) {
        for (int j = 0; j < count; j++) {
            a[j] *= factor;
        }
    }

    /** Returns a new array of a_j − c. */
    static double[] less(double[] a, double c) {
        double[] less = new double[a.length];
        for (int j = 0; j < a.length; j++) {
            less[j] = a[j] - c;
        }
        return less;
    }

    /** Returns a new array of |a_j|. */
    static double[] magnitudes(double[] a) {
        double[] magnitudes = new double[a.length];
        for (int j = 0; j < a.length; j++) {
            magnitudes[j] = Math.abs(a[j]);
        }
        return magnitudes;
    }

    /** Tells whether all numbers are finite. */
    static boolean areFinite(double[] a) {
        for (double each : a) {
            if (!Double.isFinite(each)) {
                return false;
            }
        }
        return true;
    }
}
