package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Log1pMinusX;
import io.github.scorelane.kernel.math.StirlingError;

/**
 * Computes the log density of a gamma variable y of shape α and scale 1, and of powers of it, written about the mean, where its
 * terms cancel: with t = y/α − 1, l = ln(y/α) and P = l − t,
 *
 * <pre>
 *     (α + s)·ln y − y − ln Γ(α) = (α + s)·l − α·t + c = (α + s)·P + s·t + c,   c = (s + ½)·ln α − ½·ln 2π − δ(α)
 * </pre>
 *
 * <p>with δ the error of Stirling's formula. P is about −t²/2 near the mean; the second form is for large α.
 */
final class GammaDensity {
    /** Shape from which on points are near the mean, where l and t cancel. */
    private static final double LARGE = 64;
    /** Distance t from the mean, relative to it, below which t has lost y. */
    private static final double NEAR_ZERO = 0.125 - 1;
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

    private GammaDensity() {}

    /**
     * Writes log densities.
     *
     * @param shape α
     * @param power s
     * @param constant constant that is added
     * @param distances t
     * @param logRatios l, replaced by the log densities
     * @param length number of elements, at most a block
     */
    static void of(double shape, double power, double constant, double[] distances, double[] logRatios, int length) {
        double atMean = (power + 0.5) * Log.log(shape) - HALF_LOG_TWO_PI - StirlingError.stirlingError(shape) + constant;
        double sum = shape + power;
        if (shape < LARGE) {
            for (int i = 0; i < length; i++) {
                logRatios[i] = Fma.fma(sum, logRatios[i], Fma.fma(-shape, distances[i], atMean));
            }
            return;
        }
        Workspace workspace = Workspace.ofThread();
        double[] curves = workspace.doubles();
        Log1pMinusX.log1pMinusX(distances, 0, curves, 0, length);
        for (int i = 0; i < length; i++) {
            if (distances[i] < NEAR_ZERO) {
                curves[i] = logRatios[i] - distances[i];
            }
        }
        for (int i = 0; i < length; i++) {
            logRatios[i] = Fma.fma(sum, curves[i], Fma.fma(power, distances[i], atMean));
        }
        workspace.giveBack(1, 0);
    }
}
