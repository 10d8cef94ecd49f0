package io.github.scorelane.quickstart;

import io.github.scorelane.Environment;
import io.github.scorelane.Estimate;
import io.github.scorelane.distribution.DiagonalNormal;
import java.util.Locale;

/**
 * Runs the library's main job and prints the results: a posterior fitted to real data, two options' sensitivities, and a line
 * that describes the machine.
 */
public final class Quickstart {
    private static final long SEED = 42;
    private static final int STEPS = 1_000;
    private static final int SAMPLES = 4_096;
    private static final long LAST_SAMPLES = 100_000;
    private static final long OPTION_SAMPLES = 10_000_000;
    private static final Market MARKET = new Market(100, 100, 0.03, 0.2, 1);

    private long shown = System.nanoTime();
    private long sampled;

    private Quickstart() {}

    /**
     * Runs everything.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        Quickstart quickstart = new Quickstart();
        quickstart.inferPosterior();
        quickstart.differentiate("European call", Option.CALL, SEED);
        quickstart.differentiate("Digital call (pays 1)", Option.DIGITAL_CALL, SEED + 1);
        print("%n%s%n", Environment.description());
    }

    private void inferPosterior() {
        BreastCancerData data = BreastCancerData.load();
        LogisticRegression model = new LogisticRegression(data.features(), data.benign());
        print("Bayesian logistic regression of %d tumours on %d weights: mean-field normal posterior,%n"
                + "fitted by score-function gradients of the ELBO (%,d steps of %,d samples, seed %d)%n%n",
                data.benign().length, model.weights(), STEPS, SAMPLES, SEED);
        print("%8s %12s %16s %16s%n", "step", "ELBO", "standard error", "samples/second");
        long start = System.nanoTime();
        shown = start;
        VariationalInference inference = new VariationalInference(model, STEPS, SAMPLES, SEED);
        DiagonalNormal posterior = inference.fit(this::show);
        Estimate last = inference.evaluate(posterior, LAST_SAMPLES);
        double seconds = (System.nanoTime() - start) * 1e-9;
        print("%8s %12.4f %16.4f %16s   on %,d samples%n", "last", last.value(), last.valueStandardError(),
                rate(LAST_SAMPLES, last.elapsed().toNanos()), LAST_SAMPLES);
        long total = (long) STEPS * SAMPLES + LAST_SAMPLES;
        print("%n%,d samples of %d weights, each against %d rows, in %.1f s; the posterior's means classify %d of %d right%n",
                total, model.weights(), data.benign().length, seconds, model.correct(posterior), data.benign().length);
    }

    private void show(int step, Estimate estimate) {
        sampled += estimate.samples();
        if (step % 100 == 0 || step == 20 || step == 50) {
            long now = System.nanoTime();
            print("%8d %12.4f %16.4f %16s%n", step, estimate.value(), estimate.valueStandardError(),
                    rate(sampled, now - shown));
            shown = now;
            sampled = 0;
        }
    }

    private void differentiate(String title, Option option, long seed) {
        OptionSensitivities sensitivities = new OptionSensitivities(option, MARKET);
        Estimate estimate = sensitivities.estimate(OPTION_SAMPLES, seed);
        print("%n%s, S0 = %.0f, K = %.0f, r = %.2f, sigma = %.1f, T = %.0f, by the likelihood ratio:%n"
                + "%,d samples in %.2f s, seed %d%n%n", title, MARKET.spot(), MARKET.strike(), MARKET.rate(),
                MARKET.volatility(), MARKET.maturity(), OPTION_SAMPLES, estimate.elapsed().toNanos() * 1e-9, seed);
        print("%8s %12s %16s %16s %24s%n", "", "estimate", "standard error", "Black-Scholes", "standard errors off");
        for (Sensitivity row : sensitivities.of(estimate)) {
            print("%8s %12.6f %16.8f %16.6f %+24.2f%n", row.name(), row.estimate(), row.standardError(), row.exact(),
                    row.errorsOff());
        }
    }

    private static String rate(long samples, long nanos) {
        return String.format(Locale.ROOT, "%,d", Math.round(samples * 1e9 / nanos));
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
