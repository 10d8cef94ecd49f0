package io.github.scorelane;

import io.github.scorelane.distribution.ConditionalDistribution;
import io.github.scorelane.engine.conditional.ConditionalBlockFunction;
import io.github.scorelane.engine.conditional.ConditionalOutcome;
import io.github.scorelane.engine.conditional.ConditionalProblem;
import io.github.scorelane.engine.conditional.ConditionalRule;
import io.github.scorelane.engine.conditional.ConditionalRun;
import io.github.scorelane.engine.flight.Flight;
import io.github.scorelane.function.ConditionalBatchFunction;
import io.github.scorelane.function.ConditionalFunction;
import io.github.scorelane.function.EvaluationException;
import io.github.scorelane.kernel.stream.SplitStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The score function estimator for many problems of one family at once, each a row with parameters θ of its own: for b = 0 … B − 1
 * an unbiased estimate of the gradient of E[f(b, x)], x ~ p(x; θ_b), by θ_b, from K samples of the row,
 *
 * <pre>
 *     (1/K) Σ (f(b, xₖ) − β) ∇θ log p(xₖ; θ_b),   k = 0 … K − 1
 * </pre>
 *
 * with a baseline β that lowers the variance: by default, for K ≥ 2, the mean of f over the row's other samples. This is the policy
 * gradient of a batch of states (REINFORCE), and the gradient of an amortised posterior over a batch of observations. What makes
 * the parameters, a network say, takes the rows' gradients on to its own by the chain rule. Here three logits in each context are
 * linear in its features:
 *
 * {@snippet :
 * static double[][] learn(double[][] context, ConditionalFunction reward, int steps) {
 *     int actions = 3;
 *     int rows = context[0].length;
 *     double[][] weights = new double[actions][context.length];
 *     double[][] logits = new double[actions][rows];
 *     var estimator = ConditionalEstimator.of(ConditionalCategorical.ofLogits(actions)).samplesPerRow(4);
 *     for (int step = 0; step < steps; step++) {
 *         double[][] gradient = estimator.seed(step).estimate(logits, reward).gradient();
 *         for (int a = 0; a < actions; a++) {
 *             for (int j = 0; j < context.length; j++) {
 *                 double mean = 0;
 *                 for (int b = 0; b < rows; b++) {
 *                     mean += gradient[a][b] * context[j][b] / rows;
 *                 }
 *                 weights[a][j] += mean;
 *             }
 *             for (int b = 0; b < rows; b++) {
 *                 logits[a][b] = 0;
 *                 for (int j = 0; j < context.length; j++) {
 *                     logits[a][b] += weights[a][j] * context[j][b];
 *                 }
 *             }
 *         }
 *     }
 *     return weights;
 * }
 * }
 *
 * <p>Parameters and results are columns, {@code parameters[p][b]}, and there may be 1e8 samples and more. Neither are copied, and
 * memory beside them does not grow with the rows nor the samples. It is fast from some hundred rows on; for few rows of many
 * samples there is {@link ScoreFunctionEstimator}.
 *
 * <p>Immutable and thread-safe. An estimate is a function of the seed, the distribution, the parameters, f, the baseline and K, to
 * the bit: not of the machine, the vector width or the number of threads. More than that, sample k of row b is a function of
 * the seed, θ_b, b and k alone: other rows, and a larger K, leave it as it is. Rows are independent.
 *
 * <p>f is pure. Under {@code parallel()} it is called from several threads. If it throws, or returns NaN or an infinity, the
 * run ends with an {@link EvaluationException} that names the row and the sample, of several the first by row, and then by sample.
 * If the calling thread is interrupted, the run ends with a {@link java.util.concurrent.CancellationException}, the
 * interrupt flag still set; that is checked before each call of f.
 *
 * <p>Sources: R. J. Williams, <i>Simple statistical gradient-following algorithms for connectionist reinforcement
 * learning</i>, 1992; W. Kool, H. van Hoof, M. Welling, <i>Buy 4 REINFORCE samples, get a baseline for free!</i>, 2019.
 */
public final class ConditionalEstimator extends MonteCarloEstimator<ConditionalEstimator> {
    /** The number of samples drawn for each row where no number is asked for. */
    public static final int DEFAULT_SAMPLES_PER_ROW = 16;

    private final ConditionalDistribution distribution;
    private final ConditionalRequest request;

    private ConditionalEstimator(ConditionalDistribution distribution, ConditionalRequest request) {
        super(request.options());
        this.distribution = distribution;
        this.request = request;
    }

    /**
     * Makes an estimator with 16 samples a row, a fresh seed at each estimate, each row's leave-one-out baseline, and one thread.
     *
     * @param distribution the family of all rows
     * @return the estimator
     */
    public static ConditionalEstimator of(ConditionalDistribution distribution) {
        Objects.requireNonNull(distribution, "distribution");
        return new ConditionalEstimator(distribution, ConditionalRequest.DEFAULT);
    }

    /**
     * Sets the number of samples of each row.
     *
     * @param number K, at least 1; a leave-one-out baseline needs 2, and 3 for standard errors, the others 1 and 2
     * @return an estimator that is otherwise this one
     * @throws IllegalArgumentException if it is not strictly positive
     */
    public ConditionalEstimator samplesPerRow(int number) {
        return with(request.withSamplesPerRow(number));
    }

    /**
     * Sets the baseline. Where none is set, it is leave-one-out, and none for one sample a row.
     *
     * @param newBaseline what is subtracted from f: {@link Baseline#leaveOneOut()} over the row's own samples,
     *     {@link Baseline#none()}, {@link Baseline#constant} or, for a number for each row, {@link Baseline#ofRows} and
     *     {@link Baseline#function}
     * @return an estimator that is otherwise this one
     * @throws IllegalArgumentException if it is another, which would need folds of each row's samples
     */
    public ConditionalEstimator baseline(Baseline newBaseline) {
        Objects.requireNonNull(newBaseline, "baseline");
        return with(request.withBaseline(newBaseline));
    }

    /**
     * Estimates the gradient of each row.
     *
     * @param parameters a column for each parameter, all as long as there are rows; they are read, and not to be changed meanwhile
     * @param f the function, in its simple form
     * @return gradients and values, and their errors
     * @throws IllegalArgumentException if there is not a column for each parameter, they are not of one length, one is out of
     *     range, or there are too few samples for the baseline or not a value of it for each row
     * @throws EvaluationException if f throws, or is not finite
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public ConditionalEstimate estimate(double[][] parameters, ConditionalFunction f) {
        Objects.requireNonNull(f, "f");
        return estimate(parameters, ConditionalBlockFunction.of(f));
    }

    /**
     * Estimates the gradient of each row.
     *
     * @param parameters a column for each parameter, all as long as there are rows; they are read, and not to be changed meanwhile
     * @param f the function, in its batch form
     * @return gradients and values, and their errors
     * @throws IllegalArgumentException if there is not a column for each parameter, they are not of one length, one is out of
     *     range, or there are too few samples for the baseline or not a value of it for each row
     * @throws EvaluationException if f throws, or is not finite
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public ConditionalEstimate estimate(double[][] parameters, ConditionalBatchFunction f) {
        Objects.requireNonNull(f, "f");
        return estimate(parameters, ConditionalBlockFunction.of(f));
    }

    /**
     * Estimates the gradient of each row into arrays of the caller's, without values and standard errors, which take
     * two thirds of the sums: for a loop of optimisation. The gradient is that of {@code estimate}, to the bit.
     *
     * @param parameters a column for each parameter, all as long as there are rows; they are read, and not to be changed meanwhile
     * @param f the function, in its simple form
     * @param gradient where the gradients go: a column for each parameter, of the same length; none another column, too. What
     *     it holds after an exception is unspecified
     * @throws IllegalArgumentException as for {@code estimate}, and if the gradient's columns are not such
     * @throws EvaluationException if f throws, or is not finite
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public void estimateGradient(double[][] parameters, ConditionalFunction f, double[][] gradient) {
        Objects.requireNonNull(f, "f");
        estimateGradient(parameters, ConditionalBlockFunction.of(f), gradient);
    }

    /**
     * Estimates the gradient of each row into arrays of the caller's, without values and standard errors, which take
     * two thirds of the sums: for a loop of optimisation. The gradient is that of {@code estimate}, to the bit.
     *
     * @param parameters a column for each parameter, all as long as there are rows; they are read, and not to be changed meanwhile
     * @param f the function, in its batch form
     * @param gradient where the gradients go: a column for each parameter, of the same length; none another column, too. What
     *     it holds after an exception is unspecified
     * @throws IllegalArgumentException as for {@code estimate}, and if the gradient's columns are not such
     * @throws EvaluationException if f throws, or is not finite
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public void estimateGradient(double[][] parameters, ConditionalBatchFunction f, double[][] gradient) {
        Objects.requireNonNull(f, "f");
        estimateGradient(parameters, ConditionalBlockFunction.of(f), gradient);
    }

    private ConditionalEstimate estimate(double[][] parameters, ConditionalBlockFunction f) {
        long start = System.nanoTime();
        EstimateEvent event = Flight.isRecorded() ? EstimateEvent.begun(start) : null;
        List<String> names = distribution.parameterNames();
        int rows = requireParameters(parameters, names.size());
        long seed = request.options().seed().orElseGet(SplitStream::freshSeed);
        ConditionalOutcome outcome = ConditionalOutcome.of(names.size(), rows);
        ConditionalProblem problem = problem(parameters, f, seed);
        new ConditionalRun(problem, outcome).run();
        WorkDone done = done(start, seed);
        if (event != null) {
            event.commit("estimate", problem, done, outcome.largestRelativeError());
        }
        return new ConditionalEstimate(outcome, names, done, notes(outcome));
    }

    private void estimateGradient(double[][] parameters, ConditionalBlockFunction f, double[][] gradient) {
        Objects.requireNonNull(gradient, "gradient");
        long start = System.nanoTime();
        EstimateEvent event = Flight.isRecorded() ? EstimateEvent.begun(start) : null;
        int rows = requireParameters(parameters, distribution.parameterNames().size());
        requireGradient(gradient, parameters, rows);
        long seed = request.options().seed().orElseGet(SplitStream::freshSeed);
        ConditionalProblem problem = problem(parameters, f, seed);
        new ConditionalRun(problem, ConditionalOutcome.ofGradient(gradient)).run();
        if (event != null) {
            event.commit("estimateGradient", problem, done(start, seed), Double.NaN);
        }
    }

    private WorkDone done(long start, long seed) {
        return new WorkDone(request.samplesPerRow(), OptionalLong.of(seed), request.baseline(), SamplingPlan.independent(),
                StopReason.SAMPLES, Duration.ofNanos(System.nanoTime() - start));
    }

    private ConditionalProblem problem(double[][] parameters, ConditionalBlockFunction f, long seed) {
        return new ConditionalProblem(distribution, parameters, request.samplesPerRow(), SplitStream.ofHashed(seed), f,
                request.baseline().rowFormula(), request.options().threads());
    }

    /** Returns the number of rows; refuses parameters that are no columns of one length, or out of range. */
    private int requireParameters(double[][] parameters, int count) {
        ConditionalRule formula = request.baseline().rowFormula();
        if (request.samplesPerRow() < formula.minSamples()) {
            throw new IllegalArgumentException("the " + request.baseline() + " baseline needs at least " + formula.minSamples()
                    + " samples per row: " + request.samplesPerRow());
        }
        int rows = Objects.requireNonNull(parameters, "parameters").length == 0 ? 0 : parameters[0].length;
        requireColumns("parameters", parameters, count, rows);
        if (rows == 0) {
            throw new IllegalArgumentException("number of rows is not strictly positive: 0");
        }
        request.baseline().requireRows(rows);
        distribution.requireParameters(parameters, 0, rows);
        return rows;
    }

    private static void requireGradient(double[][] gradient, double[][] parameters, int rows) {
        requireColumns("gradient", gradient, parameters.length, rows);
        Set<double[]> others = Collections.newSetFromMap(new IdentityHashMap<>());
        others.addAll(List.of(parameters));
        for (int p = 0; p < gradient.length; p++) {
            if (!others.add(gradient[p])) {
                throw new IllegalArgumentException("gradient[" + p + "] is another column, too");
            }
        }
    }

    private static void requireColumns(String name, double[][] columns, int count, int rows) {
        if (columns.length != count) {
            throw new IllegalArgumentException("number of columns of " + name + " is not " + count + ": " + columns.length);
        }
        for (int p = 0; p < count; p++) {
            if (columns[p].length != rows) {
                throw new IllegalArgumentException("length of " + name + "[" + p + "] is not " + rows + ": " + columns[p].length);
            }
        }
    }

    private List<String> notes(ConditionalOutcome outcome) {
        int samples = request.samplesPerRow();
        int least = request.baseline().rowFormula().minSamplesForError();
        List<String> notes = new ArrayList<>();
        if (samples < 2) {
            notes.add("The values' standard errors are NaN: they need at least 2 samples per row.");
        }
        if (samples < least) {
            notes.add("The gradients' standard errors are NaN: with the " + request.baseline() + " baseline they need at least "
                    + least + " samples per row.");
        }
        // The engine sums f less its first value in the row: the spread is exactly 0 where f has no second value, and nowhere else.
        long constant = Arrays.stream(outcome.valueStandardError()).filter(error -> error == 0).count();
        if (constant > 0) {
            notes.add(OneValueNote.ofRows(constant, outcome.value().length, samples));
        }
        return List.copyOf(notes);
    }

    @Override
    ConditionalEstimator with(RunOptions newOptions) {
        return with(request.withOptions(newOptions));
    }

    private ConditionalEstimator with(ConditionalRequest newRequest) {
        return new ConditionalEstimator(distribution, newRequest);
    }
}
