package io.github.scorelane.bench.cold.program;

import io.github.scorelane.Estimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.distribution.Normal;

/** The gradient of E[x²], x ~ N(0.5, 1.2²), with errors, by Scorelane. */
public final class NormalProgram {
    private NormalProgram() {}

    /** The number of samples. */
    public static void main(String[] args) {
        Estimate estimate = ScoreFunctionEstimator.of(Normal.of(0.5, 1.2))
                .samples(Long.parseLong(args[0]))
                .seed(42)
                .estimate(x -> x * x);
        System.out.println(estimate.value() + " +- " + estimate.valueStandardError());
        for (int p = 0; p < 2; p++) {
            System.out.println(estimate.gradient()[p] + " +- " + estimate.standardError()[p]);
        }
        Ending.say();
    }
}
