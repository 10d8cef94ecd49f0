package io.github.scorelane.check;

import java.util.Arrays;

/**
 * Two bounded functions of x, which the checks take expectations of, as a bounded function has one whatever the distribution.
 * With t = (x − m)/q, where m is the median of some draws and q the distance of their quartiles, they are the means over all
 * coordinates of t/(1 + |t|) and of t²/(1 + t²).
 */
final class BoundedFunctions {
    static final int FUNCTIONS = 2;
    private static final double LARGEST = 1e6;

    private final double[] medians;
    private final double[] widths;

    BoundedFunctions(double[][] draws) {
        medians = new double[draws.length];
        widths = new double[draws.length];
        for (int d = 0; d < draws.length; d++) {
            double[] sorted = draws[d].clone();
            Arrays.sort(sorted);
            int n = sorted.length;
            medians[d] = Math.clamp(sorted[n / 2], -Double.MAX_VALUE, Double.MAX_VALUE);
            widths[d] = sorted[3 * n / 4] - sorted[n / 4];
            if (!(widths[d] > 0)) {
                widths[d] = sorted[n - 1] - sorted[0];
            }
            if (!(widths[d] > 0)) {
                widths[d] = 1;
            }
        }
    }

    static String name(int function) {
        return function == 0 ? "t/(1 + |t|)" : "t²/(1 + t²)";
    }

    /** Returns the largest difference between two values of a function. */
    static double range(int function) {
        return function == 0 ? 2 : 1;
    }

    void of(int function, double[][] x, double[] g, int length) {
        Arrays.fill(g, 0, length, 0.0);
        for (int d = 0; d < x.length; d++) {
            double median = medians[d];
            double width = widths[d];
            double[] column = x[d];
            for (int i = 0; i < length; i++) {
                double t = Math.clamp((column[i] - median) / width, -LARGEST, LARGEST);
                g[i] += function == 0 ? t / (1 + Math.abs(t)) : t * t / (1 + t * t);
            }
        }
        for (int i = 0; i < length; i++) {
            g[i] /= x.length;
        }
    }

    /** Returns the definition of t, in words for a finding. */
    String t() {
        return medians.length == 1
                ? "t = (x - " + Findings.estimate(medians[0]) + ")/" + Findings.estimate(widths[0])
                : "t = (x[d] - m[d])/q[d], m the medians, q the quartiles' distances, the mean over d";
    }
}
