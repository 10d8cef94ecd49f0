package io.github.scorelane.kernel.fit;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.sum.EightLanes;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums over all of eight lanes but one or two: a fit to such a sum is independent of the lanes that are left out, to which alone it
 * may be applied. Lanes are written twice, one after the other, so that those that follow lane q, in a circle, can be read from
 * place q on.
 *
 * <p>There are {@value #COUNT} sums. Place 8d + q is the sum without the lanes q and q + d in the circle, for d = 0 … 4. For d = 4
 * the sums for q and q + 4 would be the same, so the last four places hold sums over all or half of the lanes instead. With a_j the
 * lane j places after q, one is
 *
 * <pre>
 *     d = 0: (a₁ + a₂) + A₃    1: a₂ + A₃    2: a₁ + A₃    3: (a₁ + a₂) + A₄    4: ((a₁ + a₂) + a₃) + A₅
 * </pre>
 *
 * <p>with A₆ = a₆ + a₇ and A_j = a_j + A_{j+1}.
 */
public final class LeaveTwoOut {
    /** Number of sums. */
    public static final int COUNT = 5 * EightLanes.COUNT;
    /** Index of the sum of all lanes, added by pairs. */
    public static final int ALL = 4 * EightLanes.COUNT + 4;
    /** Index of the sum of the first four lanes, added by pairs. */
    public static final int FIRST_HALF = ALL + 1;
    /** Index of the sum of the last four lanes, added by pairs. */
    public static final int SECOND_HALF = ALL + 2;
    /** Number of doubles that eight lanes take when they are written twice. */
    public static final int LANES = 2 * EightLanes.COUNT;

    /** The gate's elements are the lanes of numbers. */
    private static final Gate GATE = Gate.ofVectors(LeaveTwoOut::rehearse);

    private LeaveTwoOut() {}

    private static void rehearse(double[] numbers, double[] results, int n) {
        double[] lanes = numbers.clone();
        int count = (n + LANES - 1) / LANES;
        sum(lanes, count, results);
        System.arraycopy(lanes, 0, results, count * COUNT, count * LANES);
    }

    /**
     * Returns the index of the sum without two lanes.
     *
     * @param q one lane
     * @param l another one, or the same
     * @return the place
     */
    public static int place(int q, int l) {
        int d = l - q & EightLanes.COUNT - 1;
        if (d < 4) {
            return d * EightLanes.COUNT + q;
        }
        return d == 4 ? 4 * EightLanes.COUNT + Math.min(q, l) : (EightLanes.COUNT - d) * EightLanes.COUNT + l;
    }

    /**
     * Sums several numbers' lanes.
     *
     * @param lanes the lanes of each number at every other eight places; those between are set to the same
     * @param numbers number of numbers
     * @param sums receives their sums, {@value #COUNT} for each
     * @throws IllegalArgumentException if an array is too short
     */
    public static void sum(double[] lanes, int numbers, double[] sums) {
        ArrayRange.check("lanes", lanes.length, 0, numbers * LANES);
        ArrayRange.check("sums", sums.length, 0, numbers * COUNT);
        int head = GATE.head(numbers * EightLanes.COUNT);
        int from = head < 0 ? 0 : GATE.end(Simd.sum(lanes, head, sums));
        sum(lanes, from / EightLanes.COUNT, numbers, sums);
        halves(lanes, numbers, sums);
    }

    private static void sum(double[] lanes, int from, int numbers, double[] sums) {
        for (int k = from; k < numbers; k++) {
            System.arraycopy(lanes, k * LANES, lanes, k * LANES + EightLanes.COUNT, EightLanes.COUNT);
            for (int q = 0; q < EightLanes.COUNT; q++) {
                sum(lanes, k * LANES + q, sums, k * COUNT + q);
            }
        }
    }

    private static void sum(double[] lanes, int q, double[] sums, int at) {
        double two = lanes[q + 1] + lanes[q + 2];
        double fromFive = lanes[q + 5] + (lanes[q + 6] + lanes[q + 7]);
        double fromFour = lanes[q + 4] + fromFive;
        double fromThree = lanes[q + 3] + fromFour;
        sums[at] = two + fromThree;
        sums[at + 8] = lanes[q + 2] + fromThree;
        sums[at + 16] = lanes[q + 1] + fromThree;
        sums[at + 24] = two + fromFour;
        sums[at + 32] = (two + lanes[q + 3]) + fromFive;
    }

    private static void halves(double[] lanes, int numbers, double[] sums) {
        for (int k = 0; k < numbers; k++) {
            halves(lanes, k * LANES, sums, k * COUNT);
        }
    }

    private static void halves(double[] lanes, int q, double[] sums, int at) {
        double first = (lanes[q] + lanes[q + 1]) + (lanes[q + 2] + lanes[q + 3]);
        double second = (lanes[q + 4] + lanes[q + 5]) + (lanes[q + 6] + lanes[q + 7]);
        sums[at + ALL] = first + second;
        sums[at + FIRST_HALF] = first;
        sums[at + SECOND_HALF] = second;
        sums[at + SECOND_HALF + 1] = first + second;
    }

    private static final class Simd {
        private Simd() {}

        /**
         * Returns the number of lanes that were summed. If not all lanes of a number are among them, the twin makes all of that
         * number's sums.
         */
        static int sum(double[] lanes, int length, double[] sums) {
            int end = Species.DOUBLES.loopBound(length);
            repeat(lanes, (end + EightLanes.COUNT - 1) / EightLanes.COUNT);
            add(lanes, end, sums);
            return end;
        }

        private static void repeat(double[] lanes, int numbers) {
            if (numbers == 0) {
                return;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            for (int share = 0; share < EightLanes.COUNT; share += d.length()) {
                for (int q = share; q < numbers * LANES; q += LANES) {
                    DoubleVector.fromArray(d, lanes, q).intoArray(lanes, q + EightLanes.COUNT);
                }
            }
        }

        private static void add(double[] lanes, int length, double[] sums) {
            if (length == 0) {
                return;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            for (int share = 0; share < EightLanes.COUNT; share += d.length()) {
                int numbers = (length - share + EightLanes.COUNT - 1) / EightLanes.COUNT;
                for (int k = 0; k < numbers; k++) {
                    int q = k * LANES + share;
                    int at = k * COUNT + share;
                    DoubleVector one = DoubleVector.fromArray(d, lanes, q + 1);
                    DoubleVector second = DoubleVector.fromArray(d, lanes, q + 2);
                    DoubleVector third = DoubleVector.fromArray(d, lanes, q + 3);
                    DoubleVector two = one.add(second);
                    DoubleVector fromFive = DoubleVector.fromArray(d, lanes, q + 5)
                            .add(DoubleVector.fromArray(d, lanes, q + 6).add(DoubleVector.fromArray(d, lanes, q + 7)));
                    DoubleVector fromFour = DoubleVector.fromArray(d, lanes, q + 4).add(fromFive);
                    DoubleVector fromThree = third.add(fromFour);
                    two.add(fromThree).intoArray(sums, at);
                    second.add(fromThree).intoArray(sums, at + 8);
                    one.add(fromThree).intoArray(sums, at + 16);
                    two.add(fromFour).intoArray(sums, at + 24);
                    two.add(third).add(fromFive).intoArray(sums, at + 32);
                }
            }
        }
    }
}
