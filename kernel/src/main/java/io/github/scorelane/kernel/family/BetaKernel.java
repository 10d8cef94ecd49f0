package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1p;
import io.github.scorelane.kernel.math.Log1pMinusX;
import io.github.scorelane.kernel.math.StirlingError;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Computes draws, log densities and scores of the beta distribution over arrays, with shapes α and β, and s = α + β. With l =
 * ln(x·s/α) and m = ln((1 − x)·s/β), the logarithms of a point, and of 1 less the point, over their means:
 *
 * <pre>
 *     log p      = (α − 1)·ln x + (β − 1)·ln(1 − x) − ln B(α, β)
 *     ∂ log p/∂α = l + (ln α − ψ(α)) − (ln s − ψ(s))
 *     ∂ log p/∂β = m + (ln β − ψ(β)) − (ln s − ψ(s))
 * </pre>
 *
 * <p>A draw is g/(g + h), with g and h draws of {@link GammaSampler} of the shapes α and β from substream(0) and substream(1);
 * where a shape is below 1, of their logarithms. Parameters are the callers' to check. Outside the support the log density is −∞.
 */
public final class BetaKernel {
    /** Shape from which on the terms of log densities and scores would cancel, unless they are written about the mean. */
    private static final double LARGE = 64;
    /** Least number whose ratio to a mean is sure to be a normal double. */
    private static final double TINY = 0x1p-900;
    /** Relative distance from the mean below which it has lost the point. */
    private static final double NEAR_ZERO = 0.125 - 1;
    /** Ratio of the shapes from which on draws are never near the far end. */
    private static final double LOPSIDED = 1024;
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

    private BetaKernel() {}

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param alpha α
     * @param beta β
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public static void sample(double alpha, double beta, SplitStream stream, long first, double[] x, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] g = offset == 0 ? x : workspace.doubles();
        double[] h = workspace.doubles();
        if (alpha < 1 || beta < 1) {
            double[] odds = workspace.doubles();
            logOdds(alpha, beta, stream, first, odds, length, workspace);
            ofOdds(odds, g, h, length);
            workspace.giveBack(1, 0);
        } else {
            GammaSampler.sample(alpha, stream.substream(0), first, g, length);
            GammaSampler.sample(beta, stream.substream(1), first, h, length);
            divide(alpha, beta, g, h, length);
        }
        if (offset != 0) {
            System.arraycopy(g, 0, x, offset, length);
        }
        workspace.giveBack(offset == 0 ? 1 : 2, 0);
    }

    /**
     * Writes draws, and the statistics of which their scores are made.
     *
     * @param alpha α
     * @param beta β
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param logRatios receives l, finite where x is 0 as a double
     * @param logComplements receives m, finite where x is 1 as a double
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void sample(double alpha, double beta, SplitStream stream, long first, double[] x, double[] logRatios,
            double[] logComplements, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] g = workspace.doubles();
        double[] h = workspace.doubles();
        double[] l = workspace.doubles();
        double[] m = workspace.doubles();
        if (alpha < 1 || beta < 1) {
            logOdds(alpha, beta, stream, first, l, length, workspace);
            ofOdds(l, g, h, length);
            logsOfOdds(alpha, beta, h, l, m, length);
        } else {
            GammaSampler.sample(alpha, stream.substream(0), first, g, length);
            GammaSampler.sample(beta, stream.substream(1), first, h, length);
            divide(alpha, beta, g, h, length);
            if (alpha < LARGE && beta < LARGE) {
                logs(g, (alpha + beta) / alpha, l, length);
                logs(h, (alpha + beta) / beta, m, length);
            } else {
                ShapeSum sum = ShapeSum.of(alpha, beta);
                boolean few = beta > LOPSIDED * alpha;
                boolean many = alpha > LOPSIDED * beta;
                LogRatio.ofShare(many ? h : g, many, alpha, sum, l, length);
                LogRatio.ofShare(few ? g : h, few, beta, sum, m, length);
            }
        }
        System.arraycopy(g, 0, x, offset, length);
        System.arraycopy(l, 0, logRatios, offset, length);
        System.arraycopy(m, 0, logComplements, offset, length);
        workspace.giveBack(4, 0);
    }

    /**
     * Writes the statistics of which the scores of points are made.
     *
     * @param alpha α
     * @param beta β
     * @param x the points
     * @param logRatios receives l
     * @param logComplements receives m
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void statistics(double alpha, double beta, double[] x, double[] logRatios, double[] logComplements, int offset,
            int length) {
        Workspace workspace = Workspace.ofThread();
        double[] points = workspace.doubles();
        double[] logs = workspace.doubles();
        ShapeSum sum = ShapeSum.of(alpha, beta);
        System.arraycopy(x, offset, points, 0, length);
        LogRatio.ofShare(points, false, alpha, sum, logs, length);
        System.arraycopy(logs, 0, logRatios, offset, length);
        LogRatio.ofShare(points, true, beta, sum, logs, length);
        System.arraycopy(logs, 0, logComplements, offset, length);
        workspace.giveBack(2, 0);
    }

    private static void logs(double[] x, double factor, double[] logs, int length) {
        for (int i = 0; i < length; i++) {
            logs[i] = x[i] * factor;
        }
        Log.log(logs, 0, logs, 0, length);
    }

    /** Replaces ln g by ln g − ln h. */
    private static void logOdds(double alpha, double beta, SplitStream stream, long first, double[] odds, int length,
            Workspace workspace) {
        double[] logs = workspace.doubles();
        GammaSampler.sampleLogs(alpha, stream.substream(0), first, odds, length);
        GammaSampler.sampleLogs(beta, stream.substream(1), first, logs, length);
        for (int i = 0; i < length; i++) {
            odds[i] -= logs[i];
        }
        workspace.giveBack(1, 0);
    }

    /** Computes x = e^min(d, 0)/(1 + e^−|d|), with d the log odds, which loses nothing at either end, and keeps e^−|d|. */
    private static void ofOdds(double[] odds, double[] x, double[] less, int length) {
        for (int i = 0; i < length; i++) {
            less[i] = -Math.abs(odds[i]);
        }
        Exp.exp(less, 0, less, 0, length);
        for (int i = 0; i < length; i++) {
            x[i] = Math.max(less[i], Math.copySign(0.5, odds[i]) + 0.5) / (1 + less[i]);
        }
    }

    /** Replaces the log odds by the logarithms of x and 1 − x over their means. */
    private static void logsOfOdds(double alpha, double beta, double[] less, double[] logs, double[] logComplements, int length) {
        Log1p.log1p(less, 0, less, 0, length);
        double atMean = logOfOnePlus(beta, alpha);
        double complementAtMean = logOfOnePlus(alpha, beta);
        for (int i = 0; i < length; i++) {
            double d = logs[i];
            logs[i] = Math.min(d, 0) - less[i] + atMean;
            logComplements[i] = Math.min(-d, 0) - less[i] + complementAtMean;
        }
    }

    /** Returns ln(1 + a/b), also if the quotient overflows. */
    private static double logOfOnePlus(double a, double b) {
        double quotient = a / b;
        return quotient < Double.POSITIVE_INFINITY ? Log1p.log1p(quotient) : Log.log(a) - Log.log(b);
    }

    /** Replaces g and h by g/(g + h) and h/(g + h). */
    private static void divide(double alpha, double beta, double[] g, double[] h, int length) {
        double unit = ShapeSum.of(alpha, beta).unit();
        if (unit < 1) {
            for (int i = 0; i < length; i++) {
                g[i] *= unit;
                h[i] *= unit;
            }
        }
        for (int i = 0; i < length; i++) {
            double inverse = 1 / (g[i] + h[i]);
            g[i] = Math.min(g[i] * inverse, 1);
            h[i] = Math.min(h[i] * inverse, 1);
        }
    }

    /**
     * Writes the logarithm of the density at each point.
     *
     * @param alpha α
     * @param beta β
     * @param x the points
     * @param logPdf receives the logarithms
     * @param offset index of the first element in both arrays
     * @param length number of elements, at most a block
     */
    public static void logPdf(double alpha, double beta, double[] x, double[] logPdf, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] points = workspace.doubles();
        double[] l = workspace.doubles();
        double[] m = workspace.doubles();
        System.arraycopy(x, offset, points, 0, length);
        ShapeSum sum = ShapeSum.of(alpha, beta);
        LogRatio.ofShare(points, false, alpha, sum, l, length);
        LogRatio.ofShare(points, true, beta, sum, m, length);
        double logSum = sum.log();
        double atMean = 1.5 * logSum - 0.5 * (Log.log(alpha) + Log.log(beta)) - HALF_LOG_TWO_PI
                + (StirlingError.stirlingError(sum.value()) - StirlingError.stirlingError(alpha)
                        - StirlingError.stirlingError(beta));
        if (Math.min(alpha, beta) < LARGE) {
            double power = alpha - 1;
            double powerOfComplement = beta - 1;
            for (int i = 0; i < length; i++) {
                l[i] = Fma.fma(power, l[i], Fma.fma(powerOfComplement, m[i], atMean));
            }
        } else {
            aboutMean(alpha, beta, sum, atMean, points, l, m, length, workspace);
        }
        for (int i = 0; i < length; i++) {
            if (!(points[i] > TINY && points[i] < 1)) {
                l[i] = points[i] > 0 && points[i] < 1
                        ? Fma.fma(alpha - 1, Log.log(points[i]) - (Log.log(alpha) - logSum),
                                Fma.fma(beta - 1, m[i], atMean))
                        : logPdfAtEnd(alpha, beta, points[i]);
            }
        }
        System.arraycopy(l, 0, logPdf, offset, length);
        workspace.giveBack(3, 0);
    }

    private static double logPdfAtEnd(double alpha, double beta, double x) {
        if (x != 0 && x != 1) {
            return Double.isNaN(x) ? x : Double.NEGATIVE_INFINITY;
        }
        double near = x == 0 ? alpha : beta;
        if (near != 1) {
            return near < 1 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return Log.log(x == 0 ? beta : alpha);
    }

    /**
     * Computes α·(l − t) + β·(m − u) − l − m, with t and u the relative distances of x and 1 − x from their means: α·t is −β·u, so
     * that both cancel.
     */
    private static void aboutMean(double alpha, double beta, ShapeSum shapes, double atMean, double[] x, double[] l,
            double[] m, int length, Workspace workspace) {
        double[] t = workspace.doubles();
        double[] u = workspace.doubles();
        double[] curve = workspace.doubles();
        double scaled = alpha * shapes.unit();
        double sum = shapes.scaled();
        double sumLow = shapes.low();
        double byAlpha = 1 / scaled;
        double byBeta = -1 / (beta * shapes.unit());
        for (int i = 0; i < length; i++) {
            double distance = Fma.fma(x[i], sumLow, Fma.fma(x[i], sum, -scaled));
            t[i] = distance * byAlpha;
            u[i] = distance * byBeta;
        }
        Log1pMinusX.log1pMinusX(t, 0, curve, 0, length);
        for (int i = 0; i < length; i++) {
            t[i] = alpha * (t[i] < NEAR_ZERO ? l[i] - t[i] : curve[i]);
        }
        Log1pMinusX.log1pMinusX(u, 0, curve, 0, length);
        for (int i = 0; i < length; i++) {
            u[i] = beta * (u[i] < NEAR_ZERO ? m[i] - u[i] : curve[i]);
        }
        for (int i = 0; i < length; i++) {
            l[i] = t[i] + u[i] + (atMean - (l[i] + m[i]));
        }
        workspace.giveBack(3, 0);
    }
}
