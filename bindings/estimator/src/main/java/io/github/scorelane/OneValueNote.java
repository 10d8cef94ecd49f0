package io.github.scorelane;

import io.github.scorelane.engine.evaluate.OneValue;
import io.github.scorelane.engine.result.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Writes the note that is due where f had one value at all samples. The errors are then 0, or rounding, and tell nothing of f where
 * no sample fell. The n samples do tell how improbable such places are: n independent draws all miss an event of probability q with
 * a probability of (1 − q)ⁿ, which is 5% at q = 1 − 0.05^(1/n), about 3/n.
 */
final class OneValueNote {
    private static final double LEVEL = 0.05;
    /** The factor by which a variance that is nothing but rounding is at least less than the plain estimate's. */
    private static final double ROUNDING = 1e18;

    private OneValueNote() {}

    /** Returns the notes, and behind them the one that is due, if it is. Weighted samples were drawn from elsewhere. */
    static List<String> after(List<String> notes, OneValue seen, Outcome outcome, WorkDone done, boolean weighted) {
        if (seen.isPartlyKnown()) {
            return ofSurrogate(notes, outcome, done);
        }
        if (seen.value().isEmpty() || done.samples() < 2) {
            return notes;
        }
        double value = seen.value().getAsDouble();
        // Samples of a group depend on each other: all of them count as one, which errs on the side of caution.
        long groups = done.plan().groups(done.samples());
        String independent = groups == done.samples() ? "" : String.format(Locale.ROOT, " (of %,d independent %s)", groups,
                done.plan().groupName());
        String note = String.format(Locale.ROOT, "All %,d samples gave one value of f, %s: its other values, if it has any,"
                + " cannot be told from them, and are not in the standard errors. With 95%% confidence the probability of another"
                + " value%s is below %.4g%s%s, and the value off by less than that times the largest difference from %s%s. If f is"
                + " constant in x, the score function gradient is 0.", done.samples(), value,
                weighted ? " where the samples were drawn" : "", bound(groups), rule(groups), independent, value,
                weighted ? " and the largest weight" : "");
        return Stream.concat(notes.stream(), Stream.of(note)).toList();
    }

    /**
     * Returns the notes, and behind them that f is its surrogate to rounding at all samples, if it is: elsewhere f may differ, and
     * that, an event never seen, is not in the standard errors.
     */
    private static List<String> ofSurrogate(List<String> notes, Outcome outcome, WorkDone done) {
        for (double reduction : outcome.varianceReduction()) {
            if (reduction > ROUNDING) {
                String note = String.format(Locale.ROOT, "At all %,d samples f is its surrogate, but for rounding: what else it may"
                        + " be where no sample fell cannot be told from them, and is not in the standard errors. With 95%%"
                        + " confidence the probability of that is below %.4g%s.", done.samples(), bound(done.samples()),
                        rule(done.samples()));
                return Stream.concat(notes.stream(), Stream.of(note)).toList();
            }
        }
        return notes;
    }

    /** Returns the note on rows of some samples each. */
    static String ofRows(long rows, long all, int samples) {
        return String.format(Locale.ROOT, "In %,d of %,d rows all %,d samples gave one value of f: its other values there, if it"
                + " has any, cannot be told from them, and are not in the standard errors, which are 0. With 95%% confidence the"
                + " probability of another value in such a row is below %.4g%s.", rows, all, samples, bound(samples),
                rule(samples));
    }

    /** Returns 1 − 0.05^(1/n), the probability that n draws in a row miss once in twenty times. */
    private static double bound(long n) {
        return -StrictMath.expm1(StrictMath.log(LEVEL) / n);
    }

    private static String rule(long n) {
        return ", 1 - 0.05^(1/" + n + ")";
    }
}
