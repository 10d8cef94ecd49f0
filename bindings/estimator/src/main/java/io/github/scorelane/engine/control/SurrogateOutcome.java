package io.github.scorelane.engine.control;

import io.github.scorelane.engine.baseline.Automatic;
import io.github.scorelane.engine.baseline.Choices;
import io.github.scorelane.engine.result.Outcome;
import io.github.scorelane.engine.surrogate.Surrogate;
import java.util.Arrays;

/**
 * Makes the outcome for f from that for f − h. It adds the expectations of h, and raises errors to what is known of them before any
 * sample: the samples' own errors are too small if few samples fell into the tails, and they miss the rounding if h is nearly f.
 */
public final class SurrogateOutcome {
    /** The part of a known standard deviation that samples have to show to be trusted. */
    private static final double SEEN = 0.1;
    /** The part of the plain estimator's standard deviation above which h is said to take little of it off. */
    private static final double MUCH = 0.1;

    private SurrogateOutcome() {}

    /** Makes the outcome for f, from that of n samples of f − h and from what is known of h. */
    public static Outcome of(Outcome rest, Surrogate.Known known, long n) {
        int parameters = rest.gradient().length;
        double[] gradient = new double[parameters];
        double[] errors = new double[parameters];
        double[] reduction = new double[parameters];
        double[] factors = new double[parameters + 1];
        double root = Math.sqrt(n);
        for (int p = 0; p < parameters; p++) {
            gradient[p] = rest.gradient()[p] + known.gradient()[p];
            double error = rest.standardError()[p];
            errors[p] = Math.max(error, Math.max(known.deviations()[p] / root, known.rounding()[p]));
            factors[p] = error > 0 ? errors[p] / error : 0;
            double ratio = known.plainDeviations()[p] / root / errors[p];
            reduction[p] = errors[p] == 0 ? 1 : ratio * ratio;
        }
        double own = rest.valueStandardError();
        double valueError = Math.max(own, Math.max(known.valueDeviation() / root, known.valueRounding()));
        factors[parameters] = own > 0 ? valueError / own : 0;
        return new Outcome(rest.value() + known.mean(), valueError, gradient, errors, reduction, choices(parameters, n),
                covariance(rest, factors, errors, valueError), rest.units());
    }

    /**
     * Tells whether samples show enough of a component's variance. They need not where h takes much of it off. Where h takes
     * little, and quadrature over the tails finds far more variance than samples show, f grows so fast that samples miss what
     * matters.
     */
    public static boolean isSeen(Outcome rest, Surrogate.Known known, long n, int parameter) {
        double deviation = known.deviations()[parameter];
        double seen = rest.standardError()[parameter] * Math.sqrt(n);
        return deviation < MUCH * known.plainDeviations()[parameter] || seen >= SEEN * deviation;
    }

    private static int[] choices(int parameters, long n) {
        int folds = n > Automatic.PILOT_SAMPLES ? 9 : 8;
        int packed = Choices.NONE;
        for (int fold = 0; fold < folds; fold++) {
            packed = Choices.add(packed, Choices.SURROGATE);
        }
        int[] choices = new int[parameters];
        Arrays.fill(choices, packed);
        return choices;
    }

    /** Scales the covariance to the raised errors, and keeps the correlations. */
    private static double[][] covariance(Outcome rest, double[] factors, double[] errors, double valueError) {
        if (rest.covariance() == null) {
            return null;
        }
        double[][] covariance = new double[factors.length][factors.length];
        for (int i = 0; i < factors.length; i++) {
            for (int j = 0; j < factors.length; j++) {
                double error = Math.scalb(i < errors.length ? errors[i] : valueError, -rest.unit(i));
                covariance[i][j] = i == j ? error * error : rest.covariance()[i][j] * factors[i] * factors[j];
            }
        }
        return covariance;
    }
}
