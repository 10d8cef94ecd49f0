package io.github.scorelane;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.ProductDistribution;
import io.github.scorelane.engine.baseline.BaselineRule;
import io.github.scorelane.engine.baseline.LeaveOneOut;
import io.github.scorelane.engine.control.ControlledFunction;
import io.github.scorelane.engine.control.KnownControl;
import io.github.scorelane.engine.draw.ProposalDraws;
import io.github.scorelane.engine.draw.Reweighting;
import io.github.scorelane.engine.draw.UnivariateAsVector;
import io.github.scorelane.engine.evaluate.BlockFunction;
import io.github.scorelane.engine.evaluate.OneValue;
import io.github.scorelane.engine.evaluate.OutputsFunction;
import io.github.scorelane.engine.flight.Flight;
import io.github.scorelane.engine.result.Outcome;
import io.github.scorelane.engine.run.BlockLoop;
import io.github.scorelane.engine.run.ColumnRun;
import io.github.scorelane.engine.run.JacobianRun;
import io.github.scorelane.engine.run.Problem;
import io.github.scorelane.engine.run.WeightedRun;
import io.github.scorelane.engine.run.WideRun;
import io.github.scorelane.engine.stage.StoppingSchedule;
import io.github.scorelane.engine.sum.DominantTerm;
import io.github.scorelane.engine.term.SecondOrder;
import io.github.scorelane.engine.thread.Thrown;
import io.github.scorelane.function.SampleBlockConsumer;
import io.github.scorelane.kernel.stream.SplitStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes one estimate of a {@link ScoreFunctionEstimator}: refuses what cannot be, has the engine work the rest, and adds to its
 * outcome the notes that a reader needs.
 */
final class EstimatorRun {
    private static final int MAX_COLUMNS = EstimateRequest.MAX_COLUMNS;
    private static final int MAX_COVARIANCE_PARAMETERS = ScoreFunctionEstimator.MAX_COVARIANCE_PARAMETERS;
    private static final int MAX_OUTPUTS = ScoreFunctionEstimator.MAX_OUTPUTS;
    private static final int MAX_SCORE_PARAMETERS = ScoreFunctionEstimator.MAX_SCORE_PARAMETERS;
    private static final int SCORE_ROWS = 8;

    private final MultivariateDistribution distribution;
    private final EstimateRequest settings;
    private final OneValue seen = new OneValue();
    private DominantTerm dominated;

    EstimatorRun(EstimateRequest request) {
        this(request.distribution(), request);
    }

    private EstimatorRun(MultivariateDistribution distribution, EstimateRequest request) {
        this.distribution = distribution;
        settings = request;
    }

    private EstimatorRun with(EstimateRequest newRequest) {
        return new EstimatorRun(distribution, newRequest);
    }

    HessianEstimate secondOrder(Supplier<BlockFunction> function) {
        Compatibility.require(settings, Feature.HESSIAN.bit());
        Estimate all = new EstimatorRun(new SecondOrder(distribution), settings).run("hessian", function, null);
        return new HessianEstimate(all, distribution);
    }

    JacobianEstimate jacobian(int outputs, OutputsFunction f) {
        long start = System.nanoTime();
        EstimateEvent event = event(start);
        if (outputs < 1 || outputs > MAX_OUTPUTS) {
            throw new IllegalArgumentException("number of outputs is not between 1 and " + MAX_OUTPUTS + ": " + outputs);
        }
        List<String> names = distribution.parameterNames();
        Compatibility.require(settings, Feature.JACOBIAN.bit());
        requireEnough(names.size());
        long usedSeed = settings.seed().orElseGet(SplitStream::freshSeed);
        Problem problem = problem(names.size(), null, usedSeed, event);
        OneValue[] ofOutputs = Stream.generate(OneValue::new).limit(outputs).toArray(OneValue[]::new);
        List<Outcome> outcomes = Thrown.orCancelled(() -> JacobianRun.run(problem, f, ofOutputs, settings.probes()));
        WorkDone done = WorkDone.since(start, settings, usedSeed);
        if (event != null) {
            event.commit("jacobian", problem, done, outcomes);
        }
        List<String> notes = notes();
        return new JacobianEstimate(IntStream.range(0, outputs).mapToObj(o -> new Estimate(outcomes.get(o), distribution, names,
                done, OneValueNote.after(withoutNumbers(outcomes.get(o), notes), ofOutputs[o],
                outcomes.get(o), done, false), null))
                .toList(), done.elapsed());
    }

    Estimate direct(int parameters, Supplier<BlockFunction> function) {
        Compatibility.require(settings, Feature.PARAMETRIC.bit());
        requireScoreRows(parameters);
        boolean few = settings.baseline().formula(settings.samples()) instanceof LeaveOneOut;
        return with(few ? settings.withBaseline(Baseline.optimalConstant()) : settings).estimate(function);
    }

    long loop(Supplier<BlockFunction> function, SampleBlockConsumer consumer) {
        long start = System.nanoTime();
        EstimateEvent event = event(start);
        Objects.requireNonNull(consumer, "consumer");
        Compatibility.require(settings, Feature.BLOCK_LOOP.bit());
        int parameters = distribution.parameterNames().size();
        requireScoreRows(parameters);
        long usedSeed = settings.seed().orElseGet(SplitStream::freshSeed);
        Problem problem = problem(parameters, function, usedSeed, event);
        Thrown.orCancelled(() -> BlockLoop.run(problem, consumer));
        if (event != null) {
            event.commit("forEachBlock", problem, WorkDone.since(start, settings, usedSeed), List.of());
        }
        return usedSeed;
    }

    private static void requireScoreRows(int parameters) {
        if (parameters > MAX_SCORE_PARAMETERS) {
            throw new IllegalArgumentException("number of parameters is above " + MAX_SCORE_PARAMETERS
                    + ", too many for a row of each: " + parameters);
        }
    }

    Estimate estimate(RecordedSamples recorded) {
        Compatibility.require(settings, recorded.features());
        return with(settings.withSamples(recorded.size())).run("estimate", recorded::function,
                recorded.reweighting());
    }

    Estimate estimate(Supplier<BlockFunction> function) {
        Compatibility.require(settings, Feature.ESTIMATE.bit());
        return run("estimate", function, settings.importance() == null ? null : settings.importance().reweighting());
    }

    private Estimate run(String method, Supplier<BlockFunction> function, Reweighting reweighting) {
        long start = System.nanoTime();
        EstimateEvent event = event(start);
        List<String> names = distribution.parameterNames();
        requireEnough(names.size());
        if (reweighting != null) {
            requireSameDimension(distribution, reweighting);
        }
        boolean drawn = reweighting == null || reweighting.draws() instanceof ProposalDraws;
        long usedSeed = drawn ? settings.seed().orElseGet(SplitStream::freshSeed) : 0;
        Problem plain = problem(names.size(), controlled(watched(function)), usedSeed, event);
        boolean probed = settings.probes() && reweighting == null && !settings.plan().isGrouped();
        Problem problem = probed ? Thrown.orCancelled(() -> plain.withSurrogate(settings.stages().isStaged())) : plain;
        seen.clear();
        if (problem.surrogate() != null) {
            seen.disregard(problem.surrogate().isWhole());
        }
        Stages stages = settings.stages().isStaged() ? new Stages(ScoreFunctionEstimator.KIND, settings, usedSeed, seen) : null;
        WeightedRun weighted = reweighting == null ? null : new WeightedRun(problem, reweighting);
        Outcome outcome = Thrown.orCancelled(() -> stages != null ? stages.run(problem)
                : weighted != null ? weighted.run() : controlled(outcome(problem)));
        WeightDiagnostics weights = weighted == null ? null : WeightDiagnostics.of(weighted.weights());
        List<String> notes = weights == null ? notes() : weights.notes(notes(), reweighting);
        // Where controls predict all, rounding is left, which needs no warning.
        if (dominated != null && outcome.varianceReduction()[dominated.parameter()] < 1e18) {
            notes = Stream.concat(notes.stream(), Stream.of(String.format(Locale.ROOT, "Few samples decide d/d %s: 128 of them have"
                    + " %.0f%% of its sum of squares. Its variance may be infinite, and its standard error too small.",
                    names.get(dominated.parameter()), 100 * dominated.share()))).toList();
        }
        notes = withoutNumbers(outcome, notes);
        if (stages != null) {
            notes = Stream.concat(notes.stream(), stages.notes().stream()).toList();
        }
        WorkDone done = new WorkDone(stages == null ? settings.samples() : stages.samples(),
                drawn ? OptionalLong.of(usedSeed) : OptionalLong.empty(), settings.baseline(), settings.plan(),
                stages == null ? StopReason.SAMPLES : stages.reason(), Duration.ofNanos(System.nanoTime() - start));
        notes = OneValueNote.after(notes, seen, outcome, done, reweighting != null);
        if (event != null) {
            event.commit(method, problem, done, List.of(outcome));
        }
        return new Estimate(outcome, distribution, names, done, notes, weights);
    }

    private static EstimateEvent event(long start) {
        return Flight.isRecorded() ? EstimateEvent.begun(start) : null;
    }

    private Problem problem(int parameters, Supplier<BlockFunction> function, long usedSeed, EstimateEvent event) {
        return new Problem(settings.plan().drawn(distribution, settings.samples()), parameters,
                scoreRows(distribution, parameters), function, settings.samples(), SplitStream.ofHashed(usedSeed), formula(),
                settings.covariance(), settings.threads(), event == null ? 0 : event.number());
    }

    /** The user's function; where its values are all kept, they are seen there. */
    private Supplier<BlockFunction> watched(Supplier<BlockFunction> function) {
        return distribution.dimension() > MAX_COLUMNS ? function : seen.watch(function);
    }

    private Supplier<BlockFunction> controlled(Supplier<BlockFunction> function) {
        List<KnownControl> controls = settings.controls();
        return controls.isEmpty() ? function : () -> new ControlledFunction(function.get(), controls);
    }

    /** Adds the gradients of the controls' means; the value has the means in it. */
    private Outcome controlled(Outcome outcome) {
        for (KnownControl control : settings.controls()) {
            for (int p = 0; p < outcome.gradient().length; p++) {
                outcome.gradient()[p] += control.gradient()[p];
            }
        }
        return outcome;
    }

    private Outcome outcome(Problem problem) {
        if (settings.plan().isGrouped()) {
            return settings.plan().run(problem);
        }
        if (distribution.dimension() > MAX_COLUMNS) {
            return new WideRun(problem, seen).run();
        }
        ColumnRun run = new ColumnRun(problem.withControls(settings.controls()));
        Outcome outcome = run.run();
        dominated = run.dominated();
        return outcome;
    }

    /** Of a product, a multiple of what its first marginal has: a marginal gives the scores of all its parameters or none. */
    private static int scoreRows(MultivariateDistribution distribution, int parameters) {
        if (distribution instanceof UnivariateAsVector one && !one.givesRanges()) {
            return parameters;
        }
        if (distribution instanceof SecondOrder second && !second.givesRanges()) {
            return parameters;
        }
        int together = distribution instanceof ProductDistribution product
                ? Math.max(1, product.marginal(0).parameterNames().size()) : 1;
        return Math.ceilDiv(SCORE_ROWS, together) * together;
    }

    private BaselineRule formula() {
        return settings.plan().formula(settings.baseline(), settings.samples());
    }

    private void requireEnough(int parameters) {
        settings.plan().requireNumbers(settings.samples(), distribution.dimension());
        int least = formula().minSamples();
        long groups = settings.plan().groups(settings.samples());
        if (groups < least) {
            throw new IllegalArgumentException("the " + settings.baseline() + " baseline needs at least " + least + " "
                    + settings.plan().groupName() + ": " + groups);
        }
        boolean rows = distribution.dimension() > MAX_COLUMNS;
        if (rows && settings.samples() > WideRun.MAX_SAMPLES) {
            throw new IllegalArgumentException("number of samples is above 2^31 - 1024 with more than " + MAX_COLUMNS
                    + " coordinates: " + settings.samples());
        }
        boolean unlimited = settings.stages().target() != null && settings.samples() == StoppingSchedule.UNLIMITED;
        if (!unlimited && Math.multiplyHigh(settings.samples(), distribution.dimension()) != 0) {
            throw new IllegalArgumentException("number of samples times that of coordinates, " + distribution.dimension()
                    + ", is above the 2^64 words of a stream: " + settings.samples());
        }
        if (settings.covariance() && parameters > MAX_COVARIANCE_PARAMETERS) {
            throw new IllegalArgumentException("number of parameters is above " + MAX_COVARIANCE_PARAMETERS
                    + ", too many for their covariance: " + parameters);
        }
    }

    /** Adds a note where something is no number though there are samples enough. */
    private List<String> withoutNumbers(Outcome outcome, List<String> notes) {
        boolean areFew = !notes().isEmpty();
        boolean areNumbers = areFew || Double.isFinite(outcome.value()) && Double.isFinite(outcome.valueStandardError())
                && areFinite(outcome.gradient()) && areFinite(outcome.standardError());
        return areNumbers ? notes : Stream.concat(notes.stream(), Stream.of("The value, the gradient or a standard error is not"
                + " finite: it, or a sum that it is made of, is beyond the range of a double.")).toList();
    }

    private static boolean areFinite(double[] numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                return false;
            }
        }
        return true;
    }

    private List<String> notes() {
        int least = formula().minSamplesForError();
        long groups = settings.plan().groups(settings.samples());
        String name = settings.plan().groupName();
        if (groups >= least && groups >= 2) {
            return List.of();
        }
        List<String> notes = new ArrayList<>();
        if (groups < 2) {
            notes.add("The value's standard error is NaN: it needs at least 2 " + name + ".");
        }
        if (groups < least) {
            notes.add("The gradient's standard error is NaN: with the " + settings.baseline() + " baseline it needs at least "
                    + least + " " + name + ".");
        }
        return List.copyOf(notes);
    }

    static void requireSameDimension(MultivariateDistribution distribution, Reweighting reweighting) {
        int dimension = reweighting.draws().dimension();
        if (dimension != distribution.dimension()) {
            throw new IllegalArgumentException("number of coordinates of the samples is not that of the distribution, "
                    + distribution.dimension() + ": " + dimension);
        }
    }
}
