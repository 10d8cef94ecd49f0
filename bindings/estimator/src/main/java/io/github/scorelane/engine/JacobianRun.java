package io.github.scorelane.engine;

import io.github.scorelane.engine.surrogate.Surrogate;
import io.github.scorelane.kernel.sum.SumTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A {@link ColumnRun} of several functions at once: of each to the same bits, with samples and scores in common. */
public final class JacobianRun {
    /** The most doubles of a node: 512 MB. */
    private static final long MAX_SUMS = 1L << 26;

    private final Problem problem;
    private final OutputsFunction function;
    private final int outputs;

    private JacobianRun(Problem problem, OutputsFunction function, int outputs) {
        this.problem = problem;
        this.function = function;
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
        int[] plain = IntStream.range(0, outputs).filter(o -> surrogates[o] == null).toArray();
        if (plain.length > 0) {
            List<Outcome> found = new JacobianRun(problem, some(function.watched(seen), plain, outputs), plain.length).run();
            for (int i = 0; i < plain.length; i++) {
                outcomes[plain[i]] = found.get(i);
            }
        }
        int[] less = IntStream.range(0, outputs).filter(o -> surrogates[o] != null).toArray();
        if (less.length > 0) {
            OutputsFunction rest = new LessSurrogates(some(function, less, outputs),
                    IntStream.of(less).mapToObj(o -> surrogates[o]).toArray(Surrogate[]::new));
            List<Outcome> found = new JacobianRun(problem.withFormula(FixedConstant.PLAIN), rest, less.length).run();
            for (int i = 0; i < less.length; i++) {
                int o = less[i];
                outcomes[o] = SurrogateOutcome.of(found.get(i), surrogates[o].known(), problem.samples());
                seen[o].disregard(surrogates[o].isWhole());
            }
        }
        return List.of(outcomes);
    }

    private static OutputsFunction some(OutputsFunction function, int[] chosen, int outputs) {
        return chosen.length == outputs ? function : new SomeOutputs(function, chosen, outputs);
    }

    private List<Outcome> run() {
        Scale[] scales = new Scale[outputs];
        Arrays.fill(scales, problem.scale());
        while (true) {
            try {
                return restored(inUnits(scales), scales);
            } catch (OutOfRange e) {
                // Scores have one unit for all outputs, f one for each.
                for (int o = 0; o < outputs; o++) {
                    scales[o] = o == e.output() ? e.scale() : scales[o].withScores(e.scale().scores());
                }
            }
        }
    }

    private static List<Outcome> restored(List<Outcome> found, Scale[] scales) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int o = 0; o < scales.length; o++) {
            outcomes.add(scales[o].restored(found.get(o)));
        }
        return outcomes;
    }

    private List<Outcome> inUnits(Scale[] scales) {
        Problem[] problems = new Problem[outputs];
        Arrays.setAll(problems, o -> problem.in(scales[o]));
        JacobianWork own = new JacobianWork(problems, function, null);
        BlockSums whole = new BlockSums(problem, 0, new SumTree(own.node().length), new EarlyBranches(own.node().length));
        own.sumFirstBlock();
        double[] centres = own.centres();
        whole.add(own.node());
        whole.extendTo(problem.wholeBlocks(), own, () -> new JacobianWork(problems, function, centres));
        double[] sums = own.node();
        whole.copyTo(sums);
        long n = Math.min(problem.samples(), whole.end() * Problem.BLOCK);
        List<Outcome> outcomes = problem.formula() instanceof Automatic ? ofPilots(own, problems, centres, n) : new ArrayList<>();
        for (int o = outcomes.size(); o < outputs; o++) {
            Reckoning reckoning = new Reckoning(problems[o], own.scratch());
            double[] root = own.part(sums, o);
            double centre = centres[o];
            outcomes.add(ofOutput(o, () -> reckoning.ofWhole(n, centre, root)));
        }
        own.done();
        return outcomes;
    }

    /** Reckons an output, and names it if its sums are out of range. */
    private static Outcome ofOutput(int output, Supplier<Outcome> reckoning) {
        try {
            return reckoning.get();
        } catch (OutOfRange e) {
            throw new OutOfRange(e.scale(), output);
        }
    }

    private List<Outcome> ofPilots(JacobianWork own, Problem[] problems, double[] centres, long samples) {
        Reckoning[] reckonings = new Reckoning[outputs];
        Pilot[] pilots = new Pilot[outputs];
        for (int o = 0; o < outputs; o++) {
            reckonings[o] = new Reckoning(problems[o], own.scratch());
            reckonings[o].fitPilot(samples, centres[o], own.part(own.node(), o));
            pilots[o] = reckonings[o].pilot();
        }
        JacobianWork ownRest = new JacobianWork(own, pilots);
        double[] sums = new double[ownRest.node().length];
        if (problem.blocks() > problem.wholeBlocks()) {
            BlockSums residuals = new BlockSums(problem, problem.wholeBlocks(), new SumTree(sums.length),
                    new EarlyBranches(sums.length));
            residuals.extendTo(problem.blocks(), ownRest,
                    () -> new JacobianWork(new JacobianWork(problems, function, centres), pilots));
            residuals.copyTo(sums);
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (int o = 0; o < outputs; o++) {
            Reckoning reckoning = reckonings[o];
            double[] rest = ownRest.part(sums, o);
            outcomes.add(ofOutput(o, () -> reckoning.ofPilot(problem.samples(), rest)));
        }
        return outcomes;
    }
}
