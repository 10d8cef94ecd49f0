package io.github.scorelane.kernel.sum;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums what an estimate needs of the function alone, over one block: Σφ and Σφ² in eight lanes each, with φ = f − c. The first sum
 * adds, the second is a fused multiply-add. It stands between the values of f and the tree of blocks, and keeps nothing from one
 * block to the next.
 */
public final class FunctionSums {
    /** Index of Σφ among the sums. */
    public static final int F = 0;
    /** Index of Σφ² among the sums. */
    public static final int FF = EightLanes.COUNT;
    /** Number of doubles that the sums take. */
    public static final int LENGTH = 2 * EightLanes.COUNT;

    private static final Gate GATE = Gate.ofVectors(FunctionSums::rehearse);

    private FunctionSums() {}

    private static void rehearse(double[] numbers, double[] results, int n) {
        double[] f = numbers.clone();
        centre(f, 0.5, n, results, 0);
        System.arraycopy(f, 0, results, LENGTH, n);
    }

    /**
     * Centres a block of function values and sums them.
     *
     * @param f the values; replaced by f − c
     * @param centre c
     * @param length number of elements, from place 0 on
     * @param sums receives the sums
     * @param at index of the first one; earlier content is lost
     * @throws IllegalArgumentException if an array is too short
     */
    public static void centre(double[] f, double centre, int length, double[] sums, int at) {
        ArrayRange.check("f", f.length, 0, length);
        ArrayRange.check("sums", sums.length, at, LENGTH);
        Arrays.fill(sums, at, at + LENGTH, 0.0);
        int head = GATE.head(length);
        centre(f, centre, head < 0 ? 0 : GATE.end(Simd.centre(f, centre, head, sums, at)), length, sums, at);
    }

    private static void centre(double[] f, double centre, int from, int length, double[] sums, int at) {
        for (int s = from; s < length; s++) {
            f[s] -= centre;
            add(f[s], sums, at + s % EightLanes.COUNT);
        }
    }

    static void add(double phi, double[] sums, int lane) {
        sums[lane + F] += phi;
        sums[lane + FF] = Fma.fma(phi, phi, sums[lane + FF]);
    }

    private static final class Simd {
        private Simd() {}

        static int centre(double[] f, double centre, int length, double[] sums, int at) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            for (int share = 0; share < EightLanes.COUNT; share += d.length()) {
                DoubleVector sum = DoubleVector.zero(d);
                DoubleVector squares = DoubleVector.zero(d);
                for (int s = share; s < end; s += EightLanes.COUNT) {
                    DoubleVector phi = DoubleVector.fromArray(d, f, s).sub(centre);
                    phi.intoArray(f, s);
                    sum = phi.add(sum);
                    squares = phi.fma(phi, squares);
                }
                sum.intoArray(sums, at + F + share);
                squares.intoArray(sums, at + FF + share);
            }
            return end;
        }
    }
}
