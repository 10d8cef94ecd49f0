package io.github.scorelane.quickstart;

import io.github.scorelane.Estimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.distribution.DiagonalNormal;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Fits a mean-field normal posterior q by score-function gradients of the evidence lower bound, which need no derivative of
 * the model. The bound itself depends on q by its log q. As E[∇ log q] = 0, that dependence adds nothing to the expected
 * gradient, and keeping log q in f lowers the variance.
 *
 * <p>Source: R. Ranganath, S. Gerrish, D. M. Blei, <i>Black box variational inference</i>, AISTATS 2014.
 */
public final class VariationalInference {
    /** The first step size of Adam. It falls to 0 along half a cosine, so that the noise of the gradients dies out. */
    private static final double RATE = 0.1;
    private static final double FIRST_STANDARD_DEVIATION = 0.3;

    private final LogisticRegression model;
    private final int steps;
    private final int samples;
    private final long seed;

    /**
     * Prepares a fit.
     *
     * @param model the model whose posterior is fitted
     * @param steps number of steps of Adam
     * @param samples number of samples of each step
     * @param seed seed of the first step; each further step has the next one
     */
    public VariationalInference(LogisticRegression model, int steps, int samples, long seed) {
        this.model = model;
        this.steps = steps;
        this.samples = samples;
        this.seed = seed;
    }

    /** An observer that is given each step's estimate of the bound and its gradient, at the posterior before the step. */
    public interface Observer {
        /**
         * Receives the estimate of a step.
         *
         * @param step index of the step, from 0 on
         * @param estimate the estimate of the bound and its gradient
         */
        void step(int step, Estimate estimate);
    }

    /**
     * Fits the posterior.
     *
     * @param observer the observer of the steps
     * @return the posterior after the last step
     */
    public DiagonalNormal fit(Observer observer) {
        int dimension = model.weights();
        // The parameters of the optimiser are the means, and then the logarithms of the standard deviations, which may be any
        // numbers.
        double[] parameters = new double[2 * dimension];
        Arrays.fill(parameters, dimension, 2 * dimension, StrictMath.log(FIRST_STANDARD_DEVIATION));
        DiagonalNormal q = posterior(parameters);
        ScoreFunctionEstimator<ToDoubleFunction<double[]>> estimator =
                ScoreFunctionEstimator.of(q).samples(samples).parallel();
        Adam adam = new Adam(parameters.length);
        for (int step = 0; step < steps; step++) {
            Estimate estimate = estimator.at(q).seed(seed + step).estimate(model.evidenceLowerBound(q));
            observer.step(step, estimate);
            adam.ascend(parameters, byLogStandardDeviation(estimate.gradient(), q), rate(step));
            q = posterior(parameters);
        }
        return q;
    }

    /** Estimates the bound at a posterior, with samples of its own. */
    Estimate evaluate(DiagonalNormal q, long samples) {
        return ScoreFunctionEstimator.of(q).samples(samples).seed(seed + steps).parallel()
                .estimate(model.evidenceLowerBound(q));
    }

    private double rate(int step) {
        return RATE / 2 * (1 + StrictMath.cos(Math.PI * step / steps));
    }

    private static DiagonalNormal posterior(double[] parameters) {
        int dimension = parameters.length / 2;
        double[] means = Arrays.copyOf(parameters, dimension);
        double[] standardDeviations = new double[dimension];
        Arrays.setAll(standardDeviations, d -> StrictMath.exp(parameters[dimension + d]));
        return DiagonalNormal.of(means, standardDeviations);
    }

    /** Turns derivatives by σ into those by log σ, as ∂/∂log σ = σ ∂/∂σ. */
    private static double[] byLogStandardDeviation(double[] gradient, DiagonalNormal q) {
        double[] at = q.parameters();
        for (int p = q.dimension(); p < gradient.length; p++) {
            gradient[p] *= at[p];
        }
        return gradient;
    }
}
