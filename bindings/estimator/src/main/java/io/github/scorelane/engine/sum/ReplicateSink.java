package io.github.scorelane.engine.sum;

import io.github.scorelane.kernel.sum.ScoreSums;

/** Sums the samples of a replicate, whose points depend on each other, block by block. */
final class ReplicateSink extends GroupSink {
    ReplicateSink(Problem problem, int output, Scratch scratch, double centre) {
        super(problem, output, scratch, centre);
    }

    /** Does nothing more: the sums of φ are in the node since it was centred. */
    @Override
    void sumFunction(double[] phi, long block, int n) {}

    @Override
    void sumRow(double[] phi, double[] row, long block, int n, int at) {
        ScoreSums.sum(phi, row, n, scratch.node, at);
    }
}
