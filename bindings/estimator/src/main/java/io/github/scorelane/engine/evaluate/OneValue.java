package io.github.scorelane.engine.evaluate;

import io.github.scorelane.engine.run.RunState;
import io.github.scorelane.engine.thread.Threads;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The only value that a function had so far, if it had no other. An error that is found from samples of one value is 0, whatever
 * the function is where none of them fell, and whoever reads the estimate is to be told. Threads share an instance; once two
 * values were seen, a block costs no more than a look at a flag.
 */
public final class OneValue {
    /** No function's value: those are finite. */
    private static final long NONE = Double.doubleToRawLongBits(Double.NaN);

    private final AtomicLong bits = new AtomicLong(NONE);
    private volatile boolean several;
    private volatile boolean isPartlyKnown;

    /** No value is seen yet. */
    public OneValue() {}

    /**
     * A function whose values are seen here.
     *
     * @param function a new f for each thread
     * @return the same, seen
     */
    public Supplier<BlockFunction> watch(Supplier<BlockFunction> function) {
        return () -> new WatchedFunction(function.get(), this);
    }

    /** Takes values. */
    public void see(double[] f, int n) {
        if (several || n == 0) {
            return;
        }
        bits.compareAndSet(NONE, Double.doubleToRawLongBits(f[0]));
        double one = Double.longBitsToDouble(bits.get());
        for (int s = 0; s < n; s++) {
            if (f[s] != one) {
                several = true;
                return;
            }
        }
    }

    /**
     * Takes the values that a checkpoint has sums of.
     *
     * @param state where a run stood that is resumed; the first block's values were seen again
     */
    public void see(RunState state) {
        several |= state.blocks() > 0 && !state.hadOneValue(Double.longBitsToDouble(bits.get()));
    }

    /** Forgets all values: those to come are another run's. */
    public void clear() {
        bits.set(NONE);
        several = false;
    }

    /**
     * Lets all values pass unsaid: errors are known without the samples, of a surrogate.
     *
     * @param isWhole whether that is f wherever a sample can fall
     */
    public void disregard(boolean isWhole) {
        several = true;
        isPartlyKnown = !isWhole;
    }

    /**
     * Whether a surrogate of f may differ from it where no sample fell.
     *
     * @return false where there is none, or it cannot
     */
    public boolean isPartlyKnown() {
        return isPartlyKnown;
    }

    /**
     * What all values were.
     *
     * @return the value; empty if there were two or more, or none
     */
    public OptionalDouble value() {
        return several || bits.get() == NONE ? OptionalDouble.empty() : OptionalDouble.of(Double.longBitsToDouble(bits.get()));
    }
}
