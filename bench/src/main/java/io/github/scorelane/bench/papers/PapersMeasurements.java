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
}
