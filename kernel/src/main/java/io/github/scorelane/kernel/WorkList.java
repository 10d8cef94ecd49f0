package io.github.scorelane.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Lists the places of a block's elements that need more work than the others: elements that a rejection sampler has refused, or
 * rare ones. They are worked as short arrays of their own, and so in vectors too, never in a loop that waits for the last of some
 * lanes.
 */
public final class WorkList {
    private static final Gate REFUSED = Gate.ofMasks(WorkList::rehearseRefused);

    /** Number of places past a list's end that may be written. */
    public static final int SPARE = 4;

    private static final int GROUP = 64;

    private WorkList() {}

    private static void rehearseRefused(double[] numbers, double[] results, int n) {
        long[] places = new long[n + SPARE];
        int count = ofRefused(numbers, n, places);
        Rehearsal.store(places, results, count);
        results[2 * n] = count;
    }

    /**
     * Lists the places of the bits that are set.
     *
     * @param bits 64 elements each, the first one's in the lowest bit
     * @param end number of elements; bits after them are not set
     * @param places receives the places, in ascending order; longer by {@link #SPARE} than their number
     * @return their number
     */
    public static int ofBits(long[] bits, int end, long[] places) {
        int count = 0;
        // Four places are written at once, as a group seldom has more: a loop over them would end after a number of passes that is
        // hard to predict.
        for (int group = 0; group < end; group += GROUP) {
            long found = bits[group / GROUP];
            int next = count + Long.bitCount(found);
            int k = count;
            do {
                for (int j = 0; j < SPARE; j++) {
                    places[k + j] = group + Long.numberOfTrailingZeros(found);
                    found &= found - 1;
                }
                k += SPARE;
            } while (k < next);
            count = next;
        }
        return count;
    }

    /**
     * Lists the places of the elements that are not positive. An element says by how much a draw is accepted, so these are refused;
     * NaN is refused too.
     *
     * @param margins the elements
     * @param length number of elements, at most {@link Workspace#BLOCK}
     * @param places receives the places, in ascending order; longer by {@link #SPARE} than their number
     * @return their number
     */
    public static int ofRefused(double[] margins, int length, long[] places) {
        int head = REFUSED.head(length);
        int from = 0;
        int count = 0;
        if (head >= 0) {
            Workspace workspace = Workspace.ofThread();
            long[] bits = workspace.longs();
            from = REFUSED.end(Simd.refused(margins, head, bits));
            count = ofBits(bits, from, places);
            workspace.giveBack(0, 1);
        }
        return ofRefused(margins, from, length, places, count);
    }

    private static int ofRefused(double[] margins, int from, int length, long[] places, int found) {
        int count = found;
        for (int i = from; i < length; i++) {
            places[count] = i;
            count += margins[i] > 0 ? 0 : 1;
        }
        return count;
    }

    private static final class Simd {
        private Simd() {}

        static int refused(double[] margins, int length, long[] bits) {
            if (length == 0) {
                return 0;
            }
            int lanes = Species.DOUBLES.length();
            int end = Species.DOUBLES.loopBound(length);
            for (int group = 0; group < end; group += GROUP) {
                int groupEnd = Math.min(group + GROUP, end);
                long found = 0;
                for (int i = group; i < groupEnd; i += lanes) {
                    DoubleVector margin = DoubleVector.fromArray(Species.DOUBLES, margins, i);
                    found |= margin.compare(VectorOperators.GT, 0).not().toLong() << (i - group);
                }
                bits[group / GROUP] = found;
            }
            return end;
        }
    }
}
