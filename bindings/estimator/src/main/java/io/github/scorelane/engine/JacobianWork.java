package io.github.scorelane.engine;

import io.github.scorelane.EvaluationException;
import io.github.scorelane.kernel.sum.SumTree;
import java.util.Arrays;

/** Draws, evaluates and scores a block once, and sums it for each output as a {@link ColumnWork} of its own would. */
final class JacobianWork extends BlockWork {
    /** The problem of each output, in the units of that output. */
    private final Problem[] problems;
    private final Problem problem;
    private final ColumnWork[] works;
    private final double[][] outputs;
    private final BlockFunction function;
    /** The nodes of all outputs, one after the other. */
    private final double[] node;
    private final int length;
    /** Where scores are used up; null where they are not. */
    private final double[][] copies;
    /** Which works read scores of the block. */
    private final boolean[] reading;
    private SumTree branch;

    /** Sums all of the first samples. The calling thread's has yet to find the centres: they are null. */
    JacobianWork(Problem[] problems, OutputsFunction function, double[] centres) {
        this.problems = problems;
        int count = problems.length;
        problem = problems[0];
        works = new ColumnWork[count];
        Scratch first = Scratch.take(problem);
        for (int o = 0; o < count; o++) {
            works[o] = new WholeWork(problems[o], o == 0 ? first : new Scratch(first), centres == null ? 0 : centres[o]);
        }
        outputs = new double[count][];
        Arrays.setAll(outputs, o -> works[o].scratch.f);
        this.function = function.into(outputs);
        length = first.layout.length();
        node = new double[count * length];
        copies = null;
        reading = new boolean[count];
    }

    /** Sums residuals, in another's scratch. */
    JacobianWork(JacobianWork whole, Pilot[] pilots) {
        problems = whole.problems;
        problem = whole.problem;
        function = whole.function;
        outputs = whole.outputs;
        works = new ColumnWork[pilots.length];
        Arrays.setAll(works, o -> new ResidualWork((WholeWork) whole.works[o], problems[o], pilots[o]));
        length = scratch().layout.residualsLength();
        node = new double[pilots.length * length];
        copies = new double[scratch().rows.length][scratch().phi.length];
        reading = new boolean[pilots.length];
    }

    Scratch scratch() {
        return works[0].scratch;
    }

    double[] centres() {
        double[] centres = new double[works.length];
        Arrays.setAll(centres, o -> ((WholeWork) works[o]).centre());
        return centres;
    }

    /** An output's part of some sums. */
    double[] part(double[] sums, int output) {
        return Arrays.copyOfRange(sums, output * length, (output + 1) * length);
    }

    /** The first block also tells the centres. */
    void sumFirstBlock() {
        BlockRangeEvent event = Flight.range(problem);
        int n = draw(0);
        try {
            for (int o = 0; o < works.length; o++) {
                WholeWork work = (WholeWork) works[o];
                ofOutput(o, () -> work.findCentre(n));
            }
        } catch (EvaluationException e) {
            throw first(e, 0, n);
        }
        sum(0, n);
        for (int o = 0; o < works.length; o++) {
            WholeWork work = (WholeWork) works[o];
            ofOutput(o, () -> work.requireInRange(n));
        }
        if (event != null) {
            event.commit(0, 1, n);
        }
    }

    /** Names the output whose values are out of range. */
    private static void ofOutput(int output, Runnable work) {
        try {
            work.run();
        } catch (OutOfRange e) {
            throw new OutOfRange(e.scale(), output);
        }
    }

    /** Evaluates f, each output in its unit. */
    private void evaluate(int n, long first) {
        function.evaluate(scratch().x, n, first, null, check);
        for (int o = 0; o < outputs.length; o++) {
            Scale scale = problems[o].scale();
            if (scale.function() != 0) {
                ScaledFunction.divide(outputs[o], n, scale.function(), scale, o);
            }
        }
    }

    @Override
    void sum(long block) {
        sum(block, draw(block));
    }

    private int draw(long block) {
        Scratch scratch = scratch();
        int n = problem.blockLength(block);
        long first = block * Problem.BLOCK;
        problem.distribution().sample(problem.stream(), first, scratch.x, scratch.statistics, 0, n);
        evaluate(n, first);
        for (double[] f : outputs) {
            Arrays.fill(f, n, f.length, Double.NaN);
        }
        return n;
    }

    private void sum(long block, int n) {
        boolean written = false;
        try {
            for (int o = 0; o < works.length; o++) {
                int output = o;
                ofOutput(o, () -> reading[output] = works[output].sumUnwritten(block, n));
                written |= reading[o];
            }
            for (int p = 0; written && p < problem.parameters(); p += scratch().rows.length) {
                double[][] scores = works[0].scores(p, n);
                for (int o = 0; o < works.length; o++) {
                    if (reading[o]) {
                        ColumnWork work = works[o];
                        int first = p;
                        double[][] rows = copies == null ? scores : copied(scores, n);
                        ofOutput(o, () -> sumRows(work, first, rows, block, n));
                    }
                }
            }
        } catch (EvaluationException e) {
            throw first(e, block, n);
        }
        for (int o = 0; o < works.length; o++) {
            works[o].empty(n);
            System.arraycopy(works[o].node(), 0, node, o * length, length);
        }
    }

    private void sumRows(ColumnWork work, int firstParameter, double[][] rows, long block, int n) {
        work.sumRows(firstParameter, rows, block, n);
        if (problem.covariance()) {
            work.sumPairs(rows, n, check);
        }
    }

    private double[][] copied(double[][] scores, int n) {
        double[][] rows = scores.length == copies.length ? copies : Arrays.copyOf(copies, scores.length);
        for (int row = 0; row < scores.length; row++) {
            System.arraycopy(scores[row], 0, rows[row], 0, n);
        }
        return rows;
    }

    /** An output failed; f is pure, and tells again which sample was the first at which any did. */
    private EvaluationException first(EvaluationException failure, long block, int n) {
        long first = block * Problem.BLOCK;
        for (double[] f : outputs) {
            Arrays.fill(f, Double.NaN);
        }
        evaluate(n, first);
        for (int s = 0; s < n; s++) {
            for (int o = 0; o < outputs.length; o++) {
                requireFinite(outputs[o][s], o, first + s, scratch().x, s);
            }
        }
        return failure;
    }

    /** Refuses a value that is not finite. */
    static void requireFinite(double f, int output, long sample, double[][] x, int s) {
        if (!Double.isFinite(f)) {
            throw new EvaluationException("output " + output + " of f is " + f, sample, BlockFunction.point(x, s), null);
        }
    }

    @Override
    double[] node() {
        return node;
    }

    @Override
    SumTree branch() {
        if (branch == null) {
            branch = new SumTree(node.length);
        }
        return branch;
    }

    @Override
    void done() {
        works[0].done();
    }
}
