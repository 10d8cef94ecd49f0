package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.ConditionalNormal;
import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.distribution.Poisson;
import io.github.scorelane.function.BatchFunction;
import io.github.scorelane.function.BatchVectorFunction;
import io.github.scorelane.function.ParametricFunction;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests the notes on an f that has one value at all samples, whose error is 0 or rounding. All kinds of estimates must have
 * them, and only such ones.
 */
class OneValueTest {
    private static final long N = 8192;
    private static final String CONSTANT = " gave one value of f, ";

    private interface Way {
        List<String> notes(ScoreFunctionEstimator<DoubleUnaryOperator> estimator, DoubleUnaryOperator f);
    }

    private record Case(String name, Way way, UnaryOperator<ScoreFunctionEstimator<DoubleUnaryOperator>> settings) {
        List<String> notes(DoubleUnaryOperator f) {
            return way.notes(settings.apply(estimator()), f);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        Way estimate = (estimator, f) -> estimator.estimate(f).notes();
        ImportanceSampling wider = ImportanceSampling.from(Normal.of(0, 2));
        Stream<Case> baselines = Stream.of(Baseline.automatic(), Baseline.none(), Baseline.leaveOneOut(),
                Baseline.optimalConstant(), Baseline.constant(3), Baseline.function(sample -> 0.5))
                .map(baseline -> new Case(baseline.toString(), estimate, e -> e.baseline(baseline)));
        Stream<Case> plans = Stream.of(SamplingPlan.inverseTransform(), SamplingPlan.antithetic(), SamplingPlan.stratified(),
                SamplingPlan.latinHypercube(), SamplingPlan.sobol())
                .map(plan -> new Case(plan.toString(), estimate, e -> e.plan(plan)));
        Stream<Case> others = Stream.of(
                new Case("a few samples", estimate, e -> e.samples(300)),
                new Case("a part of a block", estimate, e -> e.samples(N + 5)),
                new Case("threads", estimate, e -> e.parallel(3)),
                new Case("threads and replicates", estimate, e -> e.parallel(3).plan(SamplingPlan.sobol())),
                new Case("covariance", estimate, ScoreFunctionEstimator::withCovariance),
                new Case("weights", estimate, e -> e.importance(wider)),
                new Case("self-normalised weights", estimate, e -> e.importance(wider.selfNormalised())),
                new Case("recorded samples", OneValueTest::recorded, e -> e),
                new Case("listener", estimate, e -> e.onProgress(progress -> { })),
                new Case("target", estimate, e -> e.until(Target.absolute(1e-9).atMost(N))),
                new Case("pilot", estimate, e -> e.until(Target.absolute(1e-9).atMost(N).unbiased())),
                new Case("resumed", OneValueTest::resumed, e -> e),
                new Case("resumed, optimal constant", OneValueTest::resumed, e -> e.baseline(Baseline.optimalConstant())),
                new Case("batches", (e, f) -> e.estimate(batch(f)).notes(), e -> e),
                new Case("hessian", (e, f) -> e.hessian(f).notes(), e -> e),
                new Case("jacobian", (e, f) -> e.jacobian(2, x -> new double[] {x[0], f.applyAsDouble(x[0])}).output(1).notes(),
                        e -> e),
                new Case("jacobian of batches", OneValueTest::jacobian, e -> e.parallel(2)),
                new Case("direct derivatives", OneValueTest::direct, e -> e),
                new Case("control variate", estimate, e -> e.controlVariate(ControlVariate.of(batch(x -> x), 0, 1, 0))),
                new Case("wide", OneValueTest::wide, e -> e));
        return Stream.of(baselines, plans, others).flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aConstantIsNoted(Case tried) {
        for (double value : new double[] {0, -0.0, 0.1, 1.0 / 3, -7.7, 1e120, 4e-100}) {
            List<String> notes = tried.notes(x -> value);
            assertEquals(1, notes.stream().filter(note -> note.contains(CONSTANT + value + ":")).count(), notes::toString);
        }
    }

    /** Only the last sample has another value, which differs by the largest or the smallest amount there is. */
    @ParameterizedTest
    @MethodSource("cases")
    void aValueSeenOnceIsNotAConstant(Case tried) {
        List<Double> drawn = new ArrayList<>();
        tried.notes(x -> {
            synchronized (drawn) {
                drawn.add(x);
            }
            return x;
        });
        double other = drawn.stream().max(Double::compare).orElseThrow();
        for (double value : new double[] {0, 0.1, 1e120}) {
            for (double second : new double[] {Math.nextUp(value), value + 1 + value}) {
                List<String> notes = tried.notes(x -> x == other ? second : value);
                // A resumed run knows its first samples by their sums only, in which the smallest double is lost.
                assertTrue(tried.name.startsWith("resumed") && second == Double.MIN_VALUE
                        || notes.stream().noneMatch(note -> note.contains(CONSTANT)), notes::toString);
            }
        }
    }

    /**
     * The residuals, the means of groups and the differences in strata are 0 here though f varies, and there must be no note.
     */
    @ParameterizedTest
    @MethodSource("cases")
    void anErrorOfZeroIsNotAConstant(Case tried) {
        for (DoubleUnaryOperator f : List.<DoubleUnaryOperator>of(x -> x, x -> 3 * x + 1, x -> x > 0 ? 1 : 0, x -> 1e-150 * x)) {
            List<String> notes = tried.notes(f);
            assertTrue(notes.stream().noneMatch(note -> note.contains(CONSTANT)), notes::toString);
        }
    }

    @Test
    void anEventThatIsNeverSeen() {
        Estimate estimate = estimator().samples(100_000).estimate(x -> x > 6 ? 1 : 0);
        assertEquals(0, estimate.value());
        assertEquals(0, estimate.valueStandardError());
        assertArrayEquals(new double[2], estimate.gradient());
        assertArrayEquals(new double[2], estimate.standardError());
        // The bound in the note is 1 − 0.05^(1/100000) = 2.99568737…e-5; the event's probability is 9.866e-10.
        assertEquals(List.of("All 100,000 samples gave one value of f, 0.0: its other values, if it has any, cannot be told from"
                + " them, and are not in the standard errors. With 95% confidence the probability of another value is below"
                + " 2.996e-05, 1 - 0.05^(1/100000), and the value off by less than that times"
                + " the largest difference from 0.0. If f is"
                + " constant in x, the score function gradient is 0."), estimate.notes());
        assertTrue(estimate.toString().contains(estimate.notes().getFirst()));
    }

    /**
     * By default f is evaluated in the tails, too, and the errors include an event that no sample saw: P = 9.866e-10, with a
     * derivative of 6.076e-9.
     */
    @Test
    void anEventThatOnlyProbesSeeIsInTheErrors() {
        Estimate estimate = ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(100_000).seed(1).estimate(x -> x > 6 ? 1 : 0);
        assertTrue(estimate.notes().isEmpty(), estimate::toString);
        assertEquals(6.076e-9, estimate.gradient()[0], 2 * estimate.standardError()[0]);
        assertEquals(9.866e-10, estimate.value(), 2 * estimate.valueStandardError());
        assertTrue(estimate.standardError()[0] < 3e-6, estimate::toString);
    }

    /**
     * The difference of f and its surrogate is rounding at all samples. As with a constant f, the errors do not include
     * events that no sample saw.
     */
    @Test
    void whatIsItsSurrogateAtAllSamplesIsNoted() {
        var estimator = ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(256).seed(1);
        List<String> notes = estimator.estimate(x -> x + (x > 1 && x < 1.004 ? 100 : 0)).notes();
        assertTrue(notes.getFirst().startsWith("At all 256 samples f is its surrogate, but for rounding: what else it may be"
                + " where no sample fell cannot be told from them"), notes::toString);
        assertTrue(notes.getFirst().endsWith("is below 0.01163, 1 - 0.05^(1/256)."), notes::toString);
        assertTrue(ScoreFunctionEstimator.of(Poisson.of(1)).samples(256).seed(1).estimate(x -> x).notes().isEmpty());
    }

    /** The bounds in the notes are 1 − 0.05^(1/32) = 0.08937… and 1 − 0.05^(1/4096) = 7.311e-4. */
    @Test
    void groupsCountAsOne() {
        String replicates = estimator().plan(SamplingPlan.sobol()).estimate(x -> 2).notes().getFirst();
        assertTrue(replicates.contains("is below 0.08937, 1 - 0.05^(1/32) (of 32 independent replicates), and"), replicates);
        String pairs = estimator().plan(SamplingPlan.antithetic()).estimate(x -> 2).notes().getFirst();
        assertTrue(pairs.contains("is below 0.0007311, 1 - 0.05^(1/4096) (of 4,096 independent pairs), and"), pairs);
    }

    @Test
    void weightedSamplesWereDrawnElsewhere() {
        String note = estimator().importance(ImportanceSampling.from(Normal.of(0, 2))).estimate(x -> 2).notes().getLast();
        assertTrue(note.contains("of another value where the samples were drawn is below 0.0003656, 1 - 0.05^(1/8192), and the"
                + " value off by less than that times the largest difference from 2.0 and the largest weight."), note);
    }

    /** The bound must hold as often as it says: an event of just that probability is not seen in 5% of runs. */
    @Test
    void theBoundHolds() {
        int unseen = 0;
        // The bound is 1 − 0.05^(1/64) = 0.0457291643, which is the probability of a standard normal number above 1.6877.
        for (int seed = 0; seed < 4000; seed++) {
            List<String> notes = estimator().samples(64).seed(seed).estimate(x -> x > 1.687720 ? 1 : 0).notes();
            unseen += notes.stream().anyMatch(note -> note.contains(CONSTANT)) ? 1 : 0;
        }
        // The expected number is 200, with a standard deviation of 13.8, of which five are allowed.
        assertEquals(200, unseen, 69);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 16})
    void rowsOfOneValueAreCounted(int samples) {
        double[][] parameters = {{0, 1, 2, 3, 4}, {1, 1, 1, 1, 1}};
        ConditionalEstimator estimator = ConditionalEstimator.of(ConditionalNormal.of()).samplesPerRow(samples).seed(1);
        List<String> none = estimator.estimate(parameters, (row, x) -> x).notes();
        assertTrue(none.stream().noneMatch(note -> note.contains("gave one value")), none::toString);
        String note = estimator.estimate(parameters, (row, x) -> row % 2 == 0 ? 0.1 : x).notes().getLast();
        assertTrue(note.startsWith("In 3 of 5 rows all " + samples + " samples gave one value of f: its other values there, if it"
                + " has any, cannot be told from them, and are not in the standard errors, which are 0. With 95% confidence the"
                + " probability of another value in such a row is below "), note);
        double bound = 1 - Math.pow(0.05, 1.0 / samples);
        assertEquals(bound, Double.parseDouble(note.replaceAll(".*is below ([0-9.e-]+),.*", "$1")), 1e-3 * bound);
    }

    /** Only the samples may tell about f here, as points between them might see an event that the samples do not. */
    private static ScoreFunctionEstimator<DoubleUnaryOperator> estimator() {
        return ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(N).seed(1).withoutProbes();
    }

    private static BatchFunction batch(DoubleUnaryOperator f) {
        return (x, n, values) -> {
            for (int s = 0; s < n; s++) {
                values[s] = f.applyAsDouble(x[0][s]);
            }
        };
    }

    private static List<String> recorded(ScoreFunctionEstimator<DoubleUnaryOperator> estimator, DoubleUnaryOperator f) {
        double[] x = new double[(int) N];
        Normal.of(0, 1.5).sample(SplitStream.of(7), 0, x, 0, x.length);
        return estimator.estimate(RecordedSamples.of(x, Arrays.stream(x).map(f).toArray(), Normal.of(0, 1.5))).notes();
    }

    /**
     * Returns the notes of a run that is resumed from its middle, so that the samples before are known by their sums only.
     */
    private static List<String> resumed(ScoreFunctionEstimator<DoubleUnaryOperator> estimator, DoubleUnaryOperator f) {
        List<Checkpoint> taken = new ArrayList<>();
        estimator.samples(6144).onProgress(progress -> taken.add(progress.checkpoint())).estimate(f);
        return estimator.resume(f, Checkpoint.of(taken.getLast().toBytes())).notes();
    }

    private static List<String> jacobian(ScoreFunctionEstimator<DoubleUnaryOperator> estimator, DoubleUnaryOperator f) {
        JacobianEstimate estimate = estimator.jacobian(2, (BatchVectorFunction) (x, n, rows) -> {
            batch(f).evaluate(x, n, rows[0]);
            System.arraycopy(x[0], 0, rows[1], 0, n);
        });
        assertTrue(estimate.output(1).notes().isEmpty());
        return estimate.output(0).notes();
    }

    private static List<String> direct(ScoreFunctionEstimator<DoubleUnaryOperator> estimator, DoubleUnaryOperator f) {
        return estimator.estimate((ParametricFunction) (x, derivatives) -> {
            Arrays.fill(derivatives, x[0]);
            return f.applyAsDouble(x[0]);
        }).notes();
    }

    /** A distribution with more coordinates than are held in columns. */
    private static List<String> wide(ScoreFunctionEstimator<DoubleUnaryOperator> unused, DoubleUnaryOperator f) {
        double[] ones = new double[2049];
        Arrays.fill(ones, 1);
        var estimator = ScoreFunctionEstimator.of(DiagonalNormal.of(ones, ones)).samples(40).seed(1);
        List<String> notes = estimator.estimate(x -> f.applyAsDouble(x[0])).notes();
        assertEquals(notes, estimator.estimate(batch(f)).notes());
        return notes;
    }
}
