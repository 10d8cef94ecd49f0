package io.github.scorelane.bench.papers;

import io.github.scorelane.bench.study.Measured;
import java.util.List;
import java.util.Map;

/**
 * The numbers that the papers' settings gave.
 *
 * @param machine the machine, in lines of a name and a value
 * @param settings the size of the run
 * @param options the sensitivities of tables 1 and 2
 * @param variances the variances of figures 2 and 3
 * @param curves the first fit of each kind
 * @param ends the ends of all fits
 */
public record PapersMeasurements(Map<String, String> machine, PapersSettings settings, List<OptionPoint> options,
        List<VariancePoint> variances, List<LearningPoint> curves, List<FitPoint> ends) implements Measured {
    List<OptionPoint> options(boolean asian) {
        return options.stream().filter(point -> point.asian() == asian).toList();
    }

    List<VariancePoint> variances(Cost cost, int parameter) {
        return variances.stream().filter(point -> point.cost() == cost && point.parameter() == parameter).toList();
    }

    List<LearningPoint> curve(Control control) {
        return curves.stream().filter(point -> point.control() == control).toList();
    }

    List<FitPoint> ends(Control control) {
        return ends.stream().filter(point -> point.control() == control).toList();
    }

    /**
     * The end of a fit.
     *
     * @param control the control of the fit
     * @param seed the seed of its batches and samples
     * @param elbo the evidence lower bound on all rows
     * @param elboError the bound's standard error
     */
    public record FitPoint(Control control, long seed, double elbo, double elboError) {}

    /**
     * The state of a fit after so many steps. Variances are of one sample's share in the gradient on all rows, by the means and
     * by the logarithms of the standard deviations of the weights.
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
    public record LearningPoint(Control control, int step, double elbo, double elboError, double meanVariance,
            double mostMeanVariance, double scaleVariance, double mostScaleVariance) {}
}
