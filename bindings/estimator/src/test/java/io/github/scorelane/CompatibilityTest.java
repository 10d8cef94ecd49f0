package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.ConditionalNormal;
import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.kernel.stream.SplitStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Every pair of features is tried in a small estimate, and what happens is what {@link Compatibility} says. */
class CompatibilityTest {
    /** All plans of replicates, which are one feature. */
    private static final List<SamplingPlan> REPLICATED = List.of(SamplingPlan.sobol(), SamplingPlan.latinHypercube());
    private static final int DIMENSION = 2;
    private static final int WIDE_DIMENSION = 2049;
    private static final int SAMPLES = 2048;
    private static final int WIDE_SAMPLES = 64;
    private static final int RECORDED_SAMPLES = 100;

    private SamplingPlan replicated = REPLICATED.getFirst();

    @Test
    void everyPairDoesWhatTheTableSays() {
        List<String> wrong = new ArrayList<>();
        int allowed = 0;
        int refused = 0;
        for (Feature one : Feature.values()) {
            for (Feature other : Feature.values()) {
                if (one.compareTo(other) >= 0 || Compatibility.areApart(one, other)) {
                    continue;
                }
                Set<Feature> pair = EnumSet.of(one, other);
                String expected = null;
                for (SamplingPlan each : pair.contains(Feature.REPLICATED) ? REPLICATED : REPLICATED.subList(0, 1)) {
                    replicated = each;
                    expected = expected(one, other);
                    String found = refusal(pair);
                    if (expected == null ? found != null : !expected.equals(found)) {
                        wrong.add(pair + ": expected " + expected + ", but was " + found);
                    }
                }
                allowed += expected == null ? 1 : 0;
                refused += expected == null ? 0 : 1;
            }
        }
        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
        assertTrue(allowed > 150 && refused > 100, allowed + " pairs are allowed, and " + refused + " refused");
    }

    /** A sentence is no use without what it names: nothing is left in braces. */
    @Test
    void sentencesAreWhole() {
        for (Feature one : Feature.values()) {
            for (Feature other : Feature.values()) {
                assertEquals(Compatibility.sentence(one, other), Compatibility.sentence(other, one));
                if (Compatibility.sentence(one, other) != null) {
                    assertTrue(!Compatibility.areApart(one, other), one + " and " + other + " cannot be written down together");
                    String whole = Compatibility.sentence(one, other, Baseline.none(), SamplingPlan.sobol(), 7);
                    assertTrue(!whole.contains("{") && !whole.endsWith("."), whole);
                }
            }
        }
    }

    private String expected(Feature one, Feature other) {
        String sentence = Compatibility.sentence(one, other);
        if (sentence == null || !sentence.contains("{")) {
            return sentence;
        }
        Set<Feature> pair = EnumSet.of(one, other);
        return Compatibility.sentence(one, other, baseline(pair), plan(pair), dimension(pair));
    }

    /** The message of the exception with which an estimate that has these features is refused; null if it is made. */
    private String refusal(Set<Feature> features) {
        try {
            if (features.contains(Feature.CONDITIONAL)) {
                ConditionalEstimator.of(ConditionalNormal.of()).samplesPerRow(8).seed(1).baseline(baseline(features))
                        .estimate(new double[][] {{0, 1, 2}, {1, 1, 1}}, (row, x) -> x * x);
            } else {
                call(estimator(features), features);
            }
            return null;
        } catch (IllegalArgumentException | IllegalStateException e) {
            return e.getMessage();
        }
    }

    private ScoreFunctionEstimator<ToDoubleFunction<double[]>> estimator(Set<Feature> features) {
        var estimator = ScoreFunctionEstimator.of(normal(features, 0)).samples(samples(features)).seed(1)
                .baseline(baseline(features)).plan(plan(features));
        if (features.contains(Feature.IMPORTANCE)
                || features.contains(Feature.SELF_NORMALISED) && !features.contains(Feature.RECORDED)) {
            ImportanceSampling sampling = ImportanceSampling.from(normal(features, 0.1));
            estimator = estimator.importance(features.contains(Feature.SELF_NORMALISED) ? sampling.selfNormalised() : sampling);
        }
        if (features.contains(Feature.CONTROL_VARIATES)) {
            estimator = estimator.controlVariate(ControlVariate.delta(new double[dimension(features)]));
        }
        if (features.contains(Feature.COVARIANCE)) {
            estimator = estimator.withCovariance();
        }
        if (features.contains(Feature.WITHOUT_PROBES)) {
            estimator = estimator.withoutProbes();
        }
        if (features.contains(Feature.TARGET) || features.contains(Feature.TIME_LIMIT)
                || features.contains(Feature.UNBIASED_TARGET)) {
            estimator = estimator.until(target(features));
        }
        if (features.contains(Feature.PROGRESS)) {
            estimator = estimator.onProgress(progress -> assertTrue(progress.samples() > 0));
        }
        long asked = estimator.request().features();
        for (Feature feature : features) {
            assertTrue(feature.group() == Feature.Group.CALL || feature == Feature.SELF_NORMALISED
                    || (asked & feature.bit()) != 0, () -> feature + " is not asked for");
        }
        return estimator;
    }

    private void call(ScoreFunctionEstimator<ToDoubleFunction<double[]>> estimator, Set<Feature> features) {
        Feature call = features.stream().filter(each -> each.group() == Feature.Group.CALL).findFirst().orElse(Feature.ESTIMATE);
        switch (call) {
            case RESUME -> estimator.resume(CompatibilityTest::f, checkpoint(estimator));
            case HESSIAN -> estimator.hessian(CompatibilityTest::f);
            case JACOBIAN -> estimator.jacobian(2, x -> new double[] {x[0], x[1]});
            case PARAMETRIC -> estimator.estimate((x, derivatives) -> {
                Arrays.fill(derivatives, x[0]);
                return f(x);
            });
            case BLOCK_LOOP -> estimator.forEachBlock(CompatibilityTest::f, (first, n, x, f, scores) -> assertTrue(n > 0));
            case RECORDED -> estimator.estimate(recorded(features));
            default -> estimator.estimate(CompatibilityTest::f);
        }
    }

    /** A checkpoint of the same estimate, or, where that has none, of another: then it is refused before they are compared. */
    private Checkpoint checkpoint(ScoreFunctionEstimator<ToDoubleFunction<double[]>> estimator) {
        Checkpoint[] taken = {null};
        try {
            estimator.onProgress(progress -> taken[0] = progress.checkpoint()).estimate(CompatibilityTest::f);
        } catch (IllegalArgumentException | IllegalStateException e) {
            estimator(EnumSet.noneOf(Feature.class)).onProgress(progress -> taken[0] = progress.checkpoint())
                    .estimate(CompatibilityTest::f);
        }
        return taken[0];
    }

    private static Target target(Set<Feature> features) {
        Target target = Target.absolute(0.01).atMost(SAMPLES);
        target = features.contains(Feature.TIME_LIMIT) ? target.within(Duration.ofHours(10)) : target;
        return features.contains(Feature.UNBIASED_TARGET) ? target.unbiased() : target;
    }

    private static RecordedSamples recorded(Set<Feature> features) {
        double[][] x = new double[dimension(features)][RECORDED_SAMPLES];
        DiagonalNormal normal = normal(features, 0.1);
        normal.sample(SplitStream.of(3), 0, x, 0, RECORDED_SAMPLES);
        RecordedSamples recorded = RecordedSamples.of(x, new double[RECORDED_SAMPLES], normal);
        return features.contains(Feature.SELF_NORMALISED) ? recorded.selfNormalised() : recorded;
    }

    private static Baseline baseline(Set<Feature> features) {
        return switch (only(features, Feature.Group.BASELINE, Feature.AUTOMATIC)) {
            case NO_BASELINE -> Baseline.none();
            case LEAVE_ONE_OUT -> Baseline.leaveOneOut();
            case OPTIMAL_CONSTANT -> Baseline.optimalConstant();
            case CONSTANT -> Baseline.constant(0.5);
            case FUNCTION -> Baseline.function(i -> i % 2);
            case OF_ROWS -> Baseline.ofRows(new double[] {1, 2, 3});
            default -> Baseline.automatic();
        };
    }

    /** A bridge needs a plan by uniform numbers: where none is named, this takes the simplest. */
    private SamplingPlan plan(Set<Feature> features) {
        boolean bridge = features.contains(Feature.BROWNIAN_BRIDGE);
        Feature kind = only(features, Feature.Group.PLAN, bridge ? Feature.INVERSE_TRANSFORM : Feature.INDEPENDENT);
        SamplingPlan plan = switch (kind) {
            case INVERSE_TRANSFORM -> SamplingPlan.inverseTransform();
            case ANTITHETIC -> SamplingPlan.antithetic();
            case STRATIFIED -> SamplingPlan.stratified(0);
            case REPLICATED -> replicated;
            default -> SamplingPlan.independent();
        };
        return bridge ? plan.withBrownianBridge() : plan;
    }

    private static Feature only(Set<Feature> features, Feature.Group group, Feature other) {
        return features.stream().filter(each -> each.group() == group).findFirst().orElse(other);
    }

    private static int dimension(Set<Feature> features) {
        return features.contains(Feature.WIDE) ? WIDE_DIMENSION : DIMENSION;
    }

    private static int samples(Set<Feature> features) {
        return features.contains(Feature.WIDE) ? WIDE_SAMPLES : SAMPLES;
    }

    private static DiagonalNormal normal(Set<Feature> features, double mean) {
        double[] means = new double[dimension(features)];
        double[] deviations = new double[dimension(features)];
        Arrays.fill(means, mean);
        Arrays.fill(deviations, 1);
        return DiagonalNormal.of(means, deviations);
    }

    private static double f(double[] x) {
        return x[0] * x[0] + x[1] + Math.sin(x[0] * x[1]);
    }
}
