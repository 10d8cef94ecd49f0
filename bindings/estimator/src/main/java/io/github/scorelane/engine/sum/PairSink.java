package io.github.scorelane.engine.sum;

import io.github.scorelane.kernel.sum.PairSums;

/** Sums over pairs of samples, one in the first half of a block and the other in the second, which are independent groups. */
final class PairSink extends GroupSink {
    PairSink(Problem problem, int output, Scratch scratch, double centre) {
        super(problem, output, scratch, centre);
    }

    @Override
    void sumFunction(double[] phi, long block, int n) {
        PairSums.sum(phi, n / 2, 1, scratch.node, 0);
    }

    @Override
    void sumRow(double[] phi, double[] row, long block, int n, int at) {
        PairSums.sum(phi, row, n / 2, 1, scratch.node, at);
    }
}
