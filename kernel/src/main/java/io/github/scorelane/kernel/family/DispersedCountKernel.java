package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1p;
import io.github.scorelane.kernel.math.Log1pMinusX;
import io.github.scorelane.kernel.math.LogMinusDigamma;
import java.io.Serializable;

/**
 * Computes draws, log densities and scores of the negative binomial distribution by its mean μ and dispersion α, with variance μ +
 * α·μ²: the number of successes is r = 1/α, and the probability of each p = 1/(1 + α·μ). As α falls to 0 it becomes the Poisson
 * distribution, and nothing here cancels on the way. With D = k − μ, d = α·p·D, and T(a) = ln a − ψ(a):
 *
 * <pre>
 *     ∂ log p/∂μ = D·p/μ
 *     ∂ log p/∂α = r²·(d − ln(1 + d) − (T(r) − T(k + r)))
 * </pre>
 *
 * <p>The second is (D² − k)/2 in the limit. If r is large, r²·(T(r) − T(k + r)) is k/(1 + α·k) times a series in 1/r and 1/(k + r).
 */
public final class DispersedCountKernel implements Serializable {
    /** Argument from which on the asymptotic series of T is as exact as doubles are. */
    private static final int SERIES_FROM = 16;
    /** Dispersion below which the log mass is Poisson's and a correction, for an α·μ up to 1. */
    private static final double NEARLY_POISSON = 0x1p-10;
    private static final int FEW = 64;
    /** Number d below which its square does not matter beside 1. */
    private static final double TINY = 1e-9;
    private static final double T1 = 1.0 / 12;
    private static final double T2 = -1.0 / 120;
    private static final double T3 = 1.0 / 252;
    private static final double T4 = -1.0 / 240;
    private static final double T5 = 1.0 / 132;
    private static final double T6 = -691.0 / 32760;

    private static final double STEP = 0x1p-8;
    private static final int LEAST_NODE = -45 * 256;
    private static final int MOST_NODE = 4 * 256;

    private final double mean;
    private final double dispersion;
    private final Trial trial;
    private final boolean isNearlyPoisson;
    /** T(r + k) for the first k. It is empty if r is large. */
    private final double[] table;
    /**
     * Writes the scores of the dispersion at the first k, for a mean below 1, with which D² and k are nearly the same. It is empty
     * for a larger mean.
     */
    private final double[] scoresOfFew;

    /**
     * Computes the constants of given parameters.
     *
     * @param mean μ, positive
     * @param dispersion α, positive; the product of both is finite
     */
    public DispersedCountKernel(double mean, double dispersion) {
        this.mean = mean;
        this.dispersion = dispersion;
        double excess = mean * dispersion;
        double q = excess / (1 + excess);
        trial = excess < 1 ? new Trial(1 - q, q) : Trial.of(1 / (1 + excess));
        isNearlyPoisson = dispersion < NEARLY_POISSON && excess <= 1;
        double successes = 1 / dispersion;
        table = new double[successes < SERIES_FROM ? SERIES_FROM + 1 : 0];
        for (int k = 0; k < table.length; k++) {
            table[k] = LogMinusDigamma.of(successes + k);
        }
        scoresOfFew = new double[mean < 1 ? FEW : 0];
        double sum = 0;
        double atZero = mean * mean * scoreOfNone(excess);
        for (int k = 0; k < scoresOfFew.length; k++) {
            scoresOfFew[k] = sum + (atZero - k * mean * trial.p());
            sum += k / (1 + k * dispersion);
        }
    }

    /** Returns the score of the dispersion at k = 0 divided by μ², with y = α·μ: (ln(1 + y) − y/(1 + y))/y². */
    private double scoreOfNone(double y) {
        if (y < TINY) {
            return 0.5 - y * 2 / 3;
        }
        return y < 1 ? Log1pMinusX.log1pMinusX(y) / y / y + trial.p() : (Log1p.log1p(y) - trial.q()) / y / y;
    }

    /**
     * Returns the trials that are counted.
     *
     * @return p and 1 − p
     */
    public Trial trial() {
        return trial;
    }

    /**
     * Creates a sampler.
     *
     * @return the sampler of the negative binomial distribution
     */
    public Sampler sampler() {
        return NegativeBinomialKernel.sampler(1 / dispersion, trial);
    }

    /**
     * Writes the logarithm of the probability mass at each point, which is −∞ for a number that is not a whole number of at least
     * 0.
     *
     * @param x the points
     * @param logPdf receives the logarithms; not the points
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public void logPdf(double[] x, double[] logPdf, int offset, int length) {
        if (!isNearlyPoisson) {
            NegativeBinomialKernel.logPdf(1 / dispersion, trial, x, logPdf, offset, length);
            return;
        }
        PoissonKernel.logPdf(mean, x, logPdf, offset, length);
        Workspace workspace = Workspace.ofThread();
        double[] d = workspace.doubles();
        double[] curves = workspace.doubles();
        double[] logs = workspace.doubles();
        deviations(x, offset, d, curves, length);
        for (int i = 0; i < length; i++) {
            logs[i] = dispersion * x[offset + i];
        }
        Log1p.log1p(logs, 0, logs, 0, length);
        for (int i = 0; i < length; i++) {
            double k = x[offset + i];
            double growth = 1 + dispersion * k;
            double v = dispersion / growth;
            // The Stirling errors at k + r and r differ by this.
            double errors = -dispersion * v * k * (T1 + T2 / 3 * (dispersion * dispersion + dispersion * v + v * v));
            double correction = growth * (curves[i] / dispersion) + (k - mean) * d[i] - 0.5 * logs[i] + errors;
            logPdf[offset + i] += k >= 0 && k < Double.POSITIVE_INFINITY ? correction : 0;
        }
        workspace.giveBack(3, 0);
    }

    /** Computes d of points, and ln(1 + d) − d. */
    private void deviations(double[] x, int offset, double[] d, double[] curves, int length) {
        double scale = dispersion * trial.p();
        for (int i = 0; i < length; i++) {
            d[i] = Math.max(x[offset + i] - mean, -mean) * scale;
        }
        Log1pMinusX.log1pMinusX(d, 0, curves, 0, length);
        if (trial.p() < trial.q()) {
            curvesOfFew(x, offset, d, curves, length);
        }
    }

    /** Prevents cancellation where counts are few beside their mean: d is nearly −1, and 1 + d is better taken as p·(1 + α·k). */
    private void curvesOfFew(double[] x, int offset, double[] d, double[] curves, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] logs = workspace.doubles();
        for (int i = 0; i < length; i++) {
            logs[i] = trial.p() * (1 + dispersion * x[offset + i]);
        }
        Log.log(logs, 0, logs, 0, length);
        for (int i = 0; i < length; i++) {
            curves[i] = d[i] < -0.5 ? logs[i] - d[i] : curves[i];
        }
        workspace.giveBack(1, 0);
    }

    /**
     * Writes the scores of the mean.
     *
     * @param x the points
     * @param score receives the scores
     * @param offset index of the first element in each array
     * @param length number of elements
     */
    public void scoresOfMean(double[] x, double[] score, int offset, int length) {
        double scale = trial.p() / mean;
        for (int i = offset; i < offset + length; i++) {
            score[i] = (x[i] - mean) * scale;
        }
    }

    /**
     * Writes the scores of the dispersion.
     *
     * @param x the points
     * @param score receives the scores; not the points
     * @param offset index of the first element in each array
     * @param length number of elements, at most a block
     */
    public void scoresOfDispersion(double[] x, double[] score, int offset, int length) {
        Workspace workspace = Workspace.ofThread();
        double[] d = workspace.doubles();
        double[] curves = workspace.doubles();
        double[] tails = workspace.doubles();
        deviations(x, offset, d, curves, length);
        if (table.length == 0) {
            tailsOfMany(x, offset, tails, length);
        } else {
            tailsOfFew(x, offset, tails, length);
        }
        double p = trial.p();
        for (int i = 0; i < length; i++) {
            double deviation = (x[offset + i] - mean) * p;
            double curve = Math.abs(d[i]) < TINY ? 0.5 - d[i] / 3 : -curves[i] / d[i] / d[i];
            score[offset + i] = deviation * deviation * curve - tails[i];
        }
        for (int i = offset; scoresOfFew.length > 0 && i < offset + length; i++) {
            if (x[i] >= 0 && x[i] < FEW) {
                score[i] = scoresOfFew[(int) x[i]];
            }
        }
        workspace.giveBack(3, 0);
    }

    /** Computes r²·(T(r) − T(k + r)) for a large r. */
    private void tailsOfMany(double[] x, int offset, double[] tails, int length) {
        double u = dispersion;
        for (int i = 0; i < length; i++) {
            double k = x[offset + i];
            double inverse = 1 / (1 + u * k);
            double v = u * inverse;
            double squares = u * u + v * v;
            // With g_n = (uⁿ − vⁿ)/(u − v), g_(n + 2) is (u² + v²)·g_n − u²·v²·g_(n − 2).
            double product = u * v * (u * v);
            double g2 = u + v;
            double g4 = squares * g2;
            double g6 = squares * g4 - product * g2;
            double g8 = squares * g6 - product * g4;
            double g10 = squares * g8 - product * g6;
            double g12 = squares * g10 - product * g8;
            double sum = 0.5 + (T1 * g2 + (T2 * g4 + (T3 * g6 + (T4 * g8 + (T5 * g10 + T6 * g12)))));
            tails[i] = k * inverse * sum;
        }
    }

    private void tailsOfFew(double[] x, int offset, double[] tails, int length) {
        double successes = 1 / dispersion;
        for (int i = 0; i < length; i++) {
            double k = x[offset + i];
            double inverse = 1 / (k + successes);
            double t = inverse * inverse;
            double sum = Fma.fma(T6, t, T5);
            sum = Fma.fma(sum, t, T4);
            sum = Fma.fma(sum, t, T3);
            sum = Fma.fma(sum, t, T2);
            sum = Fma.fma(sum, t, T1);
            double far = Fma.fma(sum, t, 0.5 * inverse);
            double tail = k < SERIES_FROM ? table[(int) Math.max(k, 0)] : far;
            tails[i] = (table[0] - tail) * successes * successes;
        }
    }

    /**
     * Computes the Fisher information of the dispersion. The mean's is p/μ, and that between both is 0.
     *
     * <p>It is r⁴·Σ_{j≥2} q^j·B(r, j)/j, and as an integral over v from 0, with t = 1 − e^(−α·v), (μ·p)² times that of
     * e^−v·(t/α)·h(q·t), where h(y) = −(ln(1 − y) + y)/y²: of positive terms, by the trapezoidal rule in ln v.
     *
     * @return the information
     */
    public double information() {
        double sum = 0;
        double q = trial.q();
        for (int k = LEAST_NODE; k < MOST_NODE; k++) {
            double v = StrictMath.exp(k * STEP);
            double exponent = dispersion * v;
            double t = -StrictMath.expm1(-exponent);
            double share = exponent < TINY ? v * (1 - 0.5 * exponent) : t / dispersion;
            sum += v * StrictMath.exp(-v) * share * curvature(q * t, exponent);
        }
        double scale = mean * trial.p();
        return sum * STEP * scale * scale;
    }

    private double curvature(double y, double exponent) {
        if (y < TINY) {
            return 0.5 + y / 3;
        }
        double curve = y < 0.5 ? -Log1pMinusX.log1pMinusX(-y)
                : -Log.log(trial.p() + trial.q() * StrictMath.exp(-exponent)) - y;
        return curve / y / y;
    }
}
