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

    /**
     * The time of an estimate, by one thread.
     *
     * @param subject the function whose expectation's gradient is estimated
     * @param samples the estimate's number of samples
     * @param estimator the estimator of the gradient
     * @param rounds the number of turns of each estimator
     * @param nanoseconds the median of the turns' times
     * @param overPlain the median of the ratios to the plain estimator's turn of the same round
     */
    public record TimeRow(Subject subject, int samples, Estimator estimator, int rounds, double nanoseconds, double overPlain) {}

    /**
     * The variance of an estimator's gradient over many seeds. All estimators have the same seeds, and all but
     * Sobol the same samples.
     *
     * @param subject the function whose expectation's gradient is estimated
     * @param samples the number of samples of each estimate
     * @param estimator the estimator of the gradient
     * @param row the parameter by which the gradient is, of {@link Subject#rows()}
     * @param seeds the number of estimates
     * @param variance the variance of the estimates
     * @param overPlain the variance over that of the plain estimator
     * @param overPlainError the standard error of that ratio
     * @param overBest the variance over the least of plain, leave-one-out and optimal constant
     * @param overBestError the standard error of that ratio
     */
    public record VarianceRow(Subject subject, int samples, Estimator estimator, int row, int seeds, double variance,
            double overPlain, double overPlainError, double overBest, double overBestError) {}
}
