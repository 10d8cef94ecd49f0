package io.github.scorelane.engine.sum;

import io.github.scorelane.engine.baseline.ConstantSelection;
import io.github.scorelane.engine.baseline.ControlFit;
import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.engine.thread.ReusableScratch;
import io.github.scorelane.engine.thread.ScratchPool;
import io.github.scorelane.kernel.sum.CrossSums;
import io.github.scorelane.kernel.sum.NormalScoreSums;
import io.github.scorelane.kernel.sum.SumTree;
import java.util.Arrays;

/**
 * The arrays that one thread needs to work through blocks. They hold what the last user left in them, unless their comment says
 * more.
 */
public final class Scratch extends ReusableScratch {
    private static final ScratchPool<Problem, Scratch> POOL = new ScratchPool<>(Scratch::fits, Scratch::new);

    /** Asks whether the thread's work is wanted any more. */
    final Check check;
    public final SumLayout layout;
    final double[][] x;
    final double[][] statistics;
    /** The values of f. They are NaN except while a block is worked, so that what f leaves unwritten cannot pass for a value. */
    final double[] f;
    /** The array f, as a worker of one output hands it to the function. */
    final double[][] outputs;
    final double[] phi;
    /** The scores of as many parameters as are held at once. */
    final double[][] rows;
    /** The first few of the rows, which are enough for the parameters that are left at the end. */
    final double[][] lastRows;
    public final double[] node;
    /** The tree over all blocks, of which only the calling thread's is used. */
    public final SumTree tree;
    /** The tree over some blocks that are handed on as one node. */
    public final SumTree branch;
    final double[] cross;
    public final ConstantSelection selection;
    /** The rows that controls read in a block, and work in. */
    final double[][] controlRows;
    /** The predictions by controls. */
    final double[] predicted;
    /** Room for the sums of normal coordinates. */
    final double[] normal;
    /** The predictions where there are no controls, which are all 0. */
    final double[] nothing;
    /** The most blocks of a problem, for what trees keep of them. */
    private long blocks;
    private ControlFit controlFit;
    private SumTree residuals;
    private SumTree residualBranch;
    private EarlyBranches early;
    private EarlyBranches earlyResiduals;

    /** Takes scratch for a thread of a run, which has it until it is given back. */
    public static Scratch take(Problem problem) {
        Scratch scratch = POOL.take(problem);
        scratch.blocks = Math.max(scratch.blocks, blocks(problem));
        return scratch;
    }

    /** Leaves these arrays to other runs, when this one is over and nothing reads them any more. */
    public void giveBack() {
        // What is kept for others keeps nothing of this run alive.
        check.begin(null, 0);
        if (early != null) {
            early.clear();
        }
        if (earlyResiduals != null) {
            earlyResiduals.clear();
        }
        POOL.giveBack(this);
    }

    /** Leaves these arrays to other runs in the middle of one, when no thread works any more. */
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
        check = new Check();
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

    /** Creates scratch for another output of the same thread: it shares the samples and rows, and is never given back itself. */
    public Scratch(Scratch shared) {
        check = shared.check;
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

    /** Returns the tree of residuals, which is made when it is first needed. */
    public SumTree residuals() {
        if (residuals == null) {
            residuals = new SumTree(layout.residualsLength());
        }
        return residuals;
    }

    /** Returns the branches that wait for their turn in the tree over all blocks. */
    public EarlyBranches early() {
        if (early == null) {
            early = new EarlyBranches(node.length);
        }
        return early;
    }

    /** Returns the branches of residuals that wait for their turn. */
    public EarlyBranches earlyResiduals() {
        if (earlyResiduals == null) {
            earlyResiduals = new EarlyBranches(layout.residualsLength());
        }
        return earlyResiduals;
    }

    /** Returns the tree over some blocks of residuals that are handed on as one node. */
    SumTree residualBranch() {
        if (residualBranch == null) {
            residualBranch = new SumTree(layout.residualsLength());
        }
        return residualBranch;
    }

    /** Returns the least squares of controls, which are made when first needed; null if there are no controls. */
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

    /** Returns the layout of the sums of a problem. */
    public static SumLayout layout(Problem problem) {
        return new SumLayout(problem.rows(), problem.covariance(),
                problem.controls() == null ? 0 : problem.controls().count());
    }

    /** Returns the bytes of all arrays. Trees count as if all of them had been used. */
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
