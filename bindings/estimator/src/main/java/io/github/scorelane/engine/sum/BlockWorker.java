package io.github.scorelane.engine.sum;

import io.github.scorelane.engine.draw.LargestWeights;
import io.github.scorelane.engine.draw.WeightedSampler;
import io.github.scorelane.engine.evaluate.BlockFunction;
import io.github.scorelane.engine.evaluate.OneValue;
import io.github.scorelane.engine.thread.Crew;
import io.github.scorelane.function.EvaluationException;
import io.github.scorelane.kernel.sum.SumTree;
import java.util.Arrays;

/**
 * Worker that goes through units of a problem: it draws a block, evaluates f, makes the rows of terms, and feeds both to the sinks
 * of all outputs. It belongs to one thread, with a function, scratch and notes of its own, and never reads those of another.
 */
public final class BlockWorker {
    private final Problem problem;
    private final BlockFunction function;
    private final Scratch scratch;
    /** The arrays of all outputs but the first; null where there is one. */
    private final Scratch[] others;
    /** The arrays that f is evaluated to, one for each output. */
    private final double[][] f;
    private SumSink[] sinks;
    /** The sums of a unit, those of all outputs one after the other. */
    private double[] node;
    /** Adds units that are handed on as one branch; it is empty between branches. */
    private SumTree branch;
    /** Adds the blocks of a unit that has several; null before the first such unit. */
    private SumTree unit;
    /** The sums of the first block, where they are known, so that f need not be evaluated there again; or null. */
    private double[] firstNode;
    /** Copies of rows for sinks that use them up; null where there are none, or one. */
    private double[][] copies;
    /** The note of each output's values; null if nobody takes note. */
    private final OneValue[] seen;
    /** The largest weights; null if samples are not weighted. */
    private final LargestWeights weights;
    /** The monitor of each output's terms; null where none is watched. */
    private TailMonitor[] monitors;

    /** Creates the worker of a thread. */
    public BlockWorker(Problem problem, SinkSource source) {
        this.problem = problem;
        function = problem.function().get();
        scratch = Scratch.take(problem);
        int outputs = problem.outputs();
        others = outputs == 1 ? null : new Scratch[outputs - 1];
        f = outputs == 1 ? scratch.outputs : new double[outputs][];
        for (int o = 0; o < outputs; o++) {
            if (o > 0) {
                others[o - 1] = new Scratch(scratch);
            }
            f[o] = scratch(o).f;
        }
        seen = function.seen();
        weights = problem.model().sampler().largestWeights();
        feed(source);
    }

    /** Feeds other sinks from now on: those of the next phase of the run. */
    public void feed(SinkSource source) {
        sinks = new SumSink[f.length];
        boolean isWatched = problem.units() >= TailMonitor.MIN_BLOCKS && problem.replicates() == 0;
        monitors = isWatched ? new TailMonitor[f.length] : null;
        for (int o = 0; o < sinks.length; o++) {
            sinks[o] = source.sink(problem, o, scratch(o), function);
            if (isWatched) {
                monitors[o] = sinks[o].monitor();
            }
        }
        int length = sinks[0].length();
        node = sinks.length == 1 ? scratch.node : new double[sinks.length * length];
        branch = sinks.length > 1 ? new SumTree(node.length)
                : length == scratch.layout.length() ? scratch.branch : scratch.residualBranch();
        copies = sinks.length > 1 && sinks[0].usesUpRows() ? new double[scratch.rows.length][scratch.phi.length] : null;
    }

    /** Takes the sums of the first block, which another worker has made. */
    public void know(double[] first) {
        firstNode = first;
    }

    /** Prepares for a range of units, which is a crew's task; without a crew, the thread works by itself. */
    public void begin(Crew crew, long task) {
        scratch.check.begin(crew, task);
    }

    /** Sums the first block, which also tells the centres and whether the units of the problem suit it. */
    public void sumFirstBlock() {
        int n = draw(0, 0);
        try {
            for (SumSink sink : sinks) {
                sink.findCentre(n);
            }
        } catch (EvaluationException e) {
            throw first(e, 0, n);
        }
        sum(0, n);
        for (SumSink sink : sinks) {
            sink.requireInRange(this, n);
        }
    }

    /** Leaves the sums of a unit in {@link #node()}. */
    public void sum(long index) {
        long blocks = problem.blocksOfUnit();
        if (blocks == 1 && firstNode == null) {
            sum(index, draw(index, index));
            return;
        }
        if (unit == null) {
            unit = new SumTree(node.length);
        }
        for (long block = index * blocks; block < (index + 1) * blocks; block++) {
            if (block == 0 && firstNode != null) {
                System.arraycopy(firstNode, 0, node, 0, node.length);
            } else {
                scratch.check.run();
                sum(block, draw(block, index));
            }
            unit.add(node);
        }
        unit.drainTo(node);
    }

    /** Sums units one after the other, and hands on each by itself. */
    public void sumEach(long first, long end, PartReceiver receiver) {
        for (long index = first; index < end; index++) {
            sum(index);
            receiver.accept(index - receiver.origin(), 0, node);
        }
    }

    /**
     * Sums units one after the other, and hands on whole branches of the tree where the receiver takes them, so that threads and
     * machines meet seldom. The parts are right for any units: where these do not begin and end at branches, there are more parts.
     */
    public void sum(long first, long end, PartReceiver receiver) {
        if (!receiver.takesBranches()) {
            sumEach(first, end, receiver);
            return;
        }
        for (long index = first; index < end; ) {
            long place = index - receiver.origin();
            long most = Math.min(BlockSums.MAX_BRANCH, Long.highestOneBit(end - index));
            long length = place == 0 ? most : Math.min(most, Long.lowestOneBit(place));
            for (long last = index + length; index < last; index++) {
                sum(index);
                branch.add(node);
            }
            branch.drainTo(node);
            receiver.accept(place, Long.numberOfTrailingZeros(length), node);
        }
    }

    private int draw(long block, long ofUnit) {
        int n = problem.length(block);
        problem.model().sampler().sample(problem.stream(ofUnit), problem.firstInStream(block), scratch.x, scratch.statistics, n);
        evaluate(block, n);
        if (weights != null) {
            weights.add(scratch.statistics[WeightedSampler.LOG_WEIGHT], 0, n);
        }
        double[][] controls = scratch.controlRows.length > 0 ? function.controls() : null;
        for (int k = 0; controls != null && k < controls.length; k++) {
            System.arraycopy(controls[k], 0, scratch.controlRows[k], 0, n);
        }
        return n;
    }

    private void evaluate(long block, int n) {
        function.evaluate(scratch.x, n, problem.first(block), f, scratch.check);
        for (double[] values : f) {
            // Sums set the values that they read to NaN again. They do not read those behind n, which are set here.
            Arrays.fill(values, n, values.length, Double.NaN);
        }
    }

    /** Makes as many rows as are held at once, beginning with the given one. */
    double[][] rows(int first, int n) {
        double[][] rows = problem.rows() - first < scratch.rows.length ? scratch.lastRows : scratch.rows;
        problem.model().rows().fill(scratch.x, scratch.statistics, first, rows, n);
        return rows;
    }

    private void sum(long block, int n) {
        try {
            feed(block, n);
        } catch (EvaluationException e) {
            throw first(e, block, n);
        }
        for (int o = 0; o < sinks.length; o++) {
            sinks[o].finish(n);
            double[] own = sinks[o].scratch.node;
            if (monitors != null && monitors[o] != null) {
                monitors[o].see(own);
            }
            if (own != node) {
                System.arraycopy(own, 0, node, o * sinks[o].length(), sinks[o].length());
            }
        }
    }

    private void feed(long block, int n) {
        boolean written = false;
        for (int o = 0; o < sinks.length; o++) {
            written |= sinks[o].reads(block, n);
        }
        for (int p = 0; written && p < problem.rows(); p += scratch.rows.length) {
            double[][] rows = rows(p, n);
            for (int o = 0; o < sinks.length; o++) {
                if (sinks[o].reads()) {
                    double[][] own = copies == null ? rows : copied(rows, n);
                    sinks[o].sumRows(p, own, block, n);
                    if (problem.covariance()) {
                        sinks[o].sumPairs(own, n, scratch.check);
                    }
                }
            }
        }
    }

    private double[][] copied(double[][] rows, int n) {
        double[][] own = rows.length == copies.length ? copies : Arrays.copyOf(copies, rows.length);
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, own[row], 0, n);
        }
        return own;
    }

    /** Finds the failure to throw where one of several outputs failed: f is pure, and tells again which sample was the first. */
    private EvaluationException first(EvaluationException failure, long block, int n) {
        if (f.length == 1) {
            return failure;
        }
        for (double[] values : f) {
            Arrays.fill(values, Double.NaN);
        }
        evaluate(block, n);
        for (int s = 0; s < n; s++) {
            for (int o = 0; o < f.length; o++) {
                BlockFunction.requireFiniteOutput(f[o][s], o, problem.first(block) + s, scratch.x, s);
            }
        }
        return failure;
    }

    /** Returns the problem that is worked. */
    public Problem problem() {
        return problem;
    }

    /** Returns the sums of the unit that was worked last. */
    public double[] node() {
        return node;
    }

    /** Returns the part of a node that belongs to an output. */
    public double[] part(double[] sums, int output) {
        int length = sinks[output].length();
        return sinks.length == 1 ? sums : Arrays.copyOfRange(sums, output * length, (output + 1) * length);
    }

    /** Returns the centre of an output. */
    public double centre(int output) {
        return sinks[output].centre();
    }

    /** Returns the note of each output's values; null if nobody takes note. */
    public OneValue[] seen() {
        return seen;
    }

    /** Returns the largest weights; null if samples are not weighted. */
    public LargestWeights weights() {
        return weights;
    }

    /** Returns the monitor of an output's terms; null if it is not watched. */
    public TailMonitor monitor(int output) {
        return monitors == null ? null : monitors[output];
    }

    /** Returns all that this worker has noticed. */
    public Tail tail() {
        return new Tail(seen, monitors, weights);
    }

    private Scratch scratch(int output) {
        return output == 0 ? scratch : others[output - 1];
    }

    /** Returns the arrays that this worker works in. */
    public Scratch scratch() {
        return scratch;
    }

    /** Gives the arrays back, when no unit is left. */
    public void done() {
        scratch.giveBack();
    }

    /** Gives the arrays back in the middle of a run, when no thread works any more. */
    public void giveUp() {
        scratch.giveUp();
    }
}
