package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.WorkList;
import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.stream.SplitStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Computes draws, log densities and scores of the Bernoulli distribution over arrays, by the probabilities p of 1 and q of 0, or by
 * the logit θ:
 *
 * <pre>
 *     p = 1/(1 + exp(−θ))               q = 1/(1 + exp θ)
 *     log p(x)      = −ln(1 + exp y)    with y = θ where x = 0, and −θ where x = 1
 *     ∂ log p(x)/∂p = x/p − (1 − x)/q   ∂ log p(x)/∂θ = xq − (1 − x)p
 * </pre>
 *
 * <p>Draw e is 1 where word e, read as a fraction u of 64 bits, is below p; for p above ½ it is 0 where 1 − u is below q, which may
 * be far below the spacing of doubles near 1. Should the word not decide, for p or q lies within its last bit, word e of the first
 * reserved stream does: the probability is exact to 2^-116.
 */
public final class BernoulliKernel {
    private static final Gate WORDS = Gate.ofMasks(BernoulliKernel::rehearseWords);
    private static final Gate UNIFORMS = Gate.ofMasks(BernoulliKernel::rehearseUniforms);

    private static final double SCALE = 0x1p64;
    /** Distance from the probability within which a uniform of 52 bits may not decide. */
    private static final double UNDECIDED = 0x1p-52;

    private BernoulliKernel() {}

    /**
     * Returns the probability of 1.
     *
     * @param logit θ, or −θ for the probability of 0
     * @return 1/(1 + exp(−θ))
     */
    public static double probability(double logit) {
        return 1 / (1 + Exp.exp(-logit));
    }

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param p the probability of 1
     * @param q the probability of 0
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public static void sample(double p, double q, SplitStream stream, long first, double[] x, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        long[] words = workspace.longs();
        stream.words(first, words, 0, length);
        compare(p, q, words, stream, first, x, offset, length);
        workspace.giveBack(0, 1);
    }

    private static void compare(double p, double q, long[] words, SplitStream stream, long first, double[] x, int offset,
            int length) {
        double below = p <= q ? 1 : 0;
        // The complement of the word is the fraction 1 − u.
        long flip = p <= q ? Long.MIN_VALUE : Long.MAX_VALUE;
        long threshold = threshold(Math.min(p, q)) ^ Long.MIN_VALUE;
        int head = WORDS.head(length);
        int from = head < 0 ? 0 : WORDS.end(Simd.compare(words, flip, threshold, below, x, offset, head));
        compare(p, q, words, stream, first, x, offset, from, length);
    }

    private static void compare(double p, double q, long[] words, SplitStream stream, long first, double[] x, int offset,
            int from, int length) {
        double below = p <= q ? 1 : 0;
        long flip = p <= q ? Long.MIN_VALUE : Long.MAX_VALUE;
        long threshold = threshold(Math.min(p, q)) ^ Long.MIN_VALUE;
        for (int i = from; i < length; i++) {
            long word = words[i] ^ flip;
            x[offset + i] = word == threshold ? draw(p, q, stream, first + i) : word < threshold ? below : 1 - below;
        }
    }

    private static void rehearseWords(double[] numbers, double[] results, int n) {
        long[] words = new long[n];
        // Word 0 of this stream is 0, and does not decide for a probability of less than 2^-64; the reserved word says yes.
        SplitStream stream = SplitStream.of(-SplitStream.GOLDEN_GAMMA);
        stream.words(0, words, 0, n);
        compare(0x1.fffp-65, 1, words, stream, 0, results, 0, n);
        long first = Double.doubleToRawLongBits(numbers[0]);
        stream.words(first, words, 0, n);
        compare(0.3, 0.7, words, stream, first, results, n, n);
        compare(0.7, 0.3, words, stream, first, results, 2 * n, n);
    }

    /**
     * Makes one draw.
     *
     * @param p the probability of 1
     * @param q the probability of 0
     * @param stream source of the words
     * @param index index of the draw
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

    /** Returns the whole part of p·2^64, for p up to ½. */
    private static long threshold(double p) {
        double scaled = Math.floor(p * SCALE);
        return scaled < 0x1p63 ? (long) scaled : Long.MIN_VALUE;
    }

    /**
     * Writes the logarithm of the probability mass at each point, which is −∞ for a number other than 0 and 1.
     *
     * @param logP ln p
     * @param logQ ln q
     * @param x the points
     * @param logPdf receives the logarithms
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void logPdf(double logP, double logQ, double[] x, double[] logPdf, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            logPdf[i] = x[i] == 1 ? logP : x[i] == 0 ? logQ : Double.NEGATIVE_INFINITY;
        }
    }

    /**
     * Returns the logarithm of a probability.
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
     * Writes scores: of the probability by 1/p and 1/q, of the logit by q and p.
     *
     * @param ofOne the score where x is 1
     * @param ofZero the score where x is 0, with the other sign
     * @param x the points
     * @param score receives the scores
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void scores(double ofOne, double ofZero, double[] x, double[] score, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            score[i] = Fma.fma(x[i], ofOne, (x[i] - 1) * ofZero);
        }
    }

    /**
     * Writes draws of as many distributions as there are draws.
     *
     * @param logits each draw's θ
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws; not the logits
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void sample(double[] logits, SplitStream stream, long first, double[] x, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] u = workspace.doubles();
        double[] e = workspace.doubles();
        long[] places = workspace.longs();
        stream.uniforms(first, u, 0, length);
        System.arraycopy(logits, offset, e, 0, length);
        for (int i = 0; i < length; i++) {
            e[i] = Math.abs(e[i]);
        }
        Exp.exp(e, 0, e, 0, length);
        compare(u, e, logits, x, offset, length);
        int count = WorkList.ofRefused(e, length, places);
        for (int i = 0; i < count; i++) {
            x[offset + (int) places[i]] = draw(logits[offset + (int) places[i]], stream, first + places[i]);
        }
        workspace.giveBack(2, 1);
    }

    /** Makes draws from uniforms, logits and exp |θ|, and replaces the last by how far each draw is from being undecided. */
    private static void compare(double[] u, double[] e, double[] logits, double[] x, int offset, int length) {
        int head = UNIFORMS.head(length);
        int from = head < 0 ? 0 : UNIFORMS.end(Simd.compare(u, e, logits, x, offset, head));
        compare(u, e, logits, x, offset, from, length);
    }

    private static void compare(double[] u, double[] e, double[] logits, double[] x, int offset, int from, int length) {
        for (int i = from; i < length; i++) {
            double rarer = logits[offset + i] < 0 ? 1 : 0;
            // The number is u if 1 is the rarer value and 1 − u if 0 is, less that value's probability.
            double excess = (logits[offset + i] < 0 ? u[i] : 1 - u[i]) - 1 / (e[i] + 1);
            x[offset + i] = excess < 0 ? rarer : 1 - rarer;
            e[i] = Math.abs(excess) - UNDECIDED;
        }
    }

    private static void rehearseUniforms(double[] numbers, double[] results, int n) {
        double[] u = new double[n];
        double[] e = new double[n];
        SplitStream.of(3).uniforms(Double.doubleToRawLongBits(numbers[0]), u, 0, n);
        for (int i = 0; i < n; i++) {
            e[i] = Exp.exp(Math.abs(numbers[i]));
        }
        compare(u, e, numbers, results, 0, n);
        System.arraycopy(e, 0, results, n, n);
    }

    private static double draw(double logit, SplitStream stream, long index) {
        return draw(probability(logit), probability(-logit), stream, index);
    }

    /**
     * Writes the logarithm of the probability mass at each point, under a distribution of its own.
     *
     * @param logits each point's θ
     * @param x the points
     * @param logPdf receives the logarithms; neither the points nor the logits
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
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
     * Writes the scores of as many logits as there are points.
     *
     * @param logits each point's θ
     * @param x the points
     * @param score receives the scores; neither the points nor the logits
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void scores(double[] logits, double[] x, double[] score, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            score[i] = (2 * x[i] - 1) * logits[i];
        }
        Exp.exp(score, offset, score, offset, length);
        for (int i = offset; i < offset + length; i++) {
            score[i] = (2 * x[i] - 1) / (1 + score[i]) + 0.0; // The sum with 0 is never −0.
        }
    }

    private static final class Simd {
        private Simd() {}

        /** Compares whole vectors of words. If some word does not decide, none counts as worked. */
        static int compare(long[] words, long flip, long threshold, double below, double[] x, int offset, int length) {
            if (length == 0) {
                return 0;
            }
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
            return undecided == 0 ? end : 0;
        }

        static int compare(double[] u, double[] e, double[] logits, double[] x, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            DoubleVector zero = DoubleVector.zero(d);
            DoubleVector one = DoubleVector.broadcast(d, 1);
            int end = d.loopBound(length);
            for (int i = 0; i < end; i += d.length()) {
                VectorMask<Double> negative = DoubleVector.fromArray(d, logits, offset + i).compare(VectorOperators.LT, 0);
                DoubleVector uniform = DoubleVector.fromArray(d, u, i);
                // The number is u if 1 is the rarer value and 1 − u if 0 is, less that value's probability.
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
