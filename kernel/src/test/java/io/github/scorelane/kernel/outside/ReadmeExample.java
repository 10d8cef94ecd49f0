package io.github.scorelane.kernel.outside;

import io.github.scorelane.kernel.math.Exp;
import io.github.scorelane.kernel.math.NormalQuantile;
import io.github.scorelane.kernel.stream.SplitStream;

final class ReadmeExample {
    public static void main(String[] arguments) {
        // E[exp(X)] for a normal X of mean 0 and standard deviation 0.5, which is exp(1/8) = 1.1331...
        int block = 1024;
        int blocks = 1000;
        SplitStream stream = SplitStream.of(42);
        long[] words = new long[block];
        double[] x = new double[block];
        double sum = 0;
        for (int b = 0; b < blocks; b++) {
            stream.words((long) b * block, words, 0, block);
            NormalQuantile.quantile(words, 0, 0, 0.5, x, 0, block);
            Exp.exp(x, 0, x, 0, block);
            for (double each : x) {
                sum += each;
            }
        }
        System.out.println(sum / ((double) block * blocks));
    }
}
