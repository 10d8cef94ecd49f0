package io.github.scorelane.bench.paired;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;

/**
 * The slices of a reference and of a contender, pair by pair, in nanoseconds per call.
 *
 * @param reference the one's
 * @param contender the other's, each taken beside the reference's of the same index
 */
record Slices(double[] reference, double[] contender) {
    /** These and more, from another JVM. */
    Slices and(Slices more) {
        return new Slices(DoubleStream.concat(Arrays.stream(reference), Arrays.stream(more.reference)).toArray(),
                DoubleStream.concat(Arrays.stream(contender), Arrays.stream(more.contender)).toArray());
    }

    /** Quantiles of a function of each pair. */
    Quantiles quantiles(DoubleBinaryOperator ofReferenceAndContender) {
        double[] values = new double[reference.length];
        Arrays.setAll(values, i -> ofReferenceAndContender.applyAsDouble(reference[i], contender[i]));
        return Quantiles.of(values);
    }
}
