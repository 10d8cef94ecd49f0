package io.github.scorelane;

/** Names what an estimate can be asked for, or be made with: the rows and the columns of {@link Compatibility}. */
enum Feature {
    ESTIMATE(Group.CALL, "`estimate(f)`"),
    RESUME(Group.CALL, "`resume(f, checkpoint)`"),
    HESSIAN(Group.CALL, "`hessian(f)`"),
    JACOBIAN(Group.CALL, "`jacobian(m, f)`"),
    PARAMETRIC(Group.CALL, "`estimate` of f(x; θ)"),
    BLOCK_LOOP(Group.CALL, "`forEachBlock(f, …)`"),
    RECORDED(Group.CALL, "`estimate(recorded)`"),
    CONDITIONAL(Group.CALL, "`ConditionalEstimator`"),

    NO_BASELINE(Group.BASELINE, "`Baseline.none()`"),
    LEAVE_ONE_OUT(Group.BASELINE, "`Baseline.leaveOneOut()`"),
    OPTIMAL_CONSTANT(Group.BASELINE, "`Baseline.optimalConstant()`"),
    AUTOMATIC(Group.BASELINE, "`Baseline.automatic()`"),
    CONSTANT(Group.BASELINE, "`Baseline.constant(c)`"),
    FUNCTION(Group.BASELINE, "`Baseline.function(b)`"),
    OF_ROWS(Group.BASELINE, "`Baseline.ofRows(values)`"),

    INDEPENDENT(Group.PLAN, "`SamplingPlan.independent()`"),
    INVERSE_TRANSFORM(Group.PLAN, "`SamplingPlan.inverseTransform()`"),
    ANTITHETIC(Group.PLAN, "`SamplingPlan.antithetic()`"),
    STRATIFIED(Group.PLAN, "`SamplingPlan.stratified()`"),
    REPLICATED(Group.PLAN, "`SamplingPlan.latinHypercube()`, `sobol()`"),
    BROWNIAN_BRIDGE(Group.OPTION, "`withBrownianBridge()`"),

    IMPORTANCE(Group.OPTION, "`importance(…)`"),
    SELF_NORMALISED(Group.OPTION, "`selfNormalised()` weights"),
    CONTROL_VARIATES(Group.OPTION, "`controlVariate(…)`"),
    COVARIANCE(Group.OPTION, "`withCovariance()`"),
    WITHOUT_PROBES(Group.OPTION, "`withoutProbes()`"),
    TARGET(Group.OPTION, "`until(target)`"),
    TIME_LIMIT(Group.OPTION, "a target `within(time)`"),
    UNBIASED_TARGET(Group.OPTION, "an `unbiased()` target"),
    PROGRESS(Group.OPTION, "`onProgress(listener)`"),
    WIDE(Group.OPTION, "more than 2048 coordinates");

    /** Features of all groups but {@code OPTION} are alternatives: an estimate has one of each. */
    enum Group { CALL, BASELINE, PLAN, OPTION }

    private final Group group;
    private final String markdown;

    Feature(Group group, String markdown) {
        this.group = group;
        this.markdown = markdown;
    }

    /** Returns the bit that stands for this feature in a set of them. */
    long bit() {
        return 1L << ordinal();
    }

    Group group() {
        return group;
    }

    /** Returns how the user's guide names it. */
    String markdown() {
        return markdown;
    }
}
