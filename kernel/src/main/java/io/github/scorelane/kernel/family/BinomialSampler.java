package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.WorkList;
import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Deviance;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1p;
import io.github.scorelane.kernel.math.StirlingError;
import io.github.scorelane.kernel.stream.SplitStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Draws from binomial distributions of one probability, each with a number of trials of its own. Conditional binomials, and so
 * multinomial draws, are made of them.
 *
 * <p>With p ≤ ½ the probability or its complement, a mean n·p of 10 or more is drawn as by {@link TransformedRejection}, with the
 * constants of {@link BinomialKernel}; constants that are computed once there are computed for each draw here. A lesser one is
 * inverted: with the uniform u of word e, the draw is the least k with p(0) + … + p(k) &gt; u, found by {@link SearchFromZero}.
 *
 * <p>Source: W. Hörmann, <i>The generation of binomial random variates</i>, J. Stat. Comput. Simul. 46, 1993.
 */
public final class BinomialSampler extends CountRejection {
    private static final Gate FIRST = Gate.ofMasks(BinomialSampler::rehearseFirst);
    private static final Gate TRANSFORM = Gate.ofVectors(BinomialSampler::rehearseTransform);

    private static final double LEAST_OF_REJECTION = SmallCounts.LEAST_OF_REJECTION;
    private static final double B_SLOPE = 2.53;
    private static final double B_0 = 1.15;
    private static final double A_SLOPE = 0.0248;
    /** Constants of the squeeze, V < 0.92 − 4.2/b, with V in parts and without a division. */
    private static final double SQUEEZE = 0.92 * PARTS - 1;
    private static final double SQUEEZE_FALL = 4.2 * PARTS;
    /** Constant ln 4096: with m·√(2π) = 2.83 + 5.1/b, all other constants cancel. */
    private static final double LOG_PARTS = 8.317766166719343;

    private final double p;
    private final double q;
    /** Rounding error of 1 − p. */
    private final double lost;
    private final double variance;
    private final double aAtZero;
    private final double logP;
    private final double logQ;
    private final SmallCounts small;
    private final boolean isFlipped;

    /**
     * Creates a sampler.
     *
     * @param success the probability, between 0 and 1
     * @param failure 1 less that; the lesser of the two is the one that counts
     */
    public BinomialSampler(double success, double failure) {
        isFlipped = success > failure;
        p = isFlipped ? failure : success;
        q = 1 - p;
        lost = 1 - q - p;
        variance = p * q;
        aAtZero = Fma.fma(0.01, p, -0.0873);
        logP = Log.log(p);
        logQ = Log1p.log1p(-p);
        double odds = p / q;
        small = new SmallCounts(p, odds, odds, logQ);
    }

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param trials each draw's number of trials, from place 0 on: whole numbers of at least 0, and at most 2^50
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public void sample(double[] trials, SplitStream stream, long first, double[] x, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        long[] words = workspace.longs();
        long[] places = workspace.longs();
        stream.words(first, words, 0, length);
        int count = first(trials, words, x, offset, places, length);
        count = small.takeOff(trials, words, places, count, x, offset);
        test(trials, stream, first, words, places, count, x, offset);
        if (isFlipped) {
            for (int j = 0; j < length; j++) {
                x[offset + j] = trials[j] - x[offset + j];
            }
        }
        workspace.giveBack(0, 2);
    }

    /** Makes the first attempt, lists the places that the squeeze does not accept, and returns their number. */
    private int first(double[] trials, long[] words, double[] x, int offset, long[] places, int length) {
        long[] bits = Workspace.ofThread().longs();
        int head = FIRST.head(length);
        int from = head < 0 ? 0 : FIRST.end(Simd.first(this, trials, words, x, offset, bits, head));
        int count = WorkList.ofBits(bits, from, places);
        Workspace.ofThread().giveBack(0, 1);
        return first(trials, words, x, offset, places, count, from, length);
    }

    private int first(double[] trials, long[] words, double[] x, int offset, long[] places, int listed, int from, int length) {
        int count = listed;
        for (int i = from; i < length; i++) {
            x[offset + i] = place(trials[i], words[i]);
            places[count] = i;
            count += isAccepted(trials[i], words[i]) ? 0 : 1;
        }
        return count;
    }

    private static void rehearseFirst(double[] numbers, double[] results, int n) {
        BinomialSampler sampler = new BinomialSampler(0.3, 0.7);
        double[] trials = trials(numbers, n);
        rehearseFirstAttempts((words, x, offset, places, length) -> sampler.first(trials, words, x, offset, places, length),
                numbers, results, n);
    }

    private static void rehearseTransform(double[] numbers, double[] results, int n) {
        BinomialSampler sampler = new BinomialSampler(0.3, 0.7);
        double[] trials = trials(numbers, n);
        rehearseAttempts((words, fresh, k, heights, count) -> sampler.transform(trials, words, fresh, k, heights, count),
                numbers, results, n);
    }

    private static double[] trials(double[] numbers, int n) {
        double[] trials = new double[n];
        for (int i = 0; i < n; i++) {
            trials[i] = Math.abs(numbers[i]) < 1e6 ? Math.rint(Math.abs(numbers[i])) : 1e6;
        }
        return trials;
    }

    @Override
    void transform(double[] n, long[] words, long[] fresh, double[] k, double[] heights, int count) {
        int head = TRANSFORM.head(count);
        int from = head < 0 ? 0 : TRANSFORM.end(Simd.transform(this, n, words, fresh, k, heights, head));
        transform(n, words, fresh, k, heights, from, count);
    }

    private void transform(double[] n, long[] words, long[] fresh, double[] k, double[] heights, int from, int count) {
        for (int i = from; i < count; i++) {
            k[i] = place(n[i], words[i]);
            heights[i] = height(n[i], words[i], fresh[i]);
        }
    }

    /** {@inheritDoc} The heights are G′/(V·m·√(2π)), the margins ln(p(k)·G′/(V·m)); the mass is that of {@link BinomialKernel}. */
    @Override
    void margins(double[] n, double[] k, double[] margins, int count) {
        Workspace workspace = Workspace.ofThread();
        double[] next = workspace.doubles();
        double[] other = workspace.doubles();
        double[] all = workspace.doubles();
        double[] logs = workspace.doubles();
        for (int i = 0; i < count; i++) {
            next[i] = k[i] + 1;
            other[i] = n[i] - k[i] + 1;
            all[i] = n[i] + 2;
            double height = margins[i] / (n[i] + 1);
            logs[i] = next[i] * other[i] * height / all[i] * height;
        }
        Log.log(logs, 0, logs, 0, count);
        StirlingError.stirlingError(all, 0, margins, 0, count);
        for (int i = 0; i < count; i++) {
            margins[i] += Fma.fma(0.5, logs[i], LOG_PARTS - logP - logQ);
        }
        StirlingError.stirlingError(next, 0, logs, 0, count);
        for (int i = 0; i < count; i++) {
            margins[i] -= logs[i];
        }
        StirlingError.stirlingError(other, 0, logs, 0, count);
        double[] means = workspace.doubles();
        double[] deviances = workspace.doubles();
        for (int i = 0; i < count; i++) {
            means[i] = all[i] * p;
            double slope = Fma.fma(all[i], p, -means[i]) / means[i];
            margins[i] -= logs[i] - (next[i] - means[i]) * slope;
        }
        Deviance.deviance(next, means, deviances, 0, count);
        for (int i = 0; i < count; i++) {
            margins[i] -= deviances[i];
            means[i] = all[i] * q;
            double slope = (Fma.fma(all[i], q, -means[i]) + all[i] * lost) / means[i];
            margins[i] += (other[i] - means[i]) * slope;
        }
        Deviance.deviance(other, means, deviances, 0, count);
        for (int i = 0; i < count; i++) {
            margins[i] -= deviances[i];
        }
        workspace.giveBack(6, 0);
    }

    private boolean isAccepted(double trials, long word) {
        double b = Fma.fma(B_SLOPE, Math.sqrt(trials * variance), B_0);
        double t = 0.5 - Math.abs(SplitStream.uniformOf(word) - 0.5);
        return trials * p >= LEAST_OF_REJECTION && t >= LEAST_T && (SQUEEZE - part(word)) * b >= SQUEEZE_FALL;
    }

    /** Returns ⌊G(U)⌋, with c − ½ = n·p. */
    private double place(double trials, long word) {
        double u = SplitStream.uniformOf(word) - 0.5;
        double t = 0.5 - Math.abs(u);
        double b = Fma.fma(B_SLOPE, Math.sqrt(trials * variance), B_0);
        double a = Fma.fma(A_SLOPE, b, aAtZero);
        double centre = trials * p + ROUNDER - ROUNDER;
        return Fma.fma((a + a) / t + b, u, Fma.fma(trials, p, -centre)) + ROUNDER - ROUNDER + centre;
    }

    /** Returns G′(U)/(V·m·√(2π)), with V in parts. */
    private double height(double trials, long word, long fresh) {
        double t = 0.5 - Math.abs(SplitStream.uniformOf(word) - 0.5);
        double b = Fma.fma(B_SLOPE, Math.sqrt(trials * variance), B_0);
        double a = Fma.fma(A_SLOPE, b, aAtZero);
        double v = part(word) + SplitStream.uniformOf(fresh);
        double square = t * t;
        return Fma.fma(b, square, a) * b / (square * v * Fma.fma(2.83, b, 5.1));
    }

    private static final class Simd {
        private Simd() {}

        /** Makes the first attempt, and sets a bit for each place that the squeeze does not accept. */
        static int first(BinomialSampler of, double[] trials, long[] words, double[] x, int offset, long[] bits, int length) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            DoubleVector p = DoubleVector.broadcast(d, of.p);
            DoubleVector aAtZero = DoubleVector.broadcast(d, of.aAtZero);
            for (int group = 0; group < end; group += GROUP) {
                int groupEnd = Math.min(group + GROUP, end);
                long found = 0;
                for (int i = group; i < groupEnd; i += d.length()) {
                    LongVector word = LongVector.fromArray(Species.LONGS, words, i);
                    DoubleVector n = DoubleVector.fromArray(d, trials, i);
                    DoubleVector u = word.lanewise(VectorOperators.LSHR, 12).or(ONE_BITS).reinterpretAsDoubles()
                            .sub(ONE_LESS_HALF_STEP).sub(0.5);
                    DoubleVector t = DoubleVector.broadcast(d, 0.5).sub(u.abs());
                    DoubleVector b = DoubleVector.broadcast(d, B_SLOPE)
                            .fma(n.mul(of.variance).sqrt(), DoubleVector.broadcast(d, B_0));
                    DoubleVector a = DoubleVector.broadcast(d, A_SLOPE).fma(b, aAtZero);
                    DoubleVector mean = n.mul(p);
                    DoubleVector centre = mean.add(ROUNDER).sub(ROUNDER);
                    a.add(a).div(t).add(b).fma(u, n.fma(p, centre.neg())).add(ROUNDER).sub(ROUNDER).add(centre)
                            .intoArray(x, offset + i);
                    DoubleVector part = word.and(PARTS - 1).or(WHOLE_BITS).reinterpretAsDoubles().sub(WHOLE);
                    VectorMask<Double> accepted = t.compare(VectorOperators.GE, LEAST_T)
                            .and(mean.compare(VectorOperators.GE, LEAST_OF_REJECTION))
                            .and(DoubleVector.broadcast(d, SQUEEZE).sub(part).mul(b)
                                    .compare(VectorOperators.GE, SQUEEZE_FALL));
                    found |= accepted.not().toLong() << (i - group);
                }
                bits[group / GROUP] = found;
            }
            return end;
        }

        /** Computes {@link #place} and {@link #height} of all words. */
        static int transform(BinomialSampler of, double[] trials, long[] words, long[] fresh, double[] k, double[] heights,
                int length) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            DoubleVector p = DoubleVector.broadcast(d, of.p);
            DoubleVector aAtZero = DoubleVector.broadcast(d, of.aAtZero);
            for (int i = 0; i < end; i += d.length()) {
                LongVector word = LongVector.fromArray(Species.LONGS, words, i);
                DoubleVector n = DoubleVector.fromArray(d, trials, i);
                DoubleVector u = word.lanewise(VectorOperators.LSHR, 12).or(ONE_BITS).reinterpretAsDoubles()
                        .sub(ONE_LESS_HALF_STEP).sub(0.5);
                DoubleVector t = DoubleVector.broadcast(d, 0.5).sub(u.abs());
                DoubleVector b = DoubleVector.broadcast(d, B_SLOPE)
                        .fma(n.mul(of.variance).sqrt(), DoubleVector.broadcast(d, B_0));
                DoubleVector a = DoubleVector.broadcast(d, A_SLOPE).fma(b, aAtZero);
                DoubleVector centre = n.mul(p).add(ROUNDER).sub(ROUNDER);
                a.add(a).div(t).add(b).fma(u, n.fma(p, centre.neg())).add(ROUNDER).sub(ROUNDER).add(centre).intoArray(k, i);
                DoubleVector part = word.and(PARTS - 1).or(WHOLE_BITS).reinterpretAsDoubles().sub(WHOLE);
                DoubleVector v = LongVector.fromArray(Species.LONGS, fresh, i).lanewise(VectorOperators.LSHR, 12)
                        .or(ONE_BITS).reinterpretAsDoubles().sub(ONE_LESS_HALF_STEP).add(part);
                DoubleVector square = t.mul(t);
                DoubleVector divisor = square.mul(v).mul(DoubleVector.broadcast(d, 2.83).fma(b, DoubleVector.broadcast(d, 5.1)));
                b.fma(square, a).mul(b).div(divisor).intoArray(heights, i);
            }
            return end;
        }
    }
}
