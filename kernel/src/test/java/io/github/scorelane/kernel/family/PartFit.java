package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.statistics.ChiSquare;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/** Tests that the part a draw belongs to is independent of the leading bits that it is then made of. */
final class PartFit {
    private static final int LEADING_BITS = 8;
    private static final int PARTS = 1024;
    private static final int RARE = 64;
    private static final int REST = 4;

    private PartFit() {}

    /** Tests body, flanks, tails and rest against the leading bits. */
    static ChiSquare part(LongUnaryOperator choice, LongUnaryOperator leading, long n) {
        long[][] counts = new long[4][1 << LEADING_BITS];
        for (long i = 0; i < n; i++) {
            long part = choice.applyAsLong(i);
            int row = part >= RARE ? 0 : part > REST ? 1 : part < REST ? 2 : 3;
            counts[row][(int) (leading.applyAsLong(i) >>> -LEADING_BITS)]++;
        }
        return test(counts, new double[] {PARTS - RARE, RARE - REST - 1, REST, 1});
    }

    /** Tests the numbers that mean a rare part against the leading bits. */
    static ChiSquare rare(LongUnaryOperator choice, LongUnaryOperator leading, long n) {
        long[][] counts = new long[RARE][1 << LEADING_BITS];
        for (long i = 0; i < n; i++) {
            long part = choice.applyAsLong(i);
            if (part < RARE) {
                counts[(int) part][(int) (leading.applyAsLong(i) >>> -LEADING_BITS)]++;
            }
        }
        double[] weights = new double[RARE];
        Arrays.fill(weights, 1);
        return test(counts, weights);
    }

    private static ChiSquare test(long[][] counts, double[] weights) {
        int columns = 1 << LEADING_BITS;
        long[] all = new long[counts.length * columns];
        double[] probabilities = new double[all.length];
        double sum = Arrays.stream(weights).sum();
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < columns; column++) {
                all[row * columns + column] = counts[row][column];
                probabilities[row * columns + column] = weights[row] / sum / columns;
            }
        }
        return ChiSquare.of(all, probabilities);
    }
}
