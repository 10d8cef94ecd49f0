package io.github.scorelane.kernel.moment;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Lanes;
import io.github.scorelane.kernel.Species;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link FunctionSums} and the {@link PolynomialResidualSums} of a first parameter in one pass, to the same bits, as
 * {@link CentringResidualSums}.
 */
public final class CentringPolynomialSums {
    private static final int RESIDUAL = CentringResidualSums.RESIDUAL;

    private CentringPolynomialSums() {}

    /**
     * Centres a block of function values, and sums them and a residual.
     *
     * @param f the values; each is replaced by NaN, so that one that is not written again shows
     * @param centre c
     * @param beta β
     * @param score the score of each sample; replaced by r
     * @param t t of each sample
     * @param c c₀ to c₄
     * @param phi where φ = f − c goes
     * @param length how many samples, from place 0 of each on
     * @param sums where the sums go, as {@link CentringResidualSums} has them
     * @param at where they begin; what stood there is lost
     * @throws IllegalArgumentException if an array is too short
     */
    public static void sum(double[] f, double centre, double beta, double[] score, double[] t, double[] c,
            double[] phi, int length, double[] sums, int at) {
        ArrayRange.check("f", f.length, 0, length);
        ArrayRange.check("score", score.length, 0, length);
        ArrayRange.check("t", t.length, 0, length);
        ArrayRange.check("c", c.length, 0, PolynomialResidualSums.COEFFICIENTS);
        ArrayRange.check("phi", phi.length, 0, length);
        ArrayRange.check("sums", sums.length, at, CentringResidualSums.LENGTH);
        Arrays.fill(sums, at, at + CentringResidualSums.LENGTH, 0.0);
        int head = Lanes.vectors(length);
        for (int i = head == 0 ? 0 : Simd.sum(f, centre, beta, score, t, c, phi, head, sums, at); i < length; i++) {
            int lane = at + i % EightLanes.COUNT;
            phi[i] = f[i] - centre;
            f[i] = Double.NaN;
            score[i] = Math.fma(phi[i] - beta, score[i], -PolynomialResidualSums.polynomial(c, t[i]));
            FunctionSums.add(phi[i], sums, lane);
            ResidualSums.add(phi[i], score[i], sums, lane + RESIDUAL);
        }
    }

    private static final class Simd {
        private Simd() {}

        static int sum(double[] values, double centre, double beta, double[] score, double[] t, double[] c,
                double[] phi, int length, double[] sums, int at) {
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = length - length % EightLanes.COUNT;
            double c0 = c[0];
            double c1 = c[1];
            double c2 = c[2];
            double c3 = c[3];
            double c4 = c[4];
            DoubleVector nan = DoubleVector.broadcast(d, Double.NaN);
            for (int share = 0; share < EightLanes.COUNT; share += d.length()) {
                DoubleVector f1 = DoubleVector.zero(d);
                DoubleVector f2 = DoubleVector.zero(d);
                DoubleVector r1 = DoubleVector.zero(d);
                DoubleVector r2 = DoubleVector.zero(d);
                DoubleVector fr = DoubleVector.zero(d);
                for (int i = share; i < end; i += EightLanes.COUNT) {
                    DoubleVector f = DoubleVector.fromArray(d, values, i).sub(centre);
                    f.intoArray(phi, i);
                    nan.intoArray(values, i);
                    f1 = f.add(f1);
                    f2 = f.fma(f, f2);
                    DoubleVector x = DoubleVector.fromArray(d, t, i);
                    DoubleVector predicted = x.fma(DoubleVector.broadcast(d, c4), DoubleVector.broadcast(d, c3))
                            .fma(x, DoubleVector.broadcast(d, c2))
                            .fma(x, DoubleVector.broadcast(d, c1))
                            .fma(x, DoubleVector.broadcast(d, c0));
                    DoubleVector r = f.sub(beta).fma(DoubleVector.fromArray(d, score, i), predicted.neg());
                    r.intoArray(score, i);
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
