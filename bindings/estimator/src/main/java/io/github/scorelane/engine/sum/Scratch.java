package io.github.scorelane.engine.sum;

import io.github.scorelane.engine.baseline.ConstantSelection;
import io.github.scorelane.engine.baseline.ControlFit;
import io.github.scorelane.engine.thread.ReusableScratch;
import io.github.scorelane.engine.thread.ScratchPool;
import io.github.scorelane.kernel.sum.CrossSums;
import io.github.scorelane.kernel.sum.NormalScoreSums;
import io.github.scorelane.kernel.sum.SumTree;
import java.util.Arrays;

/** The arrays that one thread needs to work through blocks. What they hold is left over, but for what is said of each. */
public final class Scratch extends ReusableScratch {
    private static final ScratchPool<Problem, Scratch> POOL = new ScratchPool<>(Scratch::fits, Scratch::new);

    public final SumLayout layout;
    final double[][] x;
    final double[][] statistics;
    /** NaN but while a block is worked: what f leaves unwritten must not pass for a value. */
    final double[] f;
    /** The array f, as a worker of one output hands it to the function. */
    final double[][] outputs;
    final double[] phi;
    /** Scores of as many parameters as are held at once. */
    final double[][] rows;
    /** As many of the rows as the last parameters need, where they are not a multiple. */
    final double[][] lastRows;
    public final double[] node;
    /** For all blocks; the calling thread's is used. */
    public final SumTree tree;
    /** For some blocks, that are handed on as one node. */
    public final SumTree branch;
    final double[] cross;
    public final ConstantSelection selection;
    /** What controls read of a block. */
    final double[][] controlRows;
    /** What controls predict. */
    final double[] predicted;
    /** For sums of normal coordinates. */
    final double[] normal;
    /** What no controls predict: 0. */
    final double[] nothing;
    /** The most blocks of a problem, for what trees keep of them. */
    private long blocks;
    private ControlFit controlFit;
    private SumTree residuals;
    private SumTree residualBranch;
    private EarlyBranches early;
    private EarlyBranches earlyResiduals;

    /** Scratch of a run's thread, until it is given back. */
    public static Scratch take(Problem problem) {
        Scratch scratch = POOL.take(problem);
        scratch.blocks = Math.max(scratch.blocks, blocks(problem));
        return scratch;
    }

    /** Leaves it to others: the run is over, and nothing of it reads here any more. */
    public void giveBack() {
        if (early != null) {
            early.clear();
        }
        if (earlyResiduals != null) {
            earlyResiduals.clear();
        }
        POOL.giveBack(this);
    }

    /** Leaves it to others in the middle of a run, when no thread works any more. */
    public void giveUp() {
        Arrays.fill(f, Double.NaN);
        branch.clear();
        if (residualBranch != null) {
            residualBranch.clear();
        }
        giveBack();
    }

    private Scratch(Problem problem) {
        int capacity = capacity(problem.length(0));
        layout = layout(problem);
        x = new double[problem.model().sampler().dimension()][capacity];
        statistics = new double[problem.model().sampler().statistics()][capacity];
        f = new double[capacity];
        Arrays.fill(f, Double.NaN);
        outputs = new double[][] {f};
        phi = new double[capacity];
        rows = new double[rows(problem)][capacity];
        int left = layout.parameters() % rows.length;
        lastRows = Arrays.copyOf(rows, left == 0 ? rows.length : left);
        node = new double[layout.length()];
        tree = new SumTree(node.length);
        branch = new SumTree(node.length);
        cross = new double[CrossSums.SCRATCH];
        selection = new ConstantSelection();
        controlRows = new double[controlRows(problem)][capacity];
        predicted = new double[capacity];
        nothing = new double[capacity];
        normal = new double[NormalScoreSums.SCRATCH];
    }

    /** Another one of the same thread, never given back, that shares all but what belongs to one function. */
    public Scratch(Scratch shared) {
        layout = shared.layout;
        x = shared.x;
        statistics = shared.statistics;
        f = shared.f.clone();
        Arrays.fill(f, Double.NaN);
        outputs = null;
        phi = new double[f.length];
        rows = shared.rows;
        lastRows = shared.lastRows;
        node = new double[layout.length()];
        tree = null;
        branch = null;
        cross = shared.cross;
        selection = shared.selection;
        controlRows = shared.controlRows;
        predicted = new double[f.length];
        nothing = shared.nothing;
        normal = shared.normal;
    }

    /** Trees of residuals are made when they are first needed. */
    public SumTree residuals() {
        if (residuals == null) {
            residuals = new SumTree(layout.residualsLength());
        }
        return residuals;
    }

    /** For all blocks; the calling thread's is used, beside its tree. */
    public EarlyBranches early() {
        if (early == null) {
            early = new EarlyBranches(node.length);
        }
        return early;
    }

    public EarlyBranches earlyResiduals() {
        if (earlyResiduals == null) {
            earlyResiduals = new EarlyBranches(layout.residualsLength());
        }
        return earlyResiduals;
    }

    SumTree residualBranch() {
        if (residualBranch == null) {
            residualBranch = new SumTree(layout.residualsLength());
        }
        return residualBranch;
    }

    /** Null where there are no controls. */
    public ControlFit controlFit() {
        if (controlFit == null && layout.controls() > 0) {
            controlFit = new ControlFit(layout.controls());
        }
        return controlFit;
    }

    /** Tells whether these are what another problem needs: it may be asked while another thread works in them. */
    private boolean fits(Problem problem) {
        return f.length == capacity(problem.length(0))
                && x.length == problem.model().sampler().dimension()
                && statistics.length == problem.model().sampler().statistics()
                && rows.length == rows(problem)
                && controlRows.length == controlRows(problem)
                && layout.isSame(layout(problem));
    }

    public static SumLayout layout(Problem problem) {
        return new SumLayout(problem.rows(), problem.covariance(),
                problem.controls() == null ? 0 : problem.controls().count());
    }

    /** Trees are counted as if all of them had been used. */
    @Override
    public long bytes() {
        long columns = x.length + statistics.length + rows.length + controlRows.length + 4L;
        int levels = Long.SIZE - Long.numberOfLeadingZeros(blocks);
        long ofTrees = 2L * (levels + BlockSums.LEVELS) * (node.length + (residuals == null ? 0 : layout.residualsLength()));
        long ofEarly = (early == null ? 0 : early.doubles()) + (earlyResiduals == null ? 0 : earlyResiduals.doubles());
        return Double.BYTES * (columns * f.length + node.length + ofTrees + ofEarly);
    }

    private static long blocks(Problem problem) {
        return problem.units() * problem.blocksOfUnit();
    }

    private static int controlRows(Problem problem) {
        return problem.controls() == null ? 0 : problem.controls().rows();
    }

    private static int rows(Problem problem) {
        return problem.covariance() ? problem.rows() : Math.min(problem.rows(), problem.model().rows().atOnce());
    }
}
