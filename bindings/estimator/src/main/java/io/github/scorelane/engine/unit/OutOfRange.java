package io.github.scorelane.engine.unit;

/**
 * Ends a run in whose units the sums of squares overflow or underflow, or will do so. It carries the units that the run needs;
 * whoever began the run catches it and works the run again in those. It never reaches a user, and so has no stack trace, which
 * would cost more than the run's first block.
 */
public final class OutOfRange extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Scale scale;
    private final int output;

    /** Creates the demand of other units for one output of f. */
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
