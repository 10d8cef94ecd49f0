package io.github.scorelane.engine.run;

import io.github.scorelane.engine.sum.PartReceiver;
import io.github.scorelane.engine.sum.Problem;
import io.github.scorelane.engine.sum.SumLayout;
import io.github.scorelane.kernel.sum.EightLanes;
import io.github.scorelane.kernel.sum.FunctionSums;
import io.github.scorelane.kernel.sum.ScoreSums;

/** Receiver that keeps the means over each replicate of φ and, for each row of scores s, those of s, φs and s². */
final class ReplicateMeans extends PartReceiver {
    /** The means of a replicate, one after the other; threads set those of different replicates. */
    final double[][] means;
    private final SumLayout layout;
    private final long samples;

    ReplicateMeans(Problem problem, SumLayout layout) {
        this.layout = layout;
        samples = problem.samples() / problem.replicates();
        means = new double[problem.replicates()][];
    }

    @Override
    public long origin() {
        return 0;
    }

    @Override
    public boolean takesBranches() {
        return false;
    }

    @Override
    public synchronized void accept(long replicate, int level, double[] node) {
        double[] found = new double[1 + 3 * layout.parameters()];
        found[0] = EightLanes.fold(node, FunctionSums.F) / samples;
        for (int p = 0; p < layout.parameters(); p++) {
            int at = layout.scores(p);
            found[1 + 3 * p] = EightLanes.fold(node, at + ScoreSums.S) / samples;
            found[2 + 3 * p] = EightLanes.fold(node, at + ScoreSums.FS) / samples;
            found[3 + 3 * p] = EightLanes.fold(node, at + ScoreSums.SS) / samples;
        }
        means[(int) replicate] = found;
    }
}
