package io.github.scorelane.bench.cold.program;

import io.github.scorelane.bench.peer.CommonsEstimator;
import io.github.scorelane.bench.peer.PlainEstimate;

/** The same in plain Java: Commons RNG's ziggurat and a loop, with leave-one-out and its errors. */
public final class PlainNormalProgram {
    private PlainNormalProgram() {}

    /** The number of samples. */
    public static void main(String[] args) {
        PlainEstimate estimate = CommonsEstimator.of(0.5, 1.2, 42).estimate(Integer.parseInt(args[0]));
        System.out.println(estimate.value() + " +- " + estimate.valueError());
        System.out.println(estimate.byMean() + " +- " + estimate.byMeanError());
        System.out.println(estimate.byStandardDeviation() + " +- " + estimate.byStandardDeviationError());
        Ending.say();
    }
}
