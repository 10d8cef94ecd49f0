package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.Categorical;
import io.github.scorelane.distribution.CommonsDistribution;
import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Exponential;
import io.github.scorelane.distribution.Gamma;
import io.github.scorelane.distribution.Independent;
import io.github.scorelane.distribution.MultivariateNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.distribution.Poisson;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.engine.sum.BlockExecutor;
import io.github.scorelane.engine.sum.SerialisingExecutor;
import io.github.scorelane.function.BatchFunction;
import io.github.scorelane.function.EvaluationException;
import io.github.scorelane.function.ParametricFunction;
import io.github.scorelane.function.VectorFunction;
import java.io.NotSerializableException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.LongToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that an estimate has the bits of one local thread where all of its tasks and parts travel as bytes, and ranges of units are
 * worked in a random order by workers that share nothing.
 */
class SerialisingExecutorTest {
    private static final Normal NORMAL = Normal.of(0.7, 1.3);
    private static final DiagonalNormal DIAGONAL = DiagonalNormal.of(new double[] {0.1, -2, 3}, new double[] {1, 0.5, 2});
    private static final MultivariateNormal PATH =
            MultivariateNormal.of(new double[] {0.1, -0.2}, new double[][] {{1.5}, {-0.7, 0.6}});
    /** A number of samples that is no multiple of a block, and has blocks behind a pilot. */
    private static final int SAMPLES = 20_003;
    /** So many samples that one range may have more blocks than a branch takes. */
    private static final int MANY = 150_003;
    private static final DoubleUnaryOperator JUMP =
            (DoubleUnaryOperator & Serializable) x -> Math.sqrt(Math.abs(x)) + (x > 1 ? 1 : 0);
    private static final DoubleUnaryOperator SMOOTH = (DoubleUnaryOperator & Serializable) x -> Math.exp(0.3 * x);
    private static final ToDoubleFunction<double[]> VECTOR =
            (ToDoubleFunction<double[]> & Serializable) x -> x[0] * x[1] + Math.abs(x[x.length - 1]);
    /** The number of samples at which f was asked. It is static, so that an f that has travelled counts here as well. */
    private static final AtomicLong ASKED = new AtomicLong();
    private static final BatchFunction BATCH = (x, n, f) -> {
        for (int s = 0; s < n; s++) {
            f[s] = Math.cos(x[0][s]) + (x[0][s] > 0 ? 2 : 0);
        }
    };

    /**
     * An estimate that is made by several executors.
     *
     * @param name what it is
     * @param numbers makes it by an executor, or by one local thread where there is none, and writes all of it
     */
    record Case(String name, Function<BlockExecutor, List<String>> numbers) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static <E extends ExpectationEstimator<E>> E by(BlockExecutor executor, E estimator) {
        return executor == null ? estimator : estimator.workedBy(executor);
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        addBaselines(cases);
        addPlans(cases);
        addWeights(cases);
        addControls(cases);
        addForms(cases);
        addStages(cases);
        addMagnitudes(cases);
        return cases.stream();
    }

    private static void addBaselines(List<Case> cases) {
        LongToDoubleFunction byIndex = (LongToDoubleFunction & Serializable) i -> i % 3 * 0.5;
        for (Baseline baseline : List.of(Baseline.none(), Baseline.constant(0.75), Baseline.leaveOneOut(),
                Baseline.optimalConstant(), Baseline.automatic(), Baseline.function(byIndex))) {
            for (UnivariateDistribution each : List.of(NORMAL, Gamma.of(0.7, 2), Poisson.of(2.5))) {
                for (int n : new int[] {17, 1025, 5001, each == NORMAL ? MANY : SAMPLES}) {
                    cases.add(new Case(baseline + ", " + each + ", n = " + n, executor -> numbers(by(executor,
                            ScoreFunctionEstimator.of(each).samples(n).seed(1).baseline(baseline)).estimate(JUMP))));
                }
            }
            if (!baseline.isFunction()) {
                cases.add(new Case(baseline + ", covariance", executor -> numbers(by(executor, ScoreFunctionEstimator.of(DIAGONAL)
                        .samples(SAMPLES).seed(2).baseline(baseline).withCovariance()).estimate(VECTOR))));
            }
        }
        for (UnivariateDistribution each : List.of(NORMAL, Exponential.of(1.2), Categorical.ofLogits(0.5, -1, 2))) {
            cases.add(new Case("surrogate of a number, " + each, executor -> numbers(by(executor,
                    ScoreFunctionEstimator.of(each).samples(SAMPLES).seed(3).withCovariance()).estimate(SMOOTH))));
            cases.add(new Case("without probes, " + each, executor -> numbers(by(executor,
                    ScoreFunctionEstimator.of(each).samples(SAMPLES).seed(3).withoutProbes()).estimate(SMOOTH))));
        }
        cases.add(new Case("surrogate of a vector", executor -> numbers(by(executor, ScoreFunctionEstimator
                .of(Independent.of(NORMAL, Gamma.of(2.5, 1.3), NORMAL)).samples(SAMPLES).seed(3)).estimate(VECTOR))));
        cases.add(new Case("one value", executor -> numbers(by(executor, ScoreFunctionEstimator.of(NORMAL).samples(SAMPLES).seed(4)
                .withoutProbes()).estimate((DoubleUnaryOperator & Serializable) x -> x > 9 ? 2 : 1))));
        cases.add(new Case("few samples decide", executor -> numbers(by(executor, ScoreFunctionEstimator.of(Normal.of(0, 1))
                .samples(MANY).seed(4).withoutProbes()).estimate((DoubleUnaryOperator & Serializable) x -> Math.exp(x * x)))));
        cases.add(new Case("residuals of many blocks", executor -> numbers(by(executor, ScoreFunctionEstimator.of(NORMAL)
                .samples(MANY).seed(4).withoutProbes()).estimate(JUMP))));
        cases.add(new Case("a family of Commons", executor -> numbers(by(executor, ScoreFunctionEstimator.of(commons())
                .samples(5001).seed(4)).estimate(JUMP))));
    }

    private static CommonsDistribution commons() {
        return CommonsDistribution.ofContinuous(List.of("mean", "sd"),
                (Function<double[], NormalDistribution> & Serializable) p -> NormalDistribution.of(p[0], p[1]),
                (x, p, gradient) -> {
                    double z = (x - p[0]) / p[1];
                    gradient[0] = z / p[1];
                    gradient[1] = (z * z - 1) / p[1];
                }, 0.5, 1.2);
    }

    private static void addPlans(List<Case> cases) {
        for (SamplingPlan plan : List.of(SamplingPlan.inverseTransform(), SamplingPlan.antithetic(), SamplingPlan.stratified(1),
                SamplingPlan.latinHypercube(), SamplingPlan.latinHypercube(9), SamplingPlan.sobol(16), SamplingPlan.sobol(4))) {
            for (Baseline baseline : List.of(Baseline.none(), Baseline.optimalConstant(), Baseline.automatic())) {
                int n = plan.equals(SamplingPlan.latinHypercube(9)) ? 9 * 1500 : 1 << 15;
                addPlan(cases, plan, baseline, n);
                addPlan(cases, plan.withBrownianBridge(), baseline, n);
                cases.add(new Case(plan + ", correlated, " + baseline, executor -> numbers(by(executor, ScoreFunctionEstimator
                        .of(PATH).samples(n).seed(5).plan(plan).baseline(baseline)).estimate(VECTOR))));
            }
        }
        cases.add(new Case("pairs that do not fill a block", executor -> numbers(by(executor, ScoreFunctionEstimator.of(NORMAL)
                .samples(70_002).seed(5).plan(SamplingPlan.antithetic())).estimate(JUMP))));
    }

    private static void addPlan(List<Case> cases, SamplingPlan plan, Baseline baseline, int n) {
        cases.add(new Case(plan + ", " + baseline, executor -> numbers(by(executor, ScoreFunctionEstimator.of(DIAGONAL)
                .samples(n).seed(5).plan(plan).baseline(baseline)).estimate(VECTOR))));
    }

    private static void addWeights(List<Case> cases) {
        ImportanceSampling wide = ImportanceSampling.from(Normal.of(0, 2));
        ImportanceSampling far = ImportanceSampling.from(Normal.of(40, 1));
        for (Baseline baseline : List.of(Baseline.none(), Baseline.leaveOneOut(), Baseline.automatic())) {
            for (ImportanceSampling sampling : List.of(wide, wide.selfNormalised(), wide.clipped(2), far)) {
                cases.add(new Case(sampling + ", " + baseline, executor -> numbers(by(executor, ScoreFunctionEstimator.of(NORMAL)
                        .samples(SAMPLES).seed(6).baseline(baseline).importance(sampling)).estimate(JUMP))));
            }
        }
        double[] x = new double[9001];
        double[] f = new double[x.length];
        Arrays.setAll(x, i -> Math.sin(i) * 3);
        Arrays.setAll(f, i -> Math.abs(x[i]));
        RecordedSamples recorded = RecordedSamples.of(x, f, Normal.of(0, 2));
        var estimator = ScoreFunctionEstimator.of(NORMAL);
        cases.add(new Case("recorded samples",
                executor -> numbers(by(executor, estimator.withCovariance()).estimate(recorded))));
        cases.add(new Case("recorded samples, self-normalised",
                executor -> numbers(by(executor, estimator).estimate(recorded.selfNormalised()))));
    }

    private static void addControls(List<Case> cases) {
        ControlVariate ofOwn = ControlVariate.of((x, n, f) -> System.arraycopy(x[0], 0, f, 0, n), 0.7, 1, 0);
        ControlVariate delta = ControlVariate.delta(new double[] {0.5}, new double[][] {{0.1}});
        for (int n : new int[] {900, SAMPLES}) {
            var estimator = ScoreFunctionEstimator.of(NORMAL).samples(n).seed(7).controlVariate(ofOwn)
                    .controlVariate(delta.scaled(0.5));
            cases.add(new Case("control variates, n = " + n, executor -> numbers(by(executor, estimator).estimate(JUMP))));
            cases.add(new Case("control variates without probes, n = " + n,
                    executor -> numbers(by(executor, estimator.withoutProbes()).estimate(JUMP))));
            cases.add(new Case("control variates, no baseline, n = " + n,
                    executor -> numbers(by(executor, estimator.baseline(Baseline.none())).estimate(JUMP))));
        }
        ControlVariate ofVectors = ControlVariate.delta(new double[] {1, 0.5}, new double[][] {{1, 0}, {0, 2}});
        cases.add(new Case("control variate of vectors", executor -> numbers(by(executor, ScoreFunctionEstimator.of(PATH)
                .samples(SAMPLES).seed(7).controlVariate(ofVectors)).estimate(VECTOR))));
    }

    private static void addForms(List<Case> cases) {
        cases.add(new Case("batch", executor -> numbers(by(executor, ScoreFunctionEstimator.of(NORMAL).samples(SAMPLES).seed(8))
                .estimate(BATCH))));
        VectorFunction outputs = x -> new double[] {Math.exp(0.3 * x[0]), x[0] > 1 ? 1 : 0, x[0] * x[0], Math.sin(40 * x[0])};
        for (UnivariateDistribution each : List.of(NORMAL, Gamma.of(2.5, 1.3))) {
            var estimator = ScoreFunctionEstimator.of(each).samples(SAMPLES).seed(8);
            cases.add(new Case("outputs, " + each, executor -> numbers(by(executor, estimator).jacobian(4, outputs))));
            cases.add(new Case("outputs without probes, " + each,
                    executor -> numbers(by(executor, estimator.withoutProbes().withCovariance()).jacobian(4, outputs))));
            cases.add(new Case("outputs in a block, " + each, executor -> numbers(by(executor, estimator).jacobian(2, (x, n, f) -> {
                System.arraycopy(x[0], 0, f[0], 0, n);
                Arrays.fill(f[1], 0, n, 3);
            }))));
            cases.add(new Case("Hessian, " + each, executor -> numbers(by(executor, estimator).hessian(JUMP))));
            cases.add(new Case("Hessian with a surrogate, " + each, executor -> numbers(by(executor, estimator).hessian(SMOOTH))));
        }
        for (Baseline baseline : List.of(Baseline.none(), Baseline.optimalConstant(), Baseline.automatic())) {
            var vectors = ScoreFunctionEstimator.of(PATH).samples(SAMPLES).seed(8).baseline(baseline);
            cases.add(new Case("Hessian of vectors, " + baseline, executor -> numbers(by(executor, vectors).hessian(VECTOR))));
            ParametricFunction entropy = (x, derivatives) -> {
                double z = (x[0] - 0.7) / 1.3;
                derivatives[0] = -z / 1.3;
                derivatives[1] = (1 - z * z) / 1.3;
                return 0.5 * z * z + Math.log(1.3);
            };
            var numbers = ScoreFunctionEstimator.of(NORMAL).samples(SAMPLES).seed(8).baseline(baseline);
            cases.add(new Case("f of the parameters, " + baseline, executor -> numbers(by(executor, numbers).estimate(entropy))));
        }
    }

    private static void addStages(List<Case> cases) {
        for (Baseline baseline : List.of(Baseline.none(), Baseline.leaveOneOut(), Baseline.automatic())) {
            for (DoubleUnaryOperator f : List.of(JUMP, SMOOTH)) {
                var estimator = ScoreFunctionEstimator.of(NORMAL).seed(9).baseline(baseline);
                String name = (f == JUMP ? "jump, " : "smooth, ") + baseline;
                for (Target target : List.of(Target.absolute(0.004), Target.absolute(0.004).unbiased())) {
                    cases.add(new Case("until " + target + ", " + name,
                            executor -> numbers(by(executor, estimator.until(target.atMost(MANY))).estimate(f))));
                }
                cases.add(new Case("with a listener and a resumption, " + name, executor -> {
                    List<Checkpoint> taken = new ArrayList<>();
                    List<String> all = numbers(by(executor, estimator.samples(SAMPLES).onProgress(p -> taken.add(p.checkpoint())))
                            .estimate(f));
                    Checkpoint first = Checkpoint.of(taken.getFirst().toBytes());
                    all.addAll(numbers(by(executor, estimator.samples(2 * SAMPLES)).resume(f, first)));
                    return all;
                }));
            }
        }
    }

    /** Adds functions whose first block tells the units, and others whose late values ask for others in mid-run. */
    private static void addMagnitudes(List<Case> cases) {
        for (double unit : new double[] {1e-170, 1e160, 1e-300, 1e300}) {
            DoubleUnaryOperator even = (DoubleUnaryOperator & Serializable) x -> unit * (Math.abs(x) + (x > 1 ? 1 : 0));
            DoubleUnaryOperator late = (DoubleUnaryOperator & Serializable) x -> x > 3.9 ? unit * x : unit * 1e-250;
            for (Baseline baseline : List.of(Baseline.none(), Baseline.leaveOneOut(), Baseline.automatic(),
                    Baseline.function((LongToDoubleFunction & Serializable) i -> unit * (i % 2)))) {
                for (DoubleUnaryOperator f : List.of(even, late)) {
                    cases.add(new Case((f == late ? "late " : "all ") + unit + ", " + baseline, executor -> numbers(by(executor,
                            ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(40_000).seed(5).baseline(baseline)).estimate(f))));
                }
            }
            for (SamplingPlan plan : List.of(SamplingPlan.antithetic(), SamplingPlan.sobol(8), SamplingPlan.stratified())) {
                cases.add(new Case("late " + unit + ", " + plan, executor -> numbers(by(executor, ScoreFunctionEstimator
                        .of(Normal.of(0, 1)).samples(1 << 16).seed(5).plan(plan)).estimate(late))));
            }
            cases.add(new Case("outputs of " + unit, executor -> numbers(by(executor, ScoreFunctionEstimator.of(Normal.of(0, 1))
                    .samples(40_000).seed(5).withoutProbes()).jacobian(2, (VectorFunction) x -> new double[] {x[0],
                            x[0] > 3.9 ? unit * x[0] : unit * 1e-250}))));
            cases.add(new Case("scores of " + unit, executor -> numbers(by(executor, ScoreFunctionEstimator
                    .of(Normal.of(0, 1 / unit)).samples(9000).seed(5)).estimate(JUMP))));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bitsAreThoseOfOneThread(Case each) {
        List<String> alone = each.numbers.apply(null);
        for (int ranges : new int[] {1, 2, 7, 50}) {
            SerialisingExecutor executor = new SerialisingExecutor(ranges, ranges % 7 == 0, ranges);
            assertEquals(alone, each.numbers.apply(executor), () -> each + ", ranges " + ranges);
        }
        SerialisingExecutor aligned = new SerialisingExecutor(11, true, 3);
        assertEquals(alone, each.numbers.apply(aligned), () -> each + ", aligned ranges");
    }

    /** The first block is the calling thread's, as it tells what the others need to know; all others are worked elsewhere, once. */
    @Test
    void allBlocksButTheFirstAreWorkedElsewhere() {
        SerialisingExecutor executor = new SerialisingExecutor(7, false, 1);
        by(executor, ScoreFunctionEstimator.of(NORMAL).samples(SAMPLES).seed(1)).estimate(JUMP);
        assertEquals(SAMPLES / 1024, executor.units());
        assertTrue(executor.ranges() > 4, executor.ranges() + " ranges");
    }

    /** The first block of a replicate of several is worked by the calling thread, and its sums travel. */
    @Test
    void fIsAskedAsOftenAsByOneThread() {
        BatchFunction counted = (x, n, f) -> {
            ASKED.addAndGet(n);
            System.arraycopy(x[0], 0, f, 0, n);
        };
        for (SamplingPlan plan : List.of(SamplingPlan.independent(), SamplingPlan.antithetic(), SamplingPlan.sobol(4))) {
            var estimator = ScoreFunctionEstimator.of(NORMAL).samples(1 << 14).seed(1).withoutProbes().plan(plan);
            ASKED.set(0);
            by(new SerialisingExecutor(3, false, 1), estimator).estimate(counted);
            assertEquals(1 << 14, ASKED.get(), () -> "under " + plan);
        }
    }

    @Test
    void theFirstSampleThatFailsIsNamed() {
        DoubleUnaryOperator infinite = (DoubleUnaryOperator & Serializable) x -> x > 4 ? Double.POSITIVE_INFINITY : x;
        DoubleUnaryOperator throwing = (DoubleUnaryOperator & Serializable) x -> {
            if (x > 4) {
                throw new IllegalStateException("beyond 4");
            }
            return x;
        };
        for (DoubleUnaryOperator f : List.of(infinite, throwing)) {
            for (SamplingPlan plan : List.of(SamplingPlan.independent(), SamplingPlan.antithetic(), SamplingPlan.sobol(8))) {
                var estimator = ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(1 << 18).seed(3).withoutProbes().plan(plan);
                EvaluationException alone = assertThrows(EvaluationException.class, () -> estimator.estimate(f));
                assertTrue(alone.sample() > 1024);
                for (int ranges : new int[] {1, 2, 7, 100}) {
                    EvaluationException e = assertThrows(EvaluationException.class,
                            () -> by(new SerialisingExecutor(ranges, false, ranges), estimator).estimate(f));
                    assertEquals(alone.getMessage(), e.getMessage());
                    assertEquals(alone.sample(), e.sample());
                    assertEquals(Arrays.toString(alone.x()), Arrays.toString(e.x()));
                }
            }
        }
    }

    @Test
    void whatCannotTravelIsNamed() {
        var estimator = by(new SerialisingExecutor(2, false, 1), ScoreFunctionEstimator.of(NORMAL).samples(SAMPLES).seed(1));
        assertRefused("SerialisingExecutorTest$$Lambda", () -> estimator.estimate(x -> x * x));
        assertRefused("java.lang.Object", () -> {
            Object notSerialisable = new Object();
            estimator.estimate((DoubleUnaryOperator & Serializable) x -> x + notSerialisable.hashCode() % 2);
        });
        Function<double[], NormalDistribution> factory = p -> NormalDistribution.of(p[0], p[1]);
        assertRefused("SerialisingExecutorTest$$Lambda", () -> estimator.at(CommonsDistribution.ofContinuous(List.of("mean", "sd"),
                factory, (x, p, gradient) -> Arrays.fill(gradient, x), 0, 1)).estimate(JUMP));
    }

    private static void assertRefused(String named, Runnable run) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, run::run);
        assertTrue(e.getMessage().contains("serialisable, and this is not: ") && e.getMessage().contains(named), e::getMessage);
        assertInstanceOf(NotSerializableException.class, e.getCause());
    }

    private static List<String> numbers(Estimate e) {
        List<String> all = new ArrayList<>();
        all.add("value " + e.value() + " ± " + e.valueStandardError());
        all.add("gradient " + Arrays.toString(e.gradient()) + " ± " + Arrays.toString(e.standardError()));
        all.add("reduction " + Arrays.toString(e.varianceReduction()));
        all.add("covariance " + Arrays.deepToString(e.outcome().covariance()) + Arrays.toString(e.outcome().units()));
        all.add("choices " + e.baselineChoices());
        all.add(e.samples() + " samples, " + e.stopReason() + ", weights " + e.effectiveSampleSize() + ", " + e.paretoShape());
        all.addAll(e.notes());
        return all;
    }

    private static List<String> numbers(JacobianEstimate e) {
        List<String> all = new ArrayList<>();
        for (int o = 0; o < e.outputs(); o++) {
            all.addAll(numbers(e.output(o)));
        }
        return all;
    }

    private static List<String> numbers(HessianEstimate e) {
        List<String> all = numbers(e.gradient());
        all.add("Hessian " + Arrays.deepToString(e.hessian()) + " ± " + Arrays.deepToString(e.standardError()));
        all.add("reduction " + Arrays.deepToString(e.varianceReduction()));
        all.addAll(e.notes());
        return all;
    }
}
