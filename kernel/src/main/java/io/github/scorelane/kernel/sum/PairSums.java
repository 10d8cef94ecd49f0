package io.github.scorelane.kernel.sum;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums what an estimate needs of samples that come in pairs, over one block: pair j is samples j and pairs + j, and adds into lane
 * j mod 8. Sums are over both members. Squares and products are of the number that stands for a pair in a standard error: its sum,
 * if pairs are independent, or its difference, if its members are independent draws of one stratum.
 *
 * <p>The sums stand as in {@link FunctionSums} and {@link ScoreSums}. With p = φs rounded, and ± the sign, of the samples e and o
 * of a pair: Σ(φₑ + φₒ), Σ(φₑ ± φₒ)²; Σ(sₑ + sₒ), Σ(sₑ ± sₒ)², Σ(pₑ + pₒ), Σ(pₑ ± pₒ)(sₑ ± sₒ), Σ(pₑ ± pₒ)². The place of Σφ²s
 * holds Σ(sₑ² + sₒ²), which tells if sₑ + sₒ is nothing but rounding. Squares and products are fused multiply-adds.
 */
public final class PairSums {
    private static final Gate VALUES = Gate.ofVectors((numbers, results, n) -> sum(numbers, n / 2, -1, results, 0));
    private static final Gate SCORES = Gate.ofVectors((numbers, results, n) -> sum(numbers, numbers, n / 2, -1, results, 0));

    private PairSums() {}

    /**
     * Sums function values over one block.
     *
     * @param phi the centred function
     * @param pairs number of pairs
     * @param sign 1 for squares of sums, −1 for squares of differences
     * @param sums receives the sums, {@link FunctionSums#LENGTH} of them
     * @param at index of the first one; earlier content is lost
     * @throws IllegalArgumentException if an array is too short
     */
    public static void sum(double[] phi, int pairs, double sign, double[] sums, int at) {
        ArrayRange.check("phi", phi.length, pairs, pairs);
        ArrayRange.check("sums", sums.length, at, FunctionSums.LENGTH);
        Arrays.fill(sums, at, at + FunctionSums.LENGTH, 0.0);
        int head = VALUES.head(pairs);
        sum(phi, pairs, sign, head < 0 ? 0 : VALUES.end(Simd.sum(phi, pairs, sign, head, sums, at)), sums, at);
    }

    private static void sum(double[] phi, int pairs, double sign, int from, double[] sums, int at) {
        for (int j = from; j < pairs; j++) {
            int lane = at + j % EightLanes.COUNT;
            double e = phi[j];
            double o = phi[pairs + j];
            double f = Fma.fma(sign, o, e);
            sums[lane + FunctionSums.F] += e + o;
            sums[lane + FunctionSums.FF] = Fma.fma(f, f, sums[lane + FunctionSums.FF]);
        }
    }

    /**
     * Sums over one block, for one parameter.
     *
     * @param phi the centred function
     * @param score the score of each sample
     * @param pairs number of pairs
     * @param sign 1 for squares of sums, −1 for squares of differences
     * @param sums receives the sums, {@link ScoreSums#LENGTH} of them
     * @param at index of the first one; earlier content is lost
     * @throws IllegalArgumentException if an array is too short
     */
    public static void sum(double[] phi, double[] score, int pairs, double sign, double[] sums, int at) {
        ArrayRange.check("phi", phi.length, pairs, pairs);
        ArrayRange.check("score", score.length, pairs, pairs);
        ArrayRange.check("sums", sums.length, at, ScoreSums.LENGTH);
        Arrays.fill(sums, at, at + ScoreSums.LENGTH, 0.0);
        int head = SCORES.head(pairs);
        int from = head < 0 ? 0 : SCORES.end(Simd.sum(phi, score, pairs, sign, head, sums, at));
        sum(phi, score, pairs, sign, from, sums, at);
    }

    private static void sum(double[] phi, double[] score, int pairs, double sign, int from, double[] sums, int at) {
        for (int j = from; j < pairs; j++) {
            int lane = at + j % EightLanes.COUNT;
            double se = score[j];
            double so = score[pairs + j];
            double pe = phi[j] * se;
            double po = phi[pairs + j] * so;
            double s = Fma.fma(sign, so, se);
            double p = Fma.fma(sign, po, pe);
            sums[lane + ScoreSums.S] += se + so;
            sums[lane + ScoreSums.SS] = Fma.fma(s, s, sums[lane + ScoreSums.SS]);
            sums[lane + ScoreSums.FS] += pe + po;
            sums[lane + ScoreSums.FSS] = Fma.fma(p, s, sums[lane + ScoreSums.FSS]);
            sums[lane + ScoreSums.FFS] = Fma.fma(so, so, Fma.fma(se, se, sums[lane + ScoreSums.FFS]));
            sums[lane + ScoreSums.FFSS] = Fma.fma(p, p, sums[lane + ScoreSums.FFSS]);
        }
    }

    private static final class Simd {
        private Simd() {}

        static int sum(double[] phi, int pairs, double sign, int length, double[] sums, int at) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            for (int share = 0; share < EightLanes.COUNT; share += d.length()) {
                DoubleVector sum = DoubleVector.zero(d);
                DoubleVector squares = DoubleVector.zero(d);
                for (int j = share; j < end; j += EightLanes.COUNT) {
                    DoubleVector e = DoubleVector.fromArray(d, phi, j);
                    DoubleVector o = DoubleVector.fromArray(d, phi, pairs + j);
                    DoubleVector f = o.fma(DoubleVector.broadcast(d, sign), e);
                    sum = e.add(o).add(sum);
                    squares = f.fma(f, squares);
                }
                sum.intoArray(sums, at + FunctionSums.F + share);
                squares.intoArray(sums, at + FunctionSums.FF + share);
            }
            return end;
        }

        static int sum(double[] phi, double[] score, int pairs, double sign, int length, double[] sums, int at) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            for (int share = 0; share < EightLanes.COUNT; share += d.length()) {
                DoubleVector s1 = DoubleVector.zero(d);
                DoubleVector s2 = DoubleVector.zero(d);
                DoubleVector p1 = DoubleVector.zero(d);
                DoubleVector ps = DoubleVector.zero(d);
                DoubleVector each = DoubleVector.zero(d);
                DoubleVector p2 = DoubleVector.zero(d);
                for (int j = share; j < end; j += EightLanes.COUNT) {
                    DoubleVector se = DoubleVector.fromArray(d, score, j);
                    DoubleVector so = DoubleVector.fromArray(d, score, pairs + j);
                    DoubleVector pe = DoubleVector.fromArray(d, phi, j).mul(se);
                    DoubleVector po = DoubleVector.fromArray(d, phi, pairs + j).mul(so);
                    DoubleVector s = so.fma(DoubleVector.broadcast(d, sign), se);
                    DoubleVector p = po.fma(DoubleVector.broadcast(d, sign), pe);
                    s1 = se.add(so).add(s1);
                    s2 = s.fma(s, s2);
                    p1 = pe.add(po).add(p1);
                    ps = p.fma(s, ps);
                    each = so.fma(so, se.fma(se, each));
                    p2 = p.fma(p, p2);
                }
                s1.intoArray(sums, at + ScoreSums.S + share);
                s2.intoArray(sums, at + ScoreSums.SS + share);
                p1.intoArray(sums, at + ScoreSums.FS + share);
                ps.intoArray(sums, at + ScoreSums.FSS + share);
                each.intoArray(sums, at + ScoreSums.FFS + share);
                p2.intoArray(sums, at + ScoreSums.FFSS + share);
            }
            return end;
        }
    }
}
