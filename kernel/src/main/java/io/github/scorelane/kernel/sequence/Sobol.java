package io.github.scorelane.kernel.sequence;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.stream.SplitStream;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Makes Sobol's sequence with Owen's scrambling, by index. Each point is uniform in the cube; the first 2^m points of any stream
 * have one point in each of the 2^m equal intervals of a coordinate, and so do any 2^m that begin at a multiple of 2^m.
 *
 * <p>Coordinate d is scrambled by words 3d, 3d + 1 and 3d + 2 of the stream: streams are independent replicates. A digit of a point
 * is flipped or not as those before it say, by a hash of 64 bits that is computed with the digits in reverse, where carries go only
 * from an earlier digit to a later one:
 *
 * <pre>
 *     x ← x ⊕ x·E₀,   x ← (x + word 3d)·(word 3d+1 | 1),   x ← x ⊕ x·E₁,   x ← x ⊕ x·E₂,   x ← x ⊕ word 3d+2
 * </pre>
 *
 * <p>with even E. The last step alone makes a point exactly uniform. The hash's flips of different intervals showed no dependence
 * in 2^18 streams. A result is (k + ½)·2^-52, with k the first 52 digits: all of them, for digits that the sequence leaves 0 are
 * scrambled like the others.
 *
 * <p>Sources: S. Joe, F. Y. Kuo, <i>Constructing Sobol sequences with better two-dimensional projections</i>, 2008; A. B. Owen,
 * <i>Randomly permuted (t, m, s)-nets and (t, s)-sequences</i>, 1995; S. Laine, T. Karras, <i>Stratified sampling for stochastic
 * transparency</i>, 2011; B. Burley, <i>Practical hash-based Owen scrambling</i>, 2020.
 */
public final class Sobol {
    private static final Gate GATE = Gate.ofVectors((numbers, results, n) -> points(SplitStream.of(3), 0, 1L << 40, results, 0, n));

    /** Number of dimensions. */
    public static final int MAX_DIMENSION = 2048;

    private static final long EVEN_0 = 0x9fb21c651e98df26L;
    private static final long EVEN_1 = 0xd6e8feb86659fd92L;
    private static final long EVEN_2 = 0xa0761d6478bd642eL;
    private static final long ONE_BITS = 0x3ff0000000000000L;
    private static final double ONE_LESS_HALF_STEP = 1 - 0x1p-53;
    /** Number of points that are worked at a time: a multiple of the lanes of any vector. */
    private static final int ALIGNMENT = 8;

    private Sobol() {}

    /**
     * Writes one coordinate of consecutive points.
     *
     * @param stream source of the words that scramble them
     * @param dimension number of the coordinate, from 0 on, below {@value #MAX_DIMENSION}
     * @param first index of the first point, not negative
     * @param u receives the coordinates, each in (0, 1)
     * @param offset index of the first element
     * @param length number of elements
     * @throws IllegalArgumentException if the dimension or an index is out of range, or the range does not lie inside the array
     */
    public static void points(SplitStream stream, int dimension, long first, double[] u, int offset, int length) {
        requireDimension(dimension);
        if (first < 0 || first > Long.MAX_VALUE - length) {
            throw new IllegalArgumentException("first point is not between 0 and 2^63 - 1 - " + length + ": " + first);
        }
        ArrayRange.check("u", u.length, offset, length);
        if (length == 0) {
            return;
        }
        DirectionNumbers numbers = DirectionNumbers.of(dimension);
        long added = stream.word(3L * dimension);
        long factor = stream.word(3L * dimension + 1) | 1;
        long flipped = stream.word(3L * dimension + 2);
        // Vectors begin at a multiple of their lanes: the twin's first points do not depend on how many these are.
        int before = (int) Math.min(length, -first & ALIGNMENT - 1);
        points(numbers, added, factor, flipped, first, u, offset, 0, before);
        int head = GATE.head(length - before);
        int done = head < 0 ? 0
                : GATE.end(Simd.points(numbers, added, factor, flipped, first + before, u, offset + before, head));
        points(numbers, added, factor, flipped, first, u, offset, before + done, length);
    }

    private static void points(DirectionNumbers numbers, long added, long factor, long flipped, long first,
            double[] u, int offset, int from, int length) {
        if (from == length) {
            return;
        }
        long digits = numbers.digits(first + from);
        u[offset + from] = uniform(digits, added, factor, flipped);
        for (int i = from + 1; i < length; i++) {
            digits ^= numbers.step(first + i, 0);
            u[offset + i] = uniform(digits, added, factor, flipped);
        }
    }

    /**
     * Returns a coordinate of a point before it is scrambled: of Sobol's own sequence, in the order of its indices.
     *
     * @param dimension number of the coordinate, from 0 on, below {@value #MAX_DIMENSION}
     * @param index index of the point
     * @return its binary digits, the first in the highest bit: the coordinate times 2^64, as an unsigned number
     * @throws IllegalArgumentException if the dimension is out of range, or the index negative
     */
    public static long digits(int dimension, long index) {
        requireDimension(dimension);
        if (index < 0) {
            throw new IllegalArgumentException("index is negative: " + index);
        }
        return Long.reverse(DirectionNumbers.of(dimension).digits(index));
    }

    private static void requireDimension(int dimension) {
        if (dimension < 0 || dimension >= MAX_DIMENSION) {
            throw new IllegalArgumentException("dimension is not between 0 and " + (MAX_DIMENSION - 1) + ": " + dimension);
        }
    }

    private static double uniform(long digits, long added, long factor, long flipped) {
        long x = digits ^ digits * EVEN_0;
        x = (x + added) * factor;
        x ^= x * EVEN_1;
        x ^= x * EVEN_2;
        return SplitStream.uniformOf(Long.reverse(x ^ flipped));
    }

    private static final class Simd {
        private Simd() {}

        /**
         * Works whole vectors; the first point's index is a multiple of the lanes. A vector's points differ in their lowest digits
         * from its first point as points 0, 1, … do from point 0, so that these differences are computed once.
         */
        static int points(DirectionNumbers numbers, long added, long factor, long flipped, long first, double[] u, int offset,
                int length) {
            if (length == 0) {
                return 0;
            }
            int lanes = Species.LONGS.length();
            int bit = Integer.numberOfTrailingZeros(lanes);
            LongVector low = LongVector.fromArray(Species.LONGS, numbers.firstDigits(), 0);
            long index = first;
            long high = numbers.digits(index);
            int end = Species.LONGS.loopBound(length);
            for (int i = 0; i < end; i += lanes) {
                LongVector x = low.lanewise(VectorOperators.XOR, high);
                x = x.lanewise(VectorOperators.XOR, x.mul(EVEN_0));
                x = x.add(added).mul(factor);
                x = x.lanewise(VectorOperators.XOR, x.mul(EVEN_1));
                x = x.lanewise(VectorOperators.XOR, x.mul(EVEN_2)).lanewise(VectorOperators.XOR, flipped);
                x.lanewise(VectorOperators.REVERSE).lanewise(VectorOperators.LSHR, 12).or(ONE_BITS)
                        .reinterpretAsDoubles().sub(ONE_LESS_HALF_STEP).intoArray(u, offset + i);
                index += lanes;
                high ^= numbers.step(index, bit);
            }
            return end;
        }
    }
}
