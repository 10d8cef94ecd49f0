package io.github.scorelane.engine.draw;

import io.github.scorelane.kernel.sequence.LatinHypercube;
import io.github.scorelane.kernel.sequence.Sobol;
import io.github.scorelane.kernel.sequence.Strata;
import io.github.scorelane.kernel.stream.SplitStream;
import java.io.Serializable;

/**
 * Where the uniform numbers of samples come from, a block of {@link Problem#BLOCK} at a time, the last one maybe shorter.
 * Each sample is uniform in the cube, whatever the others are.
 */
@FunctionalInterface
public interface PointSet extends Serializable {
    /**
     * One coordinate of a block's samples.
     *
     * @param stream where the random words come from
     * @param first index of the block's first sample
     * @param coordinate d
     * @param dimension D
     * @param u where the numbers go, from place 0 on
     * @param length how many
     */
    void fill(SplitStream stream, long first, int coordinate, int dimension, double[] u, int length);

    /**
     * Independent samples: word s of a coordinate's column for sample s.
     *
     * @return the points
     */
    static PointSet independent() {
        return (stream, first, coordinate, dimension, u, length) ->
                stream.column(coordinate, dimension).uniforms(first, u, 0, length);
    }

    /**
     * Pairs u, 1 − u: the second half of a block's samples mirrors the first one.
     *
     * @return the points
     */
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
     * Four samples in each of n/4 equal intervals of one coordinate. Sample j of the first half of a block has its partner in the
     * second half; samples j and j + 4 of eight, and their partners, are of one interval.
     *
     * @param stratified which coordinate
     * @param samples n, a multiple of 16
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
     * A Latin hypercube sample for each stream.
     *
     * @param points how many points it has
     * @return the points
     */
    static PointSet latinHypercube(long points) {
        return (stream, first, coordinate, dimension, u, length) ->
                LatinHypercube.points(stream, points, coordinate, dimension, first, u, 0, length);
    }

    /**
     * Sobol's sequence, scrambled for each stream.
     *
     * @return the points
     */
    static PointSet sobol() {
        return (stream, first, coordinate, dimension, u, length) -> Sobol.points(stream, coordinate, first, u, 0, length);
    }
}
