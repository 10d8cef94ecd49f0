package io.github.scorelane.kernel.moment;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Lanes;
import io.github.scorelane.kernel.Species;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of four controls a, b, c and d alone, over one block, in eight lanes each: those of each, and the fused multiply-adds of
 * all pairs, aa, ba, bb, ca, cb, cc, da, db, dc and dd. They are {@link ControlSums#K} of each and {@link ProductSums} of each
 * pair, to the same bits: either alone waits for the latency of its additions.
 */
public final class GramSums {
    /** Doubles that the sums of pairs take. */
    public static final int PAIRS = 10 * EightLanes.COUNT;

    private static final int B = ControlSums.LENGTH;
    private static final int C = 2 * ControlSums.LENGTH;
    private static final int D = 3 * ControlSums.LENGTH;
    private static final int BA = EightLanes.COUNT;
    private static final int BB = 2 * EightLanes.COUNT;
    private static final int CA = 3 * EightLanes.COUNT;
    private static final int CB = 4 * EightLanes.COUNT;
    private static final int CC = 5 * EightLanes.COUNT;
    private static final int DA = 6 * EightLanes.COUNT;
    private static final int DB = 7 * EightLanes.COUNT;
    private static final int DC = 8 * EightLanes.COUNT;
    private static final int DD = 9 * EightLanes.COUNT;

    private GramSums() {}

    /**
     * Sums a block.
     *
     * @param a the first control of each sample
     * @param b the second
     * @param c the third
     * @param d the fourth
     * @param length how many samples, from place 0 of each on
     * @param sums where the sums go
     * @param at where those of a begin, as {@link ControlSums} has them, and then those of b, c and d; only {@link ControlSums#K}
     *     is set of each
     * @param pairs where those of pairs begin; what stood there is lost
     * @throws IllegalArgumentException if an array is too short
     */
    public static void sum(double[] a, double[] b, double[] c, double[] d, int length, double[] sums, int at, int pairs) {
        ArrayRange.check("a", a.length, 0, length);
        ArrayRange.check("b", b.length, 0, length);
        ArrayRange.check("c", c.length, 0, length);
        ArrayRange.check("d", d.length, 0, length);
        ArrayRange.check("sums", sums.length, at, 4 * ControlSums.LENGTH);
        ArrayRange.check("sums", sums.length, pairs, PAIRS);
        for (int one = at; one <= at + D; one += ControlSums.LENGTH) {
            Arrays.fill(sums, one + ControlSums.K, one + ControlSums.K + EightLanes.COUNT, 0.0);
        }
        Arrays.fill(sums, pairs, pairs + PAIRS, 0.0);
        int head = Lanes.vectors(length);
        int end = 0;
        if (head > 0) {
            end = Simd.squares(a, b, c, d, head, sums, at + ControlSums.K, pairs);
            Simd.products(a, b, c, d, head, sums, pairs);
        }
        for (int i = end; i < length; i++) {
            int lane = i % EightLanes.COUNT;
            int one = at + lane + ControlSums.K;
            sums[one] += a[i];
            sums[one + B] += b[i];
            sums[one + C] += c[i];
            sums[one + D] += d[i];
            int two = pairs + lane;
            sums[two] = Math.fma(a[i], a[i], sums[two]);
            sums[two + BA] = Math.fma(b[i], a[i], sums[two + BA]);
            sums[two + BB] = Math.fma(b[i], b[i], sums[two + BB]);
            sums[two + CA] = Math.fma(c[i], a[i], sums[two + CA]);
            sums[two + CB] = Math.fma(c[i], b[i], sums[two + CB]);
            sums[two + CC] = Math.fma(c[i], c[i], sums[two + CC]);
            sums[two + DA] = Math.fma(d[i], a[i], sums[two + DA]);
            sums[two + DB] = Math.fma(d[i], b[i], sums[two + DB]);
            sums[two + DC] = Math.fma(d[i], c[i], sums[two + DC]);
            sums[two + DD] = Math.fma(d[i], d[i], sums[two + DD]);
        }
    }

    /** Two passes: C2 does not keep fourteen sums in registers in every JVM. */
    private static final class Simd {
        private Simd() {}

        static int squares(double[] a, double[] b, double[] c, double[] d, int length, double[] sums, int at, int pairs) {
            VectorSpecies<Double> species = Species.DOUBLES;
            int end = length - length % EightLanes.COUNT;
            for (int share = 0; share < EightLanes.COUNT; share += species.length()) {
                DoubleVector a1 = DoubleVector.zero(species);
                DoubleVector b1 = DoubleVector.zero(species);
                DoubleVector c1 = DoubleVector.zero(species);
                DoubleVector d1 = DoubleVector.zero(species);
                DoubleVector aa = DoubleVector.zero(species);
                DoubleVector bb = DoubleVector.zero(species);
                DoubleVector cc = DoubleVector.zero(species);
                DoubleVector dd = DoubleVector.zero(species);
                for (int i = share; i < end; i += EightLanes.COUNT) {
                    DoubleVector va = DoubleVector.fromArray(species, a, i);
                    DoubleVector vb = DoubleVector.fromArray(species, b, i);
                    DoubleVector vc = DoubleVector.fromArray(species, c, i);
                    DoubleVector vd = DoubleVector.fromArray(species, d, i);
                    a1 = va.add(a1);
                    b1 = vb.add(b1);
                    c1 = vc.add(c1);
                    d1 = vd.add(d1);
                    aa = va.fma(va, aa);
                    bb = vb.fma(vb, bb);
                    cc = vc.fma(vc, cc);
                    dd = vd.fma(vd, dd);
                }
                a1.intoArray(sums, at + share);
                b1.intoArray(sums, at + B + share);
                c1.intoArray(sums, at + C + share);
                d1.intoArray(sums, at + D + share);
                aa.intoArray(sums, pairs + share);
                bb.intoArray(sums, pairs + BB + share);
                cc.intoArray(sums, pairs + CC + share);
                dd.intoArray(sums, pairs + DD + share);
            }
            return end;
        }

        static void products(double[] a, double[] b, double[] c, double[] d, int length, double[] sums, int pairs) {
            VectorSpecies<Double> species = Species.DOUBLES;
            int end = length - length % EightLanes.COUNT;
            for (int share = 0; share < EightLanes.COUNT; share += species.length()) {
                DoubleVector ba = DoubleVector.zero(species);
                DoubleVector ca = DoubleVector.zero(species);
                DoubleVector cb = DoubleVector.zero(species);
                DoubleVector da = DoubleVector.zero(species);
                DoubleVector db = DoubleVector.zero(species);
                DoubleVector dc = DoubleVector.zero(species);
                for (int i = share; i < end; i += EightLanes.COUNT) {
                    DoubleVector va = DoubleVector.fromArray(species, a, i);
                    DoubleVector vb = DoubleVector.fromArray(species, b, i);
                    DoubleVector vc = DoubleVector.fromArray(species, c, i);
                    DoubleVector vd = DoubleVector.fromArray(species, d, i);
                    ba = vb.fma(va, ba);
                    ca = vc.fma(va, ca);
                    cb = vc.fma(vb, cb);
                    da = vd.fma(va, da);
                    db = vd.fma(vb, db);
                    dc = vd.fma(vc, dc);
                }
                ba.intoArray(sums, pairs + BA + share);
                ca.intoArray(sums, pairs + CA + share);
                cb.intoArray(sums, pairs + CB + share);
                da.intoArray(sums, pairs + DA + share);
                db.intoArray(sums, pairs + DB + share);
                dc.intoArray(sums, pairs + DC + share);
            }
        }
    }
}
