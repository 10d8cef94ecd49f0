package io.github.scorelane.kernel.sum;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums {@link FunctionSums}, and the {@link ResidualSums} of the mean and the standard deviation of a normal variable where no
 * controls predict anything, in one pass over the draws and the values of a block. With z = (x − μ)/σ and w = z² − 1 the residuals
 * are (φ − β)z/σ and (φ − β′)w/σ; σ is divided by at the end of the block. Roundings: z is (x − μ)·(1/σ); w is fma(z, z, −1); φ − β
 * and its product with z or w are rounded; sums of φ and of these products add, all others are fused multiply-adds.
 */
public final class NormalResidualSums {
    /** Number of doubles that the sums take, until they are spread. */
    public static final int SCRATCH = FunctionSums.LENGTH + 2 * ResidualSums.LENGTH;

    private static final int MEAN = FunctionSums.LENGTH;
    private static final int STANDARD_DEVIATION = FunctionSums.LENGTH + ResidualSums.LENGTH;

    private static final Gate GATE = Gate.ofVectors(NormalResidualSums::rehearse);

    private NormalResidualSums() {}

    private static void rehearse(double[] numbers, double[] results, int n) {
        sum(numbers, 0.5, numbers, 0.25, 2, 0.125, 4, n, new double[SCRATCH], results, MEAN, STANDARD_DEVIATION);
    }

    /**
     * Sums over one block.
     *
     * @param f the values
     * @param centre c; φ = f − c
     * @param x the draws
     * @param mean μ
     * @param standardDeviation σ
     * @param betaOfMean β, the mean's baseline less the centre
     * @param betaOfStandardDeviation β′, the standard deviation's
     * @param length number of samples, from place 0 of both on
     * @param scratch {@link #SCRATCH} doubles to work in
     * @param sums receives the sums: the function's at place 0
     * @param ofMean index at which the sums of the mean's residuals begin
     * @param ofStandardDeviation index at which those of the standard deviation begin
     * @throws IllegalArgumentException if an array is too short
     */
    public static void sum(double[] f, double centre, double[] x, double mean, double standardDeviation, double betaOfMean,
            double betaOfStandardDeviation, int length, double[] scratch, double[] sums, int ofMean, int ofStandardDeviation) {
        ArrayRange.check("f", f.length, 0, length);
        ArrayRange.check("x", x.length, 0, length);
        ArrayRange.check("scratch", scratch.length, 0, SCRATCH);
        ArrayRange.check("sums", sums.length, 0, FunctionSums.LENGTH);
        ArrayRange.check("sums", sums.length, ofMean, ResidualSums.LENGTH);
        ArrayRange.check("sums", sums.length, ofStandardDeviation, ResidualSums.LENGTH);
        double rate = 1 / standardDeviation;
        Arrays.fill(scratch, 0, SCRATCH, 0.0);
        int head = GATE.head(length);
        int from = head < 0 ? 0
                : GATE.end(Simd.sum(f, centre, x, mean, rate, betaOfMean, betaOfStandardDeviation, head, scratch));
        sum(f, centre, x, mean, rate, betaOfMean, betaOfStandardDeviation, from, length, scratch);
        System.arraycopy(scratch, 0, sums, 0, FunctionSums.LENGTH);
        spread(scratch, MEAN, rate, sums, ofMean);
        spread(scratch, STANDARD_DEVIATION, rate, sums, ofStandardDeviation);
    }

    private static void sum(double[] f, double centre, double[] x, double mean, double rate, double betaOfMean,
            double betaOfStandardDeviation, int from, int length, double[] scratch) {
        for (int i = from; i < length; i++) {
            double phi = f[i] - centre;
            double z = (x[i] - mean) * rate;
            int lane = i % EightLanes.COUNT;
            FunctionSums.add(phi, scratch, lane);
            ResidualSums.add(phi, (phi - betaOfMean) * z, scratch, MEAN + lane);
            ResidualSums.add(phi, (phi - betaOfStandardDeviation) * Fma.fma(z, z, -1), scratch, STANDARD_DEVIATION + lane);
        }
    }

    private static void spread(double[] scratch, int from, double rate, double[] sums, int to) {
        for (int lane = 0; lane < EightLanes.COUNT; lane++) {
            sums[to + lane + ResidualSums.R] = scratch[from + lane + ResidualSums.R] * rate;
            sums[to + lane + ResidualSums.RR] = scratch[from + lane + ResidualSums.RR] * (rate * rate);
            sums[to + lane + ResidualSums.FR] = scratch[from + lane + ResidualSums.FR] * rate;
        }
    }

    private static final class Simd {
        private Simd() {}

        static int sum(double[] values, double centre, double[] x, double mean, double rate, double betaOfMean,
                double betaOfStandardDeviation, int length, double[] scratch) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            int never = EightLanes.never;
            for (int share = 0; share < EightLanes.COUNT; share += d.length()) {
                DoubleVector f1 = DoubleVector.zero(d);
                DoubleVector f2 = DoubleVector.zero(d);
                DoubleVector r1 = DoubleVector.zero(d);
                DoubleVector r2 = DoubleVector.zero(d);
                DoubleVector fr = DoubleVector.zero(d);
                DoubleVector q1 = DoubleVector.zero(d);
                DoubleVector q2 = DoubleVector.zero(d);
                DoubleVector fq = DoubleVector.zero(d);
                for (int i = share; i < end; i += EightLanes.COUNT) {
                    if (i == never) {
                        break;
                    }
                    DoubleVector f = DoubleVector.fromArray(d, values, i).sub(centre);
                    DoubleVector z = DoubleVector.fromArray(d, x, i).sub(mean).mul(rate);
                    DoubleVector w = z.fma(z, DoubleVector.broadcast(d, -1.0));
                    DoubleVector r = f.sub(betaOfMean).mul(z);
                    DoubleVector q = f.sub(betaOfStandardDeviation).mul(w);
                    f1 = f.add(f1);
                    f2 = f.fma(f, f2);
                    r1 = r.add(r1);
                    r2 = r.fma(r, r2);
                    fr = f.fma(r, fr);
                    q1 = q.add(q1);
                    q2 = q.fma(q, q2);
                    fq = f.fma(q, fq);
                }
                f1.intoArray(scratch, FunctionSums.F + share);
                f2.intoArray(scratch, FunctionSums.FF + share);
                r1.intoArray(scratch, MEAN + ResidualSums.R + share);
                r2.intoArray(scratch, MEAN + ResidualSums.RR + share);
                fr.intoArray(scratch, MEAN + ResidualSums.FR + share);
                q1.intoArray(scratch, STANDARD_DEVIATION + ResidualSums.R + share);
                q2.intoArray(scratch, STANDARD_DEVIATION + ResidualSums.RR + share);
                fq.intoArray(scratch, STANDARD_DEVIATION + ResidualSums.FR + share);
            }
            return end;
        }
    }
}
