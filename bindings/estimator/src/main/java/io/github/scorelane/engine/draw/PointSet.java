package io.github.scorelane.engine.draw;

import io.github.scorelane.kernel.sequence.LatinHypercube;
import io.github.scorelane.kernel.sequence.Sobol;
import io.github.scorelane.kernel.sequence.Strata;
import io.github.scorelane.kernel.stream.SplitStream;
import java.io.Serializable;

/**
 * Source of the uniform numbers that samples are made of, a block at a time. Each sample is uniform in the unit cube by itself,
 * which makes the estimate unbiased; samples depend on each other as the plan says, which is what reduces the variance.
 */
@FunctionalInterface
public interface PointSet extends Serializable {
    /**
     * Writes one coordinate of a block's samples.
     *
     * @param stream the stream that random words are taken from
     * @param first index of the block's first sample
     * @param coordinate index of the coordinate
     * @param dimension number of all coordinates
     * @param u the array that the numbers are written to, from place 0 on
     * @param length number of samples
     */
    void fill(SplitStream stream, long first, int coordinate, int dimension, double[] u, int length);

    /** Returns independent points: sample s takes word s of each coordinate's column. */
    static PointSet independent() {
        return (stream, first, coordinate, dimension, u, length) ->
                stream.column(coordinate, dimension).uniforms(first, u, 0, length);
    }

    /** Returns antithetic pairs u, 1 − u: the second half of a block mirrors the first half. */
    static PointSet antithetic() {
        return (stream, first, coordinate, dimension, u, length) -> {
            int pairs = length / 2;
            stream.column(coordinate, dimension).uniforms(first / 2, u, 0, pairs);
            for (int j = 0; j < pairs; j++) {
                u[pairs + j] = 1 - u[j];
            }
        };
    }

    /**
     * Returns points with four samples in each of n/4 equal intervals of one coordinate. Sample j of the first half of a block has
     * its partner in the second half; samples j and j + 4 of eight, and their partners, are of one interval.
     *
     * @param stratified index of that coordinate
     * @param samples the number n of samples, a multiple of 16
     * @return the points
     */
    static PointSet stratified(int stratified, long samples) {
        double width = 4.0 / samples;
        return (stream, first, coordinate, dimension, u, length) -> {
            stream.column(coordinate, dimension).uniforms(first, u, 0, length);
            if (coordinate != stratified) {
                return;
            }
            int pairs = length / 2;
            for (int j = 0; j < pairs; j++) {
                long stratum = first / 4 + (j / 8 * 4 + j % 4);
                u[j] = Strata.inside(stratum, u[j], width);
                u[pairs + j] = Strata.inside(stratum, u[pairs + j], width);
            }
        };
    }

    /**
     * Returns a Latin hypercube sample for each stream.
     *
     * @param points number of its points
     * @return the points
     */
    static PointSet latinHypercube(long points) {
        return (stream, first, coordinate, dimension, u, length) ->
                LatinHypercube.points(stream, points, coordinate, dimension, first, u, 0, length);
    }

    /** Returns Sobol's sequence, scrambled anew for each stream. */
    static PointSet sobol() {
        return (stream, first, coordinate, dimension, u, length) -> Sobol.points(stream, coordinate, first, u, 0, length);
    }
}
