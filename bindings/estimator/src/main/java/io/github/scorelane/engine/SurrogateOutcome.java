package io.github.scorelane.engine;

import io.github.scorelane.engine.surrogate.Surrogate;
import java.util.Arrays;

/**
 * Makes the outcome for f of that for f − h. The expectations of h are added, and errors are raised to what is known of them
 * beforehand: where few samples fell into the tails, the samples' own errors are too small, and where h leaves nothing of f there
 * is rounding all the same.
 */
final class SurrogateOutcome {
    /** The part of a variance that samples have to leave unseen before a warning is due: a hundredth of it is all they show. */
    private static final double UNSEEN = 0.99;
    /** What h leaves of f's standard deviation at the least, where a warning is due. */
    private static final double MUCH = 0.1;

    private SurrogateOutcome() {}

    static Outcome of(Outcome rest, Surrogate.Known known, long n) {
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
     * The component of whose variance the samples show the least, where quadrature knows of far more and h takes little of it off:
     * f grows so fast that its tails decide, beyond what samples reach. Null if there is none.
     */
    static Dominated unseen(Outcome rest, Surrogate.Known known, long n) {
        Dominated worst = null;
        for (int p = 0; p < rest.gradient().length; p++) {
            double variance = known.deviations()[p] * known.deviations()[p];
            double seen = n * rest.standardError()[p] * rest.standardError()[p];
            double share = 1 - seen / variance;
            boolean isMuch = known.deviations()[p] >= MUCH * known.plainDeviations()[p] && share > UNSEEN;
            if (isMuch && (worst == null || share > worst.share())) {
                worst = new Dominated(p, share, true);
            }
        }
        return worst;
    }

    private static int[] choices(int parameters, long n) {
        int folds = n > Problem.SAMPLES_OF_CHOICE ? 9 : 8;
        int packed = Choices.NONE;
        for (int fold = 0; fold < folds; fold++) {
            packed = Choices.add(packed, Choices.SURROGATE);
        }
        int[] choices = new int[parameters];
        Arrays.fill(choices, packed);
        return choices;
    }

    /** Correlations are kept. */
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
