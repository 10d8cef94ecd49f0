package io.github.scorelane.kernel.sum;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums {@link FunctionSums}, and the {@link ScoreSums} of the mean and the standard deviation of a normal variable, in one pass
 * over the draws and the values of a block.
 *
 * <p>With z = (x − μ)/σ and w = z² − 1 the scores are z/σ and w/σ, and all sums of both follow from eleven: the sums of φ, φ², z,
 * φz, φ²z, w, w², φw, φw², φ²w and φ²w². As z² is w + 1, Σφ²z² is Σφ²w + Σφ², lane by lane. That takes ten multiplications a
 * sample, where scores that are written, read and summed take fifteen; σ is divided by at the end of the block. Roundings: z is (x
 * − μ)·(1/σ); w is fma(z, z, −1); φz and φw are products; sums of z, w, φ and of these products add, all others are fused
 * multiply-adds of two of them.
 */
public final class NormalScoreSums {
    /** Number of doubles that the eleven sums take, until they are spread. */
    public static final int SCRATCH = 11 * EightLanes.COUNT;

    private static final int F = FunctionSums.F;
    private static final int FF = FunctionSums.FF;
    private static final int Z = 2 * EightLanes.COUNT;
    private static final int FZ = 3 * EightLanes.COUNT;
    private static final int FFZ = 4 * EightLanes.COUNT;
    private static final int W = 5 * EightLanes.COUNT;
    private static final int WW = 6 * EightLanes.COUNT;
    private static final int FW = 7 * EightLanes.COUNT;
    private static final int FWW = 8 * EightLanes.COUNT;
    private static final int FFW = 9 * EightLanes.COUNT;
    private static final int FFWW = 10 * EightLanes.COUNT;

    private static final Gate SUM = Gate.ofVectors(NormalScoreSums::rehearse);
    private static final Gate SPREAD = Gate.ofVectors(NormalScoreSums::rehearse);

    private NormalScoreSums() {}

    private static void rehearse(double[] numbers, double[] results, int n) {
        int ofMean = FunctionSums.LENGTH;
        sum(numbers, 0.5, numbers, 0.25, 2, n, new double[SCRATCH], results, ofMean, ofMean + ScoreSums.LENGTH);
    }

    /**
     * Sums over one block.
     *
     * @param f the values
     * @param centre c; φ = f − c
     * @param x the draws
     * @param mean μ
     * @param standardDeviation σ
     * @param length number of samples, from place 0 of both on
     * @param scratch {@link #SCRATCH} doubles to work in
     * @param sums receives the sums: the function's at place 0
     * @param ofMean index at which the sums of the mean's score begin
     * @param ofStandardDeviation index at which those of the standard deviation begin
     * @throws IllegalArgumentException if an array is too short
     */
    public static void sum(double[] f, double centre, double[] x, double mean, double standardDeviation, int length,
            double[] scratch, double[] sums, int ofMean, int ofStandardDeviation) {
        ArrayRange.check("f", f.length, 0, length);
        ArrayRange.check("x", x.length, 0, length);
        ArrayRange.check("scratch", scratch.length, 0, SCRATCH);
        ArrayRange.check("sums", sums.length, 0, FunctionSums.LENGTH);
        ArrayRange.check("sums", sums.length, ofMean, ScoreSums.LENGTH);
        ArrayRange.check("sums", sums.length, ofStandardDeviation, ScoreSums.LENGTH);
        double rate = 1 / standardDeviation;
        Arrays.fill(scratch, 0, SCRATCH, 0.0);
        int head = SUM.head(length);
        int from = head < 0 ? 0 : SUM.end(Simd.sum(f, centre, x, mean, rate, head, scratch));
        sum(f, centre, x, mean, rate, from, length, scratch);
        System.arraycopy(scratch, 0, sums, 0, FunctionSums.LENGTH);
        // Vectors spread the lanes only if all have the same number of samples.
        int lanes = length % EightLanes.COUNT == 0 ? SPREAD.head(EightLanes.COUNT) : -1;
        int spread = lanes < 0 ? 0
                : SPREAD.end(Simd.spread(scratch, length / EightLanes.COUNT, rate, sums, ofMean, ofStandardDeviation, lanes));
        spread(scratch, length, rate, sums, ofMean, ofStandardDeviation, spread);
    }

    private static void sum(double[] f, double centre, double[] x, double mean, double rate, int from, int length,
            double[] scratch) {
        for (int i = from; i < length; i++) {
            double z = (x[i] - mean) * rate;
            add(f[i] - centre, z, Fma.fma(z, z, -1), scratch, i % EightLanes.COUNT);
        }
    }

    private static void spread(double[] scratch, int length, double rate, double[] sums, int ofMean, int ofStandardDeviation,
            int from) {
        for (int lane = from; lane < EightLanes.COUNT; lane++) {
            spreadMean(scratch, lane, (length + EightLanes.COUNT - 1 - lane) / EightLanes.COUNT, rate, sums, ofMean + lane);
            spreadStandardDeviation(scratch, lane, rate, sums, ofStandardDeviation + lane);
        }
    }

    private static void add(double f, double z, double w, double[] scratch, int lane) {
        double p = f * z;
        double q = f * w;
        scratch[lane + F] += f;
        scratch[lane + FF] = Fma.fma(f, f, scratch[lane + FF]);
        scratch[lane + Z] += z;
        scratch[lane + FZ] += p;
        scratch[lane + FFZ] = Fma.fma(p, f, scratch[lane + FFZ]);
        scratch[lane + W] += w;
        scratch[lane + WW] = Fma.fma(w, w, scratch[lane + WW]);
        scratch[lane + FW] += q;
        scratch[lane + FWW] = Fma.fma(q, w, scratch[lane + FWW]);
        scratch[lane + FFW] = Fma.fma(q, f, scratch[lane + FFW]);
        scratch[lane + FFWW] = Fma.fma(q, q, scratch[lane + FFWW]);
    }

    /** Writes the sums of the mean's score for a lane of n samples. Sums of squares are kept from being negative by rounding. */
    private static void spreadMean(double[] scratch, int lane, int n, double rate, double[] sums, int at) {
        double squared = rate * rate;
        sums[at + ScoreSums.S] = scratch[lane + Z] * rate;
        sums[at + ScoreSums.SS] = Math.max(0, scratch[lane + W] + n) * squared;
        sums[at + ScoreSums.FS] = scratch[lane + FZ] * rate;
        sums[at + ScoreSums.FSS] = (scratch[lane + FW] + scratch[lane + F]) * squared;
        sums[at + ScoreSums.FFS] = scratch[lane + FFZ] * rate;
        sums[at + ScoreSums.FFSS] = Math.max(0, scratch[lane + FFW] + scratch[lane + FF]) * squared;
    }

    private static void spreadStandardDeviation(double[] scratch, int lane, double rate, double[] sums, int at) {
        double squared = rate * rate;
        sums[at + ScoreSums.S] = scratch[lane + W] * rate;
        sums[at + ScoreSums.SS] = scratch[lane + WW] * squared;
        sums[at + ScoreSums.FS] = scratch[lane + FW] * rate;
        sums[at + ScoreSums.FSS] = scratch[lane + FWW] * squared;
        sums[at + ScoreSums.FFS] = scratch[lane + FFW] * rate;
        sums[at + ScoreSums.FFSS] = scratch[lane + FFWW] * squared;
    }

    private static final class Simd {
        private Simd() {}

        static int sum(double[] values, double centre, double[] x, double mean, double rate, int length, double[] scratch) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            int never = EightLanes.never;
            for (int share = 0; share < EightLanes.COUNT; share += d.length()) {
                DoubleVector f1 = DoubleVector.zero(d);
                DoubleVector f2 = DoubleVector.zero(d);
                DoubleVector z1 = DoubleVector.zero(d);
                DoubleVector fz = DoubleVector.zero(d);
                DoubleVector f2z = DoubleVector.zero(d);
                DoubleVector w1 = DoubleVector.zero(d);
                DoubleVector w2 = DoubleVector.zero(d);
                DoubleVector fw = DoubleVector.zero(d);
                DoubleVector fw2 = DoubleVector.zero(d);
                DoubleVector f2w = DoubleVector.zero(d);
                DoubleVector f2w2 = DoubleVector.zero(d);
                for (int i = share; i < end; i += EightLanes.COUNT) {
                    if (i == never) {
                        break;
                    }
                    DoubleVector f = DoubleVector.fromArray(d, values, i).sub(centre);
                    DoubleVector z = DoubleVector.fromArray(d, x, i).sub(mean).mul(rate);
                    DoubleVector w = z.fma(z, DoubleVector.broadcast(d, -1.0));
                    f1 = f.add(f1);
                    f2 = f.fma(f, f2);
                    DoubleVector p = f.mul(z);
                    z1 = z.add(z1);
                    fz = p.add(fz);
                    f2z = p.fma(f, f2z);
                    DoubleVector q = f.mul(w);
                    w1 = w.add(w1);
                    w2 = w.fma(w, w2);
                    fw = q.add(fw);
                    fw2 = q.fma(w, fw2);
                    f2w = q.fma(f, f2w);
                    f2w2 = q.fma(q, f2w2);
                }
                f1.intoArray(scratch, F + share);
                f2.intoArray(scratch, FF + share);
                z1.intoArray(scratch, Z + share);
                fz.intoArray(scratch, FZ + share);
                f2z.intoArray(scratch, FFZ + share);
                w1.intoArray(scratch, W + share);
                w2.intoArray(scratch, WW + share);
                fw.intoArray(scratch, FW + share);
                fw2.intoArray(scratch, FWW + share);
                f2w.intoArray(scratch, FFW + share);
                f2w2.intoArray(scratch, FFWW + share);
            }
            return end;
        }

        /** Spreads lanes that all have n samples. */
        static int spread(double[] scratch, double n, double rate, double[] sums, int ofMean, int ofStandardDeviation, int lanes) {
            if (lanes == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            double squared = rate * rate;
            int end = d.loopBound(lanes);
            for (int share = 0; share < end; share += d.length()) {
                DoubleVector f1 = DoubleVector.fromArray(d, scratch, F + share);
                DoubleVector f2 = DoubleVector.fromArray(d, scratch, FF + share);
                DoubleVector w1 = DoubleVector.fromArray(d, scratch, W + share);
                DoubleVector fw = DoubleVector.fromArray(d, scratch, FW + share);
                DoubleVector f2w = DoubleVector.fromArray(d, scratch, FFW + share);
                int mean = ofMean + share;
                DoubleVector.fromArray(d, scratch, Z + share).mul(rate).intoArray(sums, mean + ScoreSums.S);
                w1.add(n).max(0).mul(squared).intoArray(sums, mean + ScoreSums.SS);
                DoubleVector.fromArray(d, scratch, FZ + share).mul(rate).intoArray(sums, mean + ScoreSums.FS);
                fw.add(f1).mul(squared).intoArray(sums, mean + ScoreSums.FSS);
                DoubleVector.fromArray(d, scratch, FFZ + share).mul(rate).intoArray(sums, mean + ScoreSums.FFS);
                f2w.add(f2).max(0).mul(squared).intoArray(sums, mean + ScoreSums.FFSS);
                int deviation = ofStandardDeviation + share;
                w1.mul(rate).intoArray(sums, deviation + ScoreSums.S);
                DoubleVector.fromArray(d, scratch, WW + share).mul(squared).intoArray(sums, deviation + ScoreSums.SS);
                fw.mul(rate).intoArray(sums, deviation + ScoreSums.FS);
                DoubleVector.fromArray(d, scratch, FWW + share).mul(squared).intoArray(sums, deviation + ScoreSums.FSS);
                f2w.mul(rate).intoArray(sums, deviation + ScoreSums.FFS);
                DoubleVector.fromArray(d, scratch, FFWW + share).mul(squared).intoArray(sums, deviation + ScoreSums.FFSS);
            }
            return end;
        }
    }
}
