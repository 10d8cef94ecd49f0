package io.github.scorelane.kernel.sum;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums what an estimate with a fixed baseline and fixed controls needs for one parameter, over one block: Σr, Σr² and Σφr in eight
 * lanes each, with r = (φ − β)s − t, s the score, β the baseline less the centre, and t the prediction of the controls. φ − β is
 * rounded, the rest of r a fused multiply-add; so are the last two sums.
 */
public final class ResidualSums {
    /** Index of Σr among the sums. */
    public static final int R = 0;
    /** Index of Σr² among the sums. */
    public static final int RR = EightLanes.COUNT;
    /** Index of Σφr among the sums. */
    public static final int FR = 2 * EightLanes.COUNT;
    /** Number of doubles that the sums take. */
    public static final int LENGTH = 3 * EightLanes.COUNT;

    /** Number of doubles that the sums take together with the function's, which stand before them. */
    public static final int CENTRING_LENGTH = FunctionSums.LENGTH + LENGTH;

    private static final Gate GATE = Gate.ofVectors(ResidualSums::rehearse);
    private static final Gate CENTRING = Gate.ofVectors(ResidualSums::rehearseCentring);

    private ResidualSums() {}

    private static void rehearse(double[] numbers, double[] results, int n) {
        double[] score = numbers.clone();
        sum(numbers, 0.5, score, numbers, n, results, 0);
        System.arraycopy(score, 0, results, LENGTH, n);
    }

    private static void rehearseCentring(double[] numbers, double[] results, int n) {
        double[] f = numbers.clone();
        double[] score = numbers.clone();
        double[] phi = new double[n];
        sumCentring(f, 0.5, 0.25, score, numbers, phi, n, results, 0);
        System.arraycopy(f, 0, results, CENTRING_LENGTH, n);
        System.arraycopy(score, 0, results, CENTRING_LENGTH + n, n);
        System.arraycopy(phi, 0, results, CENTRING_LENGTH + 2 * n, n);
    }

    /**
     * Sums over one block.
     *
     * @param phi the centred function
     * @param beta β
     * @param score the score of each sample; replaced by r
     * @param predicted t of each sample
     * @param length number of samples, from place 0 of each on
     * @param sums receives the sums
     * @param at index of the first one; earlier content is lost
     * @throws IllegalArgumentException if an array is too short
     */
    public static void sum(double[] phi, double beta, double[] score, double[] predicted, int length, double[] sums, int at) {
        ArrayRange.check("phi", phi.length, 0, length);
        ArrayRange.check("score", score.length, 0, length);
        ArrayRange.check("predicted", predicted.length, 0, length);
        ArrayRange.check("sums", sums.length, at, LENGTH);
        Arrays.fill(sums, at, at + LENGTH, 0.0);
        int head = GATE.head(length);
        int from = head < 0 ? 0 : GATE.end(Simd.sum(phi, beta, score, predicted, head, sums, at));
        sum(phi, beta, score, predicted, from, length, sums, at);
    }

    private static void sum(double[] phi, double beta, double[] score, double[] predicted, int from, int length, double[] sums,
            int at) {
        for (int i = from; i < length; i++) {
            score[i] = Fma.fma(phi[i] - beta, score[i], -predicted[i]);
            add(phi[i], score[i], sums, at + i % EightLanes.COUNT);
        }
    }

    /**
     * Centres a block of function values, and sums them and a residual in one pass: to the same bits as {@link FunctionSums#centre}
     * and then {@link #sum}.
     *
     * @param f the values; each is replaced by NaN, so that one that is not written again shows
     * @param centre c
     * @param beta β
     * @param score the score of each sample; replaced by r
     * @param predicted t of each sample
     * @param phi receives φ = f − c
     * @param length number of samples, from place 0 of each on
     * @param sums receives the sums: the function's, then the residual's
     * @param at index of the first one; earlier content is lost
     * @throws IllegalArgumentException if an array is too short
     */
    public static void sumCentring(double[] f, double centre, double beta, double[] score, double[] predicted, double[] phi,
            int length, double[] sums, int at) {
        ArrayRange.check("f", f.length, 0, length);
        ArrayRange.check("score", score.length, 0, length);
        ArrayRange.check("predicted", predicted.length, 0, length);
        ArrayRange.check("phi", phi.length, 0, length);
        ArrayRange.check("sums", sums.length, at, CENTRING_LENGTH);
        Arrays.fill(sums, at, at + CENTRING_LENGTH, 0.0);
        int head = CENTRING.head(length);
        int from = head < 0 ? 0 : CENTRING.end(Simd.sumCentring(f, centre, beta, score, predicted, phi, head, sums, at));
        sumCentring(f, centre, beta, score, predicted, phi, from, length, sums, at);
    }

    private static void sumCentring(double[] f, double centre, double beta, double[] score, double[] predicted, double[] phi,
            int from, int length, double[] sums, int at) {
        for (int i = from; i < length; i++) {
            int lane = at + i % EightLanes.COUNT;
            phi[i] = f[i] - centre;
            f[i] = Double.NaN;
            score[i] = Fma.fma(phi[i] - beta, score[i], -predicted[i]);
            FunctionSums.add(phi[i], sums, lane);
            add(phi[i], score[i], sums, lane + FunctionSums.LENGTH);
        }
    }

    static void add(double f, double r, double[] sums, int lane) {
        sums[lane + R] += r;
        sums[lane + RR] = Fma.fma(r, r, sums[lane + RR]);
        sums[lane + FR] = Fma.fma(f, r, sums[lane + FR]);
    }

    /** There are two loops, for the reason that is told in {@link ScoreSums}. */
    private static final class Simd {
        private Simd() {}

        static int sum(double[] phi, double beta, double[] score, double[] predicted, int length, double[] sums, int at) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            for (int share = 0; share < EightLanes.COUNT; share += d.length()) {
                DoubleVector r1 = DoubleVector.zero(d);
                DoubleVector r2 = DoubleVector.zero(d);
                DoubleVector fr = DoubleVector.zero(d);
                for (int i = share; i < end; i += EightLanes.COUNT) {
                    DoubleVector f = DoubleVector.fromArray(d, phi, i);
                    DoubleVector s = DoubleVector.fromArray(d, score, i);
                    DoubleVector r = f.sub(beta).fma(s, DoubleVector.fromArray(d, predicted, i).neg());
                    r.intoArray(score, i);
                    r1 = r.add(r1);
                    r2 = r.fma(r, r2);
                    fr = f.fma(r, fr);
                }
                r1.intoArray(sums, at + R + share);
                r2.intoArray(sums, at + RR + share);
                fr.intoArray(sums, at + FR + share);
            }
            return end;
        }

        static int sumCentring(double[] values, double centre, double beta, double[] score, double[] predicted, double[] phi,
                int length, double[] sums, int at) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            DoubleVector nan = DoubleVector.broadcast(d, Double.NaN);
            for (int share = 0; share < EightLanes.COUNT; share += d.length()) {
                DoubleVector f1 = DoubleVector.zero(d);
                DoubleVector f2 = DoubleVector.zero(d);
                DoubleVector r1 = DoubleVector.zero(d);
                DoubleVector r2 = DoubleVector.zero(d);
                DoubleVector fr = DoubleVector.zero(d);
                for (int i = share; i < end; i += EightLanes.COUNT) {
                    DoubleVector f = DoubleVector.fromArray(d, values, i).sub(centre);
                    DoubleVector s = DoubleVector.fromArray(d, score, i);
                    DoubleVector r = f.sub(beta).fma(s, DoubleVector.fromArray(d, predicted, i).neg());
                    f.intoArray(phi, i);
                    nan.intoArray(values, i);
                    r.intoArray(score, i);
                    f1 = f.add(f1);
                    f2 = f.fma(f, f2);
                    r1 = r.add(r1);
                    r2 = r.fma(r, r2);
                    fr = f.fma(r, fr);
                }
                f1.intoArray(sums, at + FunctionSums.F + share);
                f2.intoArray(sums, at + FunctionSums.FF + share);
                r1.intoArray(sums, at + FunctionSums.LENGTH + R + share);
                r2.intoArray(sums, at + FunctionSums.LENGTH + RR + share);
                fr.intoArray(sums, at + FunctionSums.LENGTH + FR + share);
            }
            return end;
        }
    }
}
