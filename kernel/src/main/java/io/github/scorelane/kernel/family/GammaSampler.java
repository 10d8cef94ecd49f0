package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.WorkList;
import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.NormalQuantile;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Draws from the gamma distribution of scale 1, and takes the draws' logarithms. The gamma, beta, chi-squared, Dirichlet and other
 * distributions are made of them.
 *
 * <p>Method, for a shape α ≥ 1: with d = α − 1/3, a normal z and y = 1 + z/√(9d), the draw is d·v, v = y³, where ln u &lt; z²/2 +
 * d·(1 − v + ln v) for a uniform u. If u &lt; 1 − 0.0221·z⁴/d, this holds and need not be tested; the others are put on a list,
 * tested, and drawn again as far as they are refused, as short arrays. For α &lt; 1 the draw is one of α + 1 times u^(1/α), u
 * another uniform: its logarithm is finite where the draw itself is below the least double.
 *
 * <p>Draw e takes z of normal draw e of substream(0), u of uniform e of substream(1), and the uniform of the power from
 * substream(2); attempt k = 1, 2, … after a refusal takes word e of the reserved streams 2k and 2k + 1.
 *
 * <p>Source: G. Marsaglia, W. W. Tsang, <i>A simple method for generating gamma variables</i>, ACM TOMS 26, 2000. Their quick test
 * is 1 − 0.0331·z⁴, right for d = 2/3 and so for all; one that shrinks as 1/d accepts more. Its constant, the largest value of d·(1
 * − exp(z²/2 + d·(1 − v + ln v)))/z⁴, is checked by {@code kernel/src/reference/gamma_sampler.py}.
 */
public final class GammaSampler {
    private static final double SQUEEZE = 0.0221;

    private GammaSampler() {}

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param shape α
     * @param stream source of the words
     * @param first index of the first draw
     * @param draws receives them, from place 0 on
     * @param length number of elements, at most a block
     */
    public static void sample(double shape, SplitStream stream, long first, double[] draws, int length) {
        Workspace workspace = Workspace.ofThread();
        if (shape < 1) {
            double[] powers = workspace.doubles();
            logPowers(shape, stream, first, powers, length);
            atLeastOne(shape + 1, stream, first, draws, length, workspace);
            multiplyByExp(draws, powers, length);
            workspace.giveBack(1, 0);
        } else {
            atLeastOne(shape, stream, first, draws, length, workspace);
        }
    }

    /**
     * Writes draws and their logarithms. The draws are those of {@link #sample(double, SplitStream, long, double[], int)}.
     *
     * @param shape α
     * @param stream source of the words
     * @param first index of the first draw
     * @param draws receives them, from place 0 on
     * @param logs receives their logarithms, from place 0 on: finite where a draw is 0 as a double
     * @param length number of elements, at most a block
     */
    public static void sample(double shape, SplitStream stream, long first, double[] draws, double[] logs, int length) {
        Workspace workspace = Workspace.ofThread();
        if (shape < 1) {
            double[] powers = workspace.doubles();
            logPowers(shape, stream, first, powers, length);
            atLeastOne(shape + 1, stream, first, draws, length, workspace);
            Log.log(draws, 0, logs, 0, length);
            for (int i = 0; i < length; i++) {
                logs[i] += powers[i];
            }
            multiplyByExp(draws, powers, length);
            workspace.giveBack(1, 0);
        } else {
            atLeastOne(shape, stream, first, draws, length, workspace);
            Log.log(draws, 0, logs, 0, length);
        }
    }

    /**
     * Writes the logarithms alone of the draws of {@link #sample(double, SplitStream, long, double[], int)}.
     *
     * @param shape α
     * @param stream source of the words
     * @param first index of the first draw
     * @param logs receives the logarithms, from place 0 on
     * @param length number of elements, at most a block
     */
    public static void sampleLogs(double shape, SplitStream stream, long first, double[] logs, int length) {
        Workspace workspace = Workspace.ofThread();
        atLeastOne(shape < 1 ? shape + 1 : shape, stream, first, logs, length, workspace);
        Log.log(logs, 0, logs, 0, length);
        if (shape < 1) {
            double[] powers = workspace.doubles();
            logPowers(shape, stream, first, powers, length);
            for (int i = 0; i < length; i++) {
                logs[i] += powers[i];
            }
            workspace.giveBack(1, 0);
        }
    }

    /** Computes ln(u)/α, the difference of the logarithms of draws of a shape below 1 and of α + 1. */
    private static void logPowers(double shape, SplitStream stream, long first, double[] powers, int length) {
        stream.substream(2).uniforms(first, powers, 0, length);
        Log.log(powers, 0, powers, 0, length);
        double inverse = 1 / shape;
        for (int i = 0; i < length; i++) {
            powers[i] *= inverse;
        }
    }

    private static void multiplyByExp(double[] draws, double[] powers, int length) {
        Exp.exp(powers, 0, powers, 0, length);
        for (int i = 0; i < length; i++) {
            draws[i] *= powers[i];
        }
    }

    private static void atLeastOne(double shape, SplitStream stream, long first, double[] draws, int length,
            Workspace workspace) {
        double[] normals = workspace.doubles();
        double[] uniforms = workspace.doubles();
        double[] margins = workspace.doubles();
        double d = shape - 1.0 / 3;
        NormalSampler.sample(0, 1, stream.substream(0), first, normals, 0, length);
        stream.substream(1).uniforms(first, uniforms, 0, length);
        quick(d, normals, uniforms, draws, margins, length);
        long[] places = workspace.longs();
        int count = WorkList.ofRefused(margins, length, places);
        if (count > 0) {
            finish(d, stream, first, normals, uniforms, margins, draws, places, count, workspace);
        }
        workspace.giveBack(3, 1);
    }

    /** Writes draws, and the margins by which the quick test accepts them. */
    private static void quick(double d, double[] normals, double[] uniforms, double[] draws, double[] margins, int length) {
        double slope = slope(d);
        double squeeze = -SQUEEZE / d;
        for (int i = 0; i < length; i++) {
            double z = normals[i];
            double square = z * z;
            double y = Fma.fma(slope, z, 1);
            draws[i] = y * y * y * d;
            margins[i] = Fma.fma(squeeze * square, square, 1 - uniforms[i]);
        }
    }

    /** Makes the full test of the draws on the list, and of the draws that take their places, until none is refused. */
    private static void finish(double d, SplitStream stream, long first, double[] normals, double[] uniforms,
            double[] margins, double[] draws, long[] places, int listed, Workspace workspace) {
        double[] z = workspace.doubles();
        double[] u = workspace.doubles();
        double[] v = workspace.doubles();
        long[] refused = workspace.longs();
        long[] words = workspace.longs();
        for (int k = 0; k < listed; k++) {
            int place = (int) places[k];
            z[k] = normals[place];
            u[k] = uniforms[place];
        }
        int count = listed;
        for (int attempt = 1; ; attempt++) {
            fully(d, z, u, v, margins, count);
            int again = WorkList.ofRefused(margins, count, refused);
            if (again == 0) {
                break;
            }
            for (int k = 0; k < again; k++) {
                places[k] = places[(int) refused[k]];
            }
            count = again;
            stream.reservedWords(2 * attempt, first, places, words, count);
            NormalQuantile.quantile(words, 0, z, 0, count);
            stream.reservedWords(2 * attempt + 1, first, places, words, count);
            double slope = slope(d);
            for (int k = 0; k < count; k++) {
                u[k] = SplitStream.uniformOf(words[k]);
                double y = Fma.fma(slope, z[k], 1);
                draws[(int) places[k]] = y * y * y * d;
            }
        }
        workspace.giveBack(3, 2);
    }

    /** Computes the margins by which draws are accepted: NaN or −∞ if v is not positive. */
    private static void fully(double d, double[] z, double[] u, double[] v, double[] margins, int length) {
        double slope = slope(d);
        for (int k = 0; k < length; k++) {
            double y = Fma.fma(slope, z[k], 1);
            v[k] = y * y * y;
        }
        Log.log(v, 0, margins, 0, length);
        Log.log(u, 0, u, 0, length);
        for (int k = 0; k < length; k++) {
            margins[k] = Fma.fma(d, 1 - v[k] + margins[k], Fma.fma(0.5 * z[k], z[k], -u[k]));
        }
    }

    private static double slope(double d) {
        return 1 / Math.sqrt(9 * d);
    }
}
