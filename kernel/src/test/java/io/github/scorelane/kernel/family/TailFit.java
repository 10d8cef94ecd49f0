package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.statistics.ChiSquare;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.function.LongToDoubleFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Tests draws from the tails, made of a word each, against the normal distribution beyond the points where 2^-9 of it is left. */
final class TailFit {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
    private static final int LARGEST = -9;
    /**
     * Number of octaves: beyond the last, which is 8 standard deviations and more from the middle, 2^-51 of the distribution are
     * left.
     */
    private static final int OCTAVES = 42;
    private static final int FAR_CELLS = 16;

    private TailFit() {}

    /** Tests the whole of the tails, in equally likely cells on each side. */
    static ChiSquare whole(LongToDoubleFunction tail, SplitStream stream, long draws, int cells) {
        return test(tail, stream, 0, draws, 0, cells);
    }

    /**
     * Tests the draws beyond 2^-10, 2^-11, … of the distribution, which are of the words with one leading zero, two, …, each in
     * cells.
     */
    static ChiSquare far(LongToDoubleFunction tail, SplitStream stream, long draws) {
        ChiSquare sum = new ChiSquare(0, 0);
        long each = draws / OCTAVES;
        for (int octave = 1; octave <= OCTAVES; octave++) {
            sum = sum.plus(test(tail, stream, octave * each, each, octave, FAR_CELLS));
        }
        return sum;
    }

    private static ChiSquare test(LongToDoubleFunction tail, SplitStream stream, long first, long draws, int octave,
            int cells) {
        long[] counts = new long[2 * cells];
        double scale = Math.scalb(cells, octave - LARGEST);
        for (long i = first; i < first + draws; i++) {
            long word = stream.word(i);
            double x = tail.applyAsDouble(word & Long.MIN_VALUE | (word & Long.MAX_VALUE) >>> octave);
            // A draw that lies too near is counted in the last cell, which then has too many.
            int cell = (int) Math.min(cells - 1, STANDARD.survivalProbability(Math.abs(x)) * scale);
            counts[x < 0 ? cell : cells + cell]++;
        }
        double[] probabilities = new double[counts.length];
        Arrays.fill(probabilities, 0.5 / cells);
        return ChiSquare.of(counts, probabilities);
    }
}
