package io.github.scorelane.kernel.sum;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Sums products over one block: Σab in eight lanes, by fused multiply-adds. */
public final class ProductSums {
    /** Number of doubles that the sum takes. */
    public static final int LENGTH = EightLanes.COUNT;

    private static final Gate GATE = Gate.ofVectors((numbers, results, n) -> sum(numbers, numbers, n, results, 0));

    private ProductSums() {}

    /**
     * Sums over one block.
     *
     * @param a the one factor of each sample
     * @param b the other one
     * @param length number of samples, from place 0 of both on
     * @param sums receives the sum
     * @param at index of the first one; earlier content is lost
     * @throws IllegalArgumentException if an array is too short
     */
    public static void sum(double[] a, double[] b, int length, double[] sums, int at) {
        ArrayRange.check("a", a.length, 0, length);
        ArrayRange.check("b", b.length, 0, length);
        ArrayRange.check("sums", sums.length, at, LENGTH);
        Arrays.fill(sums, at, at + LENGTH, 0.0);
        int head = GATE.head(length);
        sum(a, b, head < 0 ? 0 : GATE.end(Simd.sum(a, b, head, sums, at)), length, sums, at);
    }

    private static void sum(double[] a, double[] b, int from, int length, double[] sums, int at) {
        for (int i = from; i < length; i++) {
            int lane = at + i % EightLanes.COUNT;
            sums[lane] = Fma.fma(a[i], b[i], sums[lane]);
        }
    }

    private static final class Simd {
        private Simd() {}

        static int sum(double[] a, double[] b, int length, double[] sums, int at) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            for (int share = 0; share < EightLanes.COUNT; share += d.length()) {
                DoubleVector ab = DoubleVector.zero(d);
                for (int i = share; i < end; i += EightLanes.COUNT) {
                    ab = DoubleVector.fromArray(d, a, i).fma(DoubleVector.fromArray(d, b, i), ab);
                }
                ab.intoArray(sums, at + share);
            }
            return end;
        }
    }
}
