package io.github.scorelane;

import io.github.scorelane.engine.stage.RunProgress;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The progress of a run, as a listener is told of it. A listener asks for an end of the run, or a checkpoint, before it returns.
 */
public final class Progress {
    private final RunProgress standing;
    private final Supplier<Checkpoint> checkpoint;
    private boolean stopped;
    private volatile boolean over;

    Progress(RunProgress standing, Supplier<Checkpoint> checkpoint) {
        this.standing = standing;
        this.checkpoint = checkpoint;
    }

    /**
     * Returns the number of samples so far.
     *
     * @return n, those of a checkpoint that was resumed among them
     */
    public long samples() {
        return standing.samples();
    }

    /**
     * Returns the largest standard error of a component of the gradient.
     *
     * @return it; NaN where there are too few samples
     */
    public double largestError() {
        double largest = 0;
        for (double error : standing.outcome().standardError()) {
            largest = Math.max(largest, error);
        }
        return largest;
    }

    /**
     * Returns the largest ratio of a component's standard error to its magnitude.
     *
     * @return it; infinite where a component is 0 and its error is not, NaN where there are too few samples
     */
    public double largestRelativeError() {
        return standing.outcome().largestRelativeError();
    }

    /**
     * Returns the rate at which samples are worked.
     *
     * @return samples for each second since the run began or was resumed; NaN at first
     */
    public double samplesPerSecond() {
        return standing.rate();
    }

    /**
     * Returns the time that the run has taken.
     *
     * @return seconds since it began or was resumed
     */
    public double secondsElapsed() {
        return standing.elapsed();
    }

    /**
     * Estimates the time that the run will still take, at this rate, until the look at which the target should be met, or the
     * budget ends.
     *
     * @return seconds; 0 at the end, NaN where it cannot be told
     */
    public double secondsLeft() {
        return standing.left();
    }

    /**
     * Tells whether the run ends here, and why.
     *
     * @return the reason; empty if it goes on
     */
    public Optional<StopReason> stopReason() {
        return Optional.ofNullable(standing.reason()).map(StopReason::of);
    }

    /**
     * Ends the run here; the estimate is that of the samples so far.
     *
     * @throws IllegalStateException if the listener has returned
     */
    public void stop() {
        requireOpen();
        stopped = true;
    }

    /**
     * Takes a checkpoint, from which the run can go on later, or elsewhere, or with more samples. Where the run ended within a
     * block of 1024 samples, that block is not in it.
     *
     * @return the checkpoint
     * @throws IllegalStateException if the listener has returned, or the baseline is a function, of which a checkpoint cannot tell
     *     whether it is the same
     */
    public Checkpoint checkpoint() {
        requireOpen();
        return checkpoint.get();
    }

    /** Takes note that the listener has returned, and tells whether it asked for an end. */
    boolean close() {
        over = true;
        return stopped;
    }

    private void requireOpen() {
        if (over) {
            throw new IllegalStateException("the listener has returned, and the run has gone on: ask while it is called");
        }
    }
}
