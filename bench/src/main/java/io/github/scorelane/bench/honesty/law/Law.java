package io.github.scorelane.bench.honesty.law;

import java.util.function.DoubleUnaryOperator;

/** A distribution whose expectations are known to ten digits and more, with their derivatives. */
public interface Law {
    /**
     * Gives the expectation of a function, and its gradient.
     *
     * @param f the function, smooth but at its breaks
     * @param oscillates tells whether it is a wave of period 2π without end, as the cosine
     * @param breaks the places of its kinks and steps
     */
    Truth truth(DoubleUnaryOperator f, boolean oscillates, double... breaks);

    /** Finds about where the upper tail has the given probability; if the values are whole numbers, the one that comes nearest. */
    double upperQuantile(double probability);

    /** Tells how its density falls. */
    Tail tail();

    /** Tells whether its values are whole numbers. */
    boolean isDiscrete();

    /** Gives the mean. */
    default double mean() {
        return truth(x -> x, false).value();
    }
}
