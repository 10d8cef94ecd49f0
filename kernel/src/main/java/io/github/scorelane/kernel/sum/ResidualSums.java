package io.github.scorelane.kernel.sum;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * What an estimate of fixed baseline and controls sums for one parameter, over one block: Σr, Σr² and Σφr in eight lanes each,
 * with r = (φ − β)s − t, s the score, β the baseline less the centre, and t what controls predict. φ − β is rounded, the rest of
 * r a fused multiply-add; so are the last two sums.
 */
public final class ResidualSums {
    /** Place of Σr. */
    public static final int R = 0;
    /** Place of Σr². */
    public static final int RR = EightLanes.COUNT;
    /** Place of Σφr. */
    public static final int FR = 2 * EightLanes.COUNT;
    /** Doubles that the sums take. */
    public static final int LENGTH = 3 * EightLanes.COUNT;

    private static final Gate GATE = Gate.ofVectors(ResidualSums::rehearse);

    private ResidualSums() {}

    private static void rehearse(double[] numbers, double[] results, int n) {
        double[] score = numbers.clone();
        sum(numbers, 0.5, score, numbers, n, results, 0);
        System.arraycopy(score, 0, results, LENGTH, n);
    }

    /**
     * Sums a block.
     *
     * @param phi the centred function
     * @param beta β
     * @param score the score of each sample; replaced by r
     * @param predicted t of each sample
     * @param length how many samples, from place 0 of each on
     * @param sums where the sums go
     * @param at where they begin; what stood there is lost
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

    static void add(double f, double r, double[] sums, int lane) {
        sums[lane + R] += r;
        sums[lane + RR] = Fma.fma(r, r, sums[lane + RR]);
        sums[lane + FR] = Fma.fma(f, r, sums[lane + FR]);
    }

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
    }
}
