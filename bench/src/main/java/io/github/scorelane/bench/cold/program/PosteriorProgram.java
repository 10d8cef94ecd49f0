package io.github.scorelane.bench.cold.program;

import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.quickstart.BreastCancerData;
import io.github.scorelane.quickstart.LogisticRegression;
import io.github.scorelane.quickstart.VariationalInference;

/** The quickstart's posterior, by Scorelane: steps of 1,024 samples. */
public final class PosteriorProgram {
    static final int SAMPLES = 1_024;

    private PosteriorProgram() {}

    /** The number of steps. */
    public static void main(String[] args) {
        int steps = Integer.parseInt(args[0]);
        BreastCancerData data = BreastCancerData.load();
        LogisticRegression model = new LogisticRegression(data.features(), data.benign());
        DiagonalNormal posterior = new VariationalInference(model, steps, SAMPLES, 42).fit((step, estimate) -> {
            if (step % (steps / 10) == 0) {
                System.out.println(step + ": " + estimate.value() + " +- " + estimate.valueStandardError() + ", "
                        + estimate.gradient()[0] + " +- " + estimate.standardError()[0]);
            }
        });
        System.out.println(posterior.parameters()[0]);
        Ending.say();
    }
}
