package io.github.scorelane.engine;

import io.github.scorelane.engine.surrogate.Surrogate;
import io.github.scorelane.kernel.moment.SumTree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A {@link ColumnRun} of several functions at once: of each to the same bits, with samples and scores in common. */
public final class JacobianRun {
    /** The most doubles of a node: 512 MB. */
    private static final long MAX_SUMS = 1L << 26;

    private final Problem problem;
    private final OutputsFunction function;
    /** A surrogate of each output; null where the outputs have none. */
    private final Surrogate[] surrogates;
    private final int outputs;

    private JacobianRun(Problem problem, OutputsFunction function, Surrogate[] surrogates, int outputs) {
        this.problem = problem;
        this.function = function;
        this.surrogates = surrogates;
        this.outputs = outputs;
    }

    /**
     * Works a Jacobian. Outputs of which a surrogate is found are worked together, and so are those that have none.
     *
     * @param problem what to estimate; its function is not read
     * @param function f
     * @param seen where the values of each output are seen
     * @param probes whether f may be asked at points that were not drawn
     * @return what was found of each output
     * @throws IllegalArgumentException if their sums are too many
     */
    public static List<Outcome> run(Problem problem, OutputsFunction function, OneValue[] seen, boolean probes) {
        int outputs = seen.length;
        long sums = (long) outputs * Scratch.layout(problem).length();
        if (sums > MAX_SUMS) {
            throw new IllegalArgumentException("number of outputs, " + outputs + ", is too large for " + problem.parameters()
                    + " parameters: their sums are above " + MAX_SUMS + ": " + sums);
        }
        Surrogate[] surrogates = probes ? OutputProbes.surrogates(problem, function, outputs) : new Surrogate[outputs];
        Outcome[] outcomes = new Outcome[outputs];
        for (boolean withSurrogate : new boolean[] {false, true}) {
            int[] chosen = IntStream.range(0, outputs).filter(o -> surrogates[o] != null == withSurrogate).toArray();
            if (chosen.length > 0) {
                OutputsFunction watched = function.watched(seen);
                OutputsFunction some = chosen.length == outputs ? watched : new SomeOutputs(watched, chosen, outputs);
                List<Outcome> found = withSurrogate
                        ? new JacobianRun(problem.withFormula(FixedConstant.PLAIN), some,
                                IntStream.of(chosen).mapToObj(o -> surrogates[o]).toArray(Surrogate[]::new), chosen.length).run()
                        : new JacobianRun(problem, some, null, chosen.length).run();
                for (int i = 0; i < chosen.length; i++) {
                    outcomes[chosen[i]] = found.get(i);
                    if (withSurrogate) {
                        seen[chosen[i]].disregard();
                    }
                }
            }
        }
        return List.of(outcomes);
    }

    private List<Outcome> run() {
        JacobianWork own = new JacobianWork(problem, function, surrogates, outputs, null);
        BlockSums whole = new BlockSums(problem, 0, new SumTree(own.node().length), new EarlyBranches(own.node().length));
        own.sumFirstBlock();
        double[] centres = own.centres();
        whole.add(own.node());
        whole.extendTo(problem.wholeBlocks(), own, () -> new JacobianWork(problem, function, surrogates, outputs, centres));
        double[] sums = own.node();
        whole.copyTo(sums);
        long n = Math.min(problem.samples(), whole.end() * Problem.BLOCK);
        List<Outcome> outcomes = problem.formula() instanceof Automatic ? ofPilots(own, centres, n) : new ArrayList<>();
        for (int o = outcomes.size(); o < outputs; o++) {
            Problem ofOutput = surrogates == null ? problem : problem.withSurrogate(surrogates[o]);
            outcomes.add(new Reckoning(ofOutput, own.scratch()).ofWhole(n, centres[o], own.part(sums, o)));
        }
        own.done();
        return outcomes;
    }

    private List<Outcome> ofPilots(JacobianWork own, double[] centres, long samples) {
        Reckoning[] reckonings = new Reckoning[outputs];
        Pilot[] pilots = new Pilot[outputs];
        for (int o = 0; o < outputs; o++) {
            reckonings[o] = new Reckoning(problem, own.scratch());
            reckonings[o].fitPilot(samples, centres[o], own.part(own.node(), o));
            pilots[o] = reckonings[o].pilot();
        }
        JacobianWork ownRest = new JacobianWork(own, pilots);
        double[] sums = new double[ownRest.node().length];
        if (problem.blocks() > problem.wholeBlocks()) {
            BlockSums residuals = new BlockSums(problem, problem.wholeBlocks(), new SumTree(sums.length),
                    new EarlyBranches(sums.length));
            residuals.extendTo(problem.blocks(), ownRest,
                    () -> new JacobianWork(new JacobianWork(problem, function, surrogates, outputs, centres), pilots));
            residuals.copyTo(sums);
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (int o = 0; o < outputs; o++) {
            outcomes.add(reckonings[o].ofPilot(problem.samples(), ownRest.part(sums, o)));
        }
        return outcomes;
    }
}
