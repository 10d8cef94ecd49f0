package io.github.scorelane.engine;

import io.github.scorelane.kernel.moment.CentringSums;
import io.github.scorelane.kernel.moment.CrossSums;
import io.github.scorelane.kernel.moment.EightLanes;
import io.github.scorelane.kernel.moment.FunctionSums;
import io.github.scorelane.kernel.moment.ScoreSums;
import java.util.Arrays;

/**
 * A run that holds a block of samples whole, in columns: draws, f, scores, sums, block by block. Nothing grows with the number
 * of samples.
 */
public final class ColumnRun {
    /** Blocks that a thread sums before it hands them on; a power of two. */
    private static final int MAX_CHUNK = 64;
    private static final int CHUNKS_PER_THREAD = 16;

    private final Problem problem;
    private final Crew crew = new Crew();
    private final Worker own;
    private final SumLayout layout;
    private double[] firstNode;
    private OrderedSums sums;
    private double centre;
    private long chunk;

    /**
     * A run.
     *
     * @param problem what to estimate
     */
    public ColumnRun(Problem problem) {
        this.problem = problem;
        own = new Worker();
        layout = own.scratch.layout;
    }

    /**
     * Works it.
     *
     * @return what it found
     */
    public Outcome run() {
        own.workFirstBlock();
        long blocks = problem.blocks();
        if (blocks > 1) {
            workRest(blocks, problem.threads());
        }
        Outcome outcome = outcome(own.node);
        problem.scratch().giveBack(own.scratch);
        return outcome;
    }

    /** Leaves the sums of all blocks in the caller's own node. One thread adds all on its own tree: it orders nothing. */
    private void workRest(long blocks, Threads threads) {
        if (threads.count() == 1) {
            firstNode = own.node;
            chunk = blocks;
            crew.run(1, threads, () -> own);
            return;
        }
        firstNode = own.node.clone();
        sums = new OrderedSums(layout.length());
        long share = blocks / ((long) CHUNKS_PER_THREAD * threads.count());
        chunk = Long.highestOneBit(Math.clamp(share, 1, MAX_CHUNK));
        Thread caller = Thread.currentThread();
        crew.run((blocks + chunk - 1) / chunk, threads, () -> Thread.currentThread() == caller ? own : new Worker());
        sums.drainTo(own.node);
    }

    private Outcome outcome(double[] root) {
        int parameters = problem.parameters();
        FunctionTotals f = FunctionTotals.of(problem.samples(), centre, root);
        Components components = new Components(problem.formula(), parameters);
        Fit[] fits = problem.covariance() ? new Fit[parameters] : null;
        for (int p = 0; p < parameters; p++) {
            Fit fit = components.set(p, f, ScoreTotals.of(root, layout.scores(p)), own.scratch.fit);
            if (fits != null) {
                fits[p] = fit;
            }
        }
        return components.outcome(f, fits == null ? null : covariance(root, f, fits));
    }

    private double[][] covariance(double[] root, FunctionTotals f, Fit[] fits) {
        GradientFormula formula = problem.formula();
        int value = problem.parameters();
        double[][] covariance = new double[value + 1][value + 1];
        for (int j = 0; j < value; j++) {
            for (int i = 0; i < j; i++) {
                covariance[i][j] = formula.covariance(fits[i], fits[j], CrossTotals.of(root, layout.cross(i, j)));
                covariance[j][i] = covariance[i][j];
            }
            covariance[j][j] = formula.variance(fits[j]);
            covariance[j][value] = formula.covarianceWithValue(fits[j]);
            covariance[value][j] = covariance[j][value];
        }
        covariance[value][value] = f.valueVariance();
        return covariance;
    }

    /** One thread's way through a block. */
    private final class Worker implements Crew.Worker {
        private final BlockFunction function = problem.function().get();
        private final Scratch scratch = problem.scratch().take(problem);
        private final double[][] x = scratch.x;
        private final double[][] statistics = scratch.statistics;
        private final double[] f = scratch.f;
        private final double[] phi = scratch.phi;
        private final double[] node = scratch.node;
        private long task;
        private final Runnable check = () -> crew.checkpoint(task);

        /** The first block also tells the centre. */
        void workFirstBlock() {
            BlockRangeEvent event = Flight.isRecorded() ? BlockRangeEvent.begun() : null;
            int n = draw(0);
            FunctionSums.centre(f, 0, n, node, 0);
            requireFinite(f, 0, n, 0);
            double mean = EightLanes.fold(node, FunctionSums.F) / n;
            centre = Double.isFinite(mean) ? mean : 0;
            sum(0, n);
            if (event != null) {
                event.commit(0, 1, n);
            }
        }

        /** A helper's; the caller's own is needed until the outcome is made. */
        @Override
        public void done() {
            if (this != own) {
                problem.scratch().giveBack(scratch);
            }
        }

        @Override
        public void work(long index) {
            task = index;
            long first = index * chunk;
            long end = Math.min(problem.blocks(), first + chunk);
            if (first == 0) {
                System.arraycopy(firstNode, 0, node, 0, node.length);
                scratch.tree.add(node);
                first = 1;
            }
            if (first < end) {
                workRange(first, end);
            }
            scratch.tree.drainTo(node);
            if (sums != null) {
                sums.accept(index, node);
            }
        }

        private void workRange(long first, long end) {
            BlockRangeEvent event = Flight.isRecorded() ? BlockRangeEvent.begun() : null;
            for (long block = first; block < end; block++) {
                sum(block, draw(block));
                scratch.tree.add(node);
            }
            if (event != null) {
                event.commit(first, end - first, Math.min(problem.samples(), end * Problem.BLOCK) - first * Problem.BLOCK);
            }
        }

        private int draw(long block) {
            int n = problem.blockLength(block);
            long first = block * Problem.BLOCK;
            problem.distribution().sample(problem.stream(), first, x, statistics, 0, n);
            function.evaluate(x, n, first, f, check);
            // Sums empty the values they read; these they do not read.
            Arrays.fill(f, n, f.length, Double.NaN);
            return n;
        }

        private void sum(long block, int n) {
            int parameters = problem.parameters();
            double[][] rows = scratch.rows;
            for (int p = 0; p < parameters; p += rows.length) {
                double[][] scores = parameters - p < rows.length ? scratch.lastRows : rows;
                problem.distribution().gradLogPdf(x, statistics, p, scores, 0, n);
                if (p == 0) {
                    CentringSums.sum(f, centre, scores[0], phi, n, node, 0);
                    requireFinite(phi, block, n, centre);
                }
                for (int row = p == 0 ? 1 : 0; row < scores.length; row++) {
                    ScoreSums.sum(phi, scores[row], n, node, layout.scores(p + row));
                }
            }
            if (problem.covariance()) {
                for (int j = 1; j < parameters; j++) {
                    check.run();
                    for (int i = 0; i < j; i++) {
                        CrossSums.sum(phi, rows[i], rows[j], n, node, layout.cross(i, j), scratch.cross);
                    }
                }
            }
        }

        /** Their squares' sum shows at no cost whether all values are finite. */
        private void requireFinite(double[] values, long block, int n, double subtracted) {
            if (!Double.isFinite(EightLanes.fold(node, FunctionSums.FF))) {
                for (int s = 0; s < n; s++) {
                    BlockFunction.requireFinite(values[s] + subtracted, block * Problem.BLOCK + s, x, s);
                }
            }
        }
    }
}
