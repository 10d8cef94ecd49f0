package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Rehearsal;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.ThreadArrays;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.stream.SplitStream;
import java.io.Serializable;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Computes draws, log densities and scores of the Plackett–Luce distribution over arrays: orders of K items, in columns, {@code
 * x[i]} the items at rank i. With weights w_k = exp(θ_k − max θ) and S_i the sum of the weights of the items at ranks i and later:
 *
 * <pre>
 *     log p        = Σ_i ln w_{x_i} − ln S_i
 *     ∂ log p/∂θ_k = 1 − w_k·a_k,     a_k = Σ 1/S_i over the ranks i up to item k's
 * </pre>
 *
 * <p>Sample s is the order of −ln(u_k)/w_k, the least first, with u_k uniform s of the stream's column k of K. These are
 * exponential variables, whose order has the distribution (R. D. Luce, 1959; as maxima of Gumbel variables: J. I. Yellott, 1977).
 * They are sorted by a network (K. E. Batcher, 1968), the same for all samples, and so in vectors. The lowest bits of each, as many
 * as a number below K has, are replaced by the item's number: that the order of two is wrong has a probability of about K·2^-53.
 */
public final class PlackettLuceKernel implements Serializable {
    private static final Gate KEY = Gate.ofVectors(PlackettLuceKernel::rehearseKey);
    private static final Gate EXCHANGE = Gate.ofMasks((numbers, results, n) -> {
        long[] keys = bits(numbers, 2 * n);
        exchange(keys, 0, n, n);
        Rehearsal.store(keys, results, 2 * n);
    });
    private static final Gate ITEM =
            Gate.ofVectors((numbers, results, n) -> item(bits(numbers, n), 0, 0xff, results, 0, n));

    /** Greatest difference of logits, with which sums of weights and their reciprocals are finite. */
    public static final double MAX_SPREAD = 700;

    /** Number of samples worked at a time, far from a multiple of 4,096 bytes. */
    private static final int CHUNK = 256;
    private static final int STRIDE = CHUNK + 38;
    /** Bits of 2^52: a whole number that is put in the low bits of its fraction makes the double 2^52 and that number. */
    private static final long WHOLE_BITS = 0x4330000000000000L;
    private static final ThreadArrays<Scratch> SCRATCH = new ThreadArrays<>(
            () -> new Object[] {new double[STRIDE], new long[0], new double[0], new long[0]}, Scratch::new);

    private final int items;
    private final long mask;
    private final double[] scales;
    private final double[] weights;
    private final double[] logarithms;
    private final int[] network;

    /**
     * Computes the constants of some logits.
     *
     * @param logits θ, finite, not further apart than {@link #MAX_SPREAD}
     */
    public PlackettLuceKernel(double[] logits) {
        items = logits.length;
        mask = Math.max(1, Integer.highestOneBit(items - 1) * 2) - 1;
        double most = logits[0];
        for (double logit : logits) {
            most = Math.max(most, logit);
        }
        scales = new double[items];
        weights = new double[items];
        logarithms = new double[items];
        for (int k = 0; k < items; k++) {
            logarithms[k] = logits[k] - most;
            weights[k] = Exp.exp(logarithms[k]);
            scales[k] = -Exp.exp(-logarithms[k]);
        }
        network = network(items);
    }

    /** Returns the places to compare, in pairs, by Batcher's merge exchange (D. E. Knuth's algorithm 5.2.2 M). */
    private static int[] network(int items) {
        int[] pairs = new int[64];
        int count = 0;
        int top = Math.max(1, Integer.highestOneBit(items - 1));
        for (int p = top; p > 0; p /= 2) {
            int q = top;
            int r = 0;
            int d = p;
            while (true) {
                for (int i = 0; i < items - d; i++) {
                    if ((i & p) == r) {
                        if (count + 2 > pairs.length) {
                            pairs = Arrays.copyOf(pairs, 2 * count);
                        }
                        pairs[count++] = i;
                        pairs[count++] = i + d;
                    }
                }
                if (q == p) {
                    break;
                }
                d = q - p;
                q /= 2;
                r = p;
            }
        }
        return Arrays.copyOf(pairs, count);
    }

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param stream source of the words
     * @param first index of the first sample
     * @param x receives the draws, a column for each rank
     * @param offset index of the first element in each column
     * @param length number of elements
     */
    public void sample(SplitStream stream, long first, double[][] x, int offset, int length) {
        Scratch scratch = SCRATCH.get().of(items);
        double[] u = scratch.one;
        long[] keys = scratch.keys;
        for (int from = 0; from < length; from += Math.min(CHUNK, length - from)) {
            int n = Math.min(CHUNK, length - from);
            for (int k = 0; k < items; k++) {
                stream.column(k, items).uniforms(first + from, u, 0, n);
                Log.log(u, 0, u, 0, n);
                key(u, scales[k], k, mask, keys, k * STRIDE, n);
            }
            for (int pair = 0; pair < network.length; pair += 2) {
                exchange(keys, network[pair] * STRIDE, network[pair + 1] * STRIDE, n);
            }
            for (int i = 0; i < items; i++) {
                item(keys, i * STRIDE, mask, x[i], offset + from, n);
            }
        }
    }

    private static void rehearseKey(double[] numbers, double[] results, int n) {
        double[] log = new double[n];
        long[] keys = new long[n];
        for (int i = 0; i < n; i++) {
            log[i] = Math.abs(numbers[i]) < 50 ? -Math.abs(numbers[i]) : -50;
        }
        key(log, -2.5, 5, 7, keys, 0, n);
        Rehearsal.store(keys, results, n);
    }

    private static long[] bits(double[] numbers, int n) {
        long[] bits = new long[n];
        for (int i = 0; i < n; i++) {
            bits[i] = Double.doubleToRawLongBits(numbers[i % Rehearsal.MOST] * (i + 1));
        }
        return bits;
    }

    private static void key(double[] log, double scale, int k, long mask, long[] keys, int offset, int length) {
        int head = KEY.head(length);
        int from = head < 0 ? 0 : KEY.end(Simd.key(log, scale, k, mask, keys, offset, head));
        key(log, scale, k, mask, keys, offset, from, length);
    }

    private static void key(double[] log, double scale, int k, long mask, long[] keys, int offset, int from, int length) {
        for (int i = from; i < length; i++) {
            keys[offset + i] = Double.doubleToRawLongBits(log[i] * scale) & ~mask | k;
        }
    }

    private static void exchange(long[] keys, int low, int high, int length) {
        int head = EXCHANGE.head(length);
        int from = head < 0 ? 0 : EXCHANGE.end(Simd.exchange(keys, low, high, head));
        exchange(keys, low, high, from, length);
    }

    private static void exchange(long[] keys, int low, int high, int from, int length) {
        for (int i = from; i < length; i++) {
            long a = keys[low + i];
            long b = keys[high + i];
            keys[low + i] = Math.min(a, b);
            keys[high + i] = Math.max(a, b);
        }
    }

    private static void item(long[] keys, int keysOffset, long mask, double[] x, int offset, int length) {
        int head = ITEM.head(length);
        int from = head < 0 ? 0 : ITEM.end(Simd.item(keys, keysOffset, mask, x, offset, head));
        item(keys, keysOffset, mask, x, offset, from, length);
    }

    private static void item(long[] keys, int keysOffset, long mask, double[] x, int offset, int from, int length) {
        for (int i = from; i < length; i++) {
            x[offset + i] = keys[keysOffset + i] & mask;
        }
    }

    /**
     * Writes the a_k of samples.
     *
     * @param x the samples, a column for each rank
     * @param offset index of the first element in each column
     * @param reciprocals receives the a_k, a column for each item
     * @param reciprocalsOffset index of the first element in each column
     * @param length number of elements
     */
    public void reciprocals(double[][] x, int offset, double[][] reciprocals, int reciprocalsOffset, int length) {
        Scratch scratch = SCRATCH.get().of(items);
        double[] sums = scratch.sums;
        double[] sum = scratch.one;
        for (int from = 0; from < length; from += Math.min(CHUNK, length - from)) {
            int n = Math.min(CHUNK, length - from);
            sum(x, offset + from, sums, sum, n);
            for (int i = 0; i < items; i++) {
                for (int s = i * STRIDE; s < i * STRIDE + n; s++) {
                    sums[s] = 1 / sums[s];
                }
            }
            for (int s = 0; s < n; s++) {
                sum[s] = 0;
            }
            for (int i = 0; i < items; i++) {
                double[] rank = x[i];
                for (int s = 0; s < n; s++) {
                    sum[s] += sums[i * STRIDE + s];
                    reciprocals[place(rank[offset + from + s])][reciprocalsOffset + from + s] = sum[s];
                }
            }
        }
    }

    /** Computes the S_i, rank by rank from the last. A number that is not an item counts as the first or the last one. */
    private void sum(double[][] x, int offset, double[] sums, double[] sum, int length) {
        for (int s = 0; s < length; s++) {
            sum[s] = 0;
        }
        for (int i = items - 1; i >= 0; i--) {
            double[] rank = x[i];
            for (int s = 0; s < length; s++) {
                sum[s] += weights[place(rank[offset + s])];
                sums[i * STRIDE + s] = sum[s];
            }
        }
    }

    private int place(double item) {
        return Math.min(Math.max((int) item, 0), items - 1);
    }

    /**
     * Writes the scores of a logit.
     *
     * @param item k
     * @param reciprocals the a_k of the samples
     * @param offset index of the first element
     * @param score receives the scores
     * @param scoreOffset index of the first element
     * @param length number of elements
     */
    public void scores(int item, double[] reciprocals, int offset, double[] score, int scoreOffset, int length) {
        double weight = -weights[item];
        System.arraycopy(reciprocals, offset, score, scoreOffset, length);
        for (int i = scoreOffset; i < scoreOffset + length; i++) {
            score[i] = Fma.fma(weight, score[i], 1);
        }
    }

    /**
     * Writes the logarithm of the probability mass, which is −∞ where a sample is not an order of all items.
     *
     * @param x the samples, a column for each rank
     * @param offset index of the first element in each column
     * @param logPdf receives the logarithms
     * @param logPdfOffset index of the first element
     * @param length number of elements
     */
    public void logPdf(double[][] x, int offset, double[] logPdf, int logPdfOffset, int length) {
        Scratch scratch = SCRATCH.get().of(items);
        double[] sums = scratch.sums;
        for (int from = 0; from < length; from += Math.min(CHUNK, length - from)) {
            int n = Math.min(CHUNK, length - from);
            sum(x, offset + from, sums, scratch.one, n);
            for (int i = 0; i < items; i++) {
                Log.log(sums, i * STRIDE, sums, i * STRIDE, n);
            }
            for (int s = 0; s < n; s++) {
                double log = 0;
                long[] seen = scratch.seen();
                boolean order = true;
                for (int i = 0; i < items; i++) {
                    double item = x[i][offset + from + s];
                    int k = place(item);
                    log += logarithms[k] - sums[i * STRIDE + s];
                    order &= item == k && (seen[k >> 6] >>> k & 1) == 0;
                    seen[k >> 6] |= 1L << k;
                }
                logPdf[logPdfOffset + from + s] = order ? log : Double.NEGATIVE_INFINITY;
            }
        }
    }

    /** Scratch of a thread. */
    private static final class Scratch {
        private final Object[] arrays;
        private final double[] one;
        private long[] keys;
        private double[] sums;
        private long[] seen;

        Scratch(Object[] arrays) {
            this.arrays = arrays;
            one = (double[]) arrays[0];
            read();
        }

        private void read() {
            keys = (long[]) arrays[1];
            sums = (double[]) arrays[2];
            seen = (long[]) arrays[3];
        }

        Scratch of(int items) {
            if (keys.length < items * STRIDE) {
                arrays[1] = new long[items * STRIDE];
                arrays[2] = new double[items * STRIDE];
                arrays[3] = new long[items / Long.SIZE + 1];
                read();
            }
            return this;
        }

        long[] seen() {
            for (int i = 0; i < seen.length; i++) {
                seen[i] = 0;
            }
            return seen;
        }
    }

    private static final class Simd {
        private Simd() {}

        static int key(double[] log, double scale, int k, long mask, long[] keys, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            int end = Species.DOUBLES.loopBound(length);
            for (int i = 0; i < end; i += Species.DOUBLES.length()) {
                DoubleVector.fromArray(Species.DOUBLES, log, i).mul(scale).reinterpretAsLongs()
                        .and(~mask).or(k).intoArray(keys, offset + i);
            }
            return end;
        }

        static int exchange(long[] keys, int low, int high, int length) {
            if (length == 0) {
                return 0;
            }
            int end = Species.LONGS.loopBound(length);
            for (int i = 0; i < end; i += Species.LONGS.length()) {
                LongVector a = LongVector.fromArray(Species.LONGS, keys, low + i);
                LongVector b = LongVector.fromArray(Species.LONGS, keys, high + i);
                a.lanewise(VectorOperators.MIN, b).intoArray(keys, low + i);
                a.lanewise(VectorOperators.MAX, b).intoArray(keys, high + i);
            }
            return end;
        }

        static int item(long[] keys, int keysOffset, long mask, double[] x, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            int end = Species.LONGS.loopBound(length);
            for (int i = 0; i < end; i += Species.LONGS.length()) {
                LongVector.fromArray(Species.LONGS, keys, keysOffset + i).and(mask).or(WHOLE_BITS).reinterpretAsDoubles()
                        .sub(0x1p52).intoArray(x, offset + i);
            }
            return end;
        }
    }
}
