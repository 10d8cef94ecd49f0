package io.github.scorelane.bench.honesty;

/**
 * A number that estimates of one size are of: a component of a cell's gradient, or its value. Each group of four figures is of
 * plain, leave-one-out, optimal constant and automatic; see {@link Figures}.
 *
 * @param family the distribution's family
 * @param set the number of its set of parameters
 * @param function the function
 * @param parameter the parameter by which the gradient is, or {@link #VALUE}
 * @param samples the number of samples of each estimate
 * @param seeds the number of estimates of each kind
 * @param truth the exact number
 * @param plain variance of the plain estimator
 * @param overBest the automatic baseline's variance over the least of the other three
 * @param overBestError standard error of that
 * @param plainOverBest the plain estimator's variance over that least one
 * @param coverage the coverage of the automatic baseline's intervals
 * @param plainCoverage the coverage of the plain estimator's
 * @param leaveOneOutCoverage the coverage of leave-one-out's
 * @param constantCoverage the coverage of the optimal constant's
 * @param errorRatio mean squared standard error over variance, automatic
 * @param plainErrorRatio the same, plain
 * @param leaveOneOutErrorRatio the same, leave-one-out
 * @param constantErrorRatio the same, optimal constant
 * @param biasZ the bias in its standard errors, automatic
 * @param plainBiasZ the same, plain
 * @param leaveOneOutBiasZ the same, leave-one-out
 * @param constantBiasZ the same, optimal constant
 */
public record GridRow(Family family, int set, TestFunction function, int parameter, int samples, int seeds, double truth,
        double plain, double overBest, double overBestError, double plainOverBest,
        double coverage, double plainCoverage, double leaveOneOutCoverage, double constantCoverage,
        double errorRatio, double plainErrorRatio, double leaveOneOutErrorRatio, double constantErrorRatio,
        double biasZ, double plainBiasZ, double leaveOneOutBiasZ, double constantBiasZ) {
    /** The parameter of a row that is of the value E[f], where all baselines but the automatic one are the plain mean. */
    public static final int VALUE = -1;

    /** Tells whether it is of the value. */
    public boolean isValue() {
        return parameter == VALUE;
    }

    /** The standard error of a share of seeds. */
    public double errorOf(double share) {
        return Math.sqrt(Math.max(share * (1 - share), 0.25 / seeds) / seeds);
    }

    /** The parameter by which the gradient is, or the word for the value. */
    public String what() {
        return isValue() ? "value" : family.distribution(set).parameterNames().get(parameter);
    }
}
