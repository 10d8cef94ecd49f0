package io.github.scorelane.bench.papers;

import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.bench.papers.PapersMeasurements.FitPoint;
import io.github.scorelane.bench.papers.PapersMeasurements.LearningPoint;
import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.quickstart.BreastCancerData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Section 8 of S. Mohamed, M. Rosca, M. Figurnov, A. Mnih, <i>Monte Carlo gradient estimation in machine learning</i>, JMLR 21
 * (2020): a Bayesian logistic regression, its mean-field normal posterior fitted by stochastic gradient steps up the evidence lower
 * bound. Settings are those of the authors' code, <a href="https://github.com/google-deepmind/mc_gradients">mc_gradients</a>: the
 * likelihood of a batch is scaled up to all rows, the divergence from the prior N(0, I) and its gradient are closed forms, and
 * the parameters are the means and the logarithms of the standard deviations, 0 to begin with.
 */
final class RegressionStudy {
    private static final double RATE = 1e-3;
    private static final int BATCH = 32;
    private static final int SAMPLES = 50;
    /** Seeds of one fit are below these many. */
    private static final long SEEDS = 1 << 20;

    private final BreastCancerData data = BreastCancerData.load();
    private final Likelihood all = Likelihood.of(data);
    private final int size = data.features()[0].length + 1;
    private final int steps;
    private final int interval;
    private final int evaluationSamples;
    private final int fits;

    /** Creates fits of so many steps, the first of which is looked at each interval with so many samples. */
    RegressionStudy(int steps, int interval, int evaluationSamples, int fits) {
        this.steps = steps;
        this.interval = interval;
        this.evaluationSamples = evaluationSamples;
        this.fits = fits;
    }

    /** The first fit of each kind, as it goes. */
    List<LearningPoint> curves() {
        return Arrays.stream(Control.values()).parallel().flatMap(control -> {
            List<LearningPoint> points = new ArrayList<>();
            fit(control, 0, points);
            return points.stream();
        }).toList();
    }

    /** The ends of all fits, judged with ten times the samples. */
    List<FitPoint> ends() {
        Control[] controls = Control.values();
        return IntStream.range(0, controls.length * fits).parallel().mapToObj(i -> {
            Control control = controls[i / fits];
            long seed = i % fits;
            Fit fit = fit(control, seed, null);
            LearningPoint end = fit.look(steps, 10 * evaluationSamples);
            return new FitPoint(control, seed, end.elbo(), end.elboError());
        }).toList();
    }

    private Fit fit(Control control, long seed, List<LearningPoint> points) {
        Fit fit = new Fit(control, seed);
        for (int step = 0; step < steps; step++) {
            if (points != null && step % interval == 0) {
                points.add(fit.look(step, evaluationSamples));
            }
            fit.step(step);
        }
        if (points != null) {
            points.add(fit.look(steps, evaluationSamples));
        }
        return fit;
    }

    /** A fit: one run of the optimiser. */
    private final class Fit {
        private final Control control;
        private final Controller controller;
        private final Batches batches;
        private final long firstSeed;
        private final ScoreFunctionEstimator<ToDoubleFunction<double[]>> estimator;
        /** The means, and then the standard deviations, and their logarithms. */
        private final double[] parameters = new double[2 * size];
        private final double[] logs = new double[size];

        Fit(Control control, long seed) {
            this.control = control;
            controller = control.controller();
            batches = new Batches(data.benign().length, seed);
            firstSeed = seed * SEEDS;
            Arrays.fill(parameters, size, 2 * size, 1);
            estimator = ScoreFunctionEstimator.of(posterior());
        }

        private DiagonalNormal posterior() {
            return DiagonalNormal.of(Arrays.copyOf(parameters, size), Arrays.copyOfRange(parameters, size, 2 * size));
        }

        void step(int step) {
            Likelihood some = Likelihood.of(data, batches.next(BATCH));
            double[] gradient = controller.estimate(estimator.at(posterior()).samples(SAMPLES), firstSeed + step, some,
                    parameters, true).gradient();
            double rate = RATE * StrictMath.cos(Math.PI / 2 * step / steps);
            for (int d = 0; d < size; d++) {
                double deviation = parameters[size + d];
                parameters[d] += rate * (gradient[d] - parameters[d]);
                logs[d] += rate * (deviation * gradient[size + d] - deviation * deviation + 1);
                parameters[size + d] = StrictMath.exp(logs[d]);
            }
        }

        /** Judges the fit on all rows, with samples of its own. */
        LearningPoint look(int step, int samples) {
            Controller.Found found = controller.estimate(
                    estimator.at(posterior()).samples(samples), firstSeed + SEEDS / 2 + step, all, parameters, false);
            double[] variances = new double[2 * size];
            for (int p = 0; p < variances.length; p++) {
                double error = found.standardError()[p] * (p < size ? 1 : parameters[p]);
                variances[p] = samples * error * error;
            }
            var means = Arrays.stream(variances, 0, size).summaryStatistics();
            var scales = Arrays.stream(variances, size, 2 * size).summaryStatistics();
            return new LearningPoint(control, step, found.value() - divergence(), found.valueError(),
                    means.getAverage(), means.getMax(), scales.getAverage(), scales.getMax());
        }

        /** The divergence of the posterior from the prior: Σ(μ² + σ² − 1)/2 − Σ ln σ. */
        private double divergence() {
            double sum = 0;
            for (int d = 0; d < size; d++) {
                double deviation = parameters[size + d];
                sum += (parameters[d] * parameters[d] + deviation * deviation - 1) / 2 - logs[d];
            }
            return sum;
        }
    }
}
