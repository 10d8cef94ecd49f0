/**
 * Estimators of gradients of expectations, ∇θ E[f(x)] with x drawn from p(x; θ), from values of f alone, and what they return.
 *
 * <p>Begin with {@link io.github.scorelane.ScoreFunctionEstimator}: one distribution, many samples, one f. Its
 * {@link io.github.scorelane.Estimate} has the gradient, E[f(x)], a standard error for each, and notes on what there is to know
 * about them. For many small problems of one family, each with parameters of its own, as the states of a policy are, there is
 * {@link io.github.scorelane.ConditionalEstimator}.
 *
 * {@snippet :
 * // How P(x > 1), x ~ N(0.5, 1.2²), changes with the mean and the standard deviation; the function is a step
 * Estimate estimate = ScoreFunctionEstimator.of(Normal.of(0.5, 1.2))
 *         .samples(1_000_000)
 *         .seed(42)
 *         .parallel()
 *         .estimate(x -> x > 1 ? 1 : 0);
 * double byMean = estimate.gradient()[0];
 * double error = estimate.standardError()[0];
 * }
 *
 * <h2>What else is here</h2>
 *
 * <ul>
 *   <li><b>How samples are drawn</b>: {@link io.github.scorelane.SamplingPlan} makes them depend on each other, so that they fill
 *   the space more evenly; {@link io.github.scorelane.ImportanceSampling} draws them from another distribution, and
 *   {@link io.github.scorelane.RecordedSamples} takes such as were drawn before. {@link io.github.scorelane.WeightDiagnostics}
 *   tells whether weights are to be trusted.</li>
 *   <li><b>What lowers the variance</b>: {@link io.github.scorelane.Baseline}, with {@link io.github.scorelane.MovingAverage} for
 *   loops of optimisation, and {@link io.github.scorelane.ControlVariate} for an approximation of f whose expectation is
 *   known.</li>
 *   <li><b>When a run ends</b>: {@link io.github.scorelane.Target}, {@link io.github.scorelane.Progress},
 *   {@link io.github.scorelane.Checkpoint}, {@link io.github.scorelane.StopReason}.</li>
 *   <li><b>Forms of f</b>: besides a lambda of one sample there is {@code BatchFunction} over columns of samples, the fast one;
 *   {@code VectorFunction} and {@code BatchVectorFunction} have several outputs; {@code ParametricFunction} and
 *   {@code ParametricBatchFunction} depend on θ themselves; {@code ConditionalFunction} and {@code ConditionalBatchFunction} are
 *   told the problem.</li>
 *   <li><b>Results</b>: {@link io.github.scorelane.Estimate}, {@link io.github.scorelane.JacobianEstimate},
 *   {@link io.github.scorelane.HessianEstimate}, {@link io.github.scorelane.ConditionalEstimate},
 *   {@link io.github.scorelane.NaturalGradient}.</li>
 *   <li><b>This machine</b>: {@link io.github.scorelane.Environment} says what runs, and warms up.</li>
 * </ul>
 *
 * <p>Estimators are immutable values and thread-safe: each method that sets something returns a new one. A result is a function of
 * the seed, the distribution, f, the baseline, the plan and the number of samples, to the bit: not of the machine, the vector width
 * or the number of threads. What cannot be done is refused at once by an {@link java.lang.IllegalArgumentException} that names the
 * argument and its value; an f that throws, or is not finite, by an {@code EvaluationException} that names the sample.
 */
package io.github.scorelane;
