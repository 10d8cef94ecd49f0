package io.github.scorelane.engine.unit;

/** Ends a run whose sums are no numbers, or will not be, in the units that it works in; it is worked again in others. */
public final class OutOfRange extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Scale scale;
    private final int output;

    /** Creates the demand of other units for one output of f. */
    public OutOfRange(Scale scale, int output) {
        super("squares of f or of the scores are out of range", null, false, false);
        this.scale = scale;
        this.output = output;
    }

    /** Returns the units that are needed. */
    public Scale scale() {
        return scale;
    }

    /** Returns the output that needs them. */
    public int output() {
        return output;
    }
}
