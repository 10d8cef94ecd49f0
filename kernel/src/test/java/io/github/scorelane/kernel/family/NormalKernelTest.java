package io.github.scorelane.kernel.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.scorelane.kernel.stream.SplitStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Writes the formulas out again in plain Java, whose bits every width has to equal. */
@Tag("bits")
class NormalKernelTest {
    private static final double MEAN = 0.7;
    private static final double SD = 1.3;

    @Test
    void aRowDrawsFromAsManyNormals() {
        SplitStream stream = SplitStream.of(6);
        int dimension = 2051;
        double[] means = new double[dimension];
        double[] sds = new double[dimension];
        stream.uniforms(0, means, 0, dimension);
        stream.uniforms(5000, sds, 0, dimension);
        double[] row = new double[dimension];
        NormalKernel.sample(means, sds, stream, 12L * dimension, row);
        for (int d = 0; d < dimension; d++) {
            double[] one = new double[1];
            NormalSampler.sample(means[d], sds[d], stream.column(d, dimension), 12, one, 0, 1);
            assertEquals(one[0], row[d]);
        }
    }

    @Test
    void densitiesAndScoresAreTheFormulas() {
        double scale = 1 / SD;
        double atMode = -Math.log(SD) - 0.5 * Math.log(2 * Math.PI);
        for (int length : new int[] {0, 1, 7, 8, 9, 17, 1000}) {
            for (int offset : new int[] {0, 2, 5}) {
                double[] x = new double[length + 5];
                SplitStream.of(length).uniforms(0, x, 0, x.length);
                double[] logPdf = new double[length + 5];
                double[] mean = new double[length + 5];
                double[] sd = new double[length + 5];
                double[] meanAlone = new double[length + 5];
                double[] sdAlone = new double[length + 5];
                NormalKernel.logPdf(MEAN, SD, x, 2, logPdf, offset, length);
                NormalKernel.gradLogPdf(MEAN, SD, x, 2, mean, sd, offset, length);
                NormalKernel.scoreOfMean(MEAN, SD, x, 2, meanAlone, offset, length);
                NormalKernel.scoreOfStandardDeviation(MEAN, SD, x, 2, sdAlone, offset, length);
                for (int i = 0; i < x.length; i++) {
                    boolean inside = i >= offset && i < offset + length;
                    double z = inside ? (x[2 + i - offset] - MEAN) * scale : 0;
                    assertEquals(inside ? -0.5 * z * z + atMode : 0, logPdf[i], 1e-15);
                    assertEquals(inside ? z * scale : 0, mean[i]);
                    assertEquals(inside ? Math.fma(z, z, -1) * scale : 0, sd[i]);
                    assertEquals(mean[i], meanAlone[i]);
                    assertEquals(sd[i], sdAlone[i]);
                }
            }
        }
    }

    @Test
    void refusesRangesOutsideTheirArrays() {
        double[] two = new double[2];
        double[] three = new double[3];
        refused("x is too short: offset 0 + length 3 > 2",
                () -> NormalKernel.sample(three, three, SplitStream.of(1), 0, two));
        refused("logPdf is too short: offset 0 + length 3 > 2", () -> NormalKernel.logPdf(0, 1, three, 0, two, 0, 3));
        refused("gradient[1] is too short: offset 0 + length 3 > 2",
                () -> NormalKernel.gradLogPdf(0, 1, three, 0, three, two, 0, 3));
        refused("gradient is too short: offset 0 + length 3 > 2",
                () -> NormalKernel.scoreOfMean(0, 1, three, 0, two, 0, 3));
        refused("offset of x is negative: -1",
                () -> NormalKernel.scoreOfStandardDeviation(0, 1, three, -1, three, 0, 3));
    }

    private static void refused(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
