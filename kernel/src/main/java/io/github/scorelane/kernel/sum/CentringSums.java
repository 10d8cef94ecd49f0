package io.github.scorelane.kernel.sum;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link FunctionSums} and the {@link ScoreSums} of a first parameter in one pass, to the same bits. Alone, the former wait for
 * the latency of one addition; here they hide behind the latter.
 */
public final class CentringSums {
    /** Place of the first parameter's sums; the function's stand before them. */
    public static final int SCORE = FunctionSums.LENGTH;
    /** Doubles that the sums take. */
    public static final int LENGTH = SCORE + ScoreSums.LENGTH;

    private static final Gate GATE = Gate.ofVectors(CentringSums::rehearse);

    private CentringSums() {}

    private static void rehearse(double[] numbers, double[] results, int n) {
        double[] f = numbers.clone();
        double[] phi = new double[n];
        sum(f, 0.5, numbers, phi, n, results, 0);
        System.arraycopy(f, 0, results, LENGTH, n);
        System.arraycopy(phi, 0, results, LENGTH + n, n);
    }

    /**
     * Centres a block of function values, and sums them and a score.
     *
     * @param f the values; each is replaced by NaN, so that one that is not written again shows
     * @param centre c
     * @param score the score of each sample
     * @param phi where φ = f − c goes
     * @param length how many samples, from place 0 of each on
     * @param sums where the sums go
     * @param at where they begin; what stood there is lost
     * @throws IllegalArgumentException if an array is too short
     */
    public static void sum(double[] f, double centre, double[] score, double[] phi, int length, double[] sums, int at) {
        ArrayRange.check("f", f.length, 0, length);
        ArrayRange.check("score", score.length, 0, length);
        ArrayRange.check("phi", phi.length, 0, length);
        ArrayRange.check("sums", sums.length, at, LENGTH);
        Arrays.fill(sums, at, at + LENGTH, 0.0);
        int head = GATE.head(length);
        int from = head < 0 ? 0 : GATE.end(Simd.sum(f, centre, score, phi, head, sums, at));
        sum(f, centre, score, phi, from, length, sums, at);
    }

    private static void sum(double[] f, double centre, double[] score, double[] phi, int from, int length, double[] sums, int at) {
        for (int i = from; i < length; i++) {
            int lane = at + i % EightLanes.COUNT;
            phi[i] = f[i] - centre;
            f[i] = Double.NaN;
            FunctionSums.add(phi[i], sums, lane);
            ScoreSums.add(phi[i], score[i], sums, lane + SCORE);
        }
    }

    private static final class Simd {
        private Simd() {}

        static int sum(double[] values, double centre, double[] score, double[] phi, int length, double[] sums, int at) {
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
                s1.intoArray(sums, at + SCORE + ScoreSums.S + share);
                s2.intoArray(sums, at + SCORE + ScoreSums.SS + share);
                fs.intoArray(sums, at + SCORE + ScoreSums.FS + share);
                fs2.intoArray(sums, at + SCORE + ScoreSums.FSS + share);
                f2s.intoArray(sums, at + SCORE + ScoreSums.FFS + share);
                f2s2.intoArray(sums, at + SCORE + ScoreSums.FFSS + share);
            }
            return end;
        }
    }
}
