package io.github.scorelane.kernel.moment;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Lanes;
import io.github.scorelane.kernel.Species;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link ResidualSums} where what controls predict is a polynomial, c₀ + c₁t + … + c₄t⁴, by fused multiply-adds from the highest
 * power on: in one pass, to the same bits.
 */
public final class PolynomialResidualSums {
    /** How many coefficients there are. */
    public static final int COEFFICIENTS = 5;

    private PolynomialResidualSums() {}

    /**
     * Sums a block.
     *
     * @param phi the centred function
     * @param beta β
     * @param score the score of each sample; replaced by r
     * @param t t of each sample
     * @param c c₀ to c₄
     * @param length how many samples, from place 0 of each on
     * @param sums where the sums go, as {@link ResidualSums} has them
     * @param at where they begin; what stood there is lost
     * @throws IllegalArgumentException if an array is too short
     */
    public static void sum(double[] phi, double beta, double[] score, double[] t, double[] c, int length,
            double[] sums, int at) {
        ArrayRange.check("phi", phi.length, 0, length);
        ArrayRange.check("score", score.length, 0, length);
        ArrayRange.check("t", t.length, 0, length);
        ArrayRange.check("c", c.length, 0, COEFFICIENTS);
        ArrayRange.check("sums", sums.length, at, ResidualSums.LENGTH);
        Arrays.fill(sums, at, at + ResidualSums.LENGTH, 0.0);
        int head = Lanes.vectors(length);
        for (int i = head == 0 ? 0 : Simd.sum(phi, beta, score, t, c, head, sums, at); i < length; i++) {
            score[i] = Math.fma(phi[i] - beta, score[i], -polynomial(c, t[i]));
            ResidualSums.add(phi[i], score[i], sums, at + i % EightLanes.COUNT);
        }
    }

    static double polynomial(double[] c, double t) {
        return Math.fma(Math.fma(Math.fma(Math.fma(c[4], t, c[3]), t, c[2]), t, c[1]), t, c[0]);
    }

    private static final class Simd {
        private Simd() {}

        static int sum(double[] phi, double beta, double[] score, double[] t, double[] c, int length,
                double[] sums, int at) {
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = length - length % EightLanes.COUNT;
            double c0 = c[0];
            double c1 = c[1];
            double c2 = c[2];
            double c3 = c[3];
            double c4 = c[4];
            for (int share = 0; share < EightLanes.COUNT; share += d.length()) {
                DoubleVector r1 = DoubleVector.zero(d);
                DoubleVector r2 = DoubleVector.zero(d);
                DoubleVector fr = DoubleVector.zero(d);
                for (int i = share; i < end; i += EightLanes.COUNT) {
                    DoubleVector f = DoubleVector.fromArray(d, phi, i);
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
                r1.intoArray(sums, at + ResidualSums.R + share);
                r2.intoArray(sums, at + ResidualSums.RR + share);
                fr.intoArray(sums, at + ResidualSums.FR + share);
            }
            return end;
        }
    }
}
