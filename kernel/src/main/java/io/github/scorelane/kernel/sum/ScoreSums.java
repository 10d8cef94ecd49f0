package io.github.scorelane.kernel.sum;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums what an estimate needs for one parameter, over one block: Σs, Σs², Σφs, Σφs², Σφ²s and Σφ²s², in eight lanes each, with s
 * the score and φ the centred function. With p = φs rounded, they are the sums of s and of p, and the fused multiply-adds of s·s,
 * p·s, p·φ and p·p. The estimate, its error and every cross-fitted constant are made of them; a lane never sees a sample of another
 * one.
 */
public final class ScoreSums {
    /** Index of Σs among the sums. */
    public static final int S = 0;
    /** Index of Σs² among the sums. */
    public static final int SS = EightLanes.COUNT;
    /** Index of Σφs among the sums. */
    public static final int FS = 2 * EightLanes.COUNT;
    /** Index of Σφs² among the sums. */
    public static final int FSS = 3 * EightLanes.COUNT;
    /** Index of Σφ²s among the sums. */
    public static final int FFS = 4 * EightLanes.COUNT;
    /** Index of Σφ²s² among the sums. */
    public static final int FFSS = 5 * EightLanes.COUNT;
    /** Number of doubles that the sums take. */
    public static final int LENGTH = 6 * EightLanes.COUNT;

    /** Number of doubles that the sums take together with the function's, which stand before them. */
    public static final int CENTRING_LENGTH = FunctionSums.LENGTH + LENGTH;

    private static final Gate GATE = Gate.ofVectors((numbers, results, n) -> sum(numbers, numbers, n, results, 0));
    private static final Gate CENTRING = Gate.ofVectors(ScoreSums::rehearseCentring);

    private ScoreSums() {}

    private static void rehearseCentring(double[] numbers, double[] results, int n) {
        double[] f = numbers.clone();
        double[] phi = new double[n];
        sumCentring(f, 0.5, numbers, phi, n, results, 0);
        System.arraycopy(f, 0, results, CENTRING_LENGTH, n);
        System.arraycopy(phi, 0, results, CENTRING_LENGTH + n, n);
    }

    /**
     * Sums over one block.
     *
     * @param phi the centred function
     * @param score the score of each sample
     * @param length number of samples, from place 0 of both on
     * @param sums receives the sums
     * @param at index of the first one; earlier content is lost
     * @throws IllegalArgumentException if an array is too short
     */
    public static void sum(double[] phi, double[] score, int length, double[] sums, int at) {
        ArrayRange.check("phi", phi.length, 0, length);
        ArrayRange.check("score", score.length, 0, length);
        ArrayRange.check("sums", sums.length, at, LENGTH);
        Arrays.fill(sums, at, at + LENGTH, 0.0);
        int head = GATE.head(length);
        sum(phi, score, head < 0 ? 0 : GATE.end(Simd.sum(phi, score, head, sums, at)), length, sums, at);
    }

    private static void sum(double[] phi, double[] score, int from, int length, double[] sums, int at) {
        for (int i = from; i < length; i++) {
            add(phi[i], score[i], sums, at + i % EightLanes.COUNT);
        }
    }

    /**
     * Centres a block of function values, and sums them and a score in one pass. The bits are those of {@link FunctionSums#centre}
     * and then {@link #sum}, in 0.6 of the time: sums of the function alone wait for the latency of one addition.
     *
     * @param f the values; each is replaced by NaN, so that one that is not written again shows
     * @param centre c
     * @param score the score of each sample
     * @param phi receives φ = f − c
     * @param length number of samples, from place 0 of each on
     * @param sums receives the sums: the function's, then the score's
     * @param at index of the first one; earlier content is lost
     * @throws IllegalArgumentException if an array is too short
     */
    public static void sumCentring(double[] f, double centre, double[] score, double[] phi, int length, double[] sums, int at) {
        ArrayRange.check("f", f.length, 0, length);
        ArrayRange.check("score", score.length, 0, length);
        ArrayRange.check("phi", phi.length, 0, length);
        ArrayRange.check("sums", sums.length, at, CENTRING_LENGTH);
        Arrays.fill(sums, at, at + CENTRING_LENGTH, 0.0);
        int head = CENTRING.head(length);
        int from = head < 0 ? 0 : CENTRING.end(Simd.sumCentring(f, centre, score, phi, head, sums, at));
        sumCentring(f, centre, score, phi, from, length, sums, at);
    }

    private static void sumCentring(double[] f, double centre, double[] score, double[] phi, int from, int length, double[] sums,
            int at) {
        for (int i = from; i < length; i++) {
            int lane = at + i % EightLanes.COUNT;
            phi[i] = f[i] - centre;
            f[i] = Double.NaN;
            FunctionSums.add(phi[i], sums, lane);
            add(phi[i], score[i], sums, lane + FunctionSums.LENGTH);
        }
    }

    static void add(double f, double s, double[] sums, int lane) {
        double p = f * s;
        sums[lane + S] += s;
        sums[lane + SS] = Fma.fma(s, s, sums[lane + SS]);
        sums[lane + FS] += p;
        sums[lane + FSS] = Fma.fma(p, s, sums[lane + FSS]);
        sums[lane + FFS] = Fma.fma(p, f, sums[lane + FFS]);
        sums[lane + FFSS] = Fma.fma(p, p, sums[lane + FFSS]);
    }

    /**
     * There are two loops, though one with a flag is as fast once it is hot (0.95 to 1.01 of the time at 512 and at 256 bits). In
     * JVMs that had just begun, nine of nine, that one stayed as slow as the twin for the 2.5 seconds that were watched, in which
     * these two had become fast: C2 keeps vectors in registers less surely where those of two branches meet.
     */
    private static final class Simd {
        private Simd() {}

        static int sum(double[] phi, double[] score, int length, double[] sums, int at) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            for (int share = 0; share < EightLanes.COUNT; share += d.length()) {
                DoubleVector s1 = DoubleVector.zero(d);
                DoubleVector s2 = DoubleVector.zero(d);
                DoubleVector fs = DoubleVector.zero(d);
                DoubleVector fs2 = DoubleVector.zero(d);
                DoubleVector f2s = DoubleVector.zero(d);
                DoubleVector f2s2 = DoubleVector.zero(d);
                for (int i = share; i < end; i += EightLanes.COUNT) {
                    DoubleVector f = DoubleVector.fromArray(d, phi, i);
                    DoubleVector s = DoubleVector.fromArray(d, score, i);
                    DoubleVector p = f.mul(s);
                    s1 = s.add(s1);
                    s2 = s.fma(s, s2);
                    fs = p.add(fs);
                    fs2 = p.fma(s, fs2);
                    f2s = p.fma(f, f2s);
                    f2s2 = p.fma(p, f2s2);
                }
                s1.intoArray(sums, at + S + share);
                s2.intoArray(sums, at + SS + share);
                fs.intoArray(sums, at + FS + share);
                fs2.intoArray(sums, at + FSS + share);
                f2s.intoArray(sums, at + FFS + share);
                f2s2.intoArray(sums, at + FFSS + share);
            }
            return end;
        }

        static int sumCentring(double[] values, double centre, double[] score, double[] phi, int length, double[] sums, int at) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            DoubleVector nan = DoubleVector.broadcast(d, Double.NaN);
            for (int share = 0; share < EightLanes.COUNT; share += d.length()) {
                DoubleVector f1 = DoubleVector.zero(d);
                DoubleVector f2 = DoubleVector.zero(d);
                DoubleVector s1 = DoubleVector.zero(d);
                DoubleVector s2 = DoubleVector.zero(d);
                DoubleVector fs = DoubleVector.zero(d);
                DoubleVector fs2 = DoubleVector.zero(d);
                DoubleVector f2s = DoubleVector.zero(d);
                DoubleVector f2s2 = DoubleVector.zero(d);
                for (int i = share; i < end; i += EightLanes.COUNT) {
                    DoubleVector f = DoubleVector.fromArray(d, values, i).sub(centre);
                    DoubleVector s = DoubleVector.fromArray(d, score, i);
                    f.intoArray(phi, i);
                    nan.intoArray(values, i);
                    f1 = f.add(f1);
                    f2 = f.fma(f, f2);
                    DoubleVector p = f.mul(s);
                    s1 = s.add(s1);
                    s2 = s.fma(s, s2);
                    fs = p.add(fs);
                    fs2 = p.fma(s, fs2);
                    f2s = p.fma(f, f2s);
                    f2s2 = p.fma(p, f2s2);
                }
                f1.intoArray(sums, at + FunctionSums.F + share);
                f2.intoArray(sums, at + FunctionSums.FF + share);
                s1.intoArray(sums, at + FunctionSums.LENGTH + ScoreSums.S + share);
                s2.intoArray(sums, at + FunctionSums.LENGTH + ScoreSums.SS + share);
                fs.intoArray(sums, at + FunctionSums.LENGTH + ScoreSums.FS + share);
                fs2.intoArray(sums, at + FunctionSums.LENGTH + ScoreSums.FSS + share);
                f2s.intoArray(sums, at + FunctionSums.LENGTH + ScoreSums.FFS + share);
                f2s2.intoArray(sums, at + FunctionSums.LENGTH + ScoreSums.FFSS + share);
            }
            return end;
        }
    }
}
