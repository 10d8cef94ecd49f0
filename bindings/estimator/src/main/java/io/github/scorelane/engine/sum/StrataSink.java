package io.github.scorelane.engine.sum;

import io.github.scorelane.kernel.sum.PairSums;
import io.github.scorelane.kernel.sum.ScoreSums;
import io.github.scorelane.kernel.sum.StrataSums;

/** Sums differences of pairs of samples that are of one stratum, and second differences between neighbouring strata. */
final class StrataSink extends GroupSink {
    private final double[] strata;
    private final long lastBlock;

    StrataSink(Problem problem, int output, Scratch scratch, double centre) {
        super(problem, output, scratch, centre);
        strata = new double[StrataSums.scratch(problem.length(0) / 2)];
        lastBlock = problem.units() - 1;
    }

    @Override
    void sumFunction(double[] phi, long block, int n) {
        PairSums.sum(phi, n / 2, -1, scratch.node, 0);
        StrataSums.sum(phi, n / 2, block == 0, block == lastBlock, strata, scratch.node, 0);
    }

    @Override
    void sumRow(double[] phi, double[] row, long block, int n, int at) {
        PairSums.sum(phi, row, n / 2, -1, scratch.node, at);
        StrataSums.sum(phi, row, n / 2, block == 0, block == lastBlock, strata, scratch.node, at + ScoreSums.FFS);
    }
}
