package io.github.scorelane.engine;

import io.github.scorelane.kernel.moment.EightLanes;
import io.github.scorelane.kernel.moment.FunctionSums;
import io.github.scorelane.kernel.moment.ScoreSums;
import io.github.scorelane.kernel.stream.SplitStream;

/**
 * A run of independent replicates, each a whole set of points, made of a substream of its own. The means over a replicate take the
 * places of φ, s and φs in all formulas: replicate r is in lane r mod 8. A replicate is worked by one thread.
 */
public final class ReplicateRun {
    private final Problem problem;
    private final int replicates;
    private final long points;
    private final long blocks;
    /** For each replicate the mean of φ, and for each parameter those of s and φs. */
    private final double[][] means;
    private double[] firstNode;
    private double centre;

    /**
     * A run.
     *
     * @param problem what to estimate; its samples are a multiple of the replicates
     * @param replicates how many
     */
    public ReplicateRun(Problem problem, int replicates) {
        this.problem = problem;
        this.replicates = replicates;
        points = problem.samples() / replicates;
        blocks = Math.ceilDiv(points, (long) Problem.BLOCK);
        means = new double[replicates][];
    }

    /**
     * Works it.
     *
     * @return what it found
     */
    public Outcome run() {
        Work own = new Work();
        own.begin(new Crew(), 0);
        own.sumFirstBlock();
        firstNode = own.node().clone();
        Crew crew = new Crew();
        Thread caller = Thread.currentThread();
        crew.run(replicates, problem.threads(), () -> {
            Work work = Thread.currentThread() == caller ? own : new Work();
            return new Crew.Worker() {
                @Override
                public void work(long task) {
                    work.begin(crew, task);
                    work.sumReplicate((int) task);
                }

                @Override
                public void done() {
                    if (work != own) {
                        work.done();
                    }
                }
            };
        });
        Outcome outcome = outcome(own.scratch.fit);
        own.done();
        return outcome;
    }

    private Outcome outcome(double[] scratch) {
        int parameters = problem.parameters();
        SumLayout layout = new SumLayout(parameters, false);
        double[] root = new double[layout.length()];
        for (int r = 0; r < replicates; r++) {
            int lane = r % EightLanes.COUNT;
            double f = means[r][0];
            root[FunctionSums.F + lane] += f;
            root[FunctionSums.FF + lane] = Math.fma(f, f, root[FunctionSums.FF + lane]);
            for (int p = 0; p < parameters; p++) {
                int at = layout.scores(p) + lane;
                double s = means[r][1 + 2 * p];
                double fs = means[r][2 + 2 * p];
                root[at + ScoreSums.S] += s;
                root[at + ScoreSums.SS] = Math.fma(s, s, root[at + ScoreSums.SS]);
                root[at + ScoreSums.FS] += fs;
                root[at + ScoreSums.FSS] = Math.fma(fs, s, root[at + ScoreSums.FSS]);
                root[at + ScoreSums.FFS] = Math.fma(fs, f, root[at + ScoreSums.FFS]);
                root[at + ScoreSums.FFSS] = Math.fma(fs, fs, root[at + ScoreSums.FFSS]);
            }
        }
        FunctionTotals f = FunctionTotals.of(replicates, centre, root);
        Components components = new Components(problem.formula(), parameters);
        Fit[] fits = new Fit[problem.covariance() ? parameters : 0];
        for (int p = 0; p < parameters; p++) {
            Fit fit = components.set(p, f, ScoreTotals.of(root, layout.scores(p)), scratch);
            if (fits.length > 0) {
                fits[p] = fit;
            }
        }
        return components.outcome(f, problem.covariance() ? covariance(f, fits) : null);
    }

    /** The sample covariance of the replicates' own estimates, over their number. */
    private double[][] covariance(FunctionTotals f, Fit[] fits) {
        int value = fits.length;
        double[] centres = new double[value + 1];
        double[][] estimates = new double[value + 1][replicates];
        for (int i = 0; i <= value; i++) {
            for (int r = 0; r < replicates; r++) {
                estimates[i][r] = i == value ? means[r][0]
                        : means[r][2 + 2 * i] - subtracted(f, fits[i], r) * means[r][1 + 2 * i];
                centres[i] += estimates[i][r] / replicates;
            }
        }
        boolean known = replicates >= problem.formula().minSamplesForError();
        double[][] covariance = new double[value + 1][value + 1];
        for (int i = 0; i <= value; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = known || j == value ? 0 : Double.NaN;
                for (int r = 0; r < replicates; r++) {
                    sum += (estimates[i][r] - centres[i]) * (estimates[j][r] - centres[j]);
                }
                covariance[i][j] = sum / ((double) replicates * (replicates - 1));
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }

    private double subtracted(FunctionTotals f, Fit fit, int replicate) {
        return problem.formula() instanceof FixedConstant fixed ? -fixed.centre(f)
                : fit.constants()[replicate % EightLanes.COUNT];
    }

    private final class Work extends PlannedWork {
        Work() {
            super(problem);
        }

        /** The first block also tells the centre. */
        void sumFirstBlock() {
            int n = length(0);
            evaluate(problem.stream().substream(0), 0, n, 0);
            centre = mean(n, 0);
            sumAll(centre, n, 0);
        }

        void sumReplicate(int replicate) {
            SplitStream stream = problem.stream().substream(replicate);
            for (long block = 0; block < blocks; block++) {
                check.run();
                if (replicate == 0 && block == 0) {
                    System.arraycopy(firstNode, 0, scratch.node, 0, scratch.node.length);
                } else {
                    long first = block * Problem.BLOCK;
                    long sample = replicate * points + first;
                    evaluate(stream, first, length(block), sample);
                    sumAll(centre, length(block), sample);
                }
                scratch.branch.add(scratch.node);
            }
            scratch.branch.drainTo(scratch.node);
            double[] found = new double[1 + 2 * problem.parameters()];
            found[0] = EightLanes.fold(scratch.node, FunctionSums.F) / points;
            for (int p = 0; p < problem.parameters(); p++) {
                int at = scratch.layout.scores(p);
                found[1 + 2 * p] = EightLanes.fold(scratch.node, at + ScoreSums.S) / points;
                found[2 + 2 * p] = EightLanes.fold(scratch.node, at + ScoreSums.FS) / points;
            }
            means[replicate] = found;
        }

        private int length(long block) {
            return (int) Math.min(Problem.BLOCK, points - block * Problem.BLOCK);
        }

        @Override
        void sum(long block) {
            throw new UnsupportedOperationException("a replicate is summed whole");
        }

        /** They are in the node already. */
        @Override
        void sumFunction(double[] phi, int n, double[] node) {}

        @Override
        void sumScore(double[] phi, double[] score, int n, double[] node, int at) {
            ScoreSums.sum(phi, score, n, node, at);
        }
    }
}
