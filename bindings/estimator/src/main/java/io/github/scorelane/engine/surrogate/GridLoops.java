package io.github.scorelane.engine.surrogate;

import io.github.scorelane.kernel.math.Fma;

/**
 * Loops over arrays of numbers, one for each point of a {@link Grid}. Each is a method of its own: an estimate goes through them
 * some hundred times, so they are compiled while a JVM is young, and a loop that stood in a longer method would have the compiler
 * work on all of that method, once for each of its loops.
 */
final class GridLoops {
    private GridLoops() {}

    /** Σ a_j for j from begin on and below end. */
    static double sum(double[] a, int begin, int end) {
        double sum = 0;
        for (int j = begin; j < end; j++) {
            sum += a[j];
        }
        return sum;
    }

    /** Σ a_{first + j}·b_j over some j. */
    static double product(double[] a, int first, double[] b, int count) {
        double sum = 0;
        for (int j = 0; j < count; j++) {
            sum = Fma.fma(a[first + j], b[j], sum);
        }
        return sum;
    }

    /** Σ w_{first + j}·a_j·b_j over some j. */
    static double product(double[] w, int first, double[] a, double[] b, int count) {
        double sum = 0;
        for (int j = 0; j < count; j++) {
            sum = Fma.fma(w[first + j] * a[j], b[j], sum);
        }
        return sum;
    }

    /** Adds c·a_{first + j} to each of the first y_j. */
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

    /** Makes a_{first + j}·b_j for each c_j. */
    static void multiply(double[] a, int first, double[] b, double[] c) {
        for (int j = 0; j < c.length; j++) {
            c[j] = a[first + j] * b[j];
        }
    }

    /** Multiplies the first a_j by a factor. */
    static void scale(double[] a, double factor, int count) {
        for (int j = 0; j < count; j++) {
            a[j] *= factor;
        }
    }

    /** Makes a_j − c for each of them. */
    static double[] less(double[] a, double c) {
        double[] less = new double[a.length];
        for (int j = 0; j < a.length; j++) {
            less[j] = a[j] - c;
        }
        return less;
    }

    /** Makes |a_j| for each of them. */
    static double[] magnitudes(double[] a) {
        double[] magnitudes = new double[a.length];
        for (int j = 0; j < a.length; j++) {
            magnitudes[j] = Math.abs(a[j]);
        }
        return magnitudes;
    }

    static boolean areFinite(double[] a) {
        for (double each : a) {
            if (!Double.isFinite(each)) {
                return false;
            }
        }
        return true;
    }
}
