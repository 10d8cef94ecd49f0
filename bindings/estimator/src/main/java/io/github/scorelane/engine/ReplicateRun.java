package io.github.scorelane.engine;

import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.FunctionSums;
import io.github.scorelane.kernel.sum.ScoreSums;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;

/**
 * A run of independent replicates, each a whole set of points, made of a substream of its own. The means over a replicate take the
 * places of φ, s and φs in all formulas: replicate r is in lane r mod 8. A replicate is worked by one thread.
 */
public final class ReplicateRun {
    /** Of a replicate's mean score, squared, and of the scores': below, it is rounding. */
    private static final double LEAST_SCORE = 0x1p-84;

    private final Problem problem;
    private final int replicates;
    private final long points;
    private final long blocks;
    /** For each replicate the mean of φ, and for each parameter those of s, φs and s². */
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
                    BlockRangeEvent event = Flight.range(problem);
                    work.sumReplicate((int) task);
                    if (event != null) {
                        event.commit(task * blocks, blocks, points);
                    }
                }

                @Override
                public void done() {
                    if (work != own) {
                        work.done();
                    }
                }
            };
        });
        Outcome outcome = outcome(own.scratch.evidence);
        own.done();
        return outcome;
    }

    private Outcome outcome(Evidence evidence) {
        int parameters = problem.parameters();
        SumLayout layout = new SumLayout(parameters, false, 0);
        double[] root = new double[layout.length()];
        for (int r = 0; r < replicates; r++) {
            int lane = r % EightLanes.COUNT;
            double f = means[r][0];
            root[FunctionSums.F + lane] += f;
            root[FunctionSums.FF + lane] = Fma.fma(f, f, root[FunctionSums.FF + lane]);
            for (int p = 0; p < parameters; p++) {
                int at = layout.scores(p) + lane;
                double s = means[r][1 + 3 * p];
                double fs = means[r][2 + 3 * p];
                root[at + ScoreSums.S] += s;
                root[at + ScoreSums.SS] = Fma.fma(s, s, root[at + ScoreSums.SS]);
                root[at + ScoreSums.FS] += fs;
                root[at + ScoreSums.FSS] = Fma.fma(fs, s, root[at + ScoreSums.FSS]);
                root[at + ScoreSums.FFS] = Fma.fma(fs, f, root[at + ScoreSums.FFS]);
                root[at + ScoreSums.FFSS] = Fma.fma(fs, fs, root[at + ScoreSums.FFSS]);
            }
        }
        FunctionTotals f = FunctionTotals.of(replicates, centre, root);
        Magnitude.requireSquares(f.ff(), Magnitude.ofSum(root), problem);
        GradientFormula formula = problem.formula();
        boolean known = replicates >= formula.minSamplesForError();
        double[] gradient = new double[parameters];
        double[] standardError = new double[parameters];
        double[] varianceReduction = new double[parameters];
        int[] choices = formula.chooses() ? new int[parameters] : null;
        double[][] estimates = new double[parameters + 1][];
        double[][] pseudovalues = new double[parameters + 1][];
        for (int p = 0; p < parameters; p++) {
            double squares = 0;
            for (double[] mean : means) {
                squares += mean[3 + 3 * p];
            }
            RoundedScores.clear(root, layout.scores(p), squares, LEAST_SCORE);
            ScoreTotals s = ScoreTotals.of(root, layout.scores(p));
            int[] lanes = choices(p);
            Fit fit = formula instanceof ReplicateChoice choice ? choice.fit(f, s, lanes) : formula.fit(f, s, evidence);
            gradient[p] = formula.gradient(fit);
            double[] own = estimates(fit, p);
            double[] pseudo = lanes == null ? own : pseudovalues(fit, p, lanes);
            double variance = known ? covariance(own, own, pseudo, pseudo) : Double.NaN;
            standardError[p] = Math.sqrt(variance);
            double plain = FixedConstant.PLAIN.variance(f, s);
            varianceReduction[p] = plain == variance ? 1 : plain / variance;
            if (choices != null) {
                choices[p] = fit.choices();
            }
            if (problem.covariance()) {
                estimates[p] = own;
                pseudovalues[p] = pseudo;
            }
        }
        return new Outcome(f.value(), f.valueVariance(), gradient, standardError, varianceReduction, choices,
                problem.covariance() ? covariances(estimates, pseudovalues, known) : null);
    }

    private double[][] covariances(double[][] estimates, double[][] pseudovalues, boolean known) {
        int value = estimates.length - 1;
        estimates[value] = new double[replicates];
        for (int r = 0; r < replicates; r++) {
            estimates[value][r] = means[r][0];
        }
        pseudovalues[value] = estimates[value];
        double[][] covariance = new double[value + 1][value + 1];
        for (int i = 0; i <= value; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = known || j == value
                        ? covariance(estimates[i], estimates[j], pseudovalues[i], pseudovalues[j]) : Double.NaN;
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }

    /**
     * The covariance of two components. What the uncertain constants add to a variance, the sample variance of the estimates counts
     * by half to whole, that of the pseudo-values twice.
     */
    private double covariance(double[] x, double[] y, double[] pseudoX, double[] pseudoY) {
        double sample = covariance(x, y);
        return pseudoX == x && pseudoY == y ? sample : Fma.fma(2, sample, covariance(pseudoX, pseudoY)) / 3;
    }

    /** The covariance of two means. */
    private double covariance(double[] x, double[] y) {
        double meanX = 0;
        double meanY = 0;
        for (int r = 0; r < replicates; r++) {
            meanX += x[r] / replicates;
            meanY += y[r] / replicates;
        }
        double sum = 0;
        for (int r = 0; r < replicates; r++) {
            sum += (x[r] - meanX) * (y[r] - meanY);
        }
        return sum / ((double) replicates * (replicates - 1));
    }

    /** A component's estimate by each replicate. */
    private double[] estimates(Fit fit, int p) {
        double[] estimates = new double[replicates];
        for (int r = 0; r < replicates; r++) {
            double beta = problem.formula() instanceof FixedConstant fixed ? -fixed.centre(fit.f())
                    : fit.constants()[r % EightLanes.COUNT];
            estimates[r] = means[r][2 + 3 * p] - beta * means[r][1 + 3 * p];
        }
        return estimates;
    }

    /** The kind of each lane's constant; null where nothing is fitted. */
    private int[] choices(int p) {
        return switch (problem.formula()) {
            case ReplicateChoice _ -> ReplicateChoice.choose(means, p, centre);
            case OptimalConstant _ -> filled(Choices.OPTIMAL_CONSTANT);
            default -> null;
        };
    }

    private static int[] filled(int choice) {
        int[] lanes = new int[EightLanes.COUNT];
        Arrays.fill(lanes, choice);
        return lanes;
    }

    /** With few replicates it matters what each does to the constants of the other folds. */
    private double[] pseudovalues(Fit fit, int p, int[] lanes) {
        double[] pseudovalues = new double[replicates];
        Pseudovalues.of(pseudovalues, fit, lanes, means, p);
        return pseudovalues;
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
            requireInRange(n);
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
            double[] found = new double[1 + 3 * problem.parameters()];
            found[0] = EightLanes.fold(scratch.node, FunctionSums.F) / points;
            for (int p = 0; p < problem.parameters(); p++) {
                int at = scratch.layout.scores(p);
                found[1 + 3 * p] = EightLanes.fold(scratch.node, at + ScoreSums.S) / points;
                found[2 + 3 * p] = EightLanes.fold(scratch.node, at + ScoreSums.FS) / points;
                found[3 + 3 * p] = EightLanes.fold(scratch.node, at + ScoreSums.SS) / points;
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
