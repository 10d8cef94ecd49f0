package io.github.scorelane.bench.paired;

import io.github.scorelane.bench.speed.ArrayBenchmark;
import io.github.scorelane.kernel.sum.FunctionSums;
import io.github.scorelane.kernel.sum.NormalScoreSums;
import io.github.scorelane.kernel.sum.ScoreSums;
import java.util.Arrays;

/** What an estimate does with draws and values that are there: all fourteen sums of f and both scores of the normal, by blocks. */
final class ScoresAndSums {
    private final double[][] x;
    private final double[][] f;
    private final double[][] sums;
    private final double[] scratch = new double[NormalScoreSums.SCRATCH];
    /** An estimate empties f when it is summed; here it is needed again, and another array is emptied. */
    private final double[] emptied = new double[Kernel.BLOCK];

    /** Of whole blocks. */
    ScoresAndSums(double[] x, double[] f) {
        this.x = blocks(x);
        this.f = blocks(f);
        sums = new double[this.x.length][FunctionSums.LENGTH + 2 * ScoreSums.LENGTH];
    }

    /** Of each block. */
    double[][] sums() {
        return sums;
    }

    void work() {
        for (int block = 0; block < x.length; block++) {
            NormalScoreSums.sum(f[block], 0, x[block], ArrayBenchmark.MEAN, ArrayBenchmark.STANDARD_DEVIATION, Kernel.BLOCK,
                    scratch, sums[block], FunctionSums.LENGTH, FunctionSums.LENGTH + ScoreSums.LENGTH);
            Arrays.fill(emptied, Double.NaN);
        }
    }

    private static double[][] blocks(double[] all) {
        double[][] blocks = new double[all.length / Kernel.BLOCK][];
        Arrays.setAll(blocks, block -> Arrays.copyOfRange(all, block * Kernel.BLOCK, (block + 1) * Kernel.BLOCK));
        return blocks;
    }
}
