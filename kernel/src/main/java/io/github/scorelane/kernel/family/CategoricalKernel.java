package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Rehearsal;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Computes draws, log densities and scores of categorical distributions by logits that differ by element, in columns: {@code
 * logits[k][i]} is logit k of element i. All results have the bits of {@link Softmax}, element by element; draw e is the quantile
 * of uniform e of the stream.
 *
 * <p>Draws cost an exponential for each value. By the largest of θ_k − ln(−ln u_k), the Gumbel trick, they would cost two
 * logarithms and a uniform.
 */
public final class CategoricalKernel {
    private static final Gate GATE = Gate.ofMasks(CategoricalKernel::rehearse);

    /** Number of draws that are made at a time, so few that the sums of all their weights stay in the inner caches. */
    private static final int CHUNK = 128;
    private static final ThreadLocal<double[]> SUMS = ThreadLocal.withInitial(() -> new double[0]);

    private CategoricalKernel() {}

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param logits each draw's θ, a column for each value
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void sample(double[][] logits, SplitStream stream, long first, double[] x, int offset, int length) {
        double[] sums = SUMS.get();
        if (sums.length < CHUNK * logits.length) {
            sums = new double[CHUNK * logits.length];
            SUMS.set(sums);
        }
        for (int i = 0; i < length; i += CHUNK) {
            chunk(logits, sums, stream, first + i, x, offset + i, Math.min(CHUNK, length - i));
        }
    }

    private static void chunk(double[][] logits, double[] sums, SplitStream stream, long first, double[] x, int offset,
            int length) {
        Workspace workspace = Workspace.ofThread();
        double[] most = workspace.doubles();
        double[] weight = workspace.doubles();
        double[] target = workspace.doubles();
        double[] sum = workspace.doubles();
        double[] draws = workspace.doubles();
        largest(logits, offset, most, weight, length);
        for (int i = 0; i < length; i++) {
            sum[i] = 0;
            draws[i] = 0;
        }
        for (int k = 0; k < logits.length; k++) {
            weights(logits[k], offset, most, weight, length);
            for (int i = 0; i < length; i++) {
                sum[i] += weight[i];
            }
            System.arraycopy(sum, 0, sums, k * CHUNK, length);
        }
        stream.uniforms(first, target, 0, length);
        for (int i = 0; i < length; i++) {
            target[i] *= sum[i];
        }
        for (int k = 0; k < logits.length - 1; k++) {
            count(sums, k * CHUNK, target, draws, length);
        }
        System.arraycopy(draws, 0, x, offset, length);
        workspace.giveBack(5, 0);
    }

    /** Counts a sum that is below the target. */
    private static void count(double[] sums, int offset, double[] target, double[] counts, int length) {
        int head = GATE.head(length);
        int from = head < 0 ? 0 : GATE.end(Simd.count(sums, offset, target, counts, head));
        count(sums, offset, target, counts, from, length);
    }

    private static void count(double[] sums, int offset, double[] target, double[] counts, int from, int length) {
        for (int i = from; i < length; i++) {
            counts[i] += sums[offset + i] < target[i] ? 1 : 0;
        }
    }

    private static void rehearse(double[] numbers, double[] results, int n) {
        double[] target = new double[n];
        for (int i = 0; i < n; i++) {
            target[i] = numbers[Rehearsal.MOST - 1 - i];
        }
        Arrays.fill(results, 0, n, 0.0);
        count(numbers, 0, target, results, n);
    }

    /**
     * Writes the logarithm of the probability mass, which is −∞ where a point is not one of the values.
     *
     * @param logits each point's θ, a column for each value
     * @param x the points
     * @param logPdf receives the logarithms
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void logPdf(double[][] logits, double[] x, double[] logPdf, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] most = workspace.doubles();
        double[] weight = workspace.doubles();
        double[] sum = workspace.doubles();
        largest(logits, offset, most, weight, length);
        for (int i = 0; i < length; i++) {
            sum[i] = 0;
        }
        for (double[] each : logits) {
            weights(each, offset, most, weight, length);
            for (int i = 0; i < length; i++) {
                sum[i] += weight[i];
            }
        }
        Log.log(sum, 0, sum, 0, length);
        for (int i = 0; i < length; i++) {
            int k = (int) x[offset + i];
            logPdf[offset + i] = k >= 0 && k < logits.length && k == x[offset + i]
                    ? (logits[k][offset + i] - most[i]) - sum[i] : Double.NEGATIVE_INFINITY;
        }
        workspace.giveBack(3, 0);
    }

    /**
     * Writes the scores of all logits: 1 − π_k where x is k, and −π_k elsewhere.
     *
     * @param logits each point's θ, a column for each value
     * @param x the points
     * @param score receives the scores, a row for each value; none of the logits
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void scores(double[][] logits, double[] x, double[][] score, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] most = workspace.doubles();
        double[] weight = workspace.doubles();
        double[] sum = workspace.doubles();
        double[] lost = workspace.doubles();
        largest(logits, offset, most, weight, length);
        for (int i = 0; i < length; i++) {
            sum[i] = 0;
            lost[i] = 0;
        }
        for (int k = 0; k < logits.length; k++) {
            weights(logits[k], offset, most, weight, length);
            for (int i = 0; i < length; i++) {
                double next = sum[i] + weight[i];
                double added = next - sum[i];
                lost[i] += (sum[i] - (next - added)) + (weight[i] - added);
                sum[i] = next;
            }
            System.arraycopy(weight, 0, score[k], offset, length);
        }
        // This number, 1 − π_k where x is k, is kept until the rows are scaled.
        for (int i = 0; i < length; i++) {
            int k = (int) x[offset + i];
            double own = k >= 0 && k < score.length ? score[k][offset + i] : 0;
            weight[i] = ((sum[i] - own) + lost[i]) * (1 / sum[i]);
            most[i] = -(1 / sum[i]);
        }
        for (double[] row : score) {
            System.arraycopy(row, offset, sum, 0, length);
            for (int i = 0; i < length; i++) {
                sum[i] *= most[i];
            }
            System.arraycopy(sum, 0, row, offset, length);
        }
        for (int i = 0; i < length; i++) {
            int k = (int) x[offset + i];
            if (k >= 0 && k < score.length) {
                score[k][offset + i] = weight[i];
            }
        }
        workspace.giveBack(4, 0);
    }

    private static void largest(double[][] logits, int offset, double[] most, double[] work, int length) {
        System.arraycopy(logits[0], offset, most, 0, length);
        for (int k = 1; k < logits.length; k++) {
            System.arraycopy(logits[k], offset, work, 0, length);
            for (int i = 0; i < length; i++) {
                most[i] = Math.max(most[i], work[i]);
            }
        }
    }

    private static void weights(double[] logits, int offset, double[] most, double[] weight, int length) {
        System.arraycopy(logits, offset, weight, 0, length);
        for (int i = 0; i < length; i++) {
            weight[i] -= most[i];
        }
        Exp.exp(weight, 0, weight, 0, length);
    }

    private static final class Simd {
        private Simd() {}

        static int count(double[] sums, int offset, double[] target, double[] counts, int length) {
            if (length == 0) {
                return 0;
            }
            int lanes = Species.DOUBLES.length();
            DoubleVector one = DoubleVector.broadcast(Species.DOUBLES, 1);
            int end = Species.DOUBLES.loopBound(length);
            for (int i = 0; i < end; i += lanes) {
                VectorMask<Double> below = DoubleVector.fromArray(Species.DOUBLES, sums, offset + i)
                        .compare(VectorOperators.LT, DoubleVector.fromArray(Species.DOUBLES, target, i));
                DoubleVector.fromArray(Species.DOUBLES, counts, i).add(one, below).intoArray(counts, i);
            }
            return end;
        }
    }
}
