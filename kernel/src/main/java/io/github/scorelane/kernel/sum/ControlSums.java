package io.github.scorelane.kernel.sum;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums for a control k what the fit of its coefficient needs, over one block: Σk, Σsk and Σφsk in eight lanes each. With p = φs
 * rounded, they are the sum of k, and the fused multiply-adds of s·k and p·k.
 */
public final class ControlSums {
    /** Index of Σk among the sums. */
    public static final int K = 0;
    /** Index of Σsk among the sums. */
    public static final int SK = EightLanes.COUNT;
    /** Index of Σφsk among the sums. */
    public static final int FSK = 2 * EightLanes.COUNT;
    /** Number of doubles that the sums take. */
    public static final int LENGTH = 3 * EightLanes.COUNT;

    private static final Gate GATE =
            Gate.ofVectors((numbers, results, n) -> sum(numbers, numbers, numbers, n, results, 0));

    private ControlSums() {}

    /**
     * Sums over one block.
     *
     * @param phi the centred function
     * @param score the score of each sample
     * @param control the control of each sample
     * @param length number of samples, from place 0 of each on
     * @param sums receives the sums
     * @param at index of the first one; earlier content is lost
     * @throws IllegalArgumentException if an array is too short
     */
    public static void sum(double[] phi, double[] score, double[] control, int length, double[] sums, int at) {
        ArrayRange.check("phi", phi.length, 0, length);
        ArrayRange.check("score", score.length, 0, length);
        ArrayRange.check("control", control.length, 0, length);
        ArrayRange.check("sums", sums.length, at, LENGTH);
        Arrays.fill(sums, at, at + LENGTH, 0.0);
        int head = GATE.head(length);
        sum(phi, score, control, head < 0 ? 0 : GATE.end(Simd.sum(phi, score, control, head, sums, at)), length, sums, at);
    }

    private static void sum(double[] phi, double[] score, double[] control, int from, int length, double[] sums, int at) {
        for (int i = from; i < length; i++) {
            int lane = at + i % EightLanes.COUNT;
            sums[lane + K] += control[i];
            sums[lane + SK] = Fma.fma(score[i], control[i], sums[lane + SK]);
            sums[lane + FSK] = Fma.fma(phi[i] * score[i], control[i], sums[lane + FSK]);
        }
    }

    private static final class Simd {
        private Simd() {}

        static int sum(double[] phi, double[] score, double[] control, int length, double[] sums, int at) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            for (int share = 0; share < EightLanes.COUNT; share += d.length()) {
                DoubleVector k1 = DoubleVector.zero(d);
                DoubleVector sk = DoubleVector.zero(d);
                DoubleVector fsk = DoubleVector.zero(d);
                for (int i = share; i < end; i += EightLanes.COUNT) {
                    DoubleVector s = DoubleVector.fromArray(d, score, i);
                    DoubleVector k = DoubleVector.fromArray(d, control, i);
                    k1 = k.add(k1);
                    sk = s.fma(k, sk);
                    fsk = DoubleVector.fromArray(d, phi, i).mul(s).fma(k, fsk);
                }
                k1.intoArray(sums, at + K + share);
                sk.intoArray(sums, at + SK + share);
                fsk.intoArray(sums, at + FSK + share);
            }
            return end;
        }
    }
}
