package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.WorkList;
import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.Expm1;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1p;
import io.github.scorelane.kernel.math.Log1pMinusX;
import io.github.scorelane.kernel.math.StirlingError;
import io.github.scorelane.kernel.math.Turn;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * Computes draws, log densities and scores of Student's t distribution over arrays, with ν degrees of freedom, location μ and scale
 * σ. With z = (x − μ)/σ, q = z²/ν and p = q/(1 + q):
 *
 * <pre>
 *     log p      = −(ν + 1)/2·ln(1 + q) + ln Γ((ν + 1)/2) − ln Γ(ν/2) − ½·ln(νπ) − ln σ
 *     ∂ log p/∂ν = ½·(p − ln(1 + q) + p/ν + c),   c = ψ((ν + 1)/2) − ψ(ν/2) − 1/ν
 *     ∂ log p/∂μ = (ν + 1)·z/(ν + z²)/σ
 *     ∂ log p/∂σ = ν·(z² − 1)/(ν + z²)/σ
 * </pre>
 *
 * <p>Draw e is √(ν·(u^(−2/ν) − 1))·cos 2πv in place of z, with u and v uniforms e of substream(0) and substream(1). Source: R. W.
 * Bailey, <i>Polar generation of random variates with the t-distribution</i>, Mathematics of Computation 62, 1994. Parameters are
 * the callers' to check.
 */
public final class StudentTKernel {
    /** Degrees of freedom below which u^(−2/ν) overflows for some u, so that half its logarithm is kept. */
    private static final double FEW = 0.25;
    /** Degrees of freedom above which no radius overflows: that of a uniform of 2^-53 is e^(36.8/ν) at most. */
    private static final double FEWEST = 0.0525;
    /** Degrees of freedom from which on p − ln(1 + q) would cancel. */
    private static final double MANY = 8;
    /** Least 1/(1 + q) that is 1 − p in all digits. */
    private static final double LEAST_REST = 0x1p-10;
    /** Least 1/(1 + q) that is not nearly subnormal. */
    private static final double LEAST_NORMAL_REST = 1e-290;
    /** Exponent of two of the ν above which products of ν and z are scaled. */
    private static final int LARGE_EXPONENT = 500;
    /** Largest |z| for which z² does not overflow. */
    private static final double FAR = 1e150;
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

    private static final double SERIES_FROM = 32;
    /** Coefficients (2^2k − 1)·B_2k/k for k = 1, 2, …, with B the Bernoulli numbers. */
    private static final double[] COEFFICIENTS = {0.5, -0.25, 0.5, -2.125, 15.5, -172.75, 2730.5};

    private StudentTKernel() {}

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param degreesOfFreedom ν
     * @param location μ
     * @param scale σ
     * @param stream source of the words
     * @param first index of the first draw
     * @param x receives the draws
     * @param offset index of the first element
     * @param length number of elements, at most a block
     */
    public static void sample(double degreesOfFreedom, double location, double scale, SplitStream stream, long first, double[] x,
            int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] radii = offset == 0 ? x : workspace.doubles();
        double[] cosines = workspace.doubles();
        stream.substream(0).uniforms(first, radii, 0, length);
        stream.substream(1).uniforms(first, cosines, 0, length);
        Turn.cos(cosines, 0, cosines, 0, length);
        Log.log(radii, 0, radii, 0, length);
        if (degreesOfFreedom < FEW) {
            wideDraws(degreesOfFreedom, location, scale, radii, cosines, length, workspace);
        } else {
            radii(degreesOfFreedom, radii, length);
            for (int i = 0; i < length; i++) {
                radii[i] = Fma.fma(scale, radii[i] * cosines[i], location);
            }
        }
        if (offset != 0) {
            System.arraycopy(radii, 0, x, offset, length);
        }
        workspace.giveBack(offset == 0 ? 1 : 2, 0);
    }

    private static void radii(double degreesOfFreedom, double[] radii, int length) {
        double power = -2 / degreesOfFreedom;
        for (int i = 0; i < length; i++) {
            radii[i] *= power;
        }
        Expm1.expm1(radii, 0, radii, 0, length);
        for (int i = 0; i < length; i++) {
            radii[i] = Math.sqrt(degreesOfFreedom * radii[i]);
        }
    }

    /** Writes draws whose radii are √(ν·(1 − e^−a))·e^(a/2). A draw that overflows is the largest double. */
    private static void wideDraws(double degreesOfFreedom, double location, double scale, double[] radii, double[] cosines,
            int length, Workspace workspace) {
        double[] halves = workspace.doubles();
        double[] factors = workspace.doubles();
        double power = 2 / degreesOfFreedom;
        double half = -1 / degreesOfFreedom;
        for (int i = 0; i < length; i++) {
            halves[i] = radii[i] * half;
            radii[i] *= power;
        }
        Exp.exp(halves, 0, factors, 0, length);
        Expm1.expm1(radii, 0, radii, 0, length);
        if (degreesOfFreedom > FEWEST) {
            for (int i = 0; i < length; i++) {
                radii[i] = Fma.fma(scale, factors[i] * Math.sqrt(-degreesOfFreedom * radii[i]) * cosines[i], location);
            }
            workspace.giveBack(2, 0);
            return;
        }
        for (int i = 0; i < length; i++) {
            double radius = factors[i] * Math.sqrt(-degreesOfFreedom * radii[i]);
            double draw = radius < Double.POSITIVE_INFINITY ? Fma.fma(scale, radius * cosines[i], location)
                    : farDraw(degreesOfFreedom, location, scale, halves[i], cosines[i]);
            radii[i] = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, draw));
        }
        workspace.giveBack(2, 0);
    }

    /**
     * Makes a draw whose radius, e^half·√ν, overflows. It is made by logarithms, as the draw itself need not overflow if the scale
     * is small.
     */
    private static double farDraw(double degreesOfFreedom, double location, double scale, double half, double cosine) {
        double log = half + 0.5 * Log.log(degreesOfFreedom) + Log.log(scale) + Log.log(Math.abs(cosine));
        return location + Math.copySign(Exp.exp(log), cosine);
    }

    /**
     * Writes the logarithm of the density at each point.
     *
     * @param degreesOfFreedom ν
     * @param location μ
     * @param scale σ
     * @param x the points
     * @param logPdf receives the logarithms
     * @param offset index of the first element in both arrays
     * @param length number of elements, at most a block
     */
    public static void logPdf(double degreesOfFreedom, double location, double scale, double[] x, double[] logPdf, int offset,
            int length) {
        double inverse = 1 / scale;
        double byFreedom = 1 / degreesOfFreedom;
        for (int i = offset; i < offset + length; i++) {
            double z = (x[i] - location) * inverse;
            logPdf[i] = z * z * byFreedom;
        }
        Log1p.log1p(logPdf, offset, logPdf, offset, length);
        double far = far(degreesOfFreedom);
        double half = 0.5 * degreesOfFreedom;
        double power = -0.5 - half;
        double atMode = (half * Log1p.log1p(0.5 / half) - 0.5) - HALF_LOG_TWO_PI
                + (StirlingError.stirlingError(half + 0.5) - StirlingError.stirlingError(half)) - Log.log(scale);
        for (int i = offset; i < offset + length; i++) {
            double z = Math.abs((x[i] - location) * inverse);
            double log = z > far ? farLog(degreesOfFreedom, z, Math.abs(x[i] - location), scale) : logPdf[i];
            logPdf[i] = Fma.fma(power, log, atMode);
        }
    }

    /** Returns the largest z for which z² and q do not overflow. */
    private static double far(double degreesOfFreedom) {
        return FAR * Math.min(1, Math.sqrt(degreesOfFreedom));
    }

    /** Returns ln(1 + q) if z² or q overflows, or z does, the quotient of a distance and the scale. */
    private static double farLog(double degreesOfFreedom, double z, double distance, double scale) {
        double root = z / Math.sqrt(degreesOfFreedom);
        if (root < FAR) {
            return Log1p.log1p(root * root);
        }
        double log = z < Double.POSITIVE_INFINITY ? Log.log(z) : Log.log(distance) - Log.log(scale);
        return 2 * log - Log.log(degreesOfFreedom);
    }

    /** Returns q/(1 + q) if z² or q overflows. */
    private static double farShare(double degreesOfFreedom, double z) {
        double root = z / Math.sqrt(degreesOfFreedom);
        return root < FAR ? root * root / Fma.fma(root, root, 1) : 1;
    }

    /**
     * Writes the three scores of each point.
     *
     * @param degreesOfFreedom ν
     * @param constant c, {@link #constant} of ν
     * @param location μ
     * @param scale σ
     * @param x the points
     * @param byFreedom receives ∂ log p/∂ν
     * @param byLocation receives ∂ log p/∂μ
     * @param byScale receives ∂ log p/∂σ
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public static void gradLogPdf(double degreesOfFreedom, double constant, double location, double scale, double[] x,
            double[] byFreedom, double[] byLocation, double[] byScale, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] points = workspace.doubles();
        double[] shares = workspace.doubles();
        double[] rests = workspace.doubles();
        double inverse = 1 / scale;
        ScaledNumber parts = ScaledNumber.of(inverse);
        double unit = parts.unit();
        // A huge ν is taken with z² in units of a power of two, so that its products with z do not overflow.
        double root = Math.scalb(1.0, -Math.max(0, Math.getExponent(degreesOfFreedom) - LARGE_EXPONENT) / 2);
        double up = 1 / root;
        double one = root * root;
        double upSquare = up * up;
        double scaled = degreesOfFreedom * one;
        double slope = (scaled + one) * parts.mantissa();
        double factor = scaled * parts.mantissa();
        for (int i = offset; i < offset + length; i++) {
            double z = (x[i] - location) * inverse * root;
            double quotient = 1 / Fma.fma(z, z, scaled);
            byFreedom[i] = quotient;
            byLocation[i] = slope * z * quotient * up * unit;
            byScale[i] = factor * Fma.fma(z, z, -one) * quotient * upSquare * unit;
        }
        System.arraycopy(x, offset, points, 0, length);
        System.arraycopy(byFreedom, offset, rests, 0, length);
        for (int i = 0; i < length; i++) {
            double z = (points[i] - location) * inverse * root;
            shares[i] = z * z * rests[i];
            rests[i] *= scaled;
        }
        long[] places = workspace.longs();
        int far = degreesOfFreedom < MANY
                ? differencesOfFew(shares, rests, points, length, places)
                : differencesOfMany(shares, rests, points, length, places);
        double perDegree = 1 / degreesOfFreedom;
        for (int i = 0; i < length; i++) {
            points[i] = 0.5 * (Fma.fma(shares[i], perDegree, constant) + points[i]);
        }
        System.arraycopy(points, 0, byFreedom, offset, length);
        for (int k = 0; k < far; k++) {
            int i = offset + (int) places[k];
            double z = (x[i] - location) * inverse;
            double size = Math.abs(z);
            double log = size < far(degreesOfFreedom) ? Log1p.log1p(z * z * perDegree)
                    : farLog(degreesOfFreedom, size, Math.abs(x[i] - location), scale);
            double share = size < FAR ? z * z / Fma.fma(z, z, degreesOfFreedom) : farShare(degreesOfFreedom, size);
            byFreedom[i] = 0.5 * (Fma.fma(share, perDegree, constant) + (share - log));
            if (!(size < FAR)) {
                byLocation[i] = (degreesOfFreedom + 1) / (x[i] - location) * share;
                byScale[i] = degreesOfFreedom * inverse * share;
            }
        }
        workspace.giveBack(3, 1);
    }

    /** Computes p − ln(1 + q) by the logarithm of 1/(1 + q), and lists the places where z² is too large for that. */
    private static int differencesOfFew(double[] shares, double[] rests, double[] differences, int length, long[] places) {
        Log.log(rests, 0, differences, 0, length);
        for (int i = 0; i < length; i++) {
            differences[i] += shares[i];
            rests[i] -= LEAST_NORMAL_REST;
        }
        return WorkList.ofRefused(rests, length, places);
    }

    /** Computes p − ln(1 + q) as ln(1 − p) + p, which is about −p²/2, and lists the places where 1 − p is too small for that. */
    private static int differencesOfMany(double[] shares, double[] rests, double[] differences, int length, long[] places) {
        for (int i = 0; i < length; i++) {
            rests[i] -= LEAST_REST;
            differences[i] = -shares[i];
        }
        Log1pMinusX.log1pMinusX(differences, 0, differences, 0, length);
        return WorkList.ofRefused(rests, length, places);
    }

    /**
     * Computes twice the constant of the score of ν: 2·Σ(−1)^k/(ν + k) − 1/ν over k = 0, 1, … It is about 1/(2ν²) for large ν, and
     * is summed up to ν + k of {@value #SERIES_FROM}; from there on by its asymptotic series.
     *
     * @param degreesOfFreedom ν
     * @return ψ((ν + 1)/2) − ψ(ν/2) − 1/ν
     */
    public static double constant(double degreesOfFreedom) {
        double sum = 0;
        double sign = 2;
        double shifted = degreesOfFreedom;
        while (shifted < SERIES_FROM) {
            sum += sign / shifted;
            sign = -sign;
            shifted++;
        }
        double inverse = 1 / shifted;
        double t = inverse * inverse;
        double series = 0;
        for (int k = COEFFICIENTS.length - 1; k >= 0; k--) {
            series = Fma.fma(series, t, COEFFICIENTS[k]);
        }
        double tail = series * t;
        return shifted == degreesOfFreedom ? tail : sum + (Math.signum(sign) * (tail + inverse) - 1 / degreesOfFreedom);
    }

    /**
     * Computes the derivative of {@link #constant}, ½·(ψ′((ν + 1)/2) − ψ′(ν/2)) + 1/ν², about −1/ν³ for large ν, in the same way.
     *
     * @param degreesOfFreedom ν
     * @return its derivative
     */
    public static double constantSlope(double degreesOfFreedom) {
        double sum = 0;
        double sign = 2;
        double shifted = degreesOfFreedom;
        while (shifted < SERIES_FROM) {
            sum -= sign / shifted / shifted;
            sign = -sign;
            shifted++;
        }
        double inverse = 1 / shifted;
        double t = inverse * inverse;
        double series = 0;
        for (int k = COEFFICIENTS.length - 1; k >= 0; k--) {
            series = Fma.fma(series, t, -2 * (k + 1) * COEFFICIENTS[k]);
        }
        double tail = series * t * inverse;
        return shifted == degreesOfFreedom ? tail
                : sum + (Math.signum(sign) * (tail - t) + 1 / degreesOfFreedom / degreesOfFreedom);
    }

    /**
     * Writes the second derivatives of the log density. With a = 1/(ν + z²), p = z²·a and r = ν·a they are
     *
     * <pre>
     *     νν: ½·(p²/ν − (p/ν)·(a + 1/ν) + c′)     νμ: z·a·(p − a)/σ             νσ: p·(p − a)/σ
     *     μμ: (ν + 1)·a·(p − r)/σ²                μσ: −2·(ν + 1)·z·a·r/σ²       σσ: (r − ν·p − 2·(ν + 1)·p·r)/σ²
     * </pre>
     *
     * @param degreesOfFreedom ν
     * @param constantSlope c′, {@link #constantSlope} of ν
     * @param location μ
     * @param scale σ
     * @param x the points
     * @param hessian receives them: νν, νμ, μμ, νσ, μσ, σσ
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public static void hessianLogPdf(double degreesOfFreedom, double constantSlope, double location, double scale, double[] x,
            double[][] hessian, int offset, int length) {
        double inverse = 1 / scale;
        ScaledNumber parts = ScaledNumber.of(inverse);
        double precision = parts.mantissa() * parts.mantissa();
        double unit = parts.unit();
        double byFreedom = 1 / degreesOfFreedom;
        double next = degreesOfFreedom + 1;
        for (int i = offset; i < offset + length; i++) {
            double z = Math.max(-FAR, Math.min(FAR, (x[i] - location) * inverse));
            double a = 1 / Fma.fma(z, z, degreesOfFreedom);
            double p = z * z * a;
            double r = degreesOfFreedom * a;
            double za = z * a;
            double difference = (p - a) * parts.mantissa();
            hessian[0][i] = 0.5 * (p * byFreedom * (p - a - byFreedom) + constantSlope);
            hessian[1][i] = za * difference * unit;
            hessian[2][i] = next * a * (p - r) * precision * unit * unit;
            hessian[3][i] = p * difference * unit;
            hessian[4][i] = -2 * next * za * r * precision * unit * unit;
            hessian[5][i] = (r - degreesOfFreedom * p - 2 * next * p * r) * precision * unit * unit;
        }
    }
}
