package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.math.Log;
import java.io.Serializable;

/**
 * Holds the moments of the von Mises distribution that depend on its concentration κ alone. They are made of the Bessel functions
 * I₀(κ) and I₁(κ), to some 1e-15 of itself, also where κ is large and the cosine, to rounding, 1.
 *
 * <p>Below κ = 20 the functions' power series are summed, above their asymptotic series, term by term as differences, of which none
 * is negative: so E[1 − cos] = 1 − I₁/I₀ and E[(1 − cos)²] lose nothing. Source of the series: M. Abramowitz, I. A. Stegun,
 * <i>Handbook of mathematical functions</i>, 1964, 9.6.10 and 9.7.1.
 */
public final class VonMisesMoments implements Serializable {
    private static final double LARGE = 20;
    /** Number of terms of the asymptotic series, whose sizes fall to exp(−2κ) before they rise. */
    private static final int ASYMPTOTIC_TERMS = 36;
    private static final int POWER_TERMS = 60;
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

    private final double concentration;
    private final double meanCosine;
    private final double meanVersine;
    private final double varianceOfCosine;
    private final double logPeak;

    private VonMisesMoments(double concentration, double meanCosine, double meanVersine, double varianceOfCosine, double logPeak) {
        this.concentration = concentration;
        this.meanCosine = meanCosine;
        this.meanVersine = meanVersine;
        this.varianceOfCosine = varianceOfCosine;
        this.logPeak = logPeak;
    }

    /**
     * Computes the moments.
     *
     * @param concentration κ
     * @return all of them
     */
    public static VonMisesMoments of(double concentration) {
        return concentration < LARGE ? byPowers(concentration) : asymptotic(concentration);
    }

    private static VonMisesMoments byPowers(double concentration) {
        double square = 0.25 * concentration * concentration;
        double zeroth = 1;
        double first = 1;
        double term = 1;
        // I₀² − I₀·I₁/κ − I₁² is half of Σ (2k)!/k!⁴·(κ/2)^2k/(k + 1)², so that the variance, which is that over I₀²,
        // cancels nothing.
        double product = 1;
        double spread = 1;
        for (int k = 1; k <= POWER_TERMS; k++) {
            double factor = square / ((double) k * k);
            term *= factor;
            zeroth += term;
            first += term / (k + 1);
            product *= factor * (2 * (2 * k - 1)) / k;
            spread += product / ((k + 1.0) * (k + 1));
        }
        double cosine = 0.5 * concentration * first / zeroth;
        double variance = 0.5 * spread / zeroth / zeroth;
        return new VonMisesMoments(concentration, cosine, 1 - cosine, variance,
                concentration - 2 * HALF_LOG_TWO_PI - Log.log(zeroth));
    }

    private static VonMisesMoments asymptotic(double concentration) {
        double zeroth = 1;
        double versine = 0;
        double square = 0;
        double ofZeroth = 1;
        double ofFirst = 1;
        for (int k = 1; k <= ASYMPTOTIC_TERMS; k++) {
            double odd = 2.0 * k - 1;
            double factor = 1 / (8 * k * concentration);
            // I₁'s term of one power less, divided by κ, belongs to E[(1 − cos)²] = 2·E[1 − cos] − E[cos]/κ.
            double before = ofFirst / concentration;
            ofZeroth *= odd * odd * factor;
            ofFirst *= (odd * odd - 4) * factor;
            zeroth += ofZeroth;
            versine += ofZeroth - ofFirst;
            // The first power's terms, 1/κ and −1/κ, are left out.
            square += k == 1 ? 0 : 2 * (ofZeroth - ofFirst) - before;
        }
        double mean = versine / zeroth;
        return new VonMisesMoments(concentration, 1 - mean, mean, square / zeroth - mean * mean,
                0.5 * Log.log(concentration) - HALF_LOG_TWO_PI - Log.log(zeroth));
    }

    /**
     * Returns the concentration.
     *
     * @return κ
     */
    public double concentration() {
        return concentration;
    }

    /**
     * Returns the mean of the cosine.
     *
     * @return I₁(κ)/I₀(κ), right also where κ is small and it is nearly 0
     */
    public double meanCosine() {
        return meanCosine;
    }

    /**
     * Returns the mean of 1 less the cosine.
     *
     * @return 1 − I₁(κ)/I₀(κ)
     */
    public double meanVersine() {
        return meanVersine;
    }

    /**
     * Returns the variance of the cosine.
     *
     * @return 1 − A/κ − A², with A = I₁(κ)/I₀(κ)
     */
    public double varianceOfCosine() {
        return varianceOfCosine;
    }

    /**
     * Returns the logarithm of the density at the mean direction.
     *
     * @return κ − ln 2πI₀(κ)
     */
    public double logPeak() {
        return logPeak;
    }
}
