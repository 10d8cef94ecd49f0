package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.WorkList;
import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Deviance;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.StirlingError;
import io.github.scorelane.kernel.stream.SplitStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Draws from Poisson distributions, each with a mean of its own.
 *
 * <p>A mean of 10 or more is drawn as by {@link TransformedRejection}, with the constants of {@link PoissonKernel}; constants that
 * are computed once there are computed for each draw here. A lesser one is inverted: with the uniform u of word e, the draw is the
 * least k with p(0) + … + p(k) &gt; u, found by {@link SearchFromZero}.
 *
 * <p>Source: W. Hörmann, <i>The transformed rejection method for generating Poisson random variables</i>, Insurance: Mathematics
 * and Economics 12, 1993.
 */
public final class PoissonSampler extends CountRejection {
    private static final Gate FIRST = Gate.ofMasks(PoissonSampler::rehearseFirst);
    private static final Gate TRANSFORM = Gate.ofVectors(PoissonSampler::rehearseTransform);

    private static final double LEAST_OF_REJECTION = SmallCounts.LEAST_OF_REJECTION;
    private static final double B_SLOPE = 2.53;
    private static final double B_0 = 0.931;
    private static final double A_SLOPE = 0.02483;
    private static final double A_0 = -0.059;
    /** Difference of c − ½ and the mean. */
    private static final double SHIFT = -0.07;
    /** Constants of the squeeze, V < 0.92 − 3.6224/(b − 2), with V in parts and without a division. */
    private static final double SQUEEZE = 0.92 * PARTS - 1;
    private static final double SQUEEZE_FALL = 3.6224 * PARTS;
    /** Constant ln 4096 − ½·ln 2π. */
    private static final double CONSTANT = 7.398827633514671;

    private static final SmallCounts SMALL = new SmallCounts(1, 1, 0, -1);
    /** The only sampler, as all its parameters come with the draws. */
    private static final PoissonSampler ALL = new PoissonSampler();

    private PoissonSampler() {}

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param means each draw's mean, from place 0 on: none negative, and at most 2^50 for exact draws
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public static void sample(double[] means, SplitStream stream, long first, double[] x, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        long[] words = workspace.longs();
        long[] places = workspace.longs();
        stream.words(first, words, 0, length);
        int count = first(means, words, x, offset, places, length);
        count = SMALL.takeOff(means, words, places, count, x, offset);
        ALL.test(means, stream, first, words, places, count, x, offset);
        workspace.giveBack(0, 2);
    }

    /** Makes the first attempt, lists the places that the squeeze does not accept, and returns their number. */
    private static int first(double[] means, long[] words, double[] x, int offset, long[] places, int length) {
        long[] bits = Workspace.ofThread().longs();
        int head = FIRST.head(length);
        int from = head < 0 ? 0 : FIRST.end(Simd.first(means, words, x, offset, bits, head));
        int count = WorkList.ofBits(bits, from, places);
        Workspace.ofThread().giveBack(0, 1);
        return first(means, words, x, offset, places, count, from, length);
    }

    private static int first(double[] means, long[] words, double[] x, int offset, long[] places, int listed, int from,
            int length) {
        int count = listed;
        for (int i = from; i < length; i++) {
            x[offset + i] = place(means[i], words[i]);
            places[count] = i;
            count += isAccepted(means[i], words[i]) ? 0 : 1;
        }
        return count;
    }

    private static void rehearseFirst(double[] numbers, double[] results, int n) {
        double[] means = means(0, numbers, n);
        rehearseFirstAttempts((words, x, offset, places, length) -> first(means, words, x, offset, places, length),
                numbers, results, n);
    }

    private static void rehearseTransform(double[] numbers, double[] results, int n) {
        double[] means = means(LEAST_OF_REJECTION, numbers, n);
        rehearseAttempts((words, fresh, k, heights, count) -> ALL.transform(means, words, fresh, k, heights, count),
                numbers, results, n);
    }

    private static double[] means(double least, double[] numbers, int n) {
        double[] means = new double[n];
        for (int i = 0; i < n; i++) {
            means[i] = least + (Math.abs(numbers[i]) < 1e6 ? Math.abs(numbers[i]) : 1e6);
        }
        return means;
    }

    @Override
    void transform(double[] mean, long[] words, long[] fresh, double[] k, double[] heights, int count) {
        int head = TRANSFORM.head(count);
        int from = head < 0 ? 0 : TRANSFORM.end(Simd.transform(mean, words, fresh, k, heights, head));
        transform(mean, words, fresh, k, heights, from, count);
    }

    private static void transform(double[] mean, long[] words, long[] fresh, double[] k, double[] heights, int from, int count) {
        for (int i = from; i < count; i++) {
            k[i] = place(mean[i], words[i]);
            heights[i] = height(mean[i], words[i], fresh[i]);
        }
    }

    /** {@inheritDoc} The heights are G′/(V·m·mean), the margins ln(p(k)·G′/(V·m)). */
    @Override
    void margins(double[] mean, double[] k, double[] margins, int count) {
        Workspace workspace = Workspace.ofThread();
        double[] next = workspace.doubles();
        double[] part = workspace.doubles();
        for (int i = 0; i < count; i++) {
            next[i] = k[i] + 1;
            margins[i] = margins[i] * margins[i] * next[i];
        }
        Log.log(margins, 0, margins, 0, count);
        StirlingError.stirlingError(next, 0, part, 0, count);
        for (int i = 0; i < count; i++) {
            margins[i] = Fma.fma(0.5, margins[i], CONSTANT) - part[i];
        }
        Deviance.deviance(next, mean, part, 0, count);
        for (int i = 0; i < count; i++) {
            margins[i] -= part[i];
        }
        workspace.giveBack(2, 0);
    }

    private static boolean isAccepted(double mean, long word) {
        double b = Fma.fma(B_SLOPE, Math.sqrt(mean), B_0);
        double t = 0.5 - Math.abs(SplitStream.uniformOf(word) - 0.5);
        return mean >= LEAST_OF_REJECTION && t >= LEAST_T && (SQUEEZE - part(word)) * (b - 2) >= SQUEEZE_FALL;
    }

    private static double place(double mean, long word) {
        double u = SplitStream.uniformOf(word) - 0.5;
        double t = 0.5 - Math.abs(u);
        double b = Fma.fma(B_SLOPE, Math.sqrt(mean), B_0);
        double a = Fma.fma(A_SLOPE, b, A_0);
        double shifted = mean + SHIFT;
        double centre = shifted + ROUNDER - ROUNDER;
        return Fma.fma((a + a) / t + b, u, shifted - centre) + ROUNDER - ROUNDER + centre;
    }

    /** Returns G′/(V·m·mean), with V in parts and m = 1.1239 + 1.2/(b − 3.4). */
    private static double height(double mean, long word, long fresh) {
        double t = 0.5 - Math.abs(SplitStream.uniformOf(word) - 0.5);
        double b = Fma.fma(B_SLOPE, Math.sqrt(mean), B_0);
        double a = Fma.fma(A_SLOPE, b, A_0);
        double v = part(word) + SplitStream.uniformOf(fresh);
        double square = t * t;
        double less = b - 3.4;
        return Fma.fma(b, square, a) * less / (square * v * mean * Fma.fma(1.1239, less, 1.2));
    }

    private static final class Simd {
        private Simd() {}

        /** Makes the first attempt, and sets a bit for each place that the squeeze does not accept. */
        static int first(double[] means, long[] words, double[] x, int offset, long[] bits, int length) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            for (int group = 0; group < end; group += GROUP) {
                int groupEnd = Math.min(group + GROUP, end);
                long found = 0;
                for (int i = group; i < groupEnd; i += d.length()) {
                    LongVector word = LongVector.fromArray(Species.LONGS, words, i);
                    DoubleVector mean = DoubleVector.fromArray(d, means, i);
                    DoubleVector u = word.lanewise(VectorOperators.LSHR, 12).or(ONE_BITS).reinterpretAsDoubles()
                            .sub(ONE_LESS_HALF_STEP).sub(0.5);
                    DoubleVector t = DoubleVector.broadcast(d, 0.5).sub(u.abs());
                    DoubleVector b = DoubleVector.broadcast(d, B_SLOPE).fma(mean.sqrt(), DoubleVector.broadcast(d, B_0));
                    DoubleVector a = DoubleVector.broadcast(d, A_SLOPE).fma(b, DoubleVector.broadcast(d, A_0));
                    DoubleVector shifted = mean.add(SHIFT);
                    DoubleVector centre = shifted.add(ROUNDER).sub(ROUNDER);
                    a.add(a).div(t).add(b).fma(u, shifted.sub(centre)).add(ROUNDER).sub(ROUNDER).add(centre)
                            .intoArray(x, offset + i);
                    DoubleVector part = word.and(PARTS - 1).or(WHOLE_BITS).reinterpretAsDoubles().sub(WHOLE);
                    VectorMask<Double> accepted = t.compare(VectorOperators.GE, LEAST_T)
                            .and(mean.compare(VectorOperators.GE, LEAST_OF_REJECTION))
                            .and(DoubleVector.broadcast(d, SQUEEZE).sub(part).mul(b.sub(2))
                                    .compare(VectorOperators.GE, SQUEEZE_FALL));
                    found |= accepted.not().toLong() << (i - group);
                }
                bits[group / GROUP] = found;
            }
            return end;
        }

        /** Computes {@link #place} and {@link #height} of all words. */
        static int transform(double[] means, long[] words, long[] fresh, double[] k, double[] heights, int length) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            for (int i = 0; i < end; i += d.length()) {
                LongVector word = LongVector.fromArray(Species.LONGS, words, i);
                DoubleVector mean = DoubleVector.fromArray(d, means, i);
                DoubleVector u = word.lanewise(VectorOperators.LSHR, 12).or(ONE_BITS).reinterpretAsDoubles()
                        .sub(ONE_LESS_HALF_STEP).sub(0.5);
                DoubleVector t = DoubleVector.broadcast(d, 0.5).sub(u.abs());
                DoubleVector b = DoubleVector.broadcast(d, B_SLOPE).fma(mean.sqrt(), DoubleVector.broadcast(d, B_0));
                DoubleVector a = DoubleVector.broadcast(d, A_SLOPE).fma(b, DoubleVector.broadcast(d, A_0));
                DoubleVector shifted = mean.add(SHIFT);
                DoubleVector centre = shifted.add(ROUNDER).sub(ROUNDER);
                a.add(a).div(t).add(b).fma(u, shifted.sub(centre)).add(ROUNDER).sub(ROUNDER).add(centre).intoArray(k, i);
                DoubleVector part = word.and(PARTS - 1).or(WHOLE_BITS).reinterpretAsDoubles().sub(WHOLE);
                DoubleVector v = LongVector.fromArray(Species.LONGS, fresh, i).lanewise(VectorOperators.LSHR, 12)
                        .or(ONE_BITS).reinterpretAsDoubles().sub(ONE_LESS_HALF_STEP).add(part);
                DoubleVector square = t.mul(t);
                DoubleVector less = b.sub(3.4);
                DoubleVector divisor = square.mul(v).mul(mean)
                        .mul(DoubleVector.broadcast(d, 1.1239).fma(less, DoubleVector.broadcast(d, 1.2)));
                b.fma(square, a).mul(less).div(divisor).intoArray(heights, i);
            }
            return end;
        }
    }
}
