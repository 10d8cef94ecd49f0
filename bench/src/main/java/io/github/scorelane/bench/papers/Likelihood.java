package io.github.scorelane.bench.papers;

import io.github.scorelane.function.BatchFunction;
import io.github.scorelane.quickstart.BreastCancerData;
import io.github.scorelane.quickstart.LogisticRegression;

/** The log likelihood of a logistic regression on some of the rows, scaled up to all of them. */
final class Likelihood {
    private final double[][] features;
    private final boolean[] labels;
    private final double scale;
    private final LogisticRegression model;

    private Likelihood(double[][] features, boolean[] labels, double scale) {
        this.features = features;
        this.labels = labels;
        this.scale = scale;
        model = new LogisticRegression(features, labels);
    }

    static Likelihood of(BreastCancerData data) {
        return new Likelihood(data.features(), data.benign(), 1);
    }

    static Likelihood of(BreastCancerData data, int... rows) {
        double[][] features = new double[rows.length][];
        boolean[] labels = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            features[i] = data.features()[rows[i]];
            labels[i] = data.benign()[rows[i]];
        }
        return new Likelihood(features, labels, (double) data.benign().length / rows.length);
    }

    BatchFunction function() {
        return (w, n, f) -> {
            model.logLikelihood(w, n, f);
            for (int s = 0; s < n; s++) {
                f[s] *= scale;
            }
        };
    }

    /** Taylor's to the second order about some weights, of which the first is the intercept's. */
    Quadratic expandedAt(double... weights) {
        int size = weights.length;
        double value = 0;
        double[] gradient = new double[size];
        double[][] hessian = new double[size][size];
        double[] x = new double[size];
        x[0] = 1;
        for (int row = 0; row < features.length; row++) {
            System.arraycopy(features[row], 0, x, 1, size - 1);
            double t = 0;
            for (int d = 0; d < size; d++) {
                t += x[d] * weights[d];
            }
            double p = 1 / (1 + StrictMath.exp(-t));
            double wrong = labels[row] ? -t : t;
            value -= scale * (Math.max(wrong, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(wrong))));
            double slope = scale * ((labels[row] ? 1 : 0) - p);
            double curvature = -scale * p * (1 - p);
            for (int d = 0; d < size; d++) {
                gradient[d] += slope * x[d];
                double factor = curvature * x[d];
                double[] line = hessian[d];
                for (int e = 0; e < size; e++) {
                    line[e] = Math.fma(factor, x[e], line[e]);
                }
            }
        }
        return new Quadratic(weights.clone(), value, gradient, hessian);
    }
}
