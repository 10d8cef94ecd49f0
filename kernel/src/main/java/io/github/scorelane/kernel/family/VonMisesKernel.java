package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.WorkList;
import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Atan;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Sin;
import io.github.scorelane.kernel.math.TanPi;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Computes draws, log densities and scores of the von Mises distribution over arrays, with mean direction μ and concentration κ.
 * With θ = x − μ and v = 1 − cos θ:
 *
 * <pre>
 *     log p      = −κ·v + κ − ln 2πI₀(κ)
 *     ∂ log p/∂μ = κ·sin θ
 *     ∂ log p/∂κ = E[v] − v,  where E[v] = 1 − I₁(κ)/I₀(κ)
 * </pre>
 *
 * <p>Draws: by rejection from the wrapped Cauchy distribution, of which t = tan(θ/2) is a Cauchy number, c·tan πu. With y = h +
 * κ·v, v = 2t²/(1 + t²), it is accepted where y·exp(1 − y) exceeds another uniform: always as κ → 0, of two draws of three as κ →
 * ∞. With w = √(1 + 4κ²), h = ½ + ½/(w + 2κ), and c² = h/(h + 2κ). So nothing cancels, however large κ is. sin θ, which is 2t/(1 +
 * t²), and v are the statistics of a draw, of which its scores are made without trigonometry; only the draw itself takes θ = 2·atan
 * t.
 *
 * <p>Draw e takes u of uniform e of substream(0), and the other of substream(1); attempt k = 1, 2, … after a refusal takes word e
 * of the reserved streams 2k and 2k + 1.
 *
 * <p>Source: D. J. Best, N. I. Fisher, <i>Efficient simulation of the von Mises distribution</i>, Applied Statistics 28, 1979; in
 * these terms, which do not cancel: here.
 */
public final class VonMisesKernel {
    /** Largest distance from μ: angles farther away have no density, as {@link Sin} does not offer their sines. */
    private static final double FARTHEST = 0x1p20;
    /** Number below which an exponential is 0 to any test, though Exp would take four times as long for it. */
    private static final double LEAST_LOG = -700;
    /** Concentration above which the rounding of an angle would be seen in the log density. */
    private static final double NARROW = 64;
    private static final double PI_LOW = 1.2246467991473532e-16;

    private VonMisesKernel() {}

    /**
     * Writes draws, and the statistics of which their scores are made.
     *
     * @param meanDirection μ, between −π and π
     * @param concentration κ
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws, between −π and π
     * @param sine receives sin θ
     * @param versine receives v
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void sample(double meanDirection, double concentration, SplitStream stream, long first, double[] x,
            double[] sine, double[] versine, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] tangents = workspace.doubles();
        tangents(concentration, stream, first, tangents, length, workspace);
        System.arraycopy(tangents, 0, x, offset, length);
        for (int i = offset; i < offset + length; i++) {
            double t = x[i];
            double inverse = 2 / Fma.fma(t, t, 1);
            sine[i] = t * inverse;
            versine[i] = t * t * inverse;
        }
        toAngles(meanDirection, tangents, length);
        System.arraycopy(tangents, 0, x, offset, length);
        workspace.giveBack(1, 0);
    }

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param meanDirection μ, between −π and π
     * @param concentration κ
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws, between −π and π
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public static void sample(double meanDirection, double concentration, SplitStream stream, long first, double[] x,
            int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] tangents = workspace.doubles();
        tangents(concentration, stream, first, tangents, length, workspace);
        toAngles(meanDirection, tangents, length);
        System.arraycopy(tangents, 0, x, offset, length);
        workspace.giveBack(1, 0);
    }

    /** Turns tangents of half the angles into the angles, in the circle's turn from −π to π. */
    private static void toAngles(double meanDirection, double[] tangents, int length) {
        Atan.atan(tangents, 0, tangents, 0, length);
        for (int i = 0; i < length; i++) {
            double angle = Fma.fma(2, tangents[i], meanDirection);
            double turns = Math.floor(Fma.fma(angle, 0.5 / Math.PI, 0.5));
            double turned = Fma.fma(turns, -2 * PI_LOW, Fma.fma(turns, -2 * Math.PI, angle));
            tangents[i] = Math.max(-Math.PI, Math.min(Math.PI, turned));
        }
    }

    private static void tangents(double concentration, SplitStream stream, long first, double[] tangents, int length,
            Workspace workspace) {
        double peak = peak(concentration);
        double scale = Math.sqrt(peak / Fma.fma(2, concentration, peak));
        double[] uniforms = workspace.doubles();
        double[] margins = workspace.doubles();
        stream.substream(0).uniforms(first, tangents, 0, length);
        stream.substream(1).uniforms(first, uniforms, 0, length);
        attempt(concentration, peak, scale, tangents, uniforms, margins, length);
        long[] places = workspace.longs();
        int count = WorkList.ofRefused(margins, length, places);
        if (count > 0) {
            again(concentration, peak, scale, stream, first, tangents, uniforms, margins, places, count, workspace);
        }
        workspace.giveBack(2, 1);
    }

    /** Returns y at the angle 0. */
    private static double peak(double concentration) {
        return 0.5 + 0.5 / (Math.sqrt(Fma.fma(4 * concentration, concentration, 1)) + 2 * concentration);
    }

    /** Turns uniforms into the tangents of half the angles, and writes the margins by which they are accepted. */
    private static void attempt(double concentration, double peak, double scale, double[] tangents, double[] uniforms,
            double[] margins, int length) {
        TanPi.tanPi(tangents, 0, tangents, 0, length);
        double slope = 2 * concentration;
        for (int i = 0; i < length; i++) {
            double t = tangents[i] * scale;
            double square = t * t;
            tangents[i] = t;
            margins[i] = Math.max(1 - peak - slope * (square / (1 + square)), LEAST_LOG);
        }
        Exp.exp(margins, 0, margins, 0, length);
        for (int i = 0; i < length; i++) {
            double t = tangents[i];
            double square = t * t;
            margins[i] = Fma.fma(Fma.fma(slope, square / (1 + square), peak), margins[i], -uniforms[i]);
        }
    }

    /** Draws again for the places on the list, as short arrays, until none is refused. */
    private static void again(double concentration, double peak, double scale, SplitStream stream, long first, double[] tangents,
            double[] uniforms, double[] margins, long[] places, int listed, Workspace workspace) {
        double[] some = workspace.doubles();
        long[] words = workspace.longs();
        long[] refused = workspace.longs();
        int count = listed;
        for (int k = 1; count > 0; k++) {
            stream.reservedWords(2 * k, first, places, words, count);
            toUniforms(words, some, count);
            stream.reservedWords(2 * k + 1, first, places, words, count);
            toUniforms(words, uniforms, count);
            attempt(concentration, peak, scale, some, uniforms, margins, count);
            // All are written, as the last try is the one that counts: the refused ones are written once more in the next round.
            for (int i = 0; i < count; i++) {
                tangents[(int) places[i]] = some[i];
            }
            count = WorkList.ofRefused(margins, count, refused);
            for (int i = 0; i < count; i++) {
                places[i] = places[(int) refused[i]];
            }
        }
        workspace.giveBack(1, 2);
    }

    private static void toUniforms(long[] words, double[] uniforms, int length) {
        for (int i = 0; i < length; i++) {
            uniforms[i] = SplitStream.uniformOf(words[i]);
        }
    }

    /**
     * Writes the statistics of which the scores of points are made.
     *
     * @param meanDirection μ, between −π and π
     * @param rest rest that is to be added to μ
     * @param x the points
     * @param sine receives sin θ
     * @param versine receives v
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void statistics(double meanDirection, double rest, double[] x, double[] sine, double[] versine, int offset,
            int length) {
        Workspace workspace = Workspace.ofThread();
        double[] lost = workspace.doubles();
        for (int i = 0; i < length; i++) {
            lost[i] = lost(x[offset + i], meanDirection) - rest;
        }
        for (int i = offset; i < offset + length; i++) {
            double angle = x[i] - meanDirection;
            sine[i] = angle;
            versine[i] = 0.5 * angle;
        }
        Sin.sin(sine, offset, sine, offset, length);
        Sin.sin(versine, offset, versine, offset, length);
        for (int i = offset; i < offset + length; i++) {
            versine[i] = 2 * versine[i] * versine[i];
        }
        for (int i = 0; i < length; i++) {
            double half = versine[offset + i];
            versine[offset + i] = Fma.fma(lost[i], sine[offset + i], half);
            sine[offset + i] = Fma.fma(lost[i], 1 - half, sine[offset + i]);
        }
        workspace.giveBack(1, 0);
    }

    /** Returns by how much x − μ exceeds its rounded value: with a large concentration, the rounding of a turn would be seen. */
    private static double lost(double x, double meanDirection) {
        double angle = x - meanDirection;
        double added = angle + meanDirection;
        return (x - added) - (meanDirection - (added - angle));
    }

    /**
     * Writes the logarithm of the density at each point.
     *
     * @param meanDirection μ, between −π and π
     * @param rest rest that is to be added to μ
     * @param moments moments of the concentration
     * @param x the points
     * @param logPdf receives the logarithms
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void logPdf(double meanDirection, double rest, VonMisesMoments moments, double[] x, double[] logPdf, int offset,
            int length) {
        if (moments.concentration() > NARROW) {
            narrowLogPdf(meanDirection, rest, moments, x, logPdf, offset, length);
            return;
        }
        for (int i = offset; i < offset + length; i++) {
            logPdf[i] = 0.5 * (x[i] - meanDirection);
        }
        Sin.sin(logPdf, offset, logPdf, offset, length);
        double scale = -2 * moments.concentration();
        double peak = moments.logPeak();
        for (int i = offset; i < offset + length; i++) {
            logPdf[i] = Fma.fma(scale * logPdf[i], logPdf[i], peak);
        }
        Support.clear(meanDirection - FARTHEST, meanDirection + FARTHEST, x, logPdf, offset, length);
    }

    private static void narrowLogPdf(double meanDirection, double rest, VonMisesMoments moments, double[] x, double[] logPdf,
            int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] points = workspace.doubles();
        double[] sine = workspace.doubles();
        double[] versine = workspace.doubles();
        System.arraycopy(x, offset, points, 0, length);
        statistics(meanDirection, rest, points, sine, versine, 0, length);
        double minus = -moments.concentration();
        double peak = moments.logPeak();
        for (int i = 0; i < length; i++) {
            versine[i] = Fma.fma(minus, versine[i], peak);
        }
        Support.clear(meanDirection - FARTHEST, meanDirection + FARTHEST, points, versine, 0, length);
        System.arraycopy(versine, 0, logPdf, offset, length);
        workspace.giveBack(3, 0);
    }

    /**
     * Writes both scores of points whose statistics are given.
     *
     * @param moments moments of the concentration
     * @param sine sin θ
     * @param versine v
     * @param byMeanDirection receives ∂ log p/∂μ
     * @param byConcentration receives ∂ log p/∂κ
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void gradLogPdf(VonMisesMoments moments, double[] sine, double[] versine, double[] byMeanDirection,
            double[] byConcentration, int offset, int length) {
        double concentration = moments.concentration();
        double mean = moments.meanVersine();
        for (int i = offset; i < offset + length; i++) {
            byMeanDirection[i] = concentration * sine[i];
            byConcentration[i] = mean - versine[i];
        }
    }
}
