package io.github.scorelane.engine.sum;

import io.github.scorelane.kernel.sum.FunctionSums;
import java.util.Arrays;

/** A sink of samples that depend on each other, in groups within a block or beyond it. The array of f itself is centred. */
abstract class GroupSink extends SumSink {
    GroupSink(Problem problem, int output, Scratch scratch, double centre) {
        super(problem, output, scratch, centre);
    }

    /** Sums φ, the values of a block less the centre. */
    abstract void sumFunction(double[] phi, long block, int n);

    /** Sums a row with φ, at a place of the node. */
    abstract void sumRow(double[] phi, double[] row, long block, int n, int at);

    @Override
    final int length() {
        return scratch.layout.length();
    }

    @Override
    final boolean sumUnwritten(long block, int n) {
        FunctionSums.centre(scratch.f, centre, n, scratch.node, 0);
        requireFinite(scratch.f, block, n, centre);
        sumFunction(scratch.f, block, n);
        return true;
    }

    @Override
    final void sumRows(int firstRow, double[][] rows, long block, int n) {
        for (int row = 0; row < rows.length; row++) {
            sumRow(scratch.f, rows[row], block, n, scratch.layout.scores(firstRow + row));
        }
    }

    @Override
    final void finish(int n) {
        Arrays.fill(scratch.f, Double.NaN);
    }
}
