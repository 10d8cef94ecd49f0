package io.github.scorelane.engine.run;

import io.github.scorelane.distribution.ProductDistribution;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.engine.baseline.BaselineRule;
import io.github.scorelane.engine.baseline.Components;
import io.github.scorelane.engine.baseline.ConstantSelection;
import io.github.scorelane.engine.baseline.FunctionTotals;
import io.github.scorelane.engine.baseline.Pilot;
import io.github.scorelane.engine.baseline.PilotFit;
import io.github.scorelane.engine.baseline.ScoreTotals;
import io.github.scorelane.engine.draw.BlockSampler;
import io.github.scorelane.engine.draw.Capability;
import io.github.scorelane.engine.evaluate.BlockFunction;
import io.github.scorelane.engine.evaluate.OneValue;
import io.github.scorelane.engine.evaluate.PointFunction;
import io.github.scorelane.engine.result.Outcome;
import io.github.scorelane.engine.sum.Problem;
import io.github.scorelane.engine.term.NormalCoordinates;
import io.github.scorelane.engine.thread.Check;
import io.github.scorelane.engine.thread.Crew;
import io.github.scorelane.engine.thread.Threads;
import io.github.scorelane.engine.unit.Magnitude;
import io.github.scorelane.engine.unit.PowerOfTwo;
import io.github.scorelane.engine.unit.Scale;
import io.github.scorelane.kernel.stream.SplitStream;
import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.FunctionSums;
import io.github.scorelane.kernel.sum.NormalResidualSums;
import io.github.scorelane.kernel.sum.NormalScoreSums;
import io.github.scorelane.kernel.sum.ResidualSums;
import io.github.scorelane.kernel.sum.ScoreSums;
import io.github.scorelane.kernel.sum.SumTree;

/**
 * A run of so many coordinates that a block of samples would be too large. It keeps the n values of f, which sees one sample
 * at a time, and then goes through the coordinates one by one, drawing each again from the stream. The sums, and so the bits,
 * are those of a {@link BlockRun}.
 */
public final class WideRun {
    /** The most samples: their values of f have to fit in one array, and their last block must end before the largest int. */
    public static final int MAX_SAMPLES = Integer.MAX_VALUE - 1023;
    /** Number of coordinates, about, that the samples of a task have together. */
    private static final int COORDINATES_PER_TASK = 1 << 18;
    /** Number of samples that a batch function sees at once. */
    private static final int BATCH = 8;
    private static final int SLICE = 64;

    private final Problem problem;
    private final Threads threads;
    private final OneValue seen = new OneValue();
    private final ProductDistribution distribution;
    private final int dimension;
    private final int samples;
    private final double[] phi;
    private final Components components;
    /** The exponent of the unit of f, in which φ is. */
    private int unit;
    /** The baseline, in that unit. */
    private BaselineRule rule;
    /** Exponents of the units of scores; null as long as no coordinate needs one. */
    private int[] scoreUnits;
    /** The coordinates whose scores need not be written to be summed; null if there are none. */
    private final NormalCoordinates normal;
    /** Number of the samples whose sums tell which baseline to take: all, or those of the pilot. */
    private final int whole;
    private FunctionTotals totals;
    private Pilot pilot;

    /**
     * Creates a run.
     *
     * @param problem what to estimate; its distribution is a product
     * @param threads the threads that work
     */
    public WideRun(Problem problem, Threads threads) {
        this.problem = problem;
        this.threads = threads;
        distribution = Capability.of(problem.model().distribution(), ProductDistribution.class);
        dimension = distribution.dimension();
        samples = Math.toIntExact(problem.samples());
        phi = new double[samples];
        whole = (int) Math.min(samples, problem.wholeUnits() * BlockSampler.BLOCK);
        components = new Components(problem.rows(), problem.rule().chooses());
        normal = problem.rule().isToldByFunction() ? problem.model().rows().normal() : null;
    }

    /** Works the run, and returns what it found. */
    public Outcome run() {
        int perTask = Math.max(BATCH, COORDINATES_PER_TASK / dimension / BATCH * BATCH);
        Crew evaluating = new Crew();
        evaluating.run(Math.ceilDiv(samples, perTask), threads, () -> new Evaluator(evaluating, perTask));
        seen.see(phi, samples);
        centre();
        Crew scoring = new Crew();
        scoring.run(Math.ceilDiv(dimension, SLICE), threads, () -> new Scorer(scoring));
        return components.outcome(totals, null).restored(new Scale(unit, scoreUnits, false, 0));
    }

    /** Returns a note whether f had more than one value, after the run. */
    public OneValue seen() {
        return seen;
    }

    /** Finds the unit of f, which is that of its largest value, since all values are known. */
    private void findUnit() {
        double most = Math.max(Magnitude.largest(phi, samples), problem.rule().magnitude());
        unit = most == 0 || Magnitude.isFunction(most) ? 0 : Magnitude.exponent(most);
        rule = problem.rule().in(unit);
        PowerOfTwo.multiply(phi, 0, samples, -unit);
    }

    private synchronized void putScoreUnit(int parameter, int exponent) {
        if (scoreUnits == null) {
            scoreUnits = new int[problem.rows()];
        }
        scoreUnits[parameter] = exponent;
    }

    private void centre() {
        findUnit();
        double[] node = new double[FunctionSums.LENGTH];
        double[] block = new double[problem.length(0)];
        System.arraycopy(phi, 0, block, 0, block.length);
        FunctionSums.centre(block, 0, block.length, node, 0);
        double mean = EightLanes.fold(node, FunctionSums.F) / block.length;
        double centre = Double.isFinite(mean) ? mean : 0;
        totals = FunctionTotals.of(whole, centre, centred(0, whole, centre, block));
        if (problem.rule().pilot() != null) {
            double[] rest = centred(whole, samples, centre, block);
            pilot = new Pilot(problem.rule().pilot(), totals, problem.rows());
            totals = pilot.totals(samples, EightLanes.fold(rest, FunctionSums.F), EightLanes.fold(rest, FunctionSums.FF));
        }
    }

    /** Centres some of the values, and returns their sums. */
    private double[] centred(int begin, int end, double centre, double[] block) {
        double[] node = new double[FunctionSums.LENGTH];
        SumTree tree = new SumTree(FunctionSums.LENGTH);
        for (int first = begin; first < end; first += BlockSampler.BLOCK) {
            int n = Math.min(BlockSampler.BLOCK, end - first);
            System.arraycopy(phi, first, block, 0, n);
            FunctionSums.centre(block, centre, n, node, 0);
            System.arraycopy(block, 0, phi, first, n);
            tree.add(node);
        }
        if (tree.count() > 0) {
            tree.drainTo(node);
        }
        return node;
    }

    /** Evaluates f, sample by sample. */
    private final class Evaluator implements Crew.Worker {
        private final BlockFunction function = problem.function().get();
        private final Crew crew;
        private final int perTask;
        private final PointFunction points = function.ofPoints();
        private final double[][] f = new double[1][BATCH];
        private final Check check = new Check();
        private final double[][] x;

        Evaluator(Crew crew, int perTask) {
            this.crew = crew;
            this.perTask = perTask;
            x = points != null ? null : new double[dimension][BATCH];
        }

        @Override
        public void work(long task) {
            check.begin(crew, task);
            long begin = task * perTask;
            long end = Math.min(samples, begin + perTask);
            if (points != null) {
                for (long s = begin; s < end; s++) {
                    check.run();
                    distribution.sampleRow(problem.stream(), s, points.point());
                    phi[(int) s] = points.evaluatePoint(s);
                }
                return;
            }
            for (long first = begin; first < end; first += BATCH) {
                int n = (int) Math.min(BATCH, end - first);
                distribution.sample(problem.stream(), first, x, 0, n);
                function.evaluate(x, n, first, f, check);
                for (int s = 0; s < n; s++) {
                    BlockFunction.requireFinite(f[0][s], first + s, x, s);
                }
                System.arraycopy(f[0], 0, phi, (int) first, n);
            }
        }
    }

    /** Scores and sums, coordinate by coordinate. */
    private final class Scorer implements Crew.Worker {
        /** Index of the first parameter's sums in a node. */
        private static final int FIRST = FunctionSums.LENGTH;

        private final Crew crew;
        private final double[] x = new double[problem.length(0)];
        private final double[] f = new double[problem.length(0)];
        private final double[] nothing = new double[problem.length(0)];
        private final double[] scratch = new double[NormalScoreSums.SCRATCH];
        private final ConstantSelection selection = new ConstantSelection();
        /** Exponents of the units of the coordinate's scores. */
        private int[] units = new int[0];

        Scorer(Crew crew) {
            this.crew = crew;
        }

        @Override
        public void work(long task) {
            int end = (int) Math.min(dimension, (task + 1) * SLICE);
            for (int d = (int) task * SLICE; d < end; d++) {
                crew.checkpoint(task);
                score(d, task);
            }
        }

        private void score(int coordinate, long task) {
            units = new int[distribution.marginal(coordinate).parameterNames().size()];
            if (!score(coordinate, task, normal)) {
                score(coordinate, task, null);
            }
        }

        /** Scores a coordinate; returns false, with units of its scores set, where it is to be worked again in those. */
        private boolean score(int coordinate, long task, NormalCoordinates normal) {
            UnivariateDistribution marginal = distribution.marginal(coordinate);
            SplitStream stream = problem.stream().column(coordinate, dimension);
            double[][] statistics = new double[marginal.statistics()][x.length];
            double[][] rows = new double[marginal.parameterNames().size()][x.length];
            double[] node = new double[FIRST + rows.length * ScoreSums.LENGTH];
            SumTree tree = new SumTree(node.length);
            for (int first = 0; first < whole; first += BlockSampler.BLOCK) {
                crew.checkpoint(task);
                sumScores(coordinate, rows, draw(marginal, stream, first, statistics, rows, normal), node, normal);
                if (first == 0 && !areInUnits(coordinate, marginal, statistics, rows, node)) {
                    return false;
                }
                tree.add(node);
            }
            tree.drainTo(node);
            if (pilot == null) {
                for (int p = 0; p < rows.length; p++) {
                    components.set(distribution.parameterIndex(coordinate, p), rule, totals,
                            ScoreTotals.of(node, FIRST + p * ScoreSums.LENGTH), selection);
                }
                return true;
            }
            PilotFit[] fits = new PilotFit[rows.length];
            for (int p = 0; p < rows.length; p++) {
                ScoreTotals sums = ScoreTotals.of(node, FIRST + p * ScoreSums.LENGTH);
                fits[p] = pilot.fit(distribution.parameterIndex(coordinate, p), sums, null, selection);
            }
            double[] rest = new double[FIRST + rows.length * ResidualSums.LENGTH];
            SumTree restTree = new SumTree(rest.length);
            for (int first = whole; first < samples; first += BlockSampler.BLOCK) {
                crew.checkpoint(task);
                sumResiduals(coordinate, fits, rows, draw(marginal, stream, first, statistics, rows, normal), rest, normal);
                restTree.add(rest);
            }
            if (restTree.count() > 0) {
                restTree.drainTo(rest);
            }
            for (int p = 0; p < rows.length; p++) {
                int at = FIRST + p * ResidualSums.LENGTH;
                pilot.set(components, distribution.parameterIndex(coordinate, p), samples,
                        EightLanes.fold(rest, at + ResidualSums.R), EightLanes.fold(rest, at + ResidualSums.RR));
                pilot.forget(distribution.parameterIndex(coordinate, p));
            }
            return true;
        }

        /** Tells whether the scores of the first block are in range, and chooses units where they are not. */
        private boolean areInUnits(int coordinate, UnivariateDistribution marginal, double[][] statistics, double[][] rows,
                double[] node) {
            boolean all = true;
            for (int p = 0; p < rows.length; p++) {
                double squares = EightLanes.fold(node, FIRST + p * ScoreSums.LENGTH + ScoreSums.SS);
                if (!Magnitude.isScore(Math.sqrt(squares)) && units[p] == 0) {
                    marginal.gradLogPdf(x, statistics, rows, 0, x.length);
                    double largest = Magnitude.largest(rows[p], x.length);
                    if (largest > 0 && largest < Double.POSITIVE_INFINITY && !Magnitude.isScore(largest)) {
                        units[p] = Magnitude.exponent(largest);
                        putScoreUnit(distribution.parameterIndex(coordinate, p), units[p]);
                        all = false;
                    }
                }
            }
            return all;
        }

        private void sumScores(int coordinate, double[][] rows, int n, double[] node, NormalCoordinates normal) {
            if (normal != null) {
                NormalScoreSums.sum(f, 0, x, normal.mean(coordinate), normal.standardDeviation(coordinate), n, scratch,
                        node, FIRST, FIRST + ScoreSums.LENGTH);
                return;
            }
            for (int p = 0; p < rows.length; p++) {
                ScoreSums.sum(f, rows[p], n, node, FIRST + p * ScoreSums.LENGTH);
            }
        }

        private void sumResiduals(int coordinate, PilotFit[] fits, double[][] rows, int n, double[] node,
                NormalCoordinates normal) {
            if (normal != null) {
                NormalResidualSums.sum(f, 0, x, normal.mean(coordinate), normal.standardDeviation(coordinate), fits[0].beta(),
                        fits[1].beta(), n, scratch, node, FIRST, FIRST + ResidualSums.LENGTH);
                return;
            }
            for (int p = 0; p < rows.length; p++) {
                ResidualSums.sum(f, fits[p].beta(), rows[p], nothing, n, node, FIRST + p * ResidualSums.LENGTH);
            }
        }

        /** Draws a coordinate of a block's samples again, with its scores unless they need not be written, and copies φ. */
        private int draw(UnivariateDistribution marginal, SplitStream stream, int first, double[][] statistics,
                double[][] rows, NormalCoordinates normal) {
            int n = Math.min(BlockSampler.BLOCK, samples - first);
            System.arraycopy(phi, first, f, 0, n);
            marginal.sample(stream, first, x, statistics, 0, n);
            if (normal == null) {
                marginal.gradLogPdf(x, statistics, rows, 0, n);
                for (int p = 0; p < rows.length; p++) {
                    PowerOfTwo.multiply(rows[p], 0, n, -units[p]);
                }
            }
            return n;
        }
    }
}
