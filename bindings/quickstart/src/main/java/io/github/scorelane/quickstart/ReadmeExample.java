package io.github.scorelane.quickstart;

import io.github.scorelane.Estimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.distribution.Normal;

final class ReadmeExample {
    static void main() {
        // How P(x > 1), x ~ N(0.5, 1.2²), changes with the mean and the standard deviation. f is a step.
        Estimate estimate = ScoreFunctionEstimator.of(Normal.of(0.5, 1.2))
                .samples(10_000_000)
                .seed(42)
                .parallel()
                .estimate(x -> x > 1 ? 1 : 0);

        System.out.println("P(x > 1) = " + estimate.value() + " +- " + estimate.valueStandardError());
        for (int p = 0; p < 2; p++) {
            System.out.println("d/d " + estimate.parameterNames().get(p) + " = "
                    + estimate.gradient()[p] + " +- " + estimate.standardError()[p]);
        }
    }
}
