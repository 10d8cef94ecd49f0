package io.github.scorelane.engine;

import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.FunctionSums;
import io.github.scorelane.kernel.sum.PairSums;
import io.github.scorelane.kernel.sum.ScoreSums;
import io.github.scorelane.kernel.sum.StrataSums;

/**
 * A run of samples that come in pairs, the one in the first half of a block, the other in the second. Either the pairs
 * are independent groups, as antithetic ones are: the means over a pair then take the places of φ, s and φs in all formulas. Or the
 * two are independent draws of one stratum, and lanes 0 to 3 and 4 to 7 each a stratified sample of two from each
 * stratum: each of these two folds has a constant that is fitted to the other. With Δ the difference of a pair, and β what
 * is subtracted from φ,
 *
 * <pre>
 *     β_fold = Σ_other Δ(φs)Δs/Σ_other (Δs)²          g = (1/n) Σ_fold (Σ φs − β_fold Σs)
 *     Var g  = (1/n²) Σ_fold (½ Σ_pairs (Δ(φs) − β_fold Δs)² + N_fold)
 * </pre>
 *
 * <p>where N is what neighbouring strata say of the same variance, as {@link StrataSums} has it. Pairs alone would do in the mean,
 * but most often say far too little: of a jump of f, which only two samples of a stratum may tell, and of the outermost strata.
 */
public final class PairRun {
    private static final int HALF = EightLanes.COUNT / 2;
    /** Of a pair's mean score, squared, and of the scores': below, it is rounding. */
    private static final double LEAST_SCORE = 0x1p-60;

    private final Problem problem;
    private final boolean strata;
    private double centre;

    /**
     * A run.
     *
     * @param problem what to estimate; its distribution draws pairs
     * @param strata whether a pair are two draws of one stratum
     */
    public PairRun(Problem problem, boolean strata) {
        this.problem = problem;
        this.strata = strata;
    }

    /**
     * Works it.
     *
     * @return what it found
     */
    public Outcome run() {
        Work own = new Work();
        own.sumFirstBlock();
        BlockSums sums = new BlockSums(problem, 0, own.scratch.tree, own.scratch.early());
        sums.add(own.node());
        sums.extendTo(problem.blocks(), own, Work::new);
        double[] root = own.node();
        sums.copyTo(root);
        own.scratch.tree.clear();
        Magnitude.requireSquares(EightLanes.fold(root, FunctionSums.FF), Magnitude.ofSum(root), problem);
        Outcome outcome = strata ? ofStrata(root, own.scratch.layout) : ofPairs(root, own.scratch);
        own.done();
        return outcome;
    }

    /** Of means over a pair: halves of the sums, quarters of the squares, which are exact. */
    private Outcome ofPairs(double[] root, Scratch scratch) {
        halve(root, FunctionSums.F, 0.5);
        halve(root, FunctionSums.FF, 0.25);
        FunctionTotals f = FunctionTotals.of(problem.samples() / 2, centre, root);
        Components components = new Components(problem.parameters(), problem.formula() instanceof Automatic);
        GradientFormula formula = problem.formula();
        for (int p = 0; p < problem.parameters(); p++) {
            int at = scratch.layout.scores(p);
            halve(root, at + ScoreSums.S, 0.5);
            halve(root, at + ScoreSums.SS, 0.25);
            halve(root, at + ScoreSums.FS, 0.5);
            halve(root, at + ScoreSums.FSS, 0.25);
            halve(root, at + ScoreSums.FFSS, 0.25);
            RoundedScores.clear(root, at, EightLanes.fold(root, at + ScoreSums.FFS), LEAST_SCORE);
            ScoreTotals s = ScoreTotals.of(root, at);
            Fit fit = formula.fit(f, s, scratch.evidence);
            components.set(p, formula.gradient(fit), formula.variance(fit), FixedConstant.PLAIN.variance(f, s), fit.choices());
        }
        return components.outcome(f, null);
    }

    private static void halve(double[] sums, int at, double factor) {
        for (int q = at; q < at + EightLanes.COUNT; q++) {
            sums[q] *= factor;
        }
    }

    private Outcome ofStrata(double[] root, SumLayout layout) {
        int parameters = problem.parameters();
        double n = problem.samples();
        FunctionTotals f = FunctionTotals.of(problem.samples(), centre, root);
        double[] gradient = new double[parameters];
        double[] standardError = new double[parameters];
        double[] varianceReduction = new double[parameters];
        for (int p = 0; p < parameters; p++) {
            ScoreTotals s = ScoreTotals.of(root, layout.scores(p));
            double plain = 0;
            double squares = 0;
            double sum = 0;
            for (int fold = 0; fold < 2; fold++) {
                double beta = problem.formula() instanceof FixedConstant fixed ? -fixed.centre(f) : optimal(s, 1 - fold);
                double none = -f.centre();
                for (int q = fold * HALF; q < (fold + 1) * HALF; q++) {
                    sum += s.fs(q) - beta * s.s(q);
                    squares += squares(s, q, beta) / 2;
                    plain += squares(s, q, none) / 2;
                }
                squares += neighbours(s, fold, beta);
                plain += neighbours(s, fold, none);
            }
            gradient[p] = sum / n;
            standardError[p] = Math.sqrt(Math.max(0, squares)) / n;
            varianceReduction[p] = plain == squares ? 1 : plain / squares;
        }
        return new Outcome(f.value(), f.ff() / n / n, gradient, standardError, varianceReduction, null, null);
    }

    private double optimal(ScoreTotals s, int fold) {
        double products = 0;
        double squares = 0;
        for (int q = fold * HALF; q < (fold + 1) * HALF; q++) {
            products += s.fss(q);
            squares += s.ss(q);
        }
        // Not 0, which is c of f: c holds samples of this fold.
        return squares == 0 ? -centre : products / squares;
    }

    private static double squares(ScoreTotals s, int q, double beta) {
        return Fma.fma(beta, Fma.fma(beta, s.ss(q), -2 * s.fss(q)), s.ffss(q));
    }

    /** The numbers of a fold stand in the lanes of Σφ²s, one after the other. */
    private static double neighbours(ScoreTotals s, int fold, double beta) {
        int at = s.at() + ScoreSums.FFS + fold * StrataSums.FOLD;
        double[] sums = s.sums();
        return Fma.fma(beta, Fma.fma(beta, sums[at + StrataSums.SS], -2 * sums[at + StrataSums.FSS]), sums[at + StrataSums.FFSS]);
    }

    private final class Work extends PlannedWork {
        private final double sign = strata ? -1 : 1;
        private final double[] ofStrata = strata ? new double[StrataSums.scratch(problem.blockLength(0) / 2)] : null;
        private boolean first;
        private boolean last;

        Work() {
            super(problem);
        }

        /** The first block also tells the centre. */
        void sumFirstBlock() {
            BlockRangeEvent event = Flight.range(problem);
            int n = problem.blockLength(0);
            evaluate(problem.stream(), 0, n, 0);
            centre = mean(n, 0);
            seeEnds(0);
            sumAll(centre, n, 0);
            requireInRange(n);
            if (event != null) {
                event.commit(0, 1, n);
            }
        }

        @Override
        void sum(long block) {
            long sample = block * Problem.BLOCK;
            int n = problem.blockLength(block);
            evaluate(problem.stream(), sample, n, sample);
            seeEnds(block);
            sumAll(centre, n, sample);
        }

        /** Notes which ends of a block are outermost strata. */
        private void seeEnds(long block) {
            first = block == 0;
            last = block == problem.blocks() - 1;
        }

        @Override
        void sumFunction(double[] phi, int n, double[] node) {
            PairSums.sum(phi, n / 2, sign, node, 0);
            if (strata) {
                StrataSums.sum(phi, n / 2, first, last, ofStrata, node, 0);
            }
        }

        @Override
        void sumScore(double[] phi, double[] score, int n, double[] node, int at) {
            PairSums.sum(phi, score, n / 2, sign, node, at);
            if (strata) {
                StrataSums.sum(phi, score, n / 2, first, last, ofStrata, node, at + ScoreSums.FFS);
            }
        }
    }
}
