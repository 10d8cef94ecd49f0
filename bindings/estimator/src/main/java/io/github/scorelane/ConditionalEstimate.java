package io.github.scorelane;

import io.github.scorelane.engine.conditional.ConditionalOutcome;
import io.github.scorelane.kernel.math.Fma;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The estimated gradients of E[f(x)] for each of many rows with respect to the row's own parameters, and the estimates of E[f(x)],
 * with their standard errors.
 *
 * <p>There may be hundreds of millions of these numbers: the arrays are the estimate's own and not copies. They are the caller's to
 * use as he likes; what he writes into them stays there.
 *
 * <p>Everything but the elapsed time is a function of the seed, the distribution, the parameters, f, the baseline and the number of
 * samples a row.
 */
public final class ConditionalEstimate {
    private static final int SHOWN = 10;

    private final ConditionalOutcome outcome;
    private final List<String> parameterNames;
    private final WorkDone done;
    private final List<String> notes;

    ConditionalEstimate(ConditionalOutcome outcome, List<String> parameterNames, WorkDone done, List<String> notes) {
        this.outcome = outcome;
        this.parameterNames = parameterNames;
        this.done = done;
        this.notes = notes;
    }

    /**
     * Returns the gradients: {@code gradient()[p][b]} is the derivative by parameter p of row b.
     *
     * @return the estimate's own arrays, a column for each parameter, in the order of {@link #parameterNames()}
     */
    public double[][] gradient() {
        return outcome.gradient();
    }

    /**
     * Returns the standard error of each component of the gradients; NaN where {@link #notes()} says why. Those of one row come
     * from its K samples alone, and have relative errors of some 1/√(2K) or more; what is averaged over many rows has an error that
     * is better known from the rows' spread.
     *
     * @return the estimate's own arrays, alike
     */
    public double[][] standardError() {
        return outcome.standardError();
    }

    /**
     * Returns the estimate of each row's E[f(x)].
     *
     * @return the estimate's own array of the means of f
     */
    public double[] value() {
        return outcome.value();
    }

    /**
     * Returns the standard errors of {@link #value()}; NaN for one sample.
     *
     * @return the estimate's own array of √(sample variance of f / K)
     */
    public double[] valueStandardError() {
        return outcome.valueStandardError();
    }

    /**
     * Returns the number of rows.
     *
     * @return B
     */
    public int rows() {
        return outcome.value().length;
    }

    /**
     * Returns the number of samples that were drawn for each row.
     *
     * @return K
     */
    public int samplesPerRow() {
        return (int) done.samples();
    }

    /**
     * Names the parameters that a row's components of the gradient are derivatives by.
     *
     * @return the names of the parameters
     */
    public List<String> parameterNames() {
        return parameterNames;
    }

    /**
     * Returns the seed: the same one gives the same estimate.
     *
     * @return the user's seed, or the fresh one that was taken
     */
    public long seed() {
        return done.seed().getAsLong();
    }

    /**
     * Returns the baseline that was used.
     *
     * @return the baseline
     */
    public Baseline baseline() {
        return done.baseline();
    }

    /**
     * Returns the time that the run took.
     *
     * @return wall time
     */
    public Duration elapsed() {
        return done.elapsed();
    }

    /**
     * Says what there is to know about the numbers, above all why a standard error is NaN.
     *
     * @return sentences; empty if all is well
     */
    public List<String> notes() {
        return notes;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT,
                "%,d rows of %,d samples, seed %d, baseline %s, %.3f s%n", rows(), samplesPerRow(), seed(), baseline(),
                elapsed().toNanos() * 1e-9));
        text.append(String.format(Locale.ROOT, "%-24s %16s %16s%n", "mean over rows", "estimate", "standard error"));
        text.append(row("value", value(), valueStandardError()));
        for (int p = 0; p < Math.min(SHOWN, parameterNames.size()); p++) {
            text.append(row("d/d " + parameterNames.get(p), gradient()[p], standardError()[p]));
        }
        if (parameterNames.size() > SHOWN) {
            text.append("… ").append(parameterNames.size() - SHOWN).append(" more parameters").append('\n');
        }
        notes.forEach(note -> text.append(note).append('\n'));
        return text.toString();
    }

    /** Formats a line with the mean over rows, whose numbers are independent. */
    private static String row(String name, double[] estimates, double[] standardErrors) {
        double sum = 0;
        double squares = 0;
        for (int b = 0; b < estimates.length; b++) {
            sum += estimates[b];
            squares = Fma.fma(standardErrors[b], standardErrors[b], squares);
        }
        return String.format(Locale.ROOT, "%-24s %16.8g %16.3g%n", name, sum / estimates.length,
                Math.sqrt(squares) / estimates.length);
    }
}
