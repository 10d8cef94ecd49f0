package io.github.scorelane.engine.unit;

/**
 * Ends a run in whose units the sums of squares overflow or underflow, or will do so. It carries the units that the run needs;
 * whoever began the run catches it and works the run again in those. It never reaches a user, and so has no stack trace, which
 * would cost more than the run's first block.
 */
public final class OutOfRange extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Scale scale;
    private final int output;

    /** Asks for other units for a run of one function. */
    public OutOfRange(Scale scale) {
        this(scale, 0);
    }

    /** Asks for other units for one output, by its index, of a run of several functions. */
    public OutOfRange(Scale scale, int output) {
        super("squares of f or of the scores are out of range", null, false, false);
        this.scale = scale;
        this.output = output;
    }

    /** Returns the units that the run needs. */
    public Scale scale() {
        return scale;
    }

    /** Returns the index of the output that needs them; 0 in a run of one function. */
    public int output() {
        return output;
    }
}
