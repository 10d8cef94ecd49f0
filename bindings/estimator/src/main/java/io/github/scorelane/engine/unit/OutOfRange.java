package io.github.scorelane.engine.unit;

/** Ends a run whose sums are no numbers, or will not be, in the units that it works in; it is worked again in others. */
public final class OutOfRange extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Scale scale;
    private final int output;

    /** A run of one function, which needs other units. */
    public OutOfRange(Scale scale) {
        this(scale, 0);
    }

    /** A run of several functions, of which one needs other units. */
    public OutOfRange(Scale scale, int output) {
        super("squares of f or of the scores are out of range", null, false, false);
        this.scale = scale;
        this.output = output;
    }

    /** The units that it needs. */
    public Scale scale() {
        return scale;
    }

    /** The function that needs them. */
    public int output() {
        return output;
    }
}
