package io.github.scorelane.bench.turns;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;

/**
 * The slices of a reference and of a contender, pair by pair, in nanoseconds per call.
 *
 * @param reference the reference's slices
 * @param contender the contender's slices, each taken beside the reference's of the same index
 */
public record Slices(double[] reference, double[] contender) {
    /** Adds slices of another JVM. */
    public Slices and(Slices more) {
        return new Slices(DoubleStream.concat(Arrays.stream(reference), Arrays.stream(more.reference)).toArray(),
                DoubleStream.concat(Arrays.stream(contender), Arrays.stream(more.contender)).toArray());
    }

    /** Sums up a function of each pair. */
    public Quantiles quantiles(DoubleBinaryOperator ofReferenceAndContender) {
        double[] values = new double[reference.length];
        Arrays.setAll(values, i -> ofReferenceAndContender.applyAsDouble(reference[i], contender[i]));
        return Quantiles.of(values);
    }
}
