package io.github.scorelane.engine.run;

import io.github.scorelane.engine.baseline.BaselineRule;
import io.github.scorelane.engine.baseline.Components;
import io.github.scorelane.engine.baseline.FunctionTotals;
import io.github.scorelane.engine.baseline.RoundedScores;
import io.github.scorelane.engine.baseline.ScoreTotals;
import io.github.scorelane.engine.result.Outcome;
import io.github.scorelane.engine.sum.BlockSums;
import io.github.scorelane.engine.sum.BlockWorker;
import io.github.scorelane.engine.sum.Problem;
import io.github.scorelane.engine.sum.Scratch;
import io.github.scorelane.engine.sum.SinkSource;
import io.github.scorelane.engine.sum.Sinks;
import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.FunctionSums;
import io.github.scorelane.kernel.sum.ScoreSums;

/**
 * Grouping of antithetic pairs, with one sample in the first half of a block and the other in the second. Pairs are independent
 * groups: the means over a pair take the places of φ, s and φs in all formulas.
 */
public final class PairGrouping implements Grouping<BlockSums> {
    /** A share of the scores' squares: what is left of a pair's mean score below it is rounding. */
    private static final double LEAST_SCORE = 0x1p-60;

    /** Creates the grouping. */
    public PairGrouping() {}

    @Override
    public SinkSource sinks(double[] centres) {
        return Sinks.pairs(centres);
    }

    @Override
    public BlockSums receiver(Problem problem, BlockWorker own) {
        return new BlockSums(0, own.scratch().tree, own.scratch().early());
    }

    /** Makes the outcome of means over a pair: halves of the sums, quarters of the squares, which are exact. */
    @Override
    public Outcome outcome(Problem problem, BlockWorker own, double centre, BlockSums sums) {
        Scratch scratch = own.scratch();
        double[] root = own.node();
        sums.copyTo(root);
        scratch.tree.clear();
        new OutcomeBuilder(problem, 0, scratch).requireSquares(root);
        halve(root, FunctionSums.F, 0.5);
        halve(root, FunctionSums.FF, 0.25);
        FunctionTotals f = FunctionTotals.of(problem.samples() / 2, centre, root);
        BaselineRule rule = problem.rule(0);
        Components components = new Components(problem.rows(), rule.chooses());
        for (int p = 0; p < problem.rows(); p++) {
            int at = scratch.layout.scores(p);
            halve(root, at + ScoreSums.S, 0.5);
            halve(root, at + ScoreSums.SS, 0.25);
            halve(root, at + ScoreSums.FS, 0.5);
            halve(root, at + ScoreSums.FSS, 0.25);
            halve(root, at + ScoreSums.FFSS, 0.25);
            RoundedScores.clear(root, at, EightLanes.fold(root, at + ScoreSums.FFS), LEAST_SCORE);
            components.set(p, rule, f, ScoreTotals.of(root, at), scratch.selection);
        }
        return components.outcome(f, null);
    }

    private static void halve(double[] sums, int at, double factor) {
        for (int q = at; q < at + EightLanes.COUNT; q++) {
            sums[q] *= factor;
        }
    }
}
