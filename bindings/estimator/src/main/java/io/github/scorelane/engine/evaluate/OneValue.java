package io.github.scorelane.engine.evaluate;

import java.io.Serializable;
import java.util.OptionalDouble;

/**
 * Note of the only value that a function has had so far, if it has had no other. A standard error that is made from samples of one
 * value is 0, whatever the function may be elsewhere, so whoever reads such an estimate has to be told. Each thread has a note of
 * its own, and they are merged at the end; once two values were seen, a block costs no more than a look at a flag.
 */
public final class OneValue implements Serializable {
    /** The value; NaN before the first one, which no function has that ends well. */
    private double value = Double.NaN;
    private boolean several;
    private boolean isPartlyKnown;

    /** Creates a note that has seen no value. */
    public OneValue() {}

    /** Takes note of the first n values of an array. */
    public void see(double[] f, int n) {
        if (several || n == 0) {
            return;
        }
        if (Double.isNaN(value)) {
            value = f[0];
        }
        for (int s = 0; s < n; s++) {
            if (f[s] != value) {
                several = true;
                return;
            }
        }
    }

    /** Adds what another note has seen. */
    public void merge(OneValue other) {
        isPartlyKnown |= other.isPartlyKnown;
        if (Double.isNaN(value)) {
            value = other.value;
        }
        several |= other.several || !Double.isNaN(other.value) && other.value != value;
    }

    /** Takes note that the function had other values, which are not at hand. */
    public void seeOthers() {
        several = true;
    }

    /**
     * Lets all values pass unsaid, since errors are known without the samples, from a surrogate of f.
     *
     * @param isWhole whether the surrogate is f wherever a sample can fall
     */
    public void disregard(boolean isWhole) {
        several = true;
        isPartlyKnown = !isWhole;
    }

    /** Tells whether a surrogate of f is used that may differ from f where no sample fell. */
    public boolean isPartlyKnown() {
        return isPartlyKnown;
    }

    /** Returns the value that all samples had; empty if there were two or more, or none. */
    public OptionalDouble value() {
        return several || Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
