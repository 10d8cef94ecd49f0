package io.github.scorelane;

import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.engine.baseline.BaselineRule;
import io.github.scorelane.engine.control.ControlledFunction;
import io.github.scorelane.engine.control.KnownControl;
import io.github.scorelane.engine.control.UserControls;
import io.github.scorelane.engine.draw.BlockSampler;
import io.github.scorelane.engine.draw.Reweighting;
import io.github.scorelane.engine.evaluate.FunctionSource;
import io.github.scorelane.engine.evaluate.OneValue;
import io.github.scorelane.engine.evaluate.WatchedFunction;
import io.github.scorelane.engine.flight.Flight;
import io.github.scorelane.engine.result.Outcome;
import io.github.scorelane.engine.result.WeightSummary;
import io.github.scorelane.engine.run.BlockLoop;
import io.github.scorelane.engine.run.BlockRun;
import io.github.scorelane.engine.run.GroupedRun;
import io.github.scorelane.engine.run.Grouping;
import io.github.scorelane.engine.run.OutputsRun;
import io.github.scorelane.engine.run.SurrogateChoice;
import io.github.scorelane.engine.run.WeightedRun;
import io.github.scorelane.engine.run.WideRun;
import io.github.scorelane.engine.stage.StoppingSchedule;
import io.github.scorelane.engine.sum.BlockExecutor;
import io.github.scorelane.engine.sum.DominantTerm;
import io.github.scorelane.engine.sum.Problem;
import io.github.scorelane.engine.surrogate.Surrogate;
import io.github.scorelane.engine.term.SampleModel;
import io.github.scorelane.engine.term.SecondOrderRows;
import io.github.scorelane.engine.thread.Thrown;
import io.github.scorelane.function.SampleBlockConsumer;
import io.github.scorelane.kernel.stream.SplitStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
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
    private final EstimateRequest request;

    EstimatorRun(EstimateRequest request) {
        this.request = request;
    }

    /**
     * The findings of a run, of which an {@link Estimate} is made.
     *
     * @param outcome the estimate
     * @param seen tells whether f had more than one value
     * @param dominant the component that a few samples decide; or null
     * @param weights a summary of the weights; null if there are none
     */
    private record Found(Outcome outcome, OneValue seen, DominantTerm dominant, WeightSummary weights) {}

    HessianEstimate secondOrder(FunctionSource function) {
        Compatibility.require(request, Feature.HESSIAN.bit());
        List<String> names = SecondOrderRows.names(request.distribution().parameterNames());
        Estimate all = run("hessian", function, null, SampleModel.ofSecondOrder(request.distribution()), names);
        return new HessianEstimate(all, request.distribution());
    }

    JacobianEstimate jacobian(int outputs, FunctionSource function) {
        long start = System.nanoTime();
        EstimateEvent event = event(start);
        if (outputs < 1 || outputs > MAX_OUTPUTS) {
            throw new IllegalArgumentException("number of outputs is not between 1 and " + MAX_OUTPUTS + ": " + outputs);
        }
        List<String> names = request.distribution().parameterNames();
        Compatibility.require(request, Feature.JACOBIAN.bit());
        requireEnough(names.size());
        long usedSeed = request.seed().orElseGet(SplitStream::freshSeed);
        Problem problem = problem(SampleModel.of(request.distribution()), function, usedSeed)
                .withFunction(() -> new WatchedFunction(function.get(), outputs), outputs);
        BlockExecutor executor = executor(event);
        OutputsRun run = Thrown.orCancelled(() -> {
            Surrogate[] surrogates = request.probes() ? SurrogateChoice.of(problem, false) : new Surrogate[outputs];
            return new OutputsRun(problem, surrogates, executor);
        });
        List<Outcome> outcomes = Thrown.orCancelled(run::run);
        WorkDone done = WorkDone.since(start, request, usedSeed);
        if (event != null) {
            event.commit("jacobian", problem, request.threads(), done, outcomes);
        }
        List<String> notes = notes();
        return new JacobianEstimate(IntStream.range(0, outputs).mapToObj(o -> {
            Found found = new Found(outcomes.get(o), run.seen(o), run.dominant(o), null);
            List<String> all = OneValueNote.after(withoutNumbers(found.outcome(), withDominant(notes, found, names)), found.seen(),
                    found.outcome(), done, false);
            return new Estimate(found.outcome(), request.distribution(), names, done, all, null);
        }).toList(), done.elapsed());
    }

    Estimate direct(int parameters, FunctionSource function) {
        Compatibility.require(request, Feature.PARAMETRIC.bit());
        requireScoreRows(parameters);
        EstimateRequest worked = request.baseline().formula(request.samples()).subtractsOwnMean()
                ? request.withBaseline(Baseline.optimalConstant()) : request;
        return new EstimatorRun(worked).estimate(function);
    }

    long loop(FunctionSource function, SampleBlockConsumer consumer) {
        long start = System.nanoTime();
        EstimateEvent event = event(start);
        Objects.requireNonNull(consumer, "consumer");
        Compatibility.require(request, Feature.BLOCK_LOOP.bit());
        requireScoreRows(request.distribution().parameterNames().size());
        long usedSeed = request.seed().orElseGet(SplitStream::freshSeed);
        Problem problem = problem(SampleModel.of(request.distribution()), function, usedSeed);
        Thrown.orCancelled(() -> BlockLoop.run(problem, consumer));
        if (event != null) {
            event.commit("forEachBlock", problem, request.threads(), WorkDone.since(start, request, usedSeed), List.of());
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
        Compatibility.require(request, recorded.features());
        return new EstimatorRun(request.withSamples(recorded.size())).run("estimate", recorded.function(), recorded.reweighting());
    }

    Estimate estimate(FunctionSource function) {
        Compatibility.require(request, Feature.ESTIMATE.bit());
        return run("estimate", function, request.importance() == null ? null : request.importance().reweighting());
    }

    private Estimate run(String method, FunctionSource function, Reweighting reweighting) {
        return run(method, function, reweighting, SampleModel.of(request.distribution()), request.distribution().parameterNames());
    }

    private Estimate run(String method, FunctionSource function, Reweighting reweighting, SampleModel model, List<String> names) {
        long start = System.nanoTime();
        EstimateEvent event = event(start);
        requireEnough(names.size());
        if (reweighting != null) {
            requireSameDimension(request.distribution(), reweighting);
        }
        boolean drawn = reweighting == null || reweighting.proposal().isDrawn();
        long usedSeed = drawn ? request.seed().orElseGet(SplitStream::freshSeed) : 0;
        Problem problem = problem(model, controlled(watched(function)), usedSeed);
        // No lambda may hold the event: a run-time image may be without the module of its class.
        BlockExecutor executor = executor(event);
        Stages stages = request.stages().isStaged()
                ? new Stages(ScoreFunctionEstimator.KIND, request, usedSeed, executor) : null;
        Found found = Thrown.orCancelled(() -> reweighting == null ? found(problem, stages, executor)
                : weighted(problem, reweighting, executor));
        Outcome outcome = found.outcome();
        WeightDiagnostics weights = found.weights() == null ? null : WeightDiagnostics.of(found.weights());
        List<String> notes = weights == null ? notes() : weights.notes(notes(), reweighting);
        notes = withoutNumbers(outcome, withDominant(notes, found, names));
        if (stages != null) {
            notes = Stream.concat(notes.stream(), stages.notes().stream()).toList();
        }
        WorkDone done = new WorkDone(stages == null ? request.samples() : stages.samples(),
                drawn ? WorkDone.seed(request, usedSeed) : OptionalLong.empty(), request.baseline(), request.plan(),
                stages == null ? StopReason.SAMPLES : stages.reason(), Duration.ofNanos(System.nanoTime() - start));
        notes = OneValueNote.after(notes, found.seen(), outcome, done, reweighting != null);
        if (event != null) {
            event.commit(method, problem, request.threads(), done, List.of(outcome));
        }
        return new Estimate(outcome, request.distribution(), names, done, notes, weights);
    }

    private Found found(Problem problem, Stages stages, BlockExecutor executor) {
        Grouping<?> grouping = request.plan().grouping();
        if (grouping != null) {
            GroupedRun run = new GroupedRun(problem, grouping, executor);
            return new Found(run.run(), run.seen(), null, null);
        }
        if (request.isWide()) {
            WideRun run = new WideRun(problem, request.threads());
            return new Found(run.run(), run.seen(), null, null);
        }
        Surrogate surrogate = request.probes() ? SurrogateChoice.of(problem, stages != null)[0] : null;
        Problem chosen = surrogate == null ? problem : SurrogateChoice.applied(problem, surrogate);
        if (stages != null) {
            Outcome outcome = stages.run(chosen);
            return new Found(outcome, stages.seen(), null, null);
        }
        BlockRun run = new BlockRun(withControls(chosen), executor);
        Outcome outcome = withMeans(run.run()[0]);
        return new Found(outcome, run.seen(0), run.dominant(0), null);
    }

    private static Found weighted(Problem problem, Reweighting reweighting, BlockExecutor executor) {
        WeightedRun run = new WeightedRun(problem, reweighting, executor);
        return new Found(run.run(), run.seen(), null, run.weights());
    }

    private static EstimateEvent event(long start) {
        return Flight.isRecorded() ? EstimateEvent.begun(start) : null;
    }

    private BlockExecutor executor(EstimateEvent event) {
        return request.options().executor(event == null ? 0 : event.number());
    }

    private Problem problem(SampleModel model, FunctionSource function, long usedSeed) {
        SampleModel drawn = request.plan().drawn(model, request.samples());
        return Problem.of(drawn, function, request.samples(), SplitStream.ofHashed(usedSeed), formula(), request.covariance());
    }

    /** Has the values of the user's function seen; where all are kept, they are seen there. */
    private FunctionSource watched(FunctionSource function) {
        return request.isWide() ? function : () -> new WatchedFunction(function.get(), 1);
    }

    private FunctionSource controlled(FunctionSource function) {
        List<KnownControl> controls = request.controls();
        return controls.isEmpty() ? function : () -> new ControlledFunction(function.get(), controls, BlockSampler.BLOCK);
    }

    /**
     * Has a pilot fit coefficients to the user's control variates, if there are any: not where the joint covariance is wanted,
     * which sums for pairs of parameters do not tell of coefficients that differ from fold to fold.
     */
    private Problem withControls(Problem problem) {
        boolean fits = !request.controls().isEmpty() && !problem.covariance() && problem.rule().pilot() != null
                && problem.samples() >= UserControls.MIN_SAMPLES;
        return fits ? problem.withControls(new UserControls(request.controls())) : problem;
    }

    /** Adds the gradients of the controls' means; the value has the means in it. */
    private Outcome withMeans(Outcome outcome) {
        for (KnownControl control : request.controls()) {
            for (int p = 0; p < outcome.gradient().length; p++) {
                outcome.gradient()[p] += control.gradient()[p];
            }
        }
        return outcome;
    }

    private static List<String> withDominant(List<String> notes, Found found, List<String> names) {
        DominantTerm dominant = found.dominant();
        // Rounding alone is left where controls predict all, and needs no warning.
        if (dominant == null || !(found.outcome().varianceReduction()[dominant.parameter()] < 1e18)) {
            return notes;
        }
        return Stream.concat(notes.stream(), Stream.of(String.format(Locale.ROOT, "Few samples decide d/d %s: 128 of them have"
                + " %.0f%% of its sum of squares. Its variance may be infinite, and its standard error too small.",
                names.get(dominant.parameter()), 100 * dominant.share()))).toList();
    }

    private BaselineRule formula() {
        return request.plan().formula(request.baseline(), request.samples());
    }

    private void requireEnough(int parameters) {
        request.plan().requireNumbers(request.samples(), request.distribution().dimension());
        int least = formula().minSamples();
        long groups = request.plan().groups(request.samples());
        if (groups < least) {
            throw new IllegalArgumentException("the " + request.baseline() + " baseline needs at least " + least + " "
                    + request.plan().groupName() + ": " + groups);
        }
        boolean rows = request.distribution().dimension() > MAX_COLUMNS;
        if (rows && request.samples() > WideRun.MAX_SAMPLES) {
            throw new IllegalArgumentException("number of samples is above 2^31 - 1024 with more than " + MAX_COLUMNS
                    + " coordinates: " + request.samples());
        }
        boolean unlimited = request.stages().target() != null && request.samples() == StoppingSchedule.UNLIMITED;
        if (!unlimited && Math.multiplyHigh(request.samples(), request.distribution().dimension()) != 0) {
            throw new IllegalArgumentException("number of samples times that of coordinates, " + request.distribution().dimension()
                    + ", is above the 2^64 words of a stream: " + request.samples());
        }
        if (request.covariance() && parameters > MAX_COVARIANCE_PARAMETERS) {
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
        long groups = request.plan().groups(request.samples());
        String name = request.plan().groupName();
        if (groups >= least && groups >= 2) {
            return List.of();
        }
        List<String> notes = new ArrayList<>();
        if (groups < 2) {
            notes.add("The value's standard error is NaN: it needs at least 2 " + name + ".");
        }
        if (groups < least) {
            notes.add("The gradient's standard error is NaN: with the " + request.baseline() + " baseline it needs at least "
                    + least + " " + name + ".");
        }
        return List.copyOf(notes);
    }

    static void requireSameDimension(MultivariateDistribution distribution, Reweighting reweighting) {
        int dimension = reweighting.proposal().dimension();
        if (dimension != distribution.dimension()) {
            throw new IllegalArgumentException("number of coordinates of the samples is not that of the distribution, "
                    + distribution.dimension() + ": " + dimension);
        }
    }
}
