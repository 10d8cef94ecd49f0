package io.github.scorelane.kernel.sequence;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Makes Latin hypercube samples of N points, by index: coordinate d of point i is (π(i) + v)/N, with π a permutation of 0 … N − 1
 * and v uniform, so that each of the N equal intervals of a coordinate holds one point. Each point is uniform in the cube.
 *
 * <p>Coordinate d of a D-dimensional sample permutes by words 5d … 5d + 4 of {@code stream.substream(0)}, and takes v from {@code
 * stream.substream(1).column(d, D)}: streams are independent samples, and coordinates have independent permutations. π is (τ(i) +
 * o) mod N, with an o that is uniform to within N·2^-64 and alone makes a point uniform. τ is a hash on the numbers below a power
 * of two at or above N, of sums, products with odd numbers and shifts that are xored, taken again while its result is N or more.
 *
 * <p>Sources: M. D. McKay, R. J. Beckman, W. J. Conover, <i>A comparison of three methods for selecting values of input variables
 * in the analysis of output from a computer code</i>, 1979; J. Black, P. Rogaway, <i>Ciphers with arbitrary finite domains</i>,
 * 2002 (cycle walking).
 */
public final class LatinHypercube {
    /** Largest number of points. */
    public static final long MAX_POINTS = 1L << 50;

    private static final long MIX = 0xd6e8feb86659fd93L;
    private static final int WORDS = 5;

    private LatinHypercube() {}

    /**
     * Writes one coordinate of consecutive points.
     *
     * @param stream source of the sample's random words
     * @param points number of points of the whole sample, N, from 1 to 2^50
     * @param coordinate number of the coordinate, d
     * @param dimension number of coordinates, D
     * @param first index of the first point
     * @param u receives the coordinates, each in (0, 1)
     * @param offset index of the first element
     * @param length number of elements
     * @throws IllegalArgumentException if N, d or an index is out of range, or the range does not lie inside the array
     */
    public static void points(SplitStream stream, long points, int coordinate, int dimension, long first, double[] u, int offset,
            int length) {
        if (points < 1 || points > MAX_POINTS) {
            throw new IllegalArgumentException("number of points is not between 1 and 2^50: " + points);
        }
        if (first < 0 || length < 0 || first > points - length) {
            throw new IllegalArgumentException("points " + first + " to " + (first + length - 1) + " are not between 0 and "
                    + (points - 1));
        }
        ArrayRange.check("u", u.length, offset, length);
        Permutation permutation = new Permutation(stream.substream(0), (long) WORDS * coordinate, points);
        stream.substream(1).column(coordinate, dimension).uniforms(first, u, offset, length);
        double width = 1.0 / points;
        for (int i = 0; i < length; i++) {
            u[offset + i] = Strata.inside(permutation.of(first + i), u[offset + i], width);
        }
    }

    /** Permutes the numbers below N by π. */
    static final class Permutation {
        private final long size;
        private final long mask;
        private final int shift;
        private final long added;
        private final long factor;
        private final long added2;
        private final long factor2;
        private final long offset;

        Permutation(SplitStream stream, long firstWord, long size) {
            this.size = size;
            int bits = Math.max(2, Long.SIZE - Long.numberOfLeadingZeros(size - 1));
            mask = -1L >>> (Long.SIZE - bits);
            shift = (bits + 1) / 2;
            added = stream.word(firstWord);
            factor = stream.word(firstWord + 1) | 1;
            added2 = stream.word(firstWord + 2);
            factor2 = stream.word(firstWord + 3) | 1;
            offset = Math.unsignedMultiplyHigh(stream.word(firstWord + 4), size);
        }

        long of(long index) {
            long x = index;
            do {
                x = (x + added) * factor & mask;
                x ^= x >>> shift;
                x = (x + added2) * factor2 & mask;
                x ^= x >>> shift;
                x = x * MIX & mask;
                x ^= x >>> shift;
            } while (x >= size);
            x += offset;
            return x >= size ? x - size : x;
        }
    }
}
