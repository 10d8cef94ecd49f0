package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Computes draws, log densities and scores of the inverse Gaussian (Wald) distribution over arrays, with mean μ and shape λ. With d
 * = x/μ − 1 and the chi-square q = λ·d²/x:
 *
 * <pre>
 *     log p      = ½·ln(λ/2π) − (3/2)·ln x − q/2
 *     ∂ log p/∂μ = (λ/μ²)·d
 *     ∂ log p/∂λ = (1 − q)/2λ
 * </pre>
 *
 * <p>Draws: q is z², z a normal number, and x one of the two roots of that, μ·g² and μ/g², where g = s + √(1 + s²) and s =
 * ½·|z|·√(μ/λ): the larger with probability 1/(1 + g²). Nothing cancels in this, nor in d = ±2s·g^±1. z is normal draw e of
 * substream(0), the choice is made by uniform e of substream(1), so a larger root of probability below 2^-53 is not drawn. d and q
 * are the statistics of a draw: they are right where x has lost them, as μ/λ is small.
 *
 * <p>Outside the support, x ≤ 0, the log density is −∞.
 *
 * <p>Source: J. R. Michael, W. R. Schucany, R. W. Haas, <i>Generating random variates using transformations with multiple
 * roots</i>, The American Statistician 30, 1976; the roots in this form: here.
 */
public final class InverseGaussianKernel {
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
    /** Factor that makes any difference from 1 more than 1. */
    private static final double LARGE = 0x1p60;

    /** Number whose square does not overflow. */
    private static final double FAR = 0x1p500;
    /** Largest factor with which a normal draw does not overflow. */
    private static final double MOST = 0x1p1018;
    /** Bound of means, shapes and ratios of the two: within it and its inverse no product overflows or underflows. */
    private static final double MODERATE = 0x1p340;

    private InverseGaussianKernel() {}

    private static boolean isModerate(double x) {
        return x < MODERATE && x > 1 / MODERATE;
    }

    /**
     * Computes q from d where its quotients may overflow or underflow. They are held to the doubles above 0, so that nothing is 0
     * times infinity.
     */
    private static double farSquare(double d, double shape, double x) {
        return Math.max(Double.MIN_VALUE, Math.min(Double.MAX_VALUE, shape / x)) * d * d;
    }

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param mean μ
     * @param shape λ
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public static void sample(double mean, double shape, SplitStream stream, long first, double[] x, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] deviations = workspace.doubles();
        double[] squares = workspace.doubles();
        double[] draws = workspace.doubles();
        draw(mean, shape, stream, first, draws, deviations, squares, length);
        System.arraycopy(draws, 0, x, offset, length);
        workspace.giveBack(3, 0);
    }

    /**
     * Writes draws, and the statistics of which their scores are made.
     *
     * @param mean μ
     * @param shape λ
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param deviation receives d
     * @param square receives q
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void sample(double mean, double shape, SplitStream stream, long first, double[] x, double[] deviation,
            double[] square, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] deviations = workspace.doubles();
        double[] squares = workspace.doubles();
        double[] draws = workspace.doubles();
        draw(mean, shape, stream, first, draws, deviations, squares, length);
        System.arraycopy(draws, 0, x, offset, length);
        System.arraycopy(deviations, 0, deviation, offset, length);
        System.arraycopy(squares, 0, square, offset, length);
        workspace.giveBack(3, 0);
    }

    private static void draw(double mean, double shape, SplitStream stream, long first, double[] draws, double[] deviations,
            double[] squares, int length) {
        NormalSampler.sample(0, 1, stream.substream(0), first, squares, 0, length);
        stream.substream(1).uniforms(first, draws, 0, length);
        double ratio = mean / shape;
        boolean isNormal = ratio >= Double.MIN_NORMAL && ratio <= Double.MAX_VALUE;
        double scale = Math.min(0.5 * (isNormal ? Math.sqrt(ratio) : Math.sqrt(mean) / Math.sqrt(shape)), MOST);
        for (int i = 0; i < length; i++) {
            double z = squares[i];
            double s = Math.abs(z) * scale;
            double bounded = Math.min(s, FAR);
            // The root is s where s² would overflow.
            double g = s + Math.max(s, Math.sqrt(Fma.fma(bounded, bounded, 1)));
            // The choice is a factor 1 or 0, which is exact and has no branch, so that C2 makes vectors of the loop.
            double smaller = Math.max(0, Math.min(1, Fma.fma(draws[i], Fma.fma(g, g, 1), -1) * LARGE));
            double larger = 1 - smaller;
            double root = Fma.fma(smaller, 1 / g, larger * g);
            draws[i] = mean * root * root;
            deviations[i] = 2 * s * (larger - smaller) * root;
            squares[i] = z * z;
        }
    }

    /**
     * Writes the statistics of points, as well as points that are rounded can tell them.
     *
     * @param mean μ
     * @param shape λ
     * @param x the points
     * @param deviation receives d
     * @param square receives q
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void statistics(double mean, double shape, double[] x, double[] deviation, double[] square, int offset,
            int length) {
        double scale = 1 / mean;
        double ratio = shape / mean;
        for (int i = offset; i < offset + length; i++) {
            double d = (x[i] - mean) * scale;
            deviation[i] = d;
            square[i] = ratio * d * (d / (x[i] * scale));
        }
        if (!(isModerate(mean) && isModerate(shape))) {
            for (int i = offset; i < offset + length; i++) {
                square[i] = farSquare(deviation[i], shape, x[i]);
            }
        }
    }

    /**
     * Writes the logarithm of the density at each point.
     *
     * @param mean μ
     * @param shape λ
     * @param x the points
     * @param logPdf receives the logarithms
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void logPdf(double mean, double shape, double[] x, double[] logPdf, int offset, int length) {
        Log.log(x, offset, logPdf, offset, length);
        double scale = 1 / mean;
        double ratio = -0.5 * (shape / mean);
        double constant = 0.5 * Log.log(shape) - HALF_LOG_TWO_PI;
        for (int i = offset; i < offset + length; i++) {
            double d = (x[i] - mean) * scale;
            logPdf[i] = Fma.fma(-1.5, logPdf[i], Fma.fma(ratio * d, d / (x[i] * scale), constant));
        }
        if (!(isModerate(mean) && isModerate(shape))) {
            for (int i = offset; i < offset + length; i++) {
                double square = farSquare((x[i] - mean) * scale, shape, x[i]);
                logPdf[i] = Fma.fma(-1.5, Log.log(x[i]), Fma.fma(-0.5, square, constant));
            }
        }
        for (int i = offset; i < offset + length; i++) {
            if (x[i] <= 0 || x[i] * scale == Double.POSITIVE_INFINITY) {
                logPdf[i] = Double.NEGATIVE_INFINITY;
            }
        }
    }

    /**
     * Writes both scores of points whose statistics are given.
     *
     * @param mean μ
     * @param shape λ
     * @param deviation d
     * @param square q
     * @param byMean receives ∂ log p/∂μ
     * @param byShape receives ∂ log p/∂λ
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void gradLogPdf(double mean, double shape, double[] deviation, double[] square, double[] byMean,
            double[] byShape, int offset, int length) {
        ScaledNumber partsOfMean = ScaledNumber.of(mean);
        ScaledNumber partsOfShape = ScaledNumber.of(shape);
        double scale = 1 / partsOfMean.mantissa();
        double ratio = partsOfShape.mantissa() / partsOfMean.mantissa();
        // λ/μ² has an exponent of up to 3067, so it is applied in three powers of two.
        int exponent = Math.getExponent(partsOfShape.unit()) - 2 * Math.getExponent(partsOfMean.unit());
        double third = Math.scalb(1.0, exponent / 3);
        double rest = Math.scalb(1.0, exponent - 2 * (exponent / 3));
        double half = 0.5 / shape;
        for (int i = offset; i < offset + length; i++) {
            byMean[i] = deviation[i] * ratio * scale * third * third * rest;
            byShape[i] = (1 - square[i]) * half;
        }
    }
}
