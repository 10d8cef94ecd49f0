package io.github.scorelane;

import java.util.EnumSet;
import java.util.Set;

/**
 * Says which features combine: for each pair whether an estimate can have both, and if not, by which sentence it is refused. It is
 * the one place that decides so. The user's guide has its table from here, and a test tries each pair.
 *
 * <p>Refusals that depend on numbers (a multiple of the replicates, too many parameters) are no matter of pairs, and stand where
 * those numbers are known.
 */
final class Compatibility {
    private static final Feature[] FEATURES = Feature.values();
    /** The sentence for each pair, on both sides of the diagonal; null where the two combine. */
    private static final String[][] SENTENCES = new String[FEATURES.length][FEATURES.length];
    /** For each feature the bits of those that it is refused with: an estimate is checked without a look at the sentences. */
    private static final long[] REFUSED = new long[FEATURES.length];

    // Built without lambdas and formatted strings, which would take a JVM that has just begun longer than an estimate takes.
    static {
        Set<Feature> transformed = EnumSet.of(Feature.INVERSE_TRANSFORM, Feature.ANTITHETIC, Feature.STRATIFIED,
                Feature.REPLICATED, Feature.BROWNIAN_BRIDGE);
        Set<Feature> grouped = EnumSet.of(Feature.ANTITHETIC, Feature.STRATIFIED, Feature.REPLICATED);
        Set<Feature> importance = EnumSet.of(Feature.IMPORTANCE, Feature.SELF_NORMALISED);
        Set<Feature> weighted = EnumSet.of(Feature.IMPORTANCE, Feature.SELF_NORMALISED, Feature.RECORDED);
        Set<Feature> wanted = EnumSet.of(Feature.TARGET, Feature.TIME_LIMIT, Feature.UNBIASED_TARGET, Feature.PROGRESS);
        Set<Feature> stages = EnumSet.copyOf(wanted);
        stages.add(Feature.RESUME);

        ofCall(Feature.HESSIAN, "a Hessian", transformed, importance, wanted, " has a fixed number of samples");
        ofCall(Feature.JACOBIAN, "a Jacobian", grouped, importance, wanted, " has a fixed number of samples");
        ofCall(Feature.PARAMETRIC, "a function that depends on the parameters", grouped, importance, wanted, " is worked at once");
        ofCall(Feature.BLOCK_LOOP, "a loop over blocks", grouped, importance, wanted, " has a fixed number of samples");
        noControls(EnumSet.of(Feature.HESSIAN), "a Hessian");
        noControls(EnumSet.of(Feature.JACOBIAN), "a Jacobian");
        noControls(EnumSet.of(Feature.BLOCK_LOOP), "a loop over blocks");
        noControls(weighted, "an estimate by weights");

        // The terms of such an f are no product of f and the score, which both of these are made for.
        refuse(Feature.PARAMETRIC, Feature.COVARIANCE,
                "the joint covariance is not offered for a function that depends on the parameters: leave out withCovariance()");
        refuse(Feature.PARAMETRIC, Feature.LEAVE_ONE_OUT, "baseline takes no function that depends on the parameters, use"
                + " Baseline.optimalConstant(): {baseline}");

        refuse(Feature.RECORDED, Feature.IMPORTANCE, "recorded samples are not drawn, and the estimator's importance sampling would"
                + " be without effect: use an estimator without, and the samples' own selfNormalised() and clipped()");
        refuse(EnumSet.of(Feature.RECORDED), wanted, "recorded samples are all used, and take no target and no listener: use an"
                + " estimator without until(…) and onProgress(…)");

        Set<Feature> notOfRows = EnumSet.complementOf(EnumSet.range(Feature.CONDITIONAL, Feature.OF_ROWS));
        refuse(EnumSet.of(Feature.OF_ROWS), notOfRows,
                "baseline is of rows, which only a ConditionalEstimator has: {baseline}");
        refuse(EnumSet.of(Feature.CONDITIONAL), EnumSet.of(Feature.OPTIMAL_CONSTANT, Feature.AUTOMATIC), "baseline needs folds of a"
                + " row's samples, and is not none, leave-one-out, a constant, a function or of rows: {baseline}");
        refuse(EnumSet.of(Feature.LEAVE_ONE_OUT), grouped, "the leave-one-out baseline is biased under the plan {plan}, whose"
                + " samples depend on each other: use the automatic baseline");
        refuse(EnumSet.of(Feature.FUNCTION), grouped, "baseline has no groups, as the plan {plan} needs, use"
                + " Baseline.automatic(): {baseline}");
        refuse(EnumSet.of(Feature.FUNCTION), weighted, "baseline takes no weights, use Baseline.automatic(): {baseline}");
        refuse(EnumSet.of(Feature.FUNCTION), EnumSet.of(Feature.COVARIANCE, Feature.WIDE), "baseline has no joint covariance, and"
                + " takes no more than " + EstimateRequest.MAX_COLUMNS + " coordinates: {baseline}");
        refuse(Feature.FUNCTION, Feature.RESUME, "baseline is a function, and a checkpoint cannot tell which: take another"
                + " baseline");

        refuse(Feature.INDEPENDENT, Feature.BROWNIAN_BRIDGE,
                "independent samples have no Brownian bridge: use inverseTransform() or another plan");
        refuse(transformed, weighted, "weighted samples are not offered under the plan {plan}: use SamplingPlan.independent()");
        refuse(transformed, stages, "a run has no stages under the plan {plan}: use SamplingPlan.independent(), or leave out"
                + " until(…), onProgress(…) and resume(…)");
        refuse(grouped, EnumSet.of(Feature.CONTROL_VARIATES), "control variates of the user's are not offered under the plan"
                + " {plan}: use SamplingPlan.independent()");
        refuse(EnumSet.of(Feature.ANTITHETIC, Feature.STRATIFIED), EnumSet.of(Feature.COVARIANCE), "the covariance is not offered"
                + " under the plan {plan}: leave withCovariance() out, or use replicates, SamplingPlan.sobol() say");

        refuse(Feature.SELF_NORMALISED, Feature.COVARIANCE, "the joint covariance is not offered for self-normalised weights: leave"
                + " out withCovariance(), or selfNormalised()");
        refuse(importance, stages, "importance sampling has no stages, as the diagnostics of weights need all of them: leave out"
                + " until(…), onProgress(…) and resume(…)");
        refuse(EnumSet.of(Feature.CONTROL_VARIATES), stages, "control variates of the user's are unknown to a checkpoint, so that a"
                + " run with them has no stages: leave out until(…), onProgress(…) and resume(…)");
        refuse(Feature.TIME_LIMIT, Feature.UNBIASED_TARGET, "target is unbiased and has a budget of time, whose end would depend on"
                + " the samples: take atMost(samples), or leave out unbiased()");

        // More coordinates are worked sample by sample, twice, where there is no block to weight, to plan or to stop after.
        wide(transformed, "too many for the plan {plan}: {coordinates}");
        wide(weighted, "too many for weights, as a block of samples is not held whole: {coordinates}");
        wide(EnumSet.of(Feature.CONTROL_VARIATES),
                "too many for a control variate, as a block of samples is not held whole: {coordinates}");
        wide(EnumSet.of(Feature.COVARIANCE),
                "too many for a joint covariance, as a block of samples is not held whole: {coordinates}");
        wide(stages, "where a run has no stages, as it goes through the samples once for f and once for scores: leave out until(…),"
                + " onProgress(…) and resume(…): {coordinates}");
    }

    private Compatibility() {}

    private static void ofCall(Feature call, String what, Set<Feature> plans, Set<Feature> weights, Set<Feature> stages,
            String why) {
        Set<Feature> calls = EnumSet.of(call);
        refuse(calls, plans, what.concat(" is not offered under the plan {plan}: use SamplingPlan.independent()"));
        refuse(calls, weights, what.concat(" is not estimated by importance sampling: use an estimator without"));
        refuse(calls, stages, what.concat(why).concat(", and takes no target and no listener: use an estimator without until(…) and"
                + " onProgress(…)"));
        wide(calls, "too many for ".concat(what).concat(": {coordinates}"));
    }

    private static void noControls(Set<Feature> features, String what) {
        refuse(features, EnumSet.of(Feature.CONTROL_VARIATES), what.concat(" takes no control variates of the user's: use an"
                + " estimator without"));
    }

    private static void wide(Set<Feature> features, String why) {
        String beginning = "number of coordinates is above " + EstimateRequest.MAX_COLUMNS + ", ";
        refuse(EnumSet.of(Feature.WIDE), features, beginning.concat(why));
    }

    private static void refuse(Set<Feature> some, Set<Feature> others, String sentence) {
        for (Feature one : some) {
            for (Feature other : others) {
                refuse(one, other, sentence);
            }
        }
    }

    private static void refuse(Feature one, Feature other, String sentence) {
        if (SENTENCES[one.ordinal()][other.ordinal()] != null) {
            throw new IllegalStateException("two sentences refuse " + one + " with " + other);
        }
        SENTENCES[one.ordinal()][other.ordinal()] = sentence;
        SENTENCES[other.ordinal()][one.ordinal()] = sentence;
        REFUSED[one.ordinal()] |= other.bit();
        REFUSED[other.ordinal()] |= one.bit();
    }

    /**
     * Tells whether two features cannot even be written down together, so that there is nothing to refuse: of alternatives an
     * estimate has one, and a {@link ConditionalEstimator} has no methods for most.
     */
    static boolean areApart(Feature one, Feature other) {
        if (one == Feature.CONDITIONAL || other == Feature.CONDITIONAL) {
            return (one == Feature.CONDITIONAL ? other : one).group() != Feature.Group.BASELINE;
        }
        return one == other || one.group() == other.group() && one.group() != Feature.Group.OPTION;
    }

    /** Returns the sentence that refuses two features together, with names in braces for what it tells of the request; or null. */
    static String sentence(Feature one, Feature other) {
        return SENTENCES[one.ordinal()][other.ordinal()];
    }

    /** Returns the sentence with what it tells of a request. */
    static String sentence(Feature one, Feature other, Baseline baseline, SamplingPlan plan, int coordinates) {
        return sentence(one, other).replace("{baseline}", baseline.toString()).replace("{plan}", plan.toString())
                .replace("{coordinates}", Integer.toString(coordinates));
    }

    /** Refuses two features together, if they do not combine. */
    static void requirePair(Feature one, Feature other, Baseline baseline, SamplingPlan plan, int coordinates) {
        if (sentence(one, other) != null) {
            throw new IllegalArgumentException(sentence(one, other, baseline, plan, coordinates));
        }
    }

    /** Refuses a request that has two features which do not combine, among them those, as bits, that the call adds. */
    static void require(EstimateRequest request, long call) {
        long features = request.features() | call;
        for (long rest = features; rest != 0; rest &= rest - 1) {
            int one = Long.numberOfTrailingZeros(rest);
            long refused = REFUSED[one] & features;
            if (refused != 0) {
                throw new IllegalArgumentException(sentence(FEATURES[one], FEATURES[Long.numberOfTrailingZeros(refused)],
                        request.baseline(), request.plan(), request.distribution().dimension()));
            }
        }
    }
}
