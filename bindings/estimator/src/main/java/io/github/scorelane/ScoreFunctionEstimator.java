package io.github.scorelane;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.ProductDistribution;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.engine.control.KnownControl;
import io.github.scorelane.engine.draw.BlockSampler;
import io.github.scorelane.engine.evaluate.BlockFunction;
import io.github.scorelane.engine.evaluate.ColumnsFunction;
import io.github.scorelane.engine.evaluate.DirectFunction;
import io.github.scorelane.engine.evaluate.FunctionSource;
import io.github.scorelane.engine.evaluate.NumberFunction;
import io.github.scorelane.engine.evaluate.PointFunction;
import io.github.scorelane.engine.evaluate.VectorPointFunction;
import io.github.scorelane.function.BatchFunction;
import io.github.scorelane.function.BatchVectorFunction;
import io.github.scorelane.function.EvaluationException;
import io.github.scorelane.function.ParametricBatchFunction;
import io.github.scorelane.function.ParametricFunction;
import io.github.scorelane.function.SampleBlockConsumer;
import io.github.scorelane.function.VectorFunction;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * The score function estimator, known as REINFORCE and as the likelihood-ratio method, makes an unbiased estimate of
 * ∇θ E[f(x)], x ~ p(x; θ), from values of f alone,
 *
 * <pre>
 *     ∇θ E[f(x)] = E[f(x) ∇θ log p(x; θ)] ≈ (1/n) Σ (f(xᵢ) − bᵢ) ∇θ log p(xᵢ; θ)
 * </pre>
 *
 * with a baseline b that lowers the variance. f need not be differentiable nor continuous.
 *
 * <p>Immutable and thread-safe: {@code samples}, {@code seed}, {@code at} and the like return a new estimator. One that is made
 * anew for each estimate costs hardly more than one that is kept: the library keeps arrays to work in from one estimate to the
 * next, for all threads together, softly, so that the garbage collector may take them. They are 1 MB at most for each processor
 * (four of them at least), and a thirty-second of the largest heap for estimates whose arrays take more than 256 KB a thread.
 *
 * <p>The estimate is a function of the seed, the distribution, f, the baseline and the number of samples, to the bit: not of the
 * machine, the vector width or the number of threads. (Between machines, if f's own bits agree: {@code Math.exp} may differ, this
 * library's {@code Exp} does not.)
 *
 * <p>f is pure. It is called once for each sample, and up to an eighth more often, 1,024 times at most, at points that no sample
 * need have, unless {@link #withoutProbes()} is asked for; where squares of its values, or of scores, are out of range, samples
 * are evaluated again in another unit. Under {@code parallel()} it is called from several threads. If it throws at a sample, or
 * returns NaN or an infinity, the run ends with an {@link EvaluationException} that names the sample. If the calling thread is
 * interrupted, the run ends with a {@link java.util.concurrent.CancellationException}, the interrupt flag still set; that is
 * checked before each call of f.
 *
 * <p>Sources: R. J. Williams, <i>Simple statistical gradient-following algorithms for connectionist reinforcement
 * learning</i>, 1992; P. W. Glynn, <i>Likelihood ratio gradient estimation</i>, 1990; S. Mohamed, M. Rosca, M. Figurnov, A. Mnih,
 * <i>Monte Carlo gradient estimation in machine learning</i>, 2020.
 *
 * @param <F> the simple form of f: {@link DoubleUnaryOperator} of one number, {@code ToDoubleFunction<double[]>} of a vector,
 *     whose array is reused and not to be kept or changed
 */
public final class ScoreFunctionEstimator<F> extends ExpectationEstimator<ScoreFunctionEstimator<F>> {
    /** The number of samples where none is asked for. */
    public static final long DEFAULT_SAMPLES = 100_000;
    /** The largest number of parameters of which the joint covariance is offered. */
    public static final int MAX_COVARIANCE_PARAMETERS = 4096;
    /** The largest number of outputs of a function. */
    public static final int MAX_OUTPUTS = 1024;
    /** The largest number of parameters whose scores are all held for a block of samples: 140 MB of them. */
    public static final int MAX_SCORE_PARAMETERS = 16_384;
    /** The largest number of control variates of the user's. */
    public static final int MAX_CONTROL_VARIATES = 8;
    /** The kind of estimator, by which a checkpoint tells it from others. */
    static final String KIND = "score function";

    private final Form<F> form;

    private ScoreFunctionEstimator(EstimateRequest request, Form<F> form) {
        super(request);
        this.form = form;
    }

    /**
     * Makes an estimator for a distribution of numbers, with 100,000 samples, a fresh seed at each estimate, the automatic
     * baseline, and one thread.
     *
     * @param distribution of x
     * @return the estimator
     * @throws IllegalArgumentException if the distribution has no parameters
     */
    public static ScoreFunctionEstimator<DoubleUnaryOperator> of(UnivariateDistribution distribution) {
        return new ScoreFunctionEstimator<>(EstimateRequest.of(distribution), (f, dimension) -> new NumberFunction(f));
    }

    /**
     * Makes an estimator for a distribution of vectors, with 100,000 samples, a fresh seed at each estimate, the automatic
     * baseline, and one thread.
     *
     * <p>With more than 2048 coordinates f sees one sample at a time (the batch form eight), its n values are kept, and the
     * samples are drawn twice.
     *
     * @param distribution of x; a {@link ProductDistribution} where it has more than 2048 coordinates
     * @return the estimator
     * @throws IllegalArgumentException if the distribution has more than 2048 coordinates that are not independent
     */
    public static ScoreFunctionEstimator<ToDoubleFunction<double[]>> of(MultivariateDistribution distribution) {
        return new ScoreFunctionEstimator<>(EstimateRequest.of(distribution), PointFunction::new);
    }

    /**
     * Sets the baseline.
     *
     * @param newBaseline what is subtracted from f
     * @return an estimator that is otherwise this one
     * @throws IllegalArgumentException if it is one of rows
     */
    public ScoreFunctionEstimator<F> baseline(Baseline newBaseline) {
        Objects.requireNonNull(newBaseline, "baseline");
        return with(request().withBaseline(newBaseline));
    }

    /**
     * Adds a control variate of your own, up to {@value #MAX_CONTROL_VARIATES}. It is one at this θ: {@code at} leaves it behind.
     * {@link Estimate#varianceReduction()} is then what the baseline gained of f less the control variates.
     *
     * @param control what resembles f
     * @return an estimator that is otherwise this one
     * @throws IllegalArgumentException if it does not fit the distribution, there are too many, or more than 2048 coordinates
     */
    public ScoreFunctionEstimator<F> controlVariate(ControlVariate control) {
        Objects.requireNonNull(control, "control variate");
        request().requireNotWide(Feature.CONTROL_VARIATES);
        if (request().controls().size() == MAX_CONTROL_VARIATES) {
            throw new IllegalArgumentException("number of control variates is above " + MAX_CONTROL_VARIATES
                    + ": add up some of them, their means and their gradients");
        }
        List<KnownControl> all = new ArrayList<>(request().controls());
        all.add(control.at(request().distribution()));
        return with(request().withControls(List.copyOf(all)));
    }

    /**
     * Asks f at the samples only, as where a value of f is dear or f is not defined beside them: the automatic baseline then
     * takes no surrogates of f, as {@link Baseline#automatic()} says.
     *
     * @return an estimator that is otherwise this one
     */
    public ScoreFunctionEstimator<F> withoutProbes() {
        return with(request().withoutProbes());
    }

    /**
     * Draws the samples from another distribution, and weights them. That distribution stays when the estimator moves to
     * another θ.
     *
     * @param sampling from which, and how
     * @return an estimator that is otherwise this one
     * @throws IllegalArgumentException if the other distribution has more coordinates or fewer, or there are more than 2048
     */
    public ScoreFunctionEstimator<F> importance(ImportanceSampling sampling) {
        Objects.requireNonNull(sampling, "importance sampling");
        EstimatorRun.requireSameDimension(request().distribution(), sampling.reweighting());
        request().requireNotWide(Feature.IMPORTANCE);
        return with(request().withImportance(sampling));
    }

    /**
     * Estimates the gradient of a function.
     *
     * @param f the function, in its simple form
     * @return the gradient, the value, and their errors
     * @throws IllegalArgumentException if there are too few samples for the baseline, or too many for more than 2048
     *     coordinates, or too many parameters for a covariance, or the sampling plan does not suit the distribution, the
     *     number of samples or the baseline
     * @throws EvaluationException if f throws, or is not finite
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public Estimate estimate(F f) {
        Objects.requireNonNull(f, "f");
        return run().estimate(source(f));
    }

    /**
     * Estimates the gradient of a function.
     *
     * @param f the function, in its batch form
     * @return the gradient, the value, and their errors
     * @throws IllegalArgumentException as for {@link #estimate(Object)}
     * @throws EvaluationException if f throws, or is not finite
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public Estimate estimate(BatchFunction f) {
        Objects.requireNonNull(f, "f");
        return run().estimate(batchSource(f));
    }

    /**
     * Goes on with an estimate where a checkpoint was taken: the result is that of {@code estimate}, to the bit, but for the
     * elapsed time and a note. Block 0 is worked again, to tell by its mean whether f is the same.
     *
     * @param f the function, in its simple form
     * @param checkpoint where to go on; its seed is taken
     * @return the gradient, the value, and their errors
     * @throws IllegalArgumentException if the checkpoint is of another seed, distribution, baseline or f, or has more samples than
     *     there are to be; or as for {@link #estimate(Object)}
     * @throws EvaluationException if f throws, or is not finite
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public Estimate resume(F f, Checkpoint checkpoint) {
        return with(request().withCheckpoint(checkpoint)).estimate(f);
    }

    /**
     * Goes on with an estimate where a checkpoint was taken, as {@link #resume(Object, Checkpoint)} does.
     *
     * @param f the function, in its batch form
     * @param checkpoint where to go on; its seed is taken
     * @return the gradient, the value, and their errors
     * @throws IllegalArgumentException as for {@link #resume(Object, Checkpoint)}
     * @throws EvaluationException if f throws, or is not finite
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public Estimate resume(BatchFunction f, Checkpoint checkpoint) {
        return with(request().withCheckpoint(checkpoint)).estimate(f);
    }

    /**
     * Estimates the Hessian of a function's expectation by the parameters, and with it the gradient: unbiased, from values of f
     * alone, by the score function twice,
     *
     * <pre>
     *     ∇²θ E[f(x)] = E[f(x) (∇²θ log p(x; θ) + ∇θ log p(x; θ) ∇θ log p(x; θ)ᵀ)]
     * </pre>
     *
     * <p>Each element has a baseline and a standard error of its own, and {@link #withCovariance()} gives the covariance of all.
     * Elements have larger errors than components of the gradient: for x ~ N(0.7, 1.3²), f = x², 10⁷ samples and no baseline they
     * are 0.0030 (∂²/∂μ²), 0.0072 (∂²/∂μ ∂σ) and 0.0205 (∂²/∂σ²), where those of the gradient are 0.0018 and 0.0039.
     *
     * <p>The distribution needs second derivatives of its log density: {@link io.github.scorelane.distribution.HasHessian}, or
     * {@link io.github.scorelane.distribution.HasVectorHessian}. P parameters take P(P + 1)/2 sums of 384 bytes each, for each
     * thread and each doubling of the number of blocks of 1024 samples.
     *
     * @param f the function, in its simple form
     * @return the Hessian, the gradient, the value, and their errors
     * @throws IllegalArgumentException if the log density has no second derivatives, there are more than 1024 parameters or
     *     2048 coordinates, too few samples for the baseline, too many parameters for a covariance, or a sampling plan
     * @throws EvaluationException if f throws, or is not finite
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public HessianEstimate hessian(F f) {
        Objects.requireNonNull(f, "f");
        return run().secondOrder(source(f));
    }

    /**
     * Estimates the Hessian of a function's expectation by the parameters, as {@link #hessian(Object)} does.
     *
     * @param f the function, in its batch form
     * @return the Hessian, the gradient, the value, and their errors
     * @throws IllegalArgumentException as for {@link #hessian(Object)}
     * @throws EvaluationException if f throws, or is not finite
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public HessianEstimate hessian(BatchFunction f) {
        Objects.requireNonNull(f, "f");
        return run().secondOrder(batchSource(f));
    }

    /**
     * Estimates the gradients of several functions' expectations from the same samples, with draws and scores made once: each to
     * the same bits as {@link #estimate(Object)} of it alone, if all are finite where f is asked beside the samples.
     *
     * <p>Each output has sums of its own, 384 bytes for a parameter (and {@link #withCovariance()} as it says
     * there), for each thread and each doubling of the number of blocks of 1024 samples.
     *
     * @param outputs how many values f returns, 1 to {@value #MAX_OUTPUTS}
     * @param f the function, in its simple form; x has one coordinate for a distribution of numbers
     * @return the Jacobian, the values, and their errors
     * @throws IllegalArgumentException as for {@link #estimate(Object)}, or if there are too many outputs, more than 2048
     *     coordinates, importance sampling, or control variates of the user's
     * @throws EvaluationException if f throws, has another number of outputs, or is not finite
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public JacobianEstimate jacobian(int outputs, VectorFunction f) {
        Objects.requireNonNull(f, "f");
        return run().jacobian(outputs, outputsSource(f));
    }

    /**
     * Estimates the gradients of several functions' expectations from the same samples, as {@link #jacobian(int, VectorFunction)}
     * does.
     *
     * @param outputs how many values f has, 1 to {@value #MAX_OUTPUTS}
     * @param f the function, in its batch form
     * @return the Jacobian, the values, and their errors
     * @throws IllegalArgumentException as for {@link #jacobian(int, VectorFunction)}
     * @throws EvaluationException if f throws, or is not finite
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public JacobianEstimate jacobian(int outputs, BatchVectorFunction f) {
        Objects.requireNonNull(f, "f");
        return run().jacobian(outputs, batchOutputsSource(f));
    }

    /**
     * Estimates the gradient of a function that depends on θ itself too, f(x; θ), by the sum of two parts:
     *
     * <pre>
     *     ∇θ E[f(x; θ)] = E[f(x; θ) ∇θ log p(x; θ)] + E[∂f(x; θ)/∂θ]
     * </pre>
     *
     * {@snippet :
     * // The entropy of N(0.7, 1.3²), E[−log p(x; θ)], whose derivative by σ is 1/σ
     * Normal normal = Normal.of(0.7, 1.3);
     * Estimate e = ScoreFunctionEstimator.of(normal).estimate((x, derivatives) -> {
     *     double z = (x[0] - 0.7) / 1.3;
     *     derivatives[0] = -z / 1.3;
     *     derivatives[1] = (1 - z * z) / 1.3;
     *     return 0.5 * z * z + Math.log(1.3);
     * });
     * }
     *
     * <p>Baselines and control variates lower the variance of both parts together, and errors are those of their sum. The
     * automatic baseline is {@link Baseline#optimalConstant()} below 256 samples. {@link Baseline#leaveOneOut()} and {@link
     * #withCovariance()} are not offered: their formulas take a product of f and the score.
     *
     * @param f the function and its derivatives, in their simple form
     * @return the gradient, the value, and their errors
     * @throws IllegalArgumentException as for {@link #estimate(Object)}, or with the leave-one-out baseline, a joint covariance,
     *     importance sampling, more than 2048 coordinates or {@value #MAX_SCORE_PARAMETERS} parameters
     * @throws EvaluationException if f throws, or it or a derivative is not finite
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public Estimate estimate(ParametricFunction f) {
        Objects.requireNonNull(f, "f");
        int parameters = parameters();
        return run().direct(parameters, parametricSource(f, parameters));
    }

    /**
     * Estimates the gradient of a function that depends on θ itself too, as {@link #estimate(ParametricFunction)} does.
     *
     * @param f the function and its derivatives, in their batch form
     * @return the gradient, the value, and their errors
     * @throws IllegalArgumentException as for {@link #estimate(ParametricFunction)}
     * @throws EvaluationException if f throws, or it or a derivative is not finite
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public Estimate estimate(ParametricBatchFunction f) {
        Objects.requireNonNull(f, "f");
        int parameters = parameters();
        return run().direct(parameters, batchParametricSource(f, parameters));
    }

    /**
     * Draws the samples, evaluates f and the scores, and hands them out block by block, in the order of the samples and in the
     * calling thread: for estimators of your own, and for what needs the gradient of each sample, f s, as clipping does. Samples
     * are those of {@link #estimate(Object)} with this seed. Baselines, threads and the joint covariance have no effect.
     *
     * {@snippet :
     * // Each sample's term of the gradient clipped at 10 (biased)
     * double[] sum = new double[2];
     * var estimator = ScoreFunctionEstimator.of(Normal.of(0.7, 1.3)).samples(100_000).seed(42);
     * estimator.forEachBlock(x -> x * x, (first, n, x, f, scores) -> {
     *     for (int s = 0; s < n; s++) {
     *         double scale = Math.min(1, 10 / Math.hypot(f[s] * scores[0][s], f[s] * scores[1][s]));
     *         sum[0] += scale * f[s] * scores[0][s];
     *         sum[1] += scale * f[s] * scores[1][s];
     *     }
     * });
     * }
     *
     * @param f the function, in its simple form
     * @param consumer what takes the blocks; what it throws ends the loop, and is thrown
     * @return the seed: the user's, or the fresh one that was taken
     * @throws IllegalArgumentException if there are more than 2048 coordinates or {@value #MAX_SCORE_PARAMETERS} parameters,
     *     importance sampling, or control variates of the user's
     * @throws EvaluationException if f throws, or is not finite
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public long forEachBlock(F f, SampleBlockConsumer consumer) {
        Objects.requireNonNull(f, "f");
        return run().loop(source(f), consumer);
    }

    /**
     * Hands out samples, values and scores block by block, as {@link #forEachBlock(Object, SampleBlockConsumer)} does.
     *
     * @param f the function, in its batch form
     * @param consumer what takes the blocks
     * @return the seed: the user's, or the fresh one that was taken
     * @throws IllegalArgumentException as for {@link #forEachBlock(Object, SampleBlockConsumer)}
     * @throws EvaluationException if f throws, or is not finite
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public long forEachBlock(BatchFunction f, SampleBlockConsumer consumer) {
        Objects.requireNonNull(f, "f");
        return run().loop(batchSource(f), consumer);
    }

    /**
     * Estimates the gradient from samples that were drawn before, by weights. All of them are used, whatever the number of
     * samples and the seed that were set.
     *
     * @param recorded the samples, and the values of f
     * @return the gradient, the value, and their errors
     * @throws IllegalArgumentException if the samples have more coordinates or fewer than the distribution, or more than 2048,
     *     or are too few for the baseline, or the estimator has importance sampling of its own
     * @throws EvaluationException if the density of a sample is not a number
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public Estimate estimate(RecordedSamples recorded) {
        Objects.requireNonNull(recorded, "recorded samples");
        return run().estimate(recorded);
    }

    // A source holds f and numbers alone, and not this estimator: it may have to be serialised.

    private FunctionSource source(F f) {
        Form<F> simple = form;
        int dimension = dimension();
        return () -> simple.wrap(f, dimension);
    }

    private static FunctionSource batchSource(BatchFunction f) {
        return () -> ColumnsFunction.of(f);
    }

    private FunctionSource outputsSource(VectorFunction f) {
        int dimension = dimension();
        return () -> new VectorPointFunction(f, dimension);
    }

    private static FunctionSource batchOutputsSource(BatchVectorFunction f) {
        return () -> ColumnsFunction.ofOutputs(f);
    }

    private FunctionSource parametricSource(ParametricFunction f, int parameters) {
        int dimension = dimension();
        return () -> DirectFunction.of(f, dimension, parameters, BlockSampler.BLOCK);
    }

    private static FunctionSource batchParametricSource(ParametricBatchFunction f, int parameters) {
        return () -> DirectFunction.of(f, parameters, BlockSampler.BLOCK);
    }

    private EstimatorRun run() {
        return new EstimatorRun(request());
    }

    private int dimension() {
        return request().distribution().dimension();
    }

    private int parameters() {
        return request().distribution().parameterNames().size();
    }

    @Override
    ScoreFunctionEstimator<F> with(EstimateRequest newRequest) {
        return new ScoreFunctionEstimator<>(newRequest, form);
    }

    /** A form wraps the simple form of f, for a number of coordinates, in what the engine calls. */
    private interface Form<F> extends Serializable {
        BlockFunction wrap(F f, int dimension);
    }
}
