package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.Categorical;
import io.github.scorelane.distribution.ConditionalCategorical;
import io.github.scorelane.distribution.ConditionalNormal;
import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Exponential;
import io.github.scorelane.distribution.Gamma;
import io.github.scorelane.distribution.Independent;
import io.github.scorelane.distribution.MultivariateNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.distribution.Poisson;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that an estimate of c·f is c times the estimate of f, and its errors c times the errors, whatever c is; to the bit
 * for powers of two. Every estimator, baseline, plan and way of stopping is tested with factors from 2^-1000 to 2^990 and
 * from 1e-300 to 1e300.
 */
class ScaledFunctionTest {
    private static final int[] POWERS = {-1000, -540, -220, 180, 520, 990};
    private static final double[] FACTORS = {1e-300, 1e-165, 1e152, 1e155, 1e300};
    private static final Normal NORMAL = Normal.of(0.7, 1.3);
    private static final Exponential EXPONENTIAL = Exponential.of(1.2);
    private static final DiagonalNormal DIAGONAL = DiagonalNormal.of(new double[] {0.1, -2}, new double[] {1, 0.5});

    /**
     * A kind of estimate that is made with every factor.
     *
     * @param name the name of the kind
     * @param numbers the estimate's numbers that are proportional to c
     */
    record Case(String name, DoubleFunction<double[]> numbers) {
        /** Returns the step between factors. Wide problems take long, and so are tested with one factor only. */
        int step() {
            return name.startsWith("wide") ? POWERS.length : 1;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        addBaselines(cases);
        addPlans(cases);
        addForms(cases);
        addWeights(cases);
        addStages(cases);
        addRows(cases);
        return cases.stream();
    }

    private static double f(double x) {
        return Math.sqrt(Math.abs(x)) + (x > 1 ? 1 : 0);
    }

    private static double g(double[] x) {
        return f(x[0]) * (1.5 + Math.sin(x[x.length - 1]));
    }

    private static void addBaselines(List<Case> cases) {
        for (int n : new int[] {40, 1500, 5001}) {
            for (UnivariateDistribution family : List.of(NORMAL, EXPONENTIAL, Poisson.of(2.5), Gamma.of(0.7, 2))) {
                String name = family + ", n = " + n + ", ";
                DoubleFunction<List<Baseline>> baselines = c -> List.of(Baseline.none(), Baseline.constant(0.75 * c),
                        Baseline.leaveOneOut(), Baseline.optimalConstant(), Baseline.automatic(),
                        Baseline.function(i -> i % 3 * c));
                for (int b = 0; b < baselines.apply(1).size(); b++) {
                    int which = b;
                    if (n >= 256 || !baselines.apply(1).get(b).equals(Baseline.automatic())) {
                        cases.add(new Case(name + baselines.apply(1).get(b), c -> numbers(ScoreFunctionEstimator.of(family)
                                .samples(n).seed(1).baseline(baselines.apply(c).get(which)).estimate(x -> c * f(x)))));
                    }
                }
            }
        }
        cases.add(new Case("natural gradient, diagonal information", c -> natural(ScoreFunctionEstimator.of(NORMAL)
                .samples(5000).seed(1).estimate(x -> c * f(x)))));
        for (Baseline baseline : List.of(Baseline.none(), Baseline.leaveOneOut(), Baseline.optimalConstant(),
                Baseline.automatic())) {
            cases.add(new Case("natural gradient, full information, " + baseline, c -> natural(ScoreFunctionEstimator
                    .of(Gamma.of(1.5, 2)).samples(5000).seed(1).baseline(baseline).withCovariance().estimate(x -> c * f(x)))));
        }
        cases.add(new Case("an event that the first block has not", c -> numbers(ScoreFunctionEstimator.of(NORMAL)
                .samples(50_000).seed(2).estimate(x -> x > 5 ? c : 0))));
        cases.add(new Case("an event that the first block has not, leave-one-out", c -> numbers(ScoreFunctionEstimator.of(NORMAL)
                .samples(50_000).seed(2).baseline(Baseline.leaveOneOut()).estimate(x -> x > 5 ? c : 0))));
    }

    private static void addPlans(List<Case> cases) {
        List<SamplingPlan> plans = List.of(SamplingPlan.inverseTransform(), SamplingPlan.antithetic(), SamplingPlan.stratified(),
                SamplingPlan.latinHypercube(), SamplingPlan.sobol(), SamplingPlan.sobol(16));
        for (SamplingPlan plan : plans) {
            DoubleFunction<List<Baseline>> baselines = c -> List.of(Baseline.none(), Baseline.constant(0.75 * c),
                    Baseline.optimalConstant(), Baseline.automatic());
            for (int b = 0; b < baselines.apply(1).size(); b++) {
                int which = b;
                cases.add(new Case(plan + ", " + baselines.apply(1).get(b), c -> numbers(ScoreFunctionEstimator.of(EXPONENTIAL)
                        .samples(1 << 13).seed(1).plan(plan).baseline(baselines.apply(c).get(which)).estimate(x -> c * f(x)))));
            }
        }
        cases.add(new Case("an event that the first block has not, antithetic", c -> numbers(ScoreFunctionEstimator.of(NORMAL)
                .samples(50_000).seed(2).plan(SamplingPlan.antithetic()).estimate(x -> x > 5 ? c : 0))));
    }

    private static void addForms(List<Case> cases) {
        cases.add(new Case("Hessian", c -> hessian(ScoreFunctionEstimator.of(NORMAL).samples(6000).seed(3)
                .hessian(x -> c * f(x)))));
        cases.add(new Case("Hessian, leave-one-out", c -> hessian(ScoreFunctionEstimator.of(DIAGONAL).samples(6000).seed(3)
                .baseline(Baseline.leaveOneOut()).hessian((double[] x) -> c * g(x)))));
        for (Baseline baseline : List.of(Baseline.none(), Baseline.leaveOneOut(), Baseline.automatic())) {
            cases.add(new Case("Jacobian, " + baseline, c -> {
                JacobianEstimate jacobian = ScoreFunctionEstimator.of(DIAGONAL).samples(6000).seed(3).baseline(baseline)
                        .jacobian(2, (double[] x) -> new double[] {c * g(x), c * Math.abs(x[0])});
                return concatenated(numbers(jacobian.output(0)), numbers(jacobian.output(1)));
            }));
            cases.add(new Case("Jacobian, one output scaled, " + baseline, c -> numbers(ScoreFunctionEstimator.of(DIAGONAL)
                    .samples(6000).seed(3).baseline(baseline)
                    .jacobian(3, (double[] x) -> new double[] {g(x), c * g(x), 1 / c}).output(1))));
        }
        for (Baseline baseline : List.of(Baseline.none(), Baseline.optimalConstant(), Baseline.automatic())) {
            cases.add(new Case("direct derivatives, " + baseline, c -> numbers(ScoreFunctionEstimator.of(NORMAL).samples(6000)
                    .seed(4).baseline(baseline).estimate((x, d) -> {
                        d[0] = c * Math.abs(x[0]);
                        d[1] = -c * Math.cos(x[0]);
                        return c * f(x[0]);
                    }))));
            cases.add(new Case("control variates, " + baseline, c -> numbers(ScoreFunctionEstimator.of(NORMAL).samples(6000)
                    .seed(4).baseline(baseline).controlVariate(ControlVariate.of((x, n, h) -> {
                        for (int s = 0; s < n; s++) {
                            h[s] = 0.5 * c * x[0][s];
                        }
                    }, 0.35 * c, 0.5 * c, 0)).estimate(x -> c * f(x)))));
        }
        for (Baseline baseline : List.of(Baseline.none(), Baseline.leaveOneOut(), Baseline.optimalConstant(),
                Baseline.automatic())) {
            int n = baseline.equals(Baseline.automatic()) ? 4200 : 300;
            cases.add(new Case("wide normal, " + baseline, c -> numbers(ScoreFunctionEstimator.of(DiagonalNormal.of(
                    new double[2050], filled(2050, 0.5))).samples(n).seed(5).baseline(baseline)
                    .estimate((double[] x) -> c * g(x)), 6)));
        }
        cases.add(new Case("wide, other families", c -> numbers(ScoreFunctionEstimator.of(Independent.of(
                Stream.generate(() -> Gamma.of(2, 1)).limit(2050).toArray(UnivariateDistribution[]::new)))
                .samples(300).seed(5).estimate((double[] x) -> c * g(x)), 6)));
        cases.add(new Case("vectors", c -> numbers(ScoreFunctionEstimator.of(MultivariateNormal.of(new double[] {0.3, 1},
                new double[][] {{1, 0}, {0.4, 2}})).samples(6000).seed(5).estimate((double[] x) -> c * g(x)))));
        cases.add(new Case("values of a loop over blocks", c -> {
            List<Double> values = new ArrayList<>();
            ScoreFunctionEstimator.of(NORMAL).samples(2000).seed(1).forEachBlock(x -> c * f(x), (first, n, x, f, scores) ->
                    values.add(f[0]));
            return values.stream().mapToDouble(v -> v).toArray();
        }));
        for (Baseline baseline : List.of(Baseline.none(), Baseline.leaveOneOut(), Baseline.optimalConstant())) {
            cases.add(new Case("logits, " + baseline, c -> numbers(ScoreFunctionEstimator.of(Categorical.ofLogits(0, 0.5, -1))
                    .samples(3000).seed(8).baseline(baseline).estimate(x -> c * (x + 1)))));
        }
    }

    private static void addWeights(List<Case> cases) {
        for (boolean ratio : new boolean[] {false, true}) {
            ImportanceSampling sampling = ImportanceSampling.from(Normal.of(1, 1.8));
            ImportanceSampling used = ratio ? sampling.selfNormalised() : sampling;
            DoubleFunction<List<Baseline>> baselines = c -> List.of(Baseline.none(), Baseline.constant(0.75 * c),
                    Baseline.leaveOneOut(), Baseline.optimalConstant(), Baseline.automatic());
            for (int b = 0; b < baselines.apply(1).size(); b++) {
                int which = b;
                cases.add(new Case((ratio ? "self-normalised, " : "weighted, ") + baselines.apply(1).get(b),
                        c -> numbers(ScoreFunctionEstimator.of(NORMAL).samples(6000).seed(6).importance(used)
                                .baseline(baselines.apply(c).get(which)).estimate(x -> c * f(x)))));
            }
            double[] x = new double[3000];
            Normal.of(1, 1.8).sample(SplitStream.of(3), 0, x, 0, x.length);
            cases.add(new Case("recorded, " + ratio, c -> {
                RecordedSamples recorded = RecordedSamples.of(x, Arrays.stream(x).map(v -> c * f(v)).toArray(), Normal.of(1, 1.8));
                return numbers(ScoreFunctionEstimator.of(NORMAL).estimate(ratio ? recorded.selfNormalised() : recorded));
            }));
        }
    }

    private static void addStages(List<Case> cases) {
        for (Baseline baseline : List.of(Baseline.automatic(), Baseline.leaveOneOut())) {
            cases.add(new Case("until an absolute error, " + baseline, c -> staged(ScoreFunctionEstimator.of(EXPONENTIAL).seed(7)
                    .baseline(baseline).until(Target.absolute(0.01 * c).atMost(1 << 18)).estimate(x -> c * f(x)), c)));
            cases.add(new Case("until a relative error, " + baseline, c -> staged(ScoreFunctionEstimator.of(EXPONENTIAL).seed(7)
                    .baseline(baseline).until(Target.relative(0.02).atMost(1 << 18)).estimate(x -> c * f(x)), c)));
            cases.add(new Case("until, with a pilot, " + baseline, c -> staged(ScoreFunctionEstimator.of(EXPONENTIAL).seed(7)
                    .baseline(baseline).until(Target.relative(0.02).atMost(1 << 17).unbiased()).estimate(x -> c * f(x)), c)));
            cases.add(new Case("resumed, " + baseline, c -> resumed(baseline, c)));
        }
    }

    private static void addRows(List<Case> cases) {
        int rows = 100;
        double[][] parameters = {IntStream.range(0, rows).mapToDouble(i -> Math.sin(i)).toArray(),
            IntStream.range(0, rows).mapToDouble(i -> 1.5 + Math.cos(i)).toArray()};
        DoubleFunction<List<Baseline>> baselines = c -> List.of(Baseline.none(), Baseline.constant(0.75 * c),
                Baseline.ofRows(filled(rows, 0.3 * c)), Baseline.leaveOneOut());
        for (int b = 0; b < 4; b++) {
            int which = b;
            cases.add(new Case("rows, " + b, c -> numbers(ConditionalEstimator.of(ConditionalNormal.of()).samplesPerRow(16)
                    .seed(1).baseline(baselines.apply(c).get(which)).estimate(parameters, (row, x) -> c * f(x)), 1)));
            cases.add(new Case("one row of three, " + b, c -> numbers(ConditionalEstimator.of(ConditionalNormal.of())
                    .samplesPerRow(16).seed(1).baseline(which == 3 ? Baseline.leaveOneOut() : Baseline.none())
                    .estimate(parameters, (row, x) -> (row % 3 == 0 ? c : 1) * f(x)), 3)));
        }
        double[][] logits = {new double[rows], filled(rows, 0.5), filled(rows, -1)};
        cases.add(new Case("rows of rare values", c -> numbers(ConditionalEstimator.of(ConditionalCategorical.ofLogits(3))
                .samplesPerRow(4).seed(1).baseline(Baseline.leaveOneOut()).estimate(logits, (row, x) -> x > 1 ? c : 0), 1)));
    }

    private static double[] resumed(Baseline baseline, double c) {
        DoubleUnaryOperator f = x -> c * f(x);
        AtomicReference<Checkpoint> last = new AtomicReference<>();
        var estimator = ScoreFunctionEstimator.of(EXPONENTIAL).seed(7).baseline(baseline);
        estimator.samples(9000).onProgress(progress -> last.set(progress.checkpoint())).estimate(f);
        double[] numbers = numbers(estimator.samples(30_000).resume(f, last.get()));
        assertTrue(Arrays.equals(numbers, numbers(estimator.samples(30_000).estimate(f))));
        return numbers;
    }

    private static double[] staged(Estimate estimate, double c) {
        return concatenated(numbers(estimate), new double[] {c * estimate.samples() * 0x1p-20});
    }

    private static double[] numbers(Estimate e) {
        return numbers(e, e.gradient().length);
    }

    private static double[] numbers(Estimate e, int parameters) {
        assertTrue(e.notes().stream().noneMatch(note -> note.contains("one value") || note.contains("range of a double")),
                () -> e.notes().toString());
        return concatenated(Arrays.copyOf(e.gradient(), parameters), Arrays.copyOf(e.standardError(), parameters),
                new double[] {e.value(), e.valueStandardError()});
    }

    private static double[] hessian(HessianEstimate e) {
        double[] all = concatenated(numbers(e.gradient()), new double[] {e.value(), e.valueStandardError()});
        for (int i = 0; i < e.hessian().length; i++) {
            all = concatenated(all, e.hessian()[i], e.standardError()[i]);
        }
        return all;
    }

    private static double[] natural(Estimate e) {
        NaturalGradient natural = e.naturalGradient();
        return concatenated(numbers(e), natural.gradient(), natural.standardError());
    }

    private static double[] numbers(ConditionalEstimate e, int step) {
        double[][] columns = Stream.of(e.gradient(), e.standardError(), new double[][] {e.value(), e.valueStandardError()})
                .flatMap(Arrays::stream).toArray(double[][]::new);
        return Arrays.stream(columns).flatMapToDouble(column -> IntStream.range(0, column.length).filter(i -> i % step == 0)
                .mapToDouble(i -> column[i])).toArray();
    }

    static double[] concatenated(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(DoubleStream::of).toArray();
    }

    static double[] filled(int n, double value) {
        double[] numbers = new double[n];
        Arrays.fill(numbers, value);
        return numbers;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void powersOfTwoAlterNoBit(Case each) {
        double[] expected = each.numbers().apply(1);
        assertTrue(Arrays.stream(expected).allMatch(Double::isFinite), () -> Arrays.toString(expected));
        for (int k = 0; k < POWERS.length; k += each.step()) {
            int power = POWERS[k];
            double[] scaled = each.numbers().apply(Math.scalb(1.0, power));
            for (int i = 0; i < expected.length; i++) {
                assertEquals(Math.scalb(expected[i], power), scaled[i], 0, each + ", 2^" + power + ", number " + i);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void otherFactorsAlterRoundingAlone(Case each) {
        double[] expected = each.numbers().apply(1);
        for (int k = 0; k < FACTORS.length; k += each.step()) {
            double factor = FACTORS[k];
            double[] scaled = each.numbers().apply(factor);
            for (int i = 0; i < expected.length; i++) {
                double right = expected[i] * factor;
                assertEquals(right, scaled[i], 1e-9 * Math.abs(right) + 1e-8 * factor, each + ", " + factor + ", number " + i);
            }
        }
    }
}
