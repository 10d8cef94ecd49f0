package io.github.scorelane.kernel.family;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.kernel.stream.SplitStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests points outside of a support, at every place of a vector and behind the last one. */
@Tag("bits")
class SupportTest {
    private static final double OUTSIDE = Double.NEGATIVE_INFINITY;
    private static final int[] LENGTHS = {0, 1, 7, 8, 9, 17, 100};
    private static final double[] POINTS = {-1, -0.0, 0, Double.MIN_VALUE, 0.5, 1, 1.5, 2, 3, 0x1p52 + 1, 0x1p60,
        Double.POSITIVE_INFINITY, OUTSIDE, Double.NaN};

    private static double[] points(int length) {
        double[] x = new double[length + 4];
        for (int i = 0; i < x.length; i++) {
            x[i] = POINTS[(int) (POINTS.length * SplitStream.of(3).uniform(i))];
        }
        return x;
    }

    @Test
    void pointsBeyondTheBoundsHaveNoDensity() {
        for (int length : LENGTHS) {
            double[] x = points(length);
            double[] logPdf = new double[length + 4];
            Support.clear(0, 1.5, x, logPdf, 2, length);
            for (int i = 0; i < x.length; i++) {
                boolean isInside = i >= 2 && i < 2 + length;
                assertEquals(isInside && (x[i] < 0 || x[i] > 1.5) ? OUTSIDE : 0, logPdf[i], "at " + x[i]);
            }
        }
    }

    @Test
    void pointsBetweenWholeNumbersHaveNoMass() {
        for (int length : LENGTHS) {
            double[] x = points(length);
            double[] logPdf = new double[length + 4];
            Support.clearBetweenWholes(-7, x, logPdf, 2, length);
            for (int i = 2; i < 2 + length; i++) {
                boolean isWhole = x[i] > 0 && x[i] == Math.rint(x[i]) && x[i] < Double.POSITIVE_INFINITY;
                double expected = isWhole ? 0 : x[i] == 0 ? -7 : OUTSIDE;
                assertEquals(expected, logPdf[i], "at " + x[i]);
            }
            assertEquals(0, logPdf[1]);
            assertEquals(0, logPdf[2 + length]);
        }
    }
}
