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

    private static final class Simd {
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
    }
}
