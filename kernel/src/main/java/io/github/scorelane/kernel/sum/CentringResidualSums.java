package io.github.scorelane.kernel.sum;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link FunctionSums} and the {@link ResidualSums} of a first parameter in one pass, to the same bits: either alone waits for
 * the latency of its additions.
 */
public final class CentringResidualSums {
    /** Place of the first parameter's sums; the function's stand before them. */
    public static final int RESIDUAL = FunctionSums.LENGTH;
    /** Doubles that the sums take. */
    public static final int LENGTH = RESIDUAL + ResidualSums.LENGTH;

    private static final Gate GATE = Gate.ofVectors(CentringResidualSums::rehearse);

    private CentringResidualSums() {}

    private static void rehearse(double[] numbers, double[] results, int n) {
        double[] f = numbers.clone();
        double[] score = numbers.clone();
        double[] phi = new double[n];
        sum(f, 0.5, 0.25, score, numbers, phi, n, results, 0);
        System.arraycopy(f, 0, results, LENGTH, n);
        System.arraycopy(score, 0, results, LENGTH + n, n);
        System.arraycopy(phi, 0, results, LENGTH + 2 * n, n);
    }

    /**
     * Centres a block of function values, and sums them and a residual.
     *
     * @param f the values; each is replaced by NaN, so that one that is not written again shows
     * @param centre c
     * @param beta β
     * @param score the score of each sample; replaced by r
     * @param predicted t of each sample
     * @param phi where φ = f − c goes
     * @param length how many samples, from place 0 of each on
     * @param sums where the sums go
     * @param at where they begin; what stood there is lost
     * @throws IllegalArgumentException if an array is too short
     */
    public static void sum(double[] f, double centre, double beta, double[] score, double[] predicted, double[] phi, int length,
            double[] sums, int at) {
        ArrayRange.check("f", f.length, 0, length);
        ArrayRange.check("score", score.length, 0, length);
        ArrayRange.check("predicted", predicted.length, 0, length);
        ArrayRange.check("phi", phi.length, 0, length);
        ArrayRange.check("sums", sums.length, at, LENGTH);
        Arrays.fill(sums, at, at + LENGTH, 0.0);
        int head = GATE.head(length);
        int from = head < 0 ? 0 : GATE.end(Simd.sum(f, centre, beta, score, predicted, phi, head, sums, at));
        sum(f, centre, beta, score, predicted, phi, from, length, sums, at);
    }

    private static void sum(double[] f, double centre, double beta, double[] score, double[] predicted, double[] phi, int from,
            int length, double[] sums, int at) {
        for (int i = from; i < length; i++) {
            int lane = at + i % EightLanes.COUNT;
            phi[i] = f[i] - centre;
            f[i] = Double.NaN;
            score[i] = Fma.fma(phi[i] - beta, score[i], -predicted[i]);
            FunctionSums.add(phi[i], sums, lane);
            ResidualSums.add(phi[i], score[i], sums, lane + RESIDUAL);
        }
    }

    private static final class Simd {
        private Simd() {}

        static int sum(double[] values, double centre, double beta, double[] score, double[] predicted, double[] phi, int length,
                double[] sums, int at) {
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
                r1.intoArray(sums, at + RESIDUAL + ResidualSums.R + share);
                r2.intoArray(sums, at + RESIDUAL + ResidualSums.RR + share);
                fr.intoArray(sums, at + RESIDUAL + ResidualSums.FR + share);
            }
            return end;
        }
    }
}
