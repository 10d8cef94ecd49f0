package io.github.scorelane.bench.papers;

import java.util.List;
import java.util.Map;

/**
 * What the papers' settings gave.
 *
 * @param machine it was measured on, in lines of a name and a value
 * @param settings of the run
 * @param options of tables 1 and 2
 * @param variances of figures 2 and 3
 * @param curves the first fit of each kind
 * @param ends of all fits
 */
public record PapersMeasurements(Map<String, String> machine, PapersSettings settings, List<OptionPoint> options,
        List<VariancePoint> variances, List<LearningPoint> curves, List<FitPoint> ends) {}
