package io.github.scorelane.kernel.sum;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums what a joint covariance needs for a pair of parameters, over one block: Σst, Σφst and Σφ²st, with s and t their scores and φ
 * the centred function. With p = φs and q = φt rounded, they are the fused multiply-adds of s·t, p·t and p·q.
 *
 * <p>There are as many of these as pairs of parameters. Therefore, unlike the other sums, they leave a block with their eight lanes
 * already folded.
 */
public final class CrossSums {
    /** Index of Σst among the sums. */
    public static final int ST = 0;
    /** Index of Σφst among the sums. */
    public static final int FST = 1;
    /** Index of Σφ²st among the sums. */
    public static final int FFST = 2;
    /** Number of doubles that the sums take. */
    public static final int LENGTH = 3;
    /** Number of doubles that a caller lends for the lanes. */
    public static final int SCRATCH = LENGTH * EightLanes.COUNT;

    private static final Gate GATE = Gate.ofVectors(CrossSums::rehearse);

    private CrossSums() {}

    private static void rehearse(double[] numbers, double[] results, int n) {
        double[] lanes = new double[SCRATCH];
        sum(numbers, numbers, numbers, n, results, 0, lanes);
        System.arraycopy(lanes, 0, results, LENGTH, SCRATCH);
    }

    /**
     * Sums over one block.
     *
     * @param phi the centred function
     * @param s the one score of each sample
     * @param t the other score of each sample
     * @param length number of samples, from place 0 of each on
     * @param sums receives the three sums
     * @param at index of the first one; earlier content is lost
     * @param scratch {@link #SCRATCH} doubles to work in
     * @throws IllegalArgumentException if an array is too short
     */
    public static void sum(double[] phi, double[] s, double[] t, int length, double[] sums, int at, double[] scratch) {
        ArrayRange.check("phi", phi.length, 0, length);
        ArrayRange.check("s", s.length, 0, length);
        ArrayRange.check("t", t.length, 0, length);
        ArrayRange.check("sums", sums.length, at, LENGTH);
        ArrayRange.check("scratch", scratch.length, 0, SCRATCH);
        Arrays.fill(scratch, 0, SCRATCH, 0.0);
        int head = GATE.head(length);
        sum(phi, s, t, head < 0 ? 0 : GATE.end(Simd.sum(phi, s, t, head, scratch)), length, scratch);
        sums[at + ST] = EightLanes.fold(scratch, 0);
        sums[at + FST] = EightLanes.fold(scratch, EightLanes.COUNT);
        sums[at + FFST] = EightLanes.fold(scratch, 2 * EightLanes.COUNT);
    }

    private static void sum(double[] phi, double[] s, double[] t, int from, int length, double[] scratch) {
        for (int i = from; i < length; i++) {
            int lane = i % EightLanes.COUNT;
            double p = phi[i] * s[i];
            double q = phi[i] * t[i];
            scratch[lane] = Fma.fma(s[i], t[i], scratch[lane]);
            scratch[lane + EightLanes.COUNT] = Fma.fma(p, t[i], scratch[lane + EightLanes.COUNT]);
            scratch[lane + 2 * EightLanes.COUNT] = Fma.fma(p, q, scratch[lane + 2 * EightLanes.COUNT]);
        }
    }

    private static final class Simd {
        private Simd() {}

        static int sum(double[] phi, double[] sScores, double[] tScores, int length, double[] lanes) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            for (int share = 0; share < EightLanes.COUNT; share += d.length()) {
                DoubleVector st = DoubleVector.zero(d);
                DoubleVector fst = DoubleVector.zero(d);
                DoubleVector ffst = DoubleVector.zero(d);
                for (int i = share; i < end; i += EightLanes.COUNT) {
                    DoubleVector f = DoubleVector.fromArray(d, phi, i);
                    DoubleVector s = DoubleVector.fromArray(d, sScores, i);
                    DoubleVector t = DoubleVector.fromArray(d, tScores, i);
                    DoubleVector p = f.mul(s);
                    st = s.fma(t, st);
                    fst = p.fma(t, fst);
                    ffst = p.fma(f.mul(t), ffst);
                }
                st.intoArray(lanes, share);
                fst.intoArray(lanes, EightLanes.COUNT + share);
                ffst.intoArray(lanes, 2 * EightLanes.COUNT + share);
            }
            return end;
        }
    }
}
