package io.github.scorelane.kernel.statistics;

import java.util.function.LongToDoubleFunction;

/** A sampler on a stream: draw i is a function of i, so that a test can take the same draws again. */
@FunctionalInterface
public interface Draws {
    /** Fills an array with draws first, first + 1, … */
    void fill(long first, double[] x);

    static Draws each(LongToDoubleFunction draw) {
        return (first, x) -> {
            for (int i = 0; i < x.length; i++) {
                x[i] = draw.applyAsDouble(first + i);
            }
        };
    }

    /** Hands draws 0 … n − 1 on, some thousands at a time and always an even number if n is even. */
    default void forEachBlock(long n, Block block) {
        double[] x = new double[8192];
        for (long first = 0; first < n; first += x.length) {
            if (n - first < x.length) {
                x = new double[(int) (n - first)];
            }
            fill(first, x);
            block.accept(x);
        }
    }

    /** Takes some of the draws. */
    @FunctionalInterface
    interface Block {
        void accept(double[] x);
    }
}
