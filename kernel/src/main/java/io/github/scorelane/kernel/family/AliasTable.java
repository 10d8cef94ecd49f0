package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.stream.SplitStream;
import java.io.Serializable;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * Draws from a finite discrete distribution: consecutive whole numbers with any probabilities.
 *
 * <p>Method: the unit interval is cut into 2^b columns of equal width, as many as there are values or up to twice as many. A column
 * is shared by two values: its own below a threshold, another, its alias, above. Draw e is decided by word e alone, by its upper 63
 * bits: they are a number below 2^63, whose highest b bits are the column, and which is compared to the threshold.
 *
 * <p>Thresholds are whole numbers, found in integer arithmetic: a value is drawn with the probability n·2^-63, where n is the whole
 * number nearest to p·2^63, and at least 1 where p is positive. The most likely value takes what their sum then lacks of 2^63. So
 * each probability is right to 2^-63, besides the rounding of p itself, and that of p divided by the sum where the sum is not 1.
 *
 * <p>Immutable. As many columns as eight vectors hold are looked up in registers, more in memory.
 *
 * <p>Sources: A. J. Walker, <i>An efficient method for generating discrete random variables with general distributions</i>, 1977;
 * M. D. Vose, <i>A linear algorithm for generating random numbers with a given distribution</i>, 1991.
 */
public final class AliasTable implements Serializable {
    /** Largest number of columns that vectors can look up in, with eight vectors of eight lanes. */
    private static final int MOST_IN_VECTORS = 64;

    // The number of lanes decides which loop looks up in so many columns. As it never changes, each gate has one loop.
    private static final Gate IN_8 = gate(8);
    private static final Gate IN_16 = gate(16);
    private static final Gate IN_32 = gate(32);
    private static final Gate IN_64 = gate(MOST_IN_VECTORS);

    /** Number of bits of a word that are used. */
    private static final int BITS = 63;
    private static final double SCALE = 0x1p63;
    private static final long TOTAL = Long.MIN_VALUE;
    /** Bits of 2^52: a whole number that is put in the low bits of its fraction makes the double 2^52 and that number. */
    private static final long WHOLE_BITS = 0x4330000000000000L;

    private final double least;
    /** Number of bits below those that choose the column. */
    private final int shift;
    /**
     * Place at which column j's own value ends, counted from the first column's begin: the next column's begin if it has no alias.
     */
    private final long[] thresholds;
    /** Values of the columns: column j's alias at 2j, its own value at 2j + 1. */
    private final double[] values;
    private final double[] aliases;

    private AliasTable(double least, double[] probabilities) {
        this.least = least;
        int columnBits = Math.max(1, 32 - Integer.numberOfLeadingZeros(probabilities.length - 1));
        shift = BITS - columnBits;
        thresholds = new long[Math.max(1 << columnBits, MOST_IN_VECTORS)];
        values = new double[2 << columnBits];
        aliases = new double[thresholds.length];
        fill(weights(probabilities, 1 << columnBits), 1L << shift);
    }

    /**
     * Makes a table of the values 0, 1, …
     *
     * @param probabilities their probabilities, or numbers in proportion to these: finite, none negative, not all 0
     * @return the table
     */
    public static AliasTable of(double[] probabilities) {
        return of(0, probabilities);
    }

    /**
     * Makes a table of the values least, least + 1, …
     *
     * @param least the least value, a whole number
     * @param probabilities their probabilities, or numbers in proportion to these: finite, none negative, not all 0
     * @return the table
     */
    public static AliasTable of(double least, double[] probabilities) {
        return new AliasTable(least, probabilities);
    }

    private static Gate gate(int columns) {
        return Gate.ofMasks((numbers, results, n) -> {
            double[] probabilities = new double[columns];
            for (int k = 0; k < columns; k++) {
                probabilities[k] = k;
            }
            long[] words = new long[n];
            SplitStream.of(3).words(Double.doubleToRawLongBits(numbers[0]), words, 0, n);
            of(-2, probabilities).look(words, results, 0, n);
        });
    }

    /** Returns whole numbers in proportion to the probabilities, with the sum 2^63. */
    private static long[] weights(double[] probabilities, int columns) {
        double scale = SCALE / sum(probabilities);
        long[] weights = new long[columns];
        long left = TOTAL;
        int mode = 0;
        for (int k = 0; k < probabilities.length; k++) {
            double p = probabilities[k];
            weights[k] = Math.max((long) Math.rint(p * scale), p > 0 ? 1 : 0);
            left -= weights[k];
            mode = p > probabilities[mode] ? k : mode;
        }
        weights[mode] += left;
        return weights;
    }

    /** Returns the sum, to which the sum of the rounding errors is added (A. Neumaier, 1974). */
    private static double sum(double[] terms) {
        double sum = 0;
        double error = 0;
        for (double term : terms) {
            double next = sum + term;
            error += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
            sum = next;
        }
        return sum + error;
    }

    /**
     * Deals values to columns: a column that its own value does not fill takes the rest from a value that has more than its own
     * column holds.
     */
    private void fill(long[] weights, long capacity) {
        int columns = weights.length;
        int[] stack = new int[columns];
        int poor = 0;
        int rich = columns;
        for (int j = 0; j < columns; j++) {
            if (Long.compareUnsigned(weights[j], capacity) < 0) {
                stack[poor++] = j;
            } else {
                stack[--rich] = j;
            }
        }
        while (poor > 0) {
            int j = stack[--poor];
            int donor = stack[rich];
            column(j, j * capacity + weights[j], donor);
            weights[donor] -= capacity - weights[j];
            if (Long.compareUnsigned(weights[donor], capacity) < 0) {
                rich++;
                stack[poor++] = donor;
            }
        }
        for (; rich < columns; rich++) {
            int j = stack[rich];
            column(j, (j + 1) * capacity, j);
        }
    }

    private void column(int j, long threshold, int alias) {
        thresholds[j] = threshold;
        values[2 * j] = least + alias;
        values[2 * j + 1] = least + j;
        aliases[j] = least + alias;
    }

    /**
     * Makes one draw.
     *
     * @param stream source of the random words
     * @param index index of the draw
     * @return a value
     */
    public double draw(SplitStream stream, long index) {
        return draw(stream.word(index));
    }

    /**
     * Returns the value that a word chooses.
     *
     * @param word any value
     * @return a value
     */
    public double draw(long word) {
        long u = word >>> 1;
        int j = (int) (u >>> shift);
        // The last column's end is −2^63, and the difference negative, as it should be.
        return values[2 * j + (int) ((u - thresholds[j]) >>> 63)];
    }

    /**
     * Writes consecutive draws of the stream into an array.
     *
     * @param stream source of the random words
     * @param first index of the first draw
     * @param x receives the draws
     * @param offset index of the first element
     * @param length number of elements
     * @throws IllegalArgumentException if the range does not lie inside the array
     */
    public void sample(SplitStream stream, long first, double[] x, int offset, int length) {
        ArrayRange.check("x", x.length, offset, length);
        Workspace workspace = Workspace.ofThread();
        long[] words = workspace.longs();
        for (int i = 0; i < length; i += Math.min(Workspace.BLOCK, length - i)) {
            int n = Math.min(Workspace.BLOCK, length - i);
            stream.words(first + i, words, 0, n);
            look(words, x, offset + i, n);
        }
        workspace.giveBack(0, 1);
    }

    private void look(long[] words, double[] x, int offset, int length) {
        int columns = values.length / 2;
        int from = columns <= 8 ? look(IN_8, words, x, offset, length)
                : columns == 16 ? look(IN_16, words, x, offset, length)
                : columns == 32 ? look(IN_32, words, x, offset, length)
                : columns == MOST_IN_VECTORS ? look(IN_64, words, x, offset, length)
                : 0;
        look(words, shift, thresholds, values, x, offset, from, length);
    }

    private int look(Gate gate, long[] words, double[] x, int offset, int length) {
        int head = gate.head(length);
        return head < 0 ? 0 : gate.end(Simd.look(this, words, x, offset, head));
    }

    /** Works the twin's loop, which C2 compiles best where nothing is a field. */
    private static void look(long[] words, int shift, long[] thresholds, double[] values, double[] x, int offset, int from,
            int to) {
        for (int i = from; i < to; i++) {
            long u = words[i] >>> 1;
            int j = (int) (u >>> shift) & (thresholds.length - 1);
            x[offset + i] = values[2 * j + (int) ((u - thresholds[j]) >>> 63) & (values.length - 1)];
        }
    }

    @Override
    public String toString() {
        return "AliasTable(columns=" + values.length / 2 + ")";
    }

    /** Looks thresholds and aliases up in pairs of registers, by one instruction each; a column's own value is its number. */
    private static final class Simd {
        private Simd() {}

        static int look(AliasTable of, long[] words, double[] x, int offset, int length) {
            int columns = of.values.length / 2;
            int lanes = Species.LONGS.length();
            // The twin works all elements where vectors have two lanes: they hold too little, and not every machine can look up in
            // them.
            if (lanes < 4 || columns > 8 * lanes) {
                AliasTable.look(words, of.shift, of.thresholds, of.values, x, offset, 0, length);
                return length;
            }
            return columns <= 2 * lanes ? lookInTwo(words, of.shift, of.thresholds, of.aliases, of.least, x, offset, length)
                    : columns <= 4 * lanes ? lookInFour(words, of.shift, of.thresholds, of.aliases, of.least, x, offset, length)
                    : lookInEight(words, of.shift, of.thresholds, of.aliases, of.least, x, offset, length);
        }

        static int lookInTwo(long[] words, int shift, long[] thresholds, double[] aliases, double least, double[] x, int offset,
                int length) {
            if (length == 0) {
                return 0;
            }
            int lanes = Species.LONGS.length();
            LongVector t0 = LongVector.fromArray(Species.LONGS, thresholds, 0);
            LongVector t1 = LongVector.fromArray(Species.LONGS, thresholds, lanes);
            LongVector a0 = DoubleVector.fromArray(Species.DOUBLES, aliases, 0).reinterpretAsLongs();
            LongVector a1 = DoubleVector.fromArray(Species.DOUBLES, aliases, lanes).reinterpretAsLongs();
            int end = Species.LONGS.loopBound(length);
            for (int i = 0; i < end; i += lanes) {
                LongVector u = LongVector.fromArray(Species.LONGS, words, i).lanewise(VectorOperators.LSHR, 1);
                LongVector j = u.lanewise(VectorOperators.LSHR, shift);
                DoubleVector own = j.or(WHOLE_BITS).reinterpretAsDoubles().sub(0x1p52).add(least);
                LongVector beyond = u.sub(j.selectFrom(t0, t1));
                j.selectFrom(a0, a1).reinterpretAsDoubles()
                        .blend(own, beyond.compare(VectorOperators.LT, 0).cast(Species.DOUBLES)).intoArray(x, offset + i);
            }
            return end;
        }

        static int lookInFour(long[] words, int shift, long[] thresholds, double[] aliases, double least, double[] x, int offset,
                int length) {
            if (length == 0) {
                return 0;
            }
            int lanes = Species.LONGS.length();
            LongVector t0 = LongVector.fromArray(Species.LONGS, thresholds, 0);
            LongVector t1 = LongVector.fromArray(Species.LONGS, thresholds, lanes);
            LongVector t2 = LongVector.fromArray(Species.LONGS, thresholds, 2 * lanes);
            LongVector t3 = LongVector.fromArray(Species.LONGS, thresholds, 3 * lanes);
            LongVector a0 = DoubleVector.fromArray(Species.DOUBLES, aliases, 0).reinterpretAsLongs();
            LongVector a1 = DoubleVector.fromArray(Species.DOUBLES, aliases, lanes).reinterpretAsLongs();
            LongVector a2 = DoubleVector.fromArray(Species.DOUBLES, aliases, 2 * lanes).reinterpretAsLongs();
            LongVector a3 = DoubleVector.fromArray(Species.DOUBLES, aliases, 3 * lanes).reinterpretAsLongs();
            int end = Species.LONGS.loopBound(length);
            for (int i = 0; i < end; i += lanes) {
                LongVector u = LongVector.fromArray(Species.LONGS, words, i).lanewise(VectorOperators.LSHR, 1);
                LongVector j = u.lanewise(VectorOperators.LSHR, shift);
                DoubleVector own = j.or(WHOLE_BITS).reinterpretAsDoubles().sub(0x1p52).add(least);
                VectorMask<Long> second = j.and(2 * lanes).compare(VectorOperators.NE, 0);
                j = j.and(2 * lanes - 1);
                LongVector beyond = u.sub(j.selectFrom(t0, t1).blend(j.selectFrom(t2, t3), second));
                j.selectFrom(a0, a1).blend(j.selectFrom(a2, a3), second).reinterpretAsDoubles()
                        .blend(own, beyond.compare(VectorOperators.LT, 0).cast(Species.DOUBLES)).intoArray(x, offset + i);
            }
            return end;
        }

        static int lookInEight(long[] words, int shift, long[] thresholds, double[] aliases, double least, double[] x, int offset,
                int length) {
            if (length == 0) {
                return 0;
            }
            int lanes = Species.LONGS.length();
            LongVector t0 = LongVector.fromArray(Species.LONGS, thresholds, 0);
            LongVector t1 = LongVector.fromArray(Species.LONGS, thresholds, lanes);
            LongVector t2 = LongVector.fromArray(Species.LONGS, thresholds, 2 * lanes);
            LongVector t3 = LongVector.fromArray(Species.LONGS, thresholds, 3 * lanes);
            LongVector t4 = LongVector.fromArray(Species.LONGS, thresholds, 4 * lanes);
            LongVector t5 = LongVector.fromArray(Species.LONGS, thresholds, 5 * lanes);
            LongVector t6 = LongVector.fromArray(Species.LONGS, thresholds, 6 * lanes);
            LongVector t7 = LongVector.fromArray(Species.LONGS, thresholds, 7 * lanes);
            LongVector a0 = DoubleVector.fromArray(Species.DOUBLES, aliases, 0).reinterpretAsLongs();
            LongVector a1 = DoubleVector.fromArray(Species.DOUBLES, aliases, lanes).reinterpretAsLongs();
            LongVector a2 = DoubleVector.fromArray(Species.DOUBLES, aliases, 2 * lanes).reinterpretAsLongs();
            LongVector a3 = DoubleVector.fromArray(Species.DOUBLES, aliases, 3 * lanes).reinterpretAsLongs();
            LongVector a4 = DoubleVector.fromArray(Species.DOUBLES, aliases, 4 * lanes).reinterpretAsLongs();
            LongVector a5 = DoubleVector.fromArray(Species.DOUBLES, aliases, 5 * lanes).reinterpretAsLongs();
            LongVector a6 = DoubleVector.fromArray(Species.DOUBLES, aliases, 6 * lanes).reinterpretAsLongs();
            LongVector a7 = DoubleVector.fromArray(Species.DOUBLES, aliases, 7 * lanes).reinterpretAsLongs();
            int end = Species.LONGS.loopBound(length);
            for (int i = 0; i < end; i += lanes) {
                LongVector u = LongVector.fromArray(Species.LONGS, words, i).lanewise(VectorOperators.LSHR, 1);
                LongVector j = u.lanewise(VectorOperators.LSHR, shift);
                DoubleVector own = j.or(WHOLE_BITS).reinterpretAsDoubles().sub(0x1p52).add(least);
                VectorMask<Long> odd = j.and(2 * lanes).compare(VectorOperators.NE, 0);
                VectorMask<Long> upper = j.and(4 * lanes).compare(VectorOperators.NE, 0);
                j = j.and(2 * lanes - 1);
                LongVector threshold = j.selectFrom(t0, t1).blend(j.selectFrom(t2, t3), odd)
                        .blend(j.selectFrom(t4, t5).blend(j.selectFrom(t6, t7), odd), upper);
                LongVector alias = j.selectFrom(a0, a1).blend(j.selectFrom(a2, a3), odd)
                        .blend(j.selectFrom(a4, a5).blend(j.selectFrom(a6, a7), odd), upper);
                LongVector beyond = u.sub(threshold);
                alias.reinterpretAsDoubles().blend(own, beyond.compare(VectorOperators.LT, 0).cast(Species.DOUBLES))
                        .intoArray(x, offset + i);
            }
            return end;
        }
    }
}
