package io.github.scorelane.engine.run;

import io.github.scorelane.engine.baseline.FunctionTotals;
import io.github.scorelane.engine.baseline.ScoreTotals;
import io.github.scorelane.engine.result.Outcome;
import io.github.scorelane.engine.sum.BlockSums;
import io.github.scorelane.engine.sum.BlockWorker;
import io.github.scorelane.engine.sum.Problem;
import io.github.scorelane.engine.sum.Scratch;
import io.github.scorelane.engine.sum.SinkSource;
import io.github.scorelane.engine.sum.Sinks;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.ScoreSums;
import io.github.scorelane.kernel.sum.StrataSums;

/**
 * Grouping of pairs of independent draws from one stratum, one in the first half of a block and the other in the second. Lanes 0 to
 * 3 and 4 to 7 are each a stratified sample of two from each stratum, and each of these two folds has a constant that is fitted to
 * the other. With Δ the difference of a pair, and β what is subtracted from φ,
 *
 * <pre>
 *     β_fold = Σ_other Δ(φs)Δs/Σ_other (Δs)²          g = (1/n) Σ_fold (Σ φs − β_fold Σs)
 *     Var g  = (1/n²) Σ_fold (½ Σ_pairs (Δ(φs) − β_fold Δs)² + N_fold)
 * </pre>
 *
 * <p>Here N is what the differences of neighbouring strata add to the variance, as {@link StrataSums} explains. Pairs alone would
 * do in the mean, but most often say far too little: of a jump of f, which only two samples of a stratum may tell, and of the
 * outermost strata.
 */
public final class StrataGrouping implements Grouping<BlockSums> {
    private static final int HALF = EightLanes.COUNT / 2;

    /** Creates the grouping. */
    public StrataGrouping() {}

    @Override
    public SinkSource sinks(double[] centres) {
        return Sinks.strata(centres);
    }

    @Override
    public BlockSums receiver(Problem problem, BlockWorker own) {
        return new BlockSums(0, own.scratch().tree, own.scratch().early());
    }

    @Override
    public Outcome outcome(Problem problem, BlockWorker own, double centre, BlockSums sums) {
        Scratch scratch = own.scratch();
        double[] root = own.node();
        sums.copyTo(root);
        scratch.tree.clear();
        new OutcomeBuilder(problem, 0, scratch).requireSquares(root);
        int parameters = problem.rows();
        double n = problem.samples();
        FunctionTotals f = FunctionTotals.of(problem.samples(), centre, root);
        double known = problem.rule(0).knownConstant(f);
        double[] gradient = new double[parameters];
        double[] standardError = new double[parameters];
        double[] varianceReduction = new double[parameters];
        for (int p = 0; p < parameters; p++) {
            ScoreTotals s = ScoreTotals.of(root, scratch.layout.scores(p));
            double plain = 0;
            double squares = 0;
            double sum = 0;
            for (int fold = 0; fold < 2; fold++) {
                double beta = Double.isNaN(known) ? optimal(s, 1 - fold, centre) : known;
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

    /** Returns the constant that is fitted to one fold, for use in the other. */
    private static double optimal(ScoreTotals s, int fold, double centre) {
        double products = 0;
        double squares = 0;
        for (int q = fold * HALF; q < (fold + 1) * HALF; q++) {
            products += s.fss(q);
            squares += s.ss(q);
        }
        // Subtracting 0 from φ would subtract c from f, which this fold's own samples have a part in: that would be biased.
        return squares == 0 ? -centre : products / squares;
    }

    private static double squares(ScoreTotals s, int q, double beta) {
        return Fma.fma(beta, Fma.fma(beta, s.ss(q), -2 * s.fss(q)), s.ffss(q));
    }

    /** Returns N of a fold, from numbers that stand one after the other in the lanes which would be those of Σφ²s. */
    private static double neighbours(ScoreTotals s, int fold, double beta) {
        int at = s.at() + ScoreSums.FFS + fold * StrataSums.FOLD;
        double[] sums = s.sums();
        return Fma.fma(beta, Fma.fma(beta, sums[at + StrataSums.SS], -2 * sums[at + StrataSums.FSS]), sums[at + StrataSums.FFSS]);
    }
}
