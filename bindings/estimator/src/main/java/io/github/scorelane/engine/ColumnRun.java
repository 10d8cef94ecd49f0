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
    private final Scratch.Shape shape;
    private final SumLayout layout;
    private final Crew crew = new Crew();
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
        shape = Scratch.Shape.of(problem);
        layout = shape.layout();
    }

    /**
     * Works it.
     *
     * @return what it found
     */
    public Outcome run() {
        Worker own = new Worker();
        own.workFirstBlock();
        long blocks = problem.blocks();
        if (blocks == 1) {
            Outcome outcome = outcome(own.scratch.node);
            own.done();
            return outcome;
        }
        firstNode = own.scratch.node.clone();
        sums = new OrderedSums(layout.length());
        int threads = problem.threads().count();
        long share = threads == 1 ? MAX_CHUNK : blocks / ((long) CHUNKS_PER_THREAD * threads);
        chunk = Long.highestOneBit(Math.clamp(share, 1, MAX_CHUNK));
        Thread caller = Thread.currentThread();
        crew.run((blocks + chunk - 1) / chunk, problem.threads(),
                () -> Thread.currentThread() == caller ? own : new Worker());
        double[] root = new double[layout.length()];
        sums.drainTo(root);
        return outcome(root);
    }

    private Outcome outcome(double[] root) {
        GradientFormula formula = problem.formula();
        int parameters = problem.parameters();
        FunctionTotals f = FunctionTotals.of(problem.samples(), centre, root);
        ScoreTotals[] scores = new ScoreTotals[parameters];
        Arrays.setAll(scores, p -> ScoreTotals.of(root, layout.scores(p)));
        double[] gradient = new double[parameters];
        double[] standardError = new double[parameters];
        for (int p = 0; p < parameters; p++) {
            gradient[p] = formula.gradient(f, scores[p]);
            standardError[p] = Math.sqrt(formula.variance(f, scores[p]));
        }
        return new Outcome(f.value(), f.valueVariance(), gradient, standardError,
                problem.covariance() ? covariance(root, f, scores) : null);
    }

    private double[][] covariance(double[] root, FunctionTotals f, ScoreTotals[] scores) {
        GradientFormula formula = problem.formula();
        int value = scores.length;
        double[][] covariance = new double[value + 1][value + 1];
        for (int j = 0; j < value; j++) {
            for (int i = 0; i < j; i++) {
                CrossTotals pair = CrossTotals.of(root, layout.cross(i, j));
                covariance[i][j] = formula.covariance(f, scores[i], scores[j], pair);
                covariance[j][i] = covariance[i][j];
            }
            covariance[j][j] = formula.variance(f, scores[j]);
            covariance[j][value] = formula.covarianceWithValue(f, scores[j]);
            covariance[value][j] = covariance[j][value];
        }
        covariance[value][value] = f.valueVariance();
        return covariance;
    }

    /** One thread's way through a block. */
    private final class Worker implements Crew.Worker {
        private final BlockFunction function = problem.function().get();
        private final Scratch scratch = problem.scratch().take(shape);
        private final double[][] x = scratch.x;
        private final double[] f = scratch.f;
        private final double[] phi = scratch.phi;
        private final double[] node = scratch.node;
        private long task;
        private final Runnable check = () -> crew.checkpoint(task);

        /** The first block also tells the centre. */
        void workFirstBlock() {
            int n = draw(0);
            FunctionSums.centre(f, 0, n, node, 0);
            requireFinite(f, 0, n, 0);
            double mean = EightLanes.fold(node, FunctionSums.F) / n;
            centre = Double.isFinite(mean) ? mean : 0;
            sum(0, n);
        }

        @Override
        public void done() {
            problem.scratch().giveBack(scratch);
        }

        @Override
        public void work(long index) {
            task = index;
            long end = Math.min(problem.blocks(), (index + 1) * chunk);
            for (long block = index * chunk; block < end; block++) {
                if (block == 0) {
                    System.arraycopy(firstNode, 0, node, 0, node.length);
                } else {
                    sum(block, draw(block));
                }
                scratch.tree.add(node);
            }
            double[] done = new double[layout.length()];
            scratch.tree.drainTo(done);
            sums.accept(index, done);
        }

        private int draw(long block) {
            int n = problem.blockLength(block);
            long first = block * Problem.BLOCK;
            problem.distribution().sample(problem.stream(), first, x, 0, n);
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
                problem.distribution().gradLogPdf(x, 0, p, scores, 0, n);
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
