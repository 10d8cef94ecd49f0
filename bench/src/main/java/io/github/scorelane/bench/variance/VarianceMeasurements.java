package io.github.scorelane.bench.variance;

import io.github.scorelane.bench.study.Measured;
import java.util.List;
import java.util.Map;

/**
 * The measurements that estimators are compared by.
 *
 * @param machine the machine, in lines of a name and a value
 * @param settings the size of the run
 * @param variances the variances of all estimators
 * @param times the times of all estimators
 */
public record VarianceMeasurements(Map<String, String> machine, VarianceSettings settings, List<VarianceRow> variances,
        List<TimeRow> times) implements Measured {
    VarianceRow variance(Subject subject, int samples, Estimator estimator, int row) {
        return variances.stream().filter(found -> found.subject() == subject && found.samples() == samples
                && found.estimator() == estimator && found.row() == row).findFirst().orElseThrow();
    }

    TimeRow time(Subject subject, int samples, Estimator estimator) {
        return times.stream().filter(found -> found.subject() == subject && found.samples() == samples
                && found.estimator() == estimator).findFirst().orElseThrow();
    }

    /** The variances of the automatic baseline's independent samples, from so many samples on. */
    List<VarianceRow> automatic(int leastSamples) {
        return variances.stream().filter(row -> row.estimator() == Estimator.AUTOMATIC && row.samples() >= leastSamples).toList();
    }
}
