package io.github.scorelane.bench.papers;

/**
 * A sensitivity of an option, estimated without a baseline, as the paper does, and with the automatic one.
 *
 * @param asian tells whether the call is on the average of daily prices; else it is on the price at maturity
 * @param spot the price S0
 * @param greek the sensitivity that is estimated
 * @param reference the closed form, or of the Asian call a long run
 * @param plain the estimate without a baseline
 * @param automatic the estimate of the same paths, with the automatic baseline
 */
public record OptionPoint(boolean asian, double spot, Greek greek, Greek.Measured reference, Greek.Measured plain,
        Greek.Measured automatic) {
    /** The number of standard errors that an estimate lies above the reference; the reference's own error counts. */
    public double errorsOff(Greek.Measured estimate) {
        return (estimate.value() - reference.value()) / Math.hypot(estimate.error(), reference.error());
    }

    /** The variance without a baseline over that with one. */
    public double gain() {
        double ratio = plain.error() / automatic.error();
        return ratio * ratio;
    }
}
