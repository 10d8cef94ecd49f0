package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.WorkList;
import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.stream.SplitStream;
import java.io.Serializable;

/**
 * Computes draws, log densities and scores of the zeta distribution over arrays: x = 1, 2, … with probabilities x^-s/ζ(s), s &gt;
 * 1.
 *
 * <pre>
 *     log p(x)      = −s·ln x − ln ζ(s)
 *     ∂ log p(x)/∂s = −ln x − ζ′(s)/ζ(s)
 * </pre>
 *
 * <p>Draws below 32 are by an {@link AliasTable}. Draws from there on are made by rejection: y is drawn with a density in
 * proportion to y^-s from 31½ on, and the nearest whole number k accepted with the probability k^-s/∫ y^-s dy, over y from k − ½ to
 * k + ½, which is nearly 1, as y^-s is convex. Try i takes words 2i and 2i + 1 of the reserved streams. A draw above 2^53 is the
 * nearest double to y, and infinite above the largest double; its logarithm is right all the same, and finite.
 *
 * <p>Source of the method: L. Devroye, <i>Non-uniform random variate generation</i>, 1986, X.6.1, with another envelope.
 */
public final class ZetaKernel implements Serializable {
    private static final int START = ZetaSeries.START;
    private static final double LOG_OF_EDGE = StrictMath.log(START - 0.5);
    private static final double WHOLE = 0x1p53;

    /** Bound of s − 1 below which ζ(s) is 1/(s − 1) + γ to rounding, also where the square of s − 1 is not a normal double. */
    private static final double LAURENT_BELOW = 0x1p-40;
    private static final double EULER = 0.5772156649015329;

    private final double exponent;
    private final double excess;
    private final double logZeta;
    private final double meanLog;
    /** Variance of ln x, which is not used where s is nearly 1. */
    private final double information;
    private final AliasTable head;
    /** Coefficients of ∫ y^-s dy/k^-s = 1 + c1/k² + c2/k⁴ + …, over y from k − ½ to k + ½. */
    private final double c1;
    private final double c2;
    private final double c3;
    private final double c4;

    /**
     * Computes the constants of an exponent.
     *
     * @param exponent s, finite and at least 1
     * @param excess s − 1, positive; s may be rounded to 1
     */
    public ZetaKernel(double exponent, double excess) {
        this.exponent = exponent;
        this.excess = excess;
        if (excess < LAURENT_BELOW) {
            logZeta = EULER * excess - StrictMath.log(excess);
            meanLog = 1 / excess - EULER;
            information = Double.NaN;
        } else {
            ZetaSeries rest = ZetaSeries.from(2, exponent, excess);
            double zeta = 1 + rest.value;
            logZeta = StrictMath.log1p(rest.value);
            meanLog = -rest.first / zeta;
            information = rest.second / zeta - meanLog * meanLog;
        }
        double[] probabilities = new double[START];
        for (int k = 1; k < START; k++) {
            probabilities[k - 1] = StrictMath.pow(k, -exponent);
        }
        probabilities[START - 1] = ZetaSeries.tail(exponent, excess).value;
        head = AliasTable.of(1, probabilities);
        c1 = exponent * (exponent + 1) / 24;
        c2 = c1 * (exponent + 2) * (exponent + 3) / 80;
        c3 = c2 * (exponent + 4) * (exponent + 5) / 168;
        c4 = c3 * (exponent + 6) * (exponent + 7) / 288;
    }

    /**
     * Returns the Fisher information.
     *
     * @param scale 1 for that of s, s − 1 for that of ln(s − 1)
     * @return the variance of ln x, times the square of the scale
     */
    public double information(double scale) {
        return excess < LAURENT_BELOW ? scale / excess * (scale / excess) : information * scale * scale;
    }

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param logarithms receives ln x
     * @param offset index of the first element in both arrays
     * @param length number of elements, at most a block
     */
    public void sample(SplitStream stream, long first, double[] x, double[] logarithms, int offset, int length) {
        head.sample(stream, first, x, offset, length);
        Log.log(x, offset, logarithms, offset, length);
        Workspace workspace = Workspace.ofThread();
        double[] margins = workspace.doubles();
        long[] places = workspace.longs();
        System.arraycopy(x, offset, margins, 0, length);
        for (int i = 0; i < length; i++) {
            margins[i] = START - 0.5 - margins[i];
        }
        int count = WorkList.ofRefused(margins, length, places);
        if (count > 0) {
            tail(stream, first, margins, places, count, x, logarithms, offset);
        }
        workspace.giveBack(1, 1);
    }

    private void tail(SplitStream stream, long first, double[] margins, long[] places, int listed, double[] x,
            double[] logarithms, int offset) {
        Workspace workspace = Workspace.ofThread();
        double[] log = workspace.doubles();
        double[] k = workspace.doubles();
        double[] v = workspace.doubles();
        long[] words = workspace.longs();
        long[] refused = workspace.longs();
        int count = listed;
        for (int attempt = 0; count > 0; attempt++) {
            uniforms(stream, 2 * attempt, first, places, words, log, count);
            uniforms(stream, 2 * attempt + 1, first, places, words, v, count);
            propose(log, k, v, margins, count);
            for (int i = 0; i < count; i++) {
                int at = offset + (int) places[i];
                x[at] = k[i];
                logarithms[at] = k[i] < WHOLE ? Log.log(k[i]) : log[i];
            }
            int again = WorkList.ofRefused(margins, count, refused);
            for (int i = 0; i < again; i++) {
                places[i] = places[(int) refused[i]];
            }
            count = again;
        }
        workspace.giveBack(3, 2);
    }

    private static void uniforms(SplitStream stream, int reserved, long first, long[] places, long[] words, double[] u,
            int count) {
        stream.reservedWords(reserved, first, places, words, count);
        for (int i = 0; i < count; i++) {
            u[i] = SplitStream.uniformOf(words[i]);
        }
    }

    /** Makes of uniforms the logarithm of y, the nearest whole number, and the margin by which that is accepted. */
    private void propose(double[] log, double[] k, double[] v, double[] margins, int count) {
        Log.log(log, 0, log, 0, count);
        double scale = -1 / excess;
        for (int i = 0; i < count; i++) {
            log[i] = Fma.fma(log[i], scale, LOG_OF_EDGE);
        }
        Exp.exp(log, 0, k, 0, count);
        for (int i = 0; i < count; i++) {
            k[i] = Math.max(START, Math.floor(k[i] + 0.5));
            double q = 1 / (k[i] * k[i]);
            double sum = Fma.fma(Fma.fma(Fma.fma(Fma.fma(c4, q, c3), q, c2), q, c1), q, 1);
            margins[i] = 1 - v[i] * sum;
        }
    }

    /**
     * Writes the logarithm of the probability mass, which is −∞ where a point is not a whole number from 1 on.
     *
     * @param x the points
     * @param logPdf receives the logarithms; not the points
     * @param offset index of the first element in both arrays
     * @param length number of elements
     */
    public void logPdf(double[] x, double[] logPdf, int offset, int length) {
        Log.log(x, offset, logPdf, offset, length);
        for (int i = offset; i < offset + length; i++) {
            logPdf[i] = x[i] >= 1 && x[i] == Math.rint(x[i])
                    ? Fma.fma(logPdf[i], -exponent, -logZeta) : Double.NEGATIVE_INFINITY;
        }
    }

    /**
     * Writes the score of each point.
     *
     * @param scale 1 for those of s, s − 1 for those of ln(s − 1)
     * @param logarithms ln x
     * @param score receives the scores
     * @param offset index of the first element in both arrays
     * @param length number of elements
     */
    public void scores(double scale, double[] logarithms, double[] score, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            score[i] = (meanLog - logarithms[i]) * scale;
        }
    }
}
