package io.github.scorelane.bench.papers;

import java.util.Arrays;

/**
 * The function h(w) = value + gᵀ(w − w₀) + ½(w − w₀)ᵀH(w − w₀).
 *
 * @param centre w₀
 * @param value h(w₀)
 * @param gradient g
 * @param hessian H
 */
record Quadratic(double[] centre, double value, double[] gradient, double[][] hessian) {
    /** Subtracts h, times a coefficient, from f. */
    void subtract(double coefficient, double[][] w, int n, double[] f) {
        int size = centre.length;
        double[][] delta = new double[size][n];
        for (int d = 0; d < size; d++) {
            double c = centre[d];
            double[] from = w[d];
            double[] to = delta[d];
            for (int s = 0; s < n; s++) {
                to[s] = from[s] - c;
            }
        }
        double[] slope = new double[n];
        for (int d = 0; d < size; d++) {
            Arrays.fill(slope, gradient[d]);
            for (int e = 0; e < size; e++) {
                double half = hessian[d][e] / 2;
                double[] x = delta[e];
                for (int s = 0; s < n; s++) {
                    slope[s] = Math.fma(half, x[s], slope[s]);
                }
            }
            double[] x = delta[d];
            for (int s = 0; s < n; s++) {
                f[s] = Math.fma(-coefficient * slope[s], x[s], f[s]);
            }
        }
        for (int s = 0; s < n; s++) {
            f[s] -= coefficient * value;
        }
    }

    /** E[h(w)] where the weights are independent with the centre for their means. */
    double mean(double... standardDeviations) {
        double sum = value;
        for (int d = 0; d < centre.length; d++) {
            sum += hessian[d][d] * standardDeviations[d] * standardDeviations[d] / 2;
        }
        return sum;
    }

    /** The derivatives by the means, h unmoved, and then by the standard deviations. */
    double[] gradientOfMean(double... standardDeviations) {
        int size = centre.length;
        double[] all = Arrays.copyOf(gradient, 2 * size);
        for (int d = 0; d < size; d++) {
            all[size + d] = hessian[d][d] * standardDeviations[d];
        }
        return all;
    }
}
