package io.github.scorelane.kernel.family;

import io.github.scorelane.kernel.Gate;
import io.github.scorelane.kernel.Species;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Makes densities 0, and log densities −∞, outside of a support. */
final class Support {
    private static final Gate CLEAR = Gate.ofMasks((numbers, results, n) -> {
        Arrays.fill(results, 0, n, 3.0);
        clear(-1, 2, numbers, results, 0, n);
    });
    private static final Gate BETWEEN_WHOLES = Gate.ofMasks((numbers, results, n) -> {
        double[] x = Arrays.copyOf(numbers, n);
        for (int i = 0; i < n; i += 3) {
            x[i] = Math.rint(x[i]);
        }
        Arrays.fill(results, 0, n, 3.0);
        clearBetweenWholes(2, x, results, 0, n);
    });

    private Support() {}

    /**
     * Makes log densities −∞ where their points are outside the support. NaN is not outside.
     *
     * @param least the support's least number
     * @param most its greatest, itself finite, so that +∞ is outside
     * @param x the points
     * @param logPdf their log densities
     * @param offset index of the first element in both arrays
     * @param length number of elements
     */
    static void clear(double least, double most, double[] x, double[] logPdf, int offset, int length) {
        int head = CLEAR.head(length);
        int from = head < 0 ? 0 : CLEAR.end(Simd.clear(least, most, x, logPdf, offset, head));
        clear(least, most, x, logPdf, offset, from, length);
    }

    private static void clear(double least, double most, double[] x, double[] logPdf, int offset, int from, int length) {
        for (int i = from; i < length; i++) {
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
     * @param offset index of the first element in both arrays
     * @param length number of elements
     */
    static void clearBetweenWholes(double atZero, double[] x, double[] logPdf, int offset, int length) {
        int head = BETWEEN_WHOLES.head(length);
        int from = head < 0 ? 0 : BETWEEN_WHOLES.end(Simd.clearBetweenWholes(atZero, x, logPdf, offset, head));
        clearBetweenWholes(atZero, x, logPdf, offset, from, length);
    }

    private static void clearBetweenWholes(double atZero, double[] x, double[] logPdf, int offset, int from, int length) {
        for (int i = from; i < length; i++) {
            double point = x[offset + i];
            if (!(point > 0 && point < Double.POSITIVE_INFINITY && point == Math.rint(point))) {
                logPdf[offset + i] = point == 0 ? atZero : Double.NEGATIVE_INFINITY;
            }
        }
    }

    private static final class Simd {
        /** Number from which on all doubles are whole, so that a sum with it is rounded to a whole one. */
        private static final double WHOLE = 0x1p52;

        private Simd() {}

        static int clear(double least, double most, double[] x, double[] logPdf, int offset, int length) {
            if (length == 0) {
                return 0;
            }
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
            if (length == 0) {
                return 0;
            }
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
