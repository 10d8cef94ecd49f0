package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Lanes;
import io.github.scorelane.kernel.Species;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Where a density is 0. */
final class Support {
    private Support() {}

    /**
     * Makes log densities −∞ where their points are outside the support. NaN is not outside.
     *
     * @param least the support's least number
     * @param most its greatest, itself finite, so that +∞ is outside
     * @param x the points
     * @param logPdf their log densities
     * @param offset where both begin
     * @param length how many
     */
    static void clear(double least, double most, double[] x, double[] logPdf, int offset, int length) {
        int head = Lanes.masks(length);
        for (int i = head == 0 ? 0 : Simd.clear(least, most, x, logPdf, offset, head); i < length; i++) {
            if (x[offset + i] < least || x[offset + i] > most) {
                logPdf[offset + i] = Double.NEGATIVE_INFINITY;
            }
        }
    }

    /**
     * Makes log masses −∞ where their points are not whole numbers of at least 0.
     *
     * @param atZero the log mass of 0, which is put there
     * @param x the points
     * @param logPdf their log masses
     * @param offset where both begin
     * @param length how many
     */
    static void clearBetweenWholes(double atZero, double[] x, double[] logPdf, int offset, int length) {
        int head = Lanes.masks(length);
        for (int i = head == 0 ? 0 : Simd.clearBetweenWholes(atZero, x, logPdf, offset, head); i < length; i++) {
            double point = x[offset + i];
            if (!(point > 0 && point < Double.POSITIVE_INFINITY && point == Math.rint(point))) {
                logPdf[offset + i] = point == 0 ? atZero : Double.NEGATIVE_INFINITY;
            }
        }
    }

    private static final class Simd {
        /** From here on all numbers are whole; a sum with it is rounded to a whole one. */
        private static final double WHOLE = 0x1p52;

        private Simd() {}

        static int clear(double least, double most, double[] x, double[] logPdf, int offset, int length) {
            int end = Species.DOUBLES.loopBound(length);
            for (int i = 0; i < end; i += Species.DOUBLES.length()) {
                DoubleVector v = DoubleVector.fromArray(Species.DOUBLES, x, offset + i);
                VectorMask<Double> outside = v.compare(VectorOperators.LT, least).or(v.compare(VectorOperators.GT, most));
                DoubleVector.fromArray(Species.DOUBLES, logPdf, offset + i).blend(Double.NEGATIVE_INFINITY, outside)
                        .intoArray(logPdf, offset + i);
            }
            return end;
        }

        static int clearBetweenWholes(double atZero, double[] x, double[] logPdf, int offset, int length) {
            int end = Species.DOUBLES.loopBound(length);
            for (int i = 0; i < end; i += Species.DOUBLES.length()) {
                DoubleVector v = DoubleVector.fromArray(Species.DOUBLES, x, offset + i);
                DoubleVector capped = v.min(WHOLE);
                VectorMask<Double> isWhole = capped.add(WHOLE).sub(WHOLE).compare(VectorOperators.EQ, capped)
                        .and(v.compare(VectorOperators.LT, Double.POSITIVE_INFINITY)).and(v.compare(VectorOperators.GE, 0));
                DoubleVector.broadcast(Species.DOUBLES, Double.NEGATIVE_INFINITY)
                        .blend(DoubleVector.fromArray(Species.DOUBLES, logPdf, offset + i), isWhole)
                        .blend(atZero, v.compare(VectorOperators.EQ, 0)).intoArray(logPdf, offset + i);
            }
            return end;
        }
    }
}
