package io.github.scorelane;

import io.github.scorelane.distribution.ConditionalCategorical;
import io.github.scorelane.function.ConditionalFunction;

/**
 * A policy of three actions that learns from its rewards, which is the example in the documentation of
 * {@link ConditionalEstimator}.
 */
final class SoftmaxBandit {
    private SoftmaxBandit() {}

    static double[][] learn(double[][] context, ConditionalFunction reward, int steps) {
        int actions = 3;
        int rows = context[0].length;
        double[][] weights = new double[actions][context.length];
        double[][] logits = new double[actions][rows];
        var estimator = ConditionalEstimator.of(ConditionalCategorical.ofLogits(actions)).samplesPerRow(4);
        for (int step = 0; step < steps; step++) {
            double[][] gradient = estimator.seed(step).estimate(logits, reward).gradient();
            for (int a = 0; a < actions; a++) {
                for (int j = 0; j < context.length; j++) {
                    double mean = 0;
                    for (int b = 0; b < rows; b++) {
                        mean += gradient[a][b] * context[j][b] / rows;
                    }
                    weights[a][j] += mean;
                }
                for (int b = 0; b < rows; b++) {
                    logits[a][b] = 0;
                    for (int j = 0; j < context.length; j++) {
                        logits[a][b] += weights[a][j] * context[j][b];
                    }
                }
            }
        }
        return weights;
    }
}
