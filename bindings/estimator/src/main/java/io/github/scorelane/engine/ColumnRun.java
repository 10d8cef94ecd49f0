package io.github.scorelane.engine;

import io.github.scorelane.kernel.moment.CentringSums;
import io.github.scorelane.kernel.moment.CrossSums;
import io.github.scorelane.kernel.moment.EightLanes;
import io.github.scorelane.kernel.moment.FunctionSums;
import io.github.scorelane.kernel.moment.ScoreSums;
import io.github.scorelane.kernel.moment.SumTree;
import java.util.Arrays;

/**
 * A run that holds a block of samples whole, in columns: draws, f, scores, sums, block by block. Nothing grows with the number
 * of samples.
 */
public final class ColumnRun {
    private final Problem problem;
    private final Worker own;
    private final SumLayout layout;
    private double centre;

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
        own.sumFirstBlock();
        long blocks = problem.blocks();
        if (blocks > 1) {
            BlockSums sums = new BlockSums(problem, 0, own.scratch.tree);
            sums.add(own.node());
            sums.extendTo(blocks, own, Worker::new);
            sums.drainTo(own.node());
        }
        Outcome outcome = outcome(own.node());
        own.done();
        return outcome;
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
    private final class Worker extends BlockWork {
        private final BlockFunction function = problem.function().get();
        private final Scratch scratch = problem.scratch().take(problem);
        private final double[][] x = scratch.x;
        private final double[][] statistics = scratch.statistics;
        private final double[] f = scratch.f;
        private final double[] phi = scratch.phi;
        private final double[] node = scratch.node;

        /** The first block also tells the centre. */
        void sumFirstBlock() {
            begin(new Crew(), 0);
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

        @Override
        void sum(long block) {
            sum(block, draw(block));
        }

        @Override
        double[] node() {
            return node;
        }

        @Override
        SumTree branch() {
            return scratch.branch;
        }

        @Override
        void done() {
            problem.scratch().giveBack(scratch);
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
