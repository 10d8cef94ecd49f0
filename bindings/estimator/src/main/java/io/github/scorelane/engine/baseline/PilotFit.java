package io.github.scorelane.engine.baseline;

/**
 * What the first samples of a run, the pilot, tell of one component: their own part of the estimate, each lane's with what
 * the other lanes chose, and what all other samples are to subtract.
 *
 * @param fit the pilot's sums, the constants of its lanes, and how many of them chose what
 * @param scale the pilot's standard error over that with constants alone
 * @param sum Σr of the pilot, with r = φs less what is subtracted
 * @param squares Σr²
 * @param beta what other samples subtract from φ
 * @param kappa the coefficients of the score and the controls for other samples; null where they have no controls, but β
 * @param others what was chosen for other samples
 */
public record PilotFit(Fit fit, double scale, double sum, double squares, double beta, double[] kappa, int others) {
}
