package io.github.scorelane.bench.paired;

import io.github.scorelane.bench.speed.ArrayBenchmark;
import io.github.scorelane.kernel.family.NormalKernel;
import io.github.scorelane.kernel.moment.CentringSums;
import io.github.scorelane.kernel.moment.ScoreSums;
import java.util.Arrays;

/** What an estimate does with draws and values that are there: both scores of the normal, and all fourteen sums, by blocks. */
final class ScoresAndSums {
    private final double[][] x;
    private final double[][] f;
    private final double[] byMean = new double[Kernel.BLOCK];
    private final double[] byStandardDeviation = new double[Kernel.BLOCK];
    private final double[][] sums;
    private double[] phi = new double[Kernel.BLOCK];

    /** Of whole blocks. */
    ScoresAndSums(double[] x, double[] f) {
        this.x = blocks(x);
        this.f = blocks(f);
        sums = new double[this.x.length][CentringSums.LENGTH + ScoreSums.LENGTH];
    }

    /** Of each block. */
    double[][] sums() {
        return sums;
    }

    void work() {
        for (int block = 0; block < x.length; block++) {
            double[] node = sums[block];
            NormalKernel.gradLogPdf(ArrayBenchmark.MEAN, ArrayBenchmark.STANDARD_DEVIATION, x[block], 0,
                    byMean, byStandardDeviation, 0, Kernel.BLOCK);
            CentringSums.sum(f[block], 0, byMean, phi, Kernel.BLOCK, node, 0);
            ScoreSums.sum(phi, byStandardDeviation, Kernel.BLOCK, node, CentringSums.LENGTH);
            // f is used up, and φ is f again, for the centre is 0.
            double[] usedUp = f[block];
            f[block] = phi;
            phi = usedUp;
        }
    }

    private static double[][] blocks(double[] all) {
        double[][] blocks = new double[all.length / Kernel.BLOCK][];
        Arrays.setAll(blocks, block -> Arrays.copyOfRange(all, block * Kernel.BLOCK, (block + 1) * Kernel.BLOCK));
        return blocks;
    }
}
