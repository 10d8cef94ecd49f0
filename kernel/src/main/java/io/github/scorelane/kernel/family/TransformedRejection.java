package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.WorkList;
import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.stream.SplitStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Draws from a law p on the whole numbers that is nearly normal, by transformed rejection: with U uniform in (−½, ½) and t = ½ −
 * |U|, k = ⌊G(U)⌋ with G(U) = (2a/t + b)·U + c is accepted where V·m ≤ p(k)·G′(U), with V another uniform, G′(U) = a/t² + b and m
 * at least the maximum of p·G′. If t ≥ 0.07 and V is below a bound v, which p·G′/m exceeds there, no mass needs to be computed.
 *
 * <p>The first 52 bits of a word make U, the last 12 begin V. If they do not prove that V is below v, a reserved word ends it, and
 * the logarithms of both sides are compared: first for all such places of a block, then for those that are refused with two
 * reserved words more an attempt. So draws are exact but for the rounding of the mass, and for U's 52 bits: a value's probability
 * is a multiple of one over 2^52 standard deviations, or so.
 *
 * <p>Source: W. Hörmann, <i>The transformed rejection method for generating Poisson random variables</i>, Insurance: Mathematics
 * and Economics 12, 1993; <i>The generation of binomial random variates</i>, J. Stat. Comput. Simul. 46, 1993.
 */
final class TransformedRejection extends CountRejection {
    /** Computes logarithms of the masses of whole numbers. */
    @FunctionalInterface
    interface LogMass {
        /** Replaces whole numbers k, from place 0 of both arrays on. The result is −∞ or NaN for a k outside the support. */
        void of(double[] k, double[] logMass, int count);
    }

    private static final Gate FIRST = Gate.ofMasks(TransformedRejection::rehearseFirst);
    private static final Gate TRANSFORM = Gate.ofMasks(TransformedRejection::rehearseTransform);

    private final double a;
    private final double b;
    /** c − ½ in two parts, a whole number and the rest, so that U's bits are not lost in a large c. */
    private final double centre;
    private final double rest;
    /** Number of the parts of (0, 1) that lie below v. */
    private final long squeeze;
    /** Difference of the logarithm of G′/(V·m) and that of G′/V, with V in parts. */
    private final double logScale;
    private final LogMass law;

    /**
     * Creates a sampler.
     *
     * @param a constant of the transformation
     * @param b constant of the transformation
     * @param c constant of the transformation, below 2^50 in absolute value
     * @param v the squeeze
     * @param m the bound of p·G′
     * @param law p
     */
    TransformedRejection(double a, double b, double c, double v, double m, LogMass law) {
        this.a = a;
        this.b = b;
        centre = Math.rint(c - 0.5);
        rest = c - 0.5 - centre;
        squeeze = (long) (v * PARTS);
        logScale = Log.log(PARTS / m);
        this.law = law;
    }

    /** Writes consecutive draws into an array, at most a block of them. */
    void sample(SplitStream stream, long first, double[] x, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        long[] words = workspace.longs();
        long[] places = workspace.longs();
        stream.words(first, words, 0, length);
        int count = first(words, x, offset, places, length);
        test(null, stream, first, words, places, count, x, offset);
        workspace.giveBack(0, 2);
    }

    /** Makes the first attempt, lists the places that the squeeze does not accept, and returns their number. */
    private int first(long[] words, double[] x, int offset, long[] places, int length) {
        long[] bits = Workspace.ofThread().longs();
        int head = FIRST.head(length);
        int from = head < 0 ? 0 : FIRST.end(Simd.first(this, words, x, offset, bits, head));
        int count = WorkList.ofBits(bits, from, places);
        Workspace.ofThread().giveBack(0, 1);
        return first(words, x, offset, places, count, from, length);
    }

    private int first(long[] words, double[] x, int offset, long[] places, int listed, int from, int length) {
        int count = listed;
        for (int i = from; i < length; i++) {
            x[offset + i] = place(words[i]);
            places[count] = i;
            count += isAccepted(words[i]) ? 0 : 1;
        }
        return count;
    }

    private static void rehearseFirst(double[] numbers, double[] results, int n) {
        rehearseFirstAttempts(ofHundred()::first, numbers, results, n);
    }

    private static void rehearseTransform(double[] numbers, double[] results, int n) {
        TransformedRejection sampler = ofHundred();
        rehearseAttempts((words, fresh, k, heights, count) -> sampler.transform(null, words, fresh, k, heights, count),
                numbers, results, n);
    }

    /** Returns about the sampler of a Poisson law of mean 100, without its masses. */
    private static TransformedRejection ofHundred() {
        return new TransformedRejection(0.59, 26.2, 100.4, 0.77, 1.17, (k, logMass, count) -> {});
    }

    /** {@inheritDoc} The heights are G′/V, with V in parts, the margins ln(p(k)·G′/(V·m)). */
    @Override
    void margins(double[] parameters, double[] k, double[] margins, int count) {
        Workspace workspace = Workspace.ofThread();
        double[] logMass = workspace.doubles();
        Log.log(margins, 0, margins, 0, count);
        law.of(k, logMass, count);
        for (int i = 0; i < count; i++) {
            margins[i] = logMass[i] + (margins[i] + logScale);
        }
        workspace.giveBack(1, 0);
    }

    @Override
    void transform(double[] parameters, long[] words, long[] fresh, double[] k, double[] heights, int count) {
        int head = TRANSFORM.head(count);
        int from = head < 0 ? 0 : TRANSFORM.end(Simd.transform(this, words, fresh, k, heights, head));
        transform(words, fresh, k, heights, from, count);
    }

    private void transform(long[] words, long[] fresh, double[] k, double[] heights, int from, int count) {
        for (int i = from; i < count; i++) {
            k[i] = place(words[i]);
            heights[i] = height(words[i], fresh[i]);
        }
    }

    private static boolean isAccepted(long word, long squeeze) {
        return 0.5 - Math.abs(SplitStream.uniformOf(word) - 0.5) >= LEAST_T && (word & (PARTS - 1)) < squeeze;
    }

    private boolean isAccepted(long word) {
        return isAccepted(word, squeeze);
    }

    /** Returns ⌊G(U)⌋. */
    private double place(long word) {
        double u = SplitStream.uniformOf(word) - 0.5;
        double t = 0.5 - Math.abs(u);
        double slope = 2 * a / t + b;
        return Fma.fma(slope, u, rest) + ROUNDER - ROUNDER + centre;
    }

    /** Returns G′(U)/V, with V in parts. */
    private double height(long word, long fresh) {
        double t = 0.5 - Math.abs(SplitStream.uniformOf(word) - 0.5);
        return (a / (t * t) + b) / (part(word) + SplitStream.uniformOf(fresh));
    }

    private static final class Simd {
        private Simd() {}

        /** Makes the first attempt, and sets a bit for each place that the squeeze does not accept. */
        static int first(TransformedRejection of, long[] words, double[] x, int offset, long[] bits, int length) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            DoubleVector twiceA = DoubleVector.broadcast(d, 2 * of.a);
            DoubleVector b = DoubleVector.broadcast(d, of.b);
            DoubleVector rest = DoubleVector.broadcast(d, of.rest);
            for (int group = 0; group < end; group += GROUP) {
                int groupEnd = Math.min(group + GROUP, end);
                long found = 0;
                for (int i = group; i < groupEnd; i += d.length()) {
                    LongVector word = LongVector.fromArray(Species.LONGS, words, i);
                    DoubleVector u = word.lanewise(VectorOperators.LSHR, 12).or(ONE_BITS).reinterpretAsDoubles()
                            .sub(ONE_LESS_HALF_STEP).sub(0.5);
                    DoubleVector t = DoubleVector.broadcast(d, 0.5).sub(u.abs());
                    DoubleVector slope = twiceA.div(t).add(b);
                    slope.fma(u, rest).add(ROUNDER).sub(ROUNDER).add(of.centre).intoArray(x, offset + i);
                    VectorMask<Long> below = word.and(PARTS - 1).compare(VectorOperators.LT, of.squeeze);
                    VectorMask<Double> accepted = t.compare(VectorOperators.GE, LEAST_T).and(below.cast(d));
                    found |= accepted.not().toLong() << (i - group);
                }
                bits[group / GROUP] = found;
            }
            return end;
        }

        /** Computes {@link #place} and {@link #height} of all words. */
        static int transform(TransformedRejection of, long[] words, long[] fresh, double[] k, double[] heights, int length) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            DoubleVector a = DoubleVector.broadcast(d, of.a);
            DoubleVector b = DoubleVector.broadcast(d, of.b);
            DoubleVector rest = DoubleVector.broadcast(d, of.rest);
            for (int i = 0; i < end; i += d.length()) {
                LongVector word = LongVector.fromArray(Species.LONGS, words, i);
                DoubleVector u = word.lanewise(VectorOperators.LSHR, 12).or(ONE_BITS).reinterpretAsDoubles()
                        .sub(ONE_LESS_HALF_STEP).sub(0.5);
                DoubleVector t = DoubleVector.broadcast(d, 0.5).sub(u.abs());
                DoubleVector slope = a.add(a).div(t).add(b);
                slope.fma(u, rest).add(ROUNDER).sub(ROUNDER).add(of.centre).intoArray(k, i);
                DoubleVector part = word.and(PARTS - 1).or(WHOLE_BITS).reinterpretAsDoubles().sub(WHOLE);
                DoubleVector v = LongVector.fromArray(Species.LONGS, fresh, i).lanewise(VectorOperators.LSHR, 12)
                        .or(ONE_BITS).reinterpretAsDoubles().sub(ONE_LESS_HALF_STEP).add(part);
                a.div(t.mul(t)).add(b).div(v).intoArray(heights, i);
            }
            return end;
        }
    }
}
