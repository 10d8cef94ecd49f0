package io.github.scorelane.bench.papers;

/**
 * The state of a fit after so many steps. Variances are of one sample's share in the gradient on all rows, by the means and by the
 * logarithms of the standard deviations of the weights.
 *
 * @param control the control of the fit
 * @param step the number of steps
 * @param elbo the evidence lower bound on all rows
 * @param elboError the bound's standard error
 * @param meanVariance the average of the variances by the 31 means
 * @param mostMeanVariance the largest of them
 * @param scaleVariance the average of the variances by the 31 logarithms
 * @param mostScaleVariance the largest of them
 */
public record LearningPoint(Control control, int step, double elbo, double elboError, double meanVariance, double mostMeanVariance,
        double scaleVariance, double mostScaleVariance) {}
