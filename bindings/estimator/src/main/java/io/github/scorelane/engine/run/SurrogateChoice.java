package io.github.scorelane.engine.run;

import io.github.scorelane.engine.baseline.FixedConstant;
import io.github.scorelane.engine.control.OutputProbes;
import io.github.scorelane.engine.control.SurrogateFunction;
import io.github.scorelane.engine.draw.BlockSampler;
import io.github.scorelane.engine.evaluate.BlockFunction;
import io.github.scorelane.engine.evaluate.FunctionSource;
import io.github.scorelane.engine.sum.Problem;
import io.github.scorelane.engine.surrogate.Surrogate;
import io.github.scorelane.engine.surrogate.Surrogates;

/** Chooses whether a run subtracts surrogates from f, before it draws a sample. */
public final class SurrogateChoice {
    /** The answer for one output, which every estimate without surrogates gets. */
    private static final Surrogate[] NONE = {null};

    private SurrogateChoice() {}

    /**
     * Looks for a surrogate of each output.
     *
     * @param problem the problem
     * @param isStaged whether the samples are a budget, which must not show in a surrogate: a run may end before, and be taken up
     *     again with another
     * @return the surrogates; null for each output that has none, or if the baseline does not choose
     */
    public static Surrogate[] of(Problem problem, boolean isStaged) {
        if (problem.rule().pilot() == null || problem.samples() < Surrogates.MIN_SAMPLES
                || problem.rows() > Surrogates.MAX_ROWS) {
            return none(problem);
        }
        BlockFunction function = problem.function().get();
        if (function.direct() != null) {
            return none(problem);
        }
        long samples = isStaged && problem.samples() >= BlockSampler.BLOCK ? Surrogates.ENOUGH : problem.samples();
        return OutputProbes.surrogates(problem.model(), problem.stream(), samples, function, problem.outputs());
    }

    private static Surrogate[] none(Problem problem) {
        return problem.outputs() == 1 ? NONE : new Surrogate[problem.outputs()];
    }

    /** Returns the problem of the outputs less their surrogates, which takes no other baseline. */
    public static Problem applied(Problem problem, Surrogate... surrogates) {
        FunctionSource function = problem.function();
        return problem.withFunction(() -> new SurrogateFunction(function.get(), surrogates), problem.outputs())
                .withRule(FixedConstant.PLAIN).withControls(null).withSurrogates(surrogates);
    }
}
