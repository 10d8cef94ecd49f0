package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Lanes;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.WorkList;
import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.stream.SplitStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The Bernoulli distribution over arrays, by the probabilities p of 1 and q of 0, or by the logit θ:
 *
 * <pre>
 *     p = 1/(1 + exp(−θ))               q = 1/(1 + exp θ)
 *     log p(x)      = −ln(1 + exp y)    with y = θ where x = 0, and −θ where x = 1
 *     ∂ log p(x)/∂p = x/p − (1 − x)/q   ∂ log p(x)/∂θ = xq − (1 − x)p
 * </pre>
 *
 * <p>Draw e is 1 where word e, read as a fraction u of 64 bits, is below p; for p above ½ it is 0 where 1 − u is below q, which
 * may be far below the spacing of doubles near 1. Should the word not decide, for p or q lies within its last bit, word e of the
 * first reserved stream does: the probability is exact to 2^-116.
 */
public final class BernoulliKernel {
    private static final double SCALE = 0x1p64;
    /** A uniform of 52 bits so near to the probability may not decide. */
    private static final double UNDECIDED = 0x1p-52;

    private BernoulliKernel() {}

    /**
     * The probability of 1.
     *
     * @param logit θ, or −θ for the probability of 0
     * @return 1/(1 + exp(−θ))
     */
    public static double probability(double logit) {
        return 1 / (1 + Exp.exp(-logit));
    }

    /**
     * Draws.
     *
     * @param p the probability of 1
     * @param q that of 0
     * @param stream where the words come from
     * @param first index of the first draw
     * @param x where they go
     * @param offset where they begin
     * @param length how many, at most a block
     */
    public static void sample(double p, double q, SplitStream stream, long first, double[] x, int offset, int length) {
        double least = Math.min(p, q);
        double below = p <= q ? 1 : 0;
        long threshold = threshold(least);
        int i = 0;
        int head = Lanes.masks(length);
        if (head > 0) {
            Workspace workspace = Workspace.ofThread();
            long[] words = workspace.longs();
            stream.words(first, words, 0, head);
            // 1 − u is the fraction of the word's complement.
            long flip = p <= q ? Long.MIN_VALUE : Long.MAX_VALUE;
            long word = Simd.compare(words, flip, threshold ^ Long.MIN_VALUE, below, x, offset, head);
            workspace.giveBack(0, 1);
            i = word == 0 ? Species.LONGS.loopBound(head) : 0;
        }
        for (; i < length; i++) {
            x[offset + i] = draw(p, q, stream, first + i);
        }
    }

    /**
     * One draw.
     *
     * @param p the probability of 1
     * @param q that of 0
     * @param stream where the words come from
     * @param index which draw
     * @return 0 or 1
     */
    public static double draw(double p, double q, SplitStream stream, long index) {
        double least = Math.min(p, q);
        double below = p <= q ? 1 : 0;
        long word = p <= q ? stream.word(index) : ~stream.word(index);
        long threshold = threshold(least);
        if (word == threshold) {
            double rest = least * SCALE - Math.floor(least * SCALE);
            return SplitStream.uniformOf(stream.reservedWord(0, index)) < rest ? below : 1 - below;
        }
        return Long.compareUnsigned(word, threshold) < 0 ? below : 1 - below;
    }

    /** The whole part of p·2^64, for p up to ½. */
    private static long threshold(double p) {
        double scaled = Math.floor(p * SCALE);
        return scaled < 0x1p63 ? (long) scaled : Long.MIN_VALUE;
    }

    /**
     * Logarithms of the probability mass. Elsewhere than at 0 and 1 it is −∞.
     *
     * @param logP ln p
     * @param logQ ln q
     * @param x the points
     * @param logPdf where the logarithms go
     * @param offset where all begin
     * @param length how many
     */
    public static void logPdf(double logP, double logQ, double[] x, double[] logPdf, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            logPdf[i] = x[i] == 1 ? logP : x[i] == 0 ? logQ : Double.NEGATIVE_INFINITY;
        }
    }

    /**
     * The logarithm of a probability.
     *
     * @param logit θ, or −θ for the probability of 0
     * @return ln p
     */
    public static double logProbability(double logit) {
        double e = Exp.exp(-Math.abs(logit));
        double sum = 1 + e;
        return -(0.5 * (Math.abs(logit) - logit) + (Log.log(sum) + (e - (sum - 1)) / sum));
    }

    /**
     * Scores: of the probability by 1/p and 1/q, of the logit by q and p.
     *
     * @param ofOne the score where x is 1
     * @param ofZero that where x is 0, with the other sign
     * @param x the points
     * @param score where the scores go
     * @param offset where all begin
     * @param length how many
     */
    public static void scores(double ofOne, double ofZero, double[] x, double[] score, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            score[i] = Math.fma(x[i], ofOne, (x[i] - 1) * ofZero);
        }
    }

    /**
     * Draws of as many distributions as there are draws.
     *
     * @param logits each draw's θ
     * @param stream where the words come from
     * @param first index of the first draw
     * @param x where they go; not the logits
     * @param offset where all begin
     * @param length how many, at most a block
     */
    public static void sample(double[] logits, SplitStream stream, long first, double[] x, int offset, int length) {
        int i = 0;
        int head = Lanes.masks(length);
        if (head > 0) {
            Workspace workspace = Workspace.ofThread();
            double[] u = workspace.doubles();
            double[] e = workspace.doubles();
            long[] places = workspace.longs();
            stream.uniforms(first, u, 0, head);
            System.arraycopy(logits, offset, e, 0, head);
            for (int j = 0; j < head; j++) {
                e[j] = Math.abs(e[j]);
            }
            Exp.exp(e, 0, e, 0, head);
            i = Simd.compare(u, e, logits, x, offset, head);
            int count = WorkList.ofRefused(e, i, places);
            for (int k = 0; k < count; k++) {
                x[offset + (int) places[k]] = draw(logits[offset + (int) places[k]], stream, first + places[k]);
            }
            workspace.giveBack(2, 1);
        }
        for (; i < length; i++) {
            x[offset + i] = draw(logits[offset + i], stream, first + i);
        }
    }

    private static double draw(double logit, SplitStream stream, long index) {
        return draw(probability(logit), probability(-logit), stream, index);
    }

    /**
     * Logarithms of the probability mass of as many distributions as there are points.
     *
     * @param logits each point's θ
     * @param x the points
     * @param logPdf where the logarithms go; neither the points nor the logits
     * @param offset where all begin
     * @param length how many, at most a block
     */
    public static void logPdf(double[] logits, double[] x, double[] logPdf, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] e = workspace.doubles();
        double[] sum = workspace.doubles();
        for (int i = offset; i < offset + length; i++) {
            logPdf[i] = -Math.abs(logits[i]);
        }
        Exp.exp(logPdf, offset, e, 0, length);
        for (int i = 0; i < length; i++) {
            sum[i] = 1 + e[i];
            e[i] = (e[i] - (sum[i] - 1)) / sum[i];
        }
        Log.log(sum, 0, sum, 0, length);
        for (int i = 0; i < length; i++) {
            sum[i] += e[i];
        }
        System.arraycopy(sum, 0, logPdf, offset, length);
        for (int i = offset; i < offset + length; i++) {
            double y = (1 - 2 * x[i]) * logits[i];
            logPdf[i] = -(0.5 * (y + Math.abs(y)) + logPdf[i]);
        }
        for (int i = offset; i < offset + length; i++) {
            if (x[i] * (1 - x[i]) != 0) {
                logPdf[i] = Double.NEGATIVE_INFINITY;
            }
        }
        workspace.giveBack(2, 0);
    }

    /**
     * Scores of as many logits as there are points.
     *
     * @param logits each point's θ
     * @param x the points
     * @param score where the scores go; neither the points nor the logits
     * @param offset where all begin
     * @param length how many, at most a block
     */
    public static void scores(double[] logits, double[] x, double[] score, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            score[i] = (2 * x[i] - 1) * logits[i];
        }
        Exp.exp(score, offset, score, offset, length);
        for (int i = offset; i < offset + length; i++) {
            score[i] = (2 * x[i] - 1) / (1 + score[i]) + 0.0; // never -0
        }
    }

    private static final class Simd {
        private Simd() {}

        /** Compares whole vectors of words, and says whether some of the words do not decide: then it is not 0. */
        static long compare(long[] words, long flip, long threshold, double below, double[] x, int offset, int length) {
            DoubleVector hit = DoubleVector.broadcast(Species.DOUBLES, below);
            DoubleVector miss = DoubleVector.broadcast(Species.DOUBLES, 1 - below);
            LongVector t = LongVector.broadcast(Species.LONGS, threshold);
            long undecided = 0;
            int end = Species.LONGS.loopBound(length);
            for (int i = 0; i < end; i += Species.LONGS.length()) {
                LongVector word = LongVector.fromArray(Species.LONGS, words, i).lanewise(VectorOperators.XOR, flip);
                VectorMask<Long> less = word.compare(VectorOperators.LT, t);
                undecided |= word.compare(VectorOperators.EQ, t).toLong();
                miss.blend(hit, less.cast(Species.DOUBLES)).intoArray(x, offset + i);
            }
            return undecided;
        }

        /** Makes draws of uniforms, logits and exp |θ|, and of the latter how far each draw is from being undecided. */
        static int compare(double[] u, double[] e, double[] logits, double[] x, int offset, int length) {
            VectorSpecies<Double> d = Species.DOUBLES;
            DoubleVector zero = DoubleVector.zero(d);
            DoubleVector one = DoubleVector.broadcast(d, 1);
            int end = d.loopBound(length);
            for (int i = 0; i < end; i += d.length()) {
                VectorMask<Double> negative = DoubleVector.fromArray(d, logits, offset + i).compare(VectorOperators.LT, 0);
                DoubleVector uniform = DoubleVector.fromArray(d, u, i);
                // u where 1 is the rarer value, 1 − u where it is 0, less that value's probability.
                DoubleVector excess = one.sub(uniform).blend(uniform, negative)
                        .sub(one.div(DoubleVector.fromArray(d, e, i).add(1)));
                DoubleVector rarer = zero.blend(one, negative);
                one.sub(rarer).blend(rarer, excess.compare(VectorOperators.LT, 0)).intoArray(x, offset + i);
                excess.abs().sub(UNDECIDED).intoArray(e, i);
            }
            return end;
        }
    }
}
