package io.github.scorelane.bench.variance;

import java.util.List;
import java.util.Map;

/**
 * What was measured for the table.
 *
 * @param machine it was measured on, in lines of a name and a value
 * @param settings of the run
 * @param variances of all estimators
 * @param times of theirs
 */
public record VarianceMeasurements(Map<String, String> machine, VarianceSettings settings, List<VarianceRow> variances,
        List<TimeRow> times) {}
