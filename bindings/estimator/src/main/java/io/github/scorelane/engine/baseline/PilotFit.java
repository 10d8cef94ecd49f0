package io.github.scorelane.engine.baseline;

/**
 * Result of the pilot, the first samples of a run, for one component: their own part of the estimate, in which each lane subtracts
 * what the other lanes chose, and the choice for all other samples.
 *
 * @param fit the pilot's sums, the constants of its lanes, and how often each choice was made
 * @param scale the pilot's standard error over that with constants alone
 * @param sum Σr of the pilot, with r = φs less what is subtracted
 * @param squares Σr²
 * @param beta the constant that other samples subtract from φ
 * @param kappa the coefficients of the score and the controls for other samples; null where they have no controls but β
 * @param others the choice for other samples, one of {@link Choices}
 */
public record PilotFit(Fit fit, double scale, double sum, double squares, double beta, double[] kappa, int others) {
}
