package io.github.scorelane.engine.run;

import io.github.scorelane.engine.evaluate.FunctionSource;
import io.github.scorelane.engine.evaluate.OneValue;
import io.github.scorelane.engine.evaluate.SomeOutputs;
import io.github.scorelane.engine.result.Outcome;
import io.github.scorelane.engine.sum.BlockExecutor;
import io.github.scorelane.engine.sum.DominantTerm;
import io.github.scorelane.engine.sum.Problem;
import io.github.scorelane.engine.sum.SumLayout;
import io.github.scorelane.engine.surrogate.Surrogate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A run of several outputs of f, of which some have a surrogate. Those that have are worked together, and so are those that have
 * none, for these have another baseline. Each output has the bits that it would have alone.
 */
public final class OutputsRun {
    /** The most doubles of a node: 512 MB. */
    private static final long MAX_SUMS = 1L << 26;

    private final Problem problem;
    private final Surrogate[] surrogates;
    private final BlockExecutor executor;
    private final Outcome[] outcomes;
    private final OneValue[] seen;
    private final DominantTerm[] dominant;

    /**
     * Creates a run.
     *
     * @param problem what to estimate
     * @param surrogates the surrogate of each output; null for an output that has none
     * @param executor the executor that works the blocks
     * @throws IllegalArgumentException if the sums of all outputs are too many
     */
    public OutputsRun(Problem problem, Surrogate[] surrogates, BlockExecutor executor) {
        this.problem = problem;
        this.surrogates = surrogates;
        this.executor = executor;
        outcomes = new Outcome[problem.outputs()];
        seen = new OneValue[problem.outputs()];
        dominant = new DominantTerm[problem.outputs()];
        long sums = (long) problem.outputs() * new SumLayout(problem.rows(), problem.covariance(), 0).length();
        if (sums > MAX_SUMS) {
            throw new IllegalArgumentException("number of outputs, " + problem.outputs() + ", is too large for " + problem.rows()
                    + " parameters: their sums are above " + MAX_SUMS + ": " + sums);
        }
    }

    /** Works the run, and returns what it found of each output. */
    public List<Outcome> run() {
        run(IntStream.range(0, surrogates.length).filter(o -> surrogates[o] == null).toArray(), false);
        run(IntStream.range(0, surrogates.length).filter(o -> surrogates[o] != null).toArray(), true);
        return List.of(outcomes);
    }

    /** Returns a note whether an output had more than one value; null if nobody took note. */
    public OneValue seen(int output) {
        return seen[output];
    }

    /** Returns the problem of some outputs. Its function holds no run, for a task may have to travel. */
    private static Problem some(Problem all, int[] chosen) {
        FunctionSource function = all.function();
        int outputs = all.outputs();
        int block = all.length(0);
        return all.withFunction(() -> new SomeOutputs(function.get(), chosen, outputs, block), chosen.length);
    }

    /** Returns the component of an output of which too much is decided by a few samples; null if there is none, or few blocks. */
    public DominantTerm dominant(int output) {
        return dominant[output];
    }

    private void run(int[] chosen, boolean isLess) {
        if (chosen.length == 0) {
            return;
        }
        Problem some = chosen.length == outcomes.length ? problem : some(problem, chosen);
        BlockRun run = new BlockRun(isLess
                ? SurrogateChoice.applied(some, IntStream.of(chosen).mapToObj(o -> surrogates[o]).toArray(Surrogate[]::new)) : some,
                executor);
        Outcome[] found = run.run();
        for (int i = 0; i < chosen.length; i++) {
            outcomes[chosen[i]] = found[i];
            seen[chosen[i]] = run.seen(i);
            dominant[chosen[i]] = run.dominant(i);
        }
    }
}
