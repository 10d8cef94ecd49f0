package io.github.scorelane.bench.cold.program;

import io.github.scorelane.bench.peer.LeaveOneOutFormula;
import io.github.scorelane.quickstart.BreastCancerData;
import java.util.Arrays;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The same in plain Java: a mean-field normal posterior of a logistic regression, fitted by score function gradients with
 * leave-one-out and standard errors, and Adam. Sample by sample, row by row, as the formulas are written.
 */
public final class PlainPosteriorProgram {
    private static final double LOG_ROOT_TWO_PI = 0.5 * Math.log(2 * Math.PI);
    private static final double RATE = 0.1;

    private final double[][] features;
    private final boolean[] labels;
    private final int weights;
    private final ContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(RandomSource.SPLIT_MIX_64.create(42));
    private final double[] gradient;
    private final double[] error;
    private double value;
    private double valueError;

    private PlainPosteriorProgram(BreastCancerData data) {
        features = data.features();
        labels = data.benign();
        weights = features[0].length + 1;
        gradient = new double[2 * weights];
        error = new double[2 * weights];
    }

    /** The number of steps. */
    public static void main(String[] args) {
        int steps = Integer.parseInt(args[0]);
        PlainPosteriorProgram program = new PlainPosteriorProgram(BreastCancerData.load());
        System.out.println(program.fit(steps)[0]);
        Ending.say();
    }

    private double[] fit(int steps) {
        double[] mean = new double[weights];
        double[] logDeviation = new double[weights];
        Arrays.fill(logDeviation, Math.log(0.3));
        double[] first = new double[2 * weights];
        double[] second = new double[2 * weights];
        for (int step = 0; step < steps; step++) {
            estimate(mean, logDeviation);
            if (step % (steps / 10) == 0) {
                System.out.println(step + ": " + value + " +- " + valueError + ", " + gradient[0] + " +- " + error[0]);
            }
            double rate = RATE / 2 * (1 + Math.cos(Math.PI * step / steps));
            for (int p = 0; p < gradient.length; p++) {
                first[p] = 0.9 * first[p] + 0.1 * gradient[p];
                second[p] = 0.999 * second[p] + 0.001 * gradient[p] * gradient[p];
                double move = rate * first[p] / (1 - Math.pow(0.9, step + 1))
                        / (Math.sqrt(second[p] / (1 - Math.pow(0.999, step + 1))) + 1e-8);
                if (p < weights) {
                    mean[p] += move;
                } else {
                    logDeviation[p - weights] += move;
                }
            }
        }
        return mean;
    }

    /** The gradient by the means and the logarithms of the standard deviations. */
    private void estimate(double[] mean, double[] logDeviation) {
        int n = PosteriorProgram.SAMPLES;
        double[] deviation = new double[weights];
        Arrays.setAll(deviation, d -> Math.exp(logDeviation[d]));
        double[][] scores = new double[n][2 * weights];
        double[] f = new double[n];
        double[] w = new double[weights];
        double centre = 0;
        for (int s = 0; s < n; s++) {
            double logPrior = 0;
            double logQ = 0;
            for (int d = 0; d < weights; d++) {
                double z = normal.sample();
                w[d] = mean[d] + deviation[d] * z;
                logPrior -= w[d] * w[d] / 2 + LOG_ROOT_TWO_PI;
                logQ -= z * z / 2 + logDeviation[d] + LOG_ROOT_TWO_PI;
                scores[s][d] = z / deviation[d];
                scores[s][weights + d] = z * z - 1;
            }
            f[s] = logLikelihood(w) + logPrior - logQ;
            centre += f[s] / n;
        }
        double sumFF = 0;
        for (int s = 0; s < n; s++) {
            f[s] -= centre;
            sumFF += f[s] * f[s];
        }
        LeaveOneOutFormula formula = new LeaveOneOutFormula(n, 0, sumFF);
        value = centre;
        valueError = formula.valueError();
        for (int p = 0; p < gradient.length; p++) {
            sum(formula, f, scores, p);
        }
    }

    private void sum(LeaveOneOutFormula formula, double[] f, double[][] scores, int p) {
        double sumS = 0;
        double sumSS = 0;
        double sumFS = 0;
        double sumFSS = 0;
        double sumFFS = 0;
        double sumFFSS = 0;
        for (int s = 0; s < f.length; s++) {
            double score = scores[s][p];
            double fs = f[s] * score;
            sumS += score;
            sumSS += score * score;
            sumFS += fs;
            sumFSS += fs * score;
            sumFFS += f[s] * fs;
            sumFFSS += fs * fs;
        }
        gradient[p] = formula.gradient(sumS, sumFS);
        error[p] = formula.error(sumS, sumSS, sumFS, sumFSS, sumFFS, sumFFSS);
    }

    private double logLikelihood(double[] w) {
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            double u = w[0];
            double[] row = features[i];
            for (int d = 0; d < row.length; d++) {
                u += row[d] * w[d + 1];
            }
            double v = labels[i] ? -u : u;
            sum -= Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v)));
        }
        return sum;
    }
}
