package io.github.scorelane.kernel.fit;

import io.github.scorelane.kernel.ArrayRange;
import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import io.github.scorelane.kernel.math.Fma;
import io.github.scorelane.kernel.sum.EightLanes;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Compares two constants, m and k, in the lanes that they are fitted without. The gain of β in a lane is what it saves of Σf²s²,
 * with φ = f − c, times a unit: (c + β)((c − β)Σs² + 2Σφs²). Its loss there is Σ(φ − β)²s² − Σφ²s², which is β(βΣs² − 2Σφs²). The
 * differences of the losses of m and k, the gains of m and their squares, and the gains of k and their squares are added up.
 *
 * <p>For each lane q the seven others are added up in the order in which they follow it, in a circle, to 0; for samples that are in
 * no lane there are the numbers of all eight lanes, each fitted without that lane alone.
 */
public final class ConstantGains {
    /** Index of the differences of losses. */
    public static final int DIFFERENCE = 0;
    /** Index of the gains of m; their squares follow. */
    public static final int MEAN = 2 * EightLanes.COUNT;
    /** Index of the gains of k; their squares follow. */
    public static final int CONSTANT = 6 * EightLanes.COUNT;
    /** Distance from numbers to their squares. */
    public static final int SQUARES = 2 * EightLanes.COUNT;
    /** Distance from the sums for each lane to the numbers for samples that are in no lane. */
    public static final int OTHERS = EightLanes.COUNT;
    /** Number of doubles that all of them take. */
    public static final int LENGTH = 10 * EightLanes.COUNT;
    /** Number of doubles that a caller lends as scratch. */
    public static final int SCRATCH = 10 * LeaveTwoOut.LANES;

    private static final int K = 5 * LeaveTwoOut.LANES;

    private static final Gate GATE = Gate.of(false, 100, ConstantGains::rehearse);

    private ConstantGains() {}

    private static void rehearse(double[] numbers, double[] results, int n) {
        double[] k = Arrays.copyOfRange(numbers, LeaveTwoOut.COUNT, 2 * LeaveTwoOut.COUNT);
        sum(numbers, 2 * LeaveTwoOut.COUNT, numbers, k, 0.5, 2, results, new double[SCRATCH]);
    }

    /**
     * Adds up the gains and losses in the lanes.
     *
     * @param lanes Σφs² and Σs² of each lane, as {@link LeaveTwoOut#sum} leaves them, from a place on
     * @param at the place
     * @param m m for each place of {@link LeaveTwoOut}
     * @param k k for each place
     * @param c c
     * @param unit the unit of gains
     * @param gains receives all of them
     * @param scratch scratch, whose content is lost
     * @throws IllegalArgumentException if an array is too short
     */
    public static void sum(double[] lanes, int at, double[] m, double[] k, double c, double unit, double[] gains,
            double[] scratch) {
        ArrayRange.check("lanes", lanes.length, at, 2 * LeaveTwoOut.LANES);
        ArrayRange.check("m", m.length, 0, LeaveTwoOut.COUNT);
        ArrayRange.check("k", k.length, 0, LeaveTwoOut.COUNT);
        ArrayRange.check("gains", gains.length, 0, LENGTH);
        ArrayRange.check("scratch", scratch.length, 0, SCRATCH);
        repeat(m, scratch, 0);
        repeat(k, scratch, K);
        int head = GATE.head(EightLanes.COUNT);
        int from = head < 0 ? 0 : GATE.end(Simd.sum(lanes, at, scratch, c, unit, head, gains));
        sum(lanes, at, scratch, c, unit, from, gains);
        others(lanes, at, scratch, c, unit, gains);
    }

    private static void sum(double[] lanes, int at, double[] scratch, double c, double unit, int from, double[] gains) {
        for (int q = from; q < EightLanes.COUNT; q++) {
            clear(gains, q);
            for (int d = 1; d < EightLanes.COUNT; d++) {
                add(lanes, at + q + d, scratch, place(d) + q, c, unit, gains, q);
            }
        }
    }

    private static void others(double[] lanes, int at, double[] scratch, double c, double unit, double[] gains) {
        for (int q = 0; q < EightLanes.COUNT; q++) {
            clear(gains, q + OTHERS);
            add(lanes, at + q, scratch, q, c, unit, gains, q + OTHERS);
        }
    }

    /** Writes each place twice, as the lanes are, so that a circle can be read in one go. */
    private static void repeat(double[] places, double[] scratch, int at) {
        for (int d = 0; d < 5; d++) {
            int to = at + d * LeaveTwoOut.LANES;
            System.arraycopy(places, d * EightLanes.COUNT, scratch, to, EightLanes.COUNT);
            System.arraycopy(places, d * EightLanes.COUNT, scratch, to + EightLanes.COUNT, EightLanes.COUNT);
        }
        int opposite = at + 4 * LeaveTwoOut.LANES; // Lanes that are four apart share one number.
        System.arraycopy(scratch, opposite, scratch, opposite + 4, 4);
    }

    /** Returns the index of the number for lane 0 and the lane d after it, behind which the numbers for the next lanes stand. */
    private static int place(int d) {
        return d <= 4 ? d * LeaveTwoOut.LANES : (EightLanes.COUNT - d) * LeaveTwoOut.LANES + d;
    }

    private static void clear(double[] gains, int q) {
        gains[q + DIFFERENCE] = 0;
        gains[q + MEAN] = 0;
        gains[q + MEAN + SQUARES] = 0;
        gains[q + CONSTANT] = 0;
        gains[q + CONSTANT + SQUARES] = 0;
    }

    private static void add(double[] lanes, int lane, double[] scratch, int place, double c, double unit, double[] gains, int q) {
        double fss = lanes[lane] + lanes[lane];
        double ss = lanes[lane + LeaveTwoOut.LANES];
        double m = scratch[place];
        double k = scratch[place + K];
        gains[q + DIFFERENCE] += m * Fma.fma(m, ss, -fss) - k * Fma.fma(k, ss, -fss);
        double ofM = unit * (c + m) * Fma.fma(c - m, ss, fss);
        gains[q + MEAN] += ofM;
        gains[q + MEAN + SQUARES] = Fma.fma(ofM, ofM, gains[q + MEAN + SQUARES]);
        double ofK = unit * (c + k) * Fma.fma(c - k, ss, fss);
        gains[q + CONSTANT] += ofK;
        gains[q + CONSTANT + SQUARES] = Fma.fma(ofK, ofK, gains[q + CONSTANT + SQUARES]);
    }

    private static final class Simd {
        private Simd() {}

        static int sum(double[] lanes, int at, double[] scratch, double c, double unit, int length, double[] gains) {
            if (length == 0) {
                return 0;
            }
            VectorSpecies<Double> d = Species.DOUBLES;
            int end = d.loopBound(length);
            DoubleVector centre = DoubleVector.broadcast(d, c);
            DoubleVector units = DoubleVector.broadcast(d, unit);
            for (int q = 0; q < end; q += d.length()) {
                DoubleVector difference = DoubleVector.zero(d);
                DoubleVector ofM = DoubleVector.zero(d);
                DoubleVector squaresOfM = DoubleVector.zero(d);
                DoubleVector ofK = DoubleVector.zero(d);
                DoubleVector squaresOfK = DoubleVector.zero(d);
                for (int distance = 1; distance < EightLanes.COUNT; distance++) {
                    int lane = at + q + distance;
                    int place = place(distance) + q;
                    DoubleVector half = DoubleVector.fromArray(d, lanes, lane);
                    DoubleVector fss = half.add(half);
                    DoubleVector minus = fss.neg();
                    DoubleVector ss = DoubleVector.fromArray(d, lanes, lane + LeaveTwoOut.LANES);
                    DoubleVector m = DoubleVector.fromArray(d, scratch, place);
                    DoubleVector k = DoubleVector.fromArray(d, scratch, place + K);
                    difference = m.mul(m.fma(ss, minus)).sub(k.mul(k.fma(ss, minus))).add(difference);
                    DoubleVector gainOfM = centre.add(m).mul(units).mul(centre.sub(m).fma(ss, fss));
                    ofM = gainOfM.add(ofM);
                    squaresOfM = gainOfM.fma(gainOfM, squaresOfM);
                    DoubleVector gainOfK = centre.add(k).mul(units).mul(centre.sub(k).fma(ss, fss));
                    ofK = gainOfK.add(ofK);
                    squaresOfK = gainOfK.fma(gainOfK, squaresOfK);
                }
                difference.intoArray(gains, q + DIFFERENCE);
                ofM.intoArray(gains, q + MEAN);
                squaresOfM.intoArray(gains, q + MEAN + SQUARES);
                ofK.intoArray(gains, q + CONSTANT);
                squaresOfK.intoArray(gains, q + CONSTANT + SQUARES);
            }
            return end;
        }
    }
}
