package io.github.scorelane.bench.papers;

/**
 * A sensitivity of an option, estimated without a baseline, as the paper does, and with the automatic one.
 *
 * @param asian whether the call is on the average of daily prices; else on the price at maturity
 * @param spot S0
 * @param greek what is estimated
 * @param reference the closed form, or of the Asian call a long run
 * @param plain without a baseline
 * @param automatic of the same paths, with the automatic baseline
 */
public record OptionPoint(boolean asian, double spot, Greek greek, Greek.Measured reference, Greek.Measured plain,
        Greek.Measured automatic) {
    /** How many standard errors an estimate lies above the reference; the reference's own error counts. */
    public double errorsOff(Greek.Measured estimate) {
        return (estimate.value() - reference.value()) / Math.hypot(estimate.error(), reference.error());
    }

    /** The variance without a baseline over that with one. */
    public double gain() {
        double ratio = plain.error() / automatic.error();
        return ratio * ratio;
    }
}
