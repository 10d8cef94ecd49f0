package io.github.scorelane;

import io.github.scorelane.engine.stage.Goal;
import io.github.scorelane.engine.stage.StoppingSchedule;
import java.time.Duration;
import java.util.Objects;

/**
 * A target says when a run is to end: once every component of the gradient is known well enough, or a budget is spent. Immutable.
 *
 * <pre>{@code
 *     Estimate estimate = ScoreFunctionEstimator.of(Normal.of(0.5, 1.2))
 *         .until(Target.absolute(1e-3).atMost(100_000_000).within(Duration.ofMinutes(1)))
 *         .seed(42)
 *         .estimate(x -> Math.max(0, x - 1));
 *     estimate.stopReason();    // TARGET, SAMPLES or TIME
 *     estimate.samples();       // n: from 8,192 on, samples(n) and the same seed give the same bits
 * }</pre>
 *
 * <p>Standard errors are looked at after 1024·⌈8·1.5<sup>k</sup>⌉ samples, k = 0, 1, …, and where the budget of samples ends,
 * and nowhere else: neither time nor threads show in where a target is met. A budget of time ends at the end of a block of 1024
 * samples.
 *
 * <p><b>Biased</b>, for n depends on the samples: a run tends to end where its error is underestimated. With σ the standard
 * deviation and γ the skewness of one sample's contribution to a component, its bias is about −0.8γσ/n on the average of
 * targets, which is O(1/n), if errors are the samples' own. Where a target happens to be what a look's error is expected to be, so
 * that half of all runs end there, theory has the bias up to 0.14 standard errors, however many samples there are. Errors of the
 * automatic baseline in one coordinate are known beforehand, and do not depend on the samples. Measured over 2,000 seeds each, with
 * relative targets of 0.2 to 3%: exp(x), 1[x &gt; 1] and x + 2cos(50x) of normal, 1[x &gt; 4] of exponential and √x of gamma
 * variables, the bias was −0.17 to 0.03 standard errors, and 95% intervals held the truth in 94.9 to 99.9% of runs. With errors of
 * the samples' own, intervals hold it as often as they say where n ≥ 100γ²: if γ is large, a first look at 8,192 samples is too
 * early, and {@link #unbiased()}, or a fixed n, is the better choice.
 *
 * <p>Source: P. W. Glynn, W. Whitt, <i>The asymptotic validity of sequential stopping rules for stochastic simulations</i>, 1992.
 */
public final class Target {
    private enum Kind { ABSOLUTE, RELATIVE, NONE }

    private final Kind kind;
    private final double error;
    private final long samples;
    private final Duration time;
    private final boolean unbiased;

    private Target(Kind kind, double error, long samples, Duration time, boolean unbiased) {
        this.kind = kind;
        this.error = error;
        this.samples = samples;
        this.time = time;
        this.unbiased = unbiased;
    }

    /**
     * Sets a standard error that no component's is to exceed.
     *
     * @param error the error, in units of the gradient
     * @return the target, without a budget
     * @throws IllegalArgumentException if it is not strictly positive and finite
     */
    public static Target absolute(double error) {
        return new Target(Kind.ABSOLUTE, requireError("absolute error", error), StoppingSchedule.UNLIMITED, null, false);
    }

    /**
     * Sets a ratio of standard error to magnitude that no component's is to exceed. It needs a budget: a component that is 0 never
     * meets it, unless its error is 0 too.
     *
     * @param error the ratio, for example 0.01
     * @return the target, without a budget
     * @throws IllegalArgumentException if it is not strictly positive and finite
     */
    public static Target relative(double error) {
        return new Target(Kind.RELATIVE, requireError("relative error", error), StoppingSchedule.UNLIMITED, null, false);
    }

    /**
     * Sets no error that is to be met: the budget alone ends the run, which it needs.
     *
     * @return a target without a budget
     */
    public static Target none() {
        return new Target(Kind.NONE, Double.NaN, StoppingSchedule.UNLIMITED, null, false);
    }

    /**
     * Limits the samples.
     *
     * @param number the most samples
     * @return this target, with that budget
     * @throws IllegalArgumentException if it is not strictly positive, or above 2^60
     */
    public Target atMost(long number) {
        if (number < 1 || number > StoppingSchedule.UNLIMITED) {
            throw new IllegalArgumentException("budget of samples is not between 1 and 2^60: " + number);
        }
        return new Target(kind, error, number, time, unbiased);
    }

    /**
     * Limits the time, from the call of {@code estimate} or {@code resume} on. The run ends at the end of the first block of
     * 1024 samples, or with many threads of as many blocks, that ends after it; how much that is over depends on f. How many
     * samples there were then is not to be foretold, but with that number the estimate is to be repeated.
     *
     * @param limit the most time
     * @return this target, with that budget
     * @throws IllegalArgumentException if it is not strictly positive, or above 2^62 ns (146 years)
     */
    public Target within(Duration limit) {
        Objects.requireNonNull(limit, "time");
        if (!limit.isPositive() || limit.compareTo(Duration.ofNanos(1L << 62)) > 0) {
            throw new IllegalArgumentException("budget of time is not between 1 ns and 2^62 ns: " + limit);
        }
        return new Target(kind, error, samples, limit, unbiased);
    }

    /**
     * Fixes the number of samples before they are drawn, and so without bias: by a pilot, a run of its own with other samples,
     * which ends when it meets eight times the error, or has 1/64 of the budget, 8,192 at least. Its variance tells how many fresh
     * samples there have to be for nine tenths of the variance that is allowed; they alone make the estimate. Errors may still
     * turn out larger than the target: {@link Estimate#notes()} says so.
     *
     * <p>It does not go with a budget of time, on which the samples would have an influence through what f takes.
     *
     * @return this target, without the bias
     */
    public Target unbiased() {
        return new Target(kind, error, samples, time, true);
    }

    long samples() {
        return samples;
    }

    boolean isUnbiased() {
        return unbiased;
    }

    /** Returns a bit for each {@link Feature} that it has. */
    long features() {
        return Feature.TARGET.bit() | (time == null ? 0 : Feature.TIME_LIMIT.bit())
                | (unbiased ? Feature.UNBIASED_TARGET.bit() : 0);
    }

    /** Tells whether there is an error to be met. */
    boolean hasError() {
        return kind != Kind.NONE;
    }

    Goal goal() {
        return new Goal(kind == Kind.ABSOLUTE ? error : 0, kind == Kind.RELATIVE ? error : 0, hasError(),
                time == null ? Long.MAX_VALUE : time.toNanos());
    }

    /** Refuses a target that may never end, or whose parts exclude each other. */
    void requireEnd() {
        if (kind != Kind.ABSOLUTE && samples == StoppingSchedule.UNLIMITED && time == null) {
            throw new IllegalArgumentException("target has no budget, and may never be met: add atMost(samples) or within(time)");
        }
        if (unbiased && time != null) {
            throw new IllegalArgumentException(Compatibility.sentence(Feature.TIME_LIMIT, Feature.UNBIASED_TARGET));
        }
        if (unbiased && !hasError()) {
            throw new IllegalArgumentException("target is unbiased and has no error to be met: take samples(n), which is unbiased");
        }
    }

    private static double requireError(String name, double error) {
        if (!(error > 0)) {
            throw new IllegalArgumentException(name + " is not strictly positive: " + error);
        }
        if (error == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(name + " is not finite: " + error);
        }
        return error;
    }

    @Override
    public String toString() {
        return (kind == Kind.NONE ? "none" : (kind == Kind.ABSOLUTE ? "absolute error " : "relative error ") + error)
                + (samples == StoppingSchedule.UNLIMITED ? "" : ", at most " + samples + " samples")
                + (time == null ? "" : ", within " + time)
                + (unbiased ? ", unbiased" : "");
    }
}
