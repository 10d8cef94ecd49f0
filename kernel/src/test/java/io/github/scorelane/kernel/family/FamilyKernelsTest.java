package io.github.scorelane.kernel.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.kernel.statistics.ChiSquare;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests every univariate family's kernel against its scalar twin, which alone works arrays of one element, and against a reference.
 */
class FamilyKernelsTest {
    private static final SplitStream STREAM = SplitStream.ofHashed(20261201);
    private static final int FEW = 200;
    private static final int MANY = 40_000;
    private static final int BLOCK = 1000;
    private static final int CELLS = 24;
    /** Probability of a false failure of each of fewer than 50 tests. */
    private static final double LIMIT = 1e-9;

    static List<FamilyUnderTest> families() {
        return FamiliesUnderTest.all();
    }

    @ParameterizedTest
    @MethodSource("families")
    @Tag("bits")
    void blocksHaveTheBitsOfTheirElements(FamilyUnderTest family) {
        int rows = family.parameters().length;
        for (int length : new int[] {1, 7, 8, 9, 100, 1024}) {
            double[] x = new double[length + 4];
            double[] logPdf = new double[length + 4];
            double[][] scores = new double[rows][length + 4];
            family.draws().sample(STREAM, 5, x, 3, length);
            family.logPdf().logPdf(x.clone(), logPdf, 3, length);
            family.scores().scores(x.clone(), scores, 3, length);
            for (int i = 0; i < length; i++) {
                double[] one = new double[1];
                family.draws().sample(STREAM, 5 + i, one, 0, 1);
                assertEquals(one[0], x[3 + i], "draw " + i);
                double[] density = new double[1];
                family.logPdf().logPdf(one.clone(), density, 0, 1);
                assertEquals(density[0], logPdf[3 + i], "log density at " + one[0]);
                double[][] score = new double[rows][1];
                family.scores().scores(one.clone(), score, 0, 1);
                for (int k = 0; k < rows; k++) {
                    assertEquals(score[k][0], scores[k][3 + i], "score " + k + " at " + one[0]);
                }
            }
            assertEquals(0, x[2]);
            assertEquals(0, logPdf[3 + length]);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void logDensitiesAndScoresAreThoseOfTheReference(FamilyUnderTest family) {
        int rows = family.parameters().length;
        double[] x = new double[FEW];
        double[] logPdf = new double[FEW];
        double[][] scores = new double[rows][FEW];
        family.draws().sample(STREAM, 0, x, 0, FEW);
        family.logPdf().logPdf(x.clone(), logPdf, 0, FEW);
        family.scores().scores(x.clone(), scores, 0, FEW);
        for (int i = 0; i < FEW; i++) {
            double expected = family.reference().logPdf(family.parameters(), x[i]);
            assertEquals(expected, logPdf[i], 1e-11 * (1 + Math.abs(expected)), "log density at " + x[i]);
            for (int k = 0; k < rows; k++) {
                double score = slope(family, k, x[i]);
                assertEquals(score, scores[k][i], 1e-6 * (1 + Math.abs(score)), "score " + k + " at " + x[i]);
            }
        }
    }

    /** Differentiates the reference by a parameter, by central differences of the fourth order. */
    private static double slope(FamilyUnderTest family, int parameter, double x) {
        double at = family.parameters()[parameter];
        double step = 1e-3 * Math.min(1, Math.abs(at));
        DoubleUnaryOperator reference = shift -> {
            double[] parameters = family.parameters().clone();
            parameters[parameter] = at + shift * step;
            return family.reference().logPdf(parameters, x);
        };
        double near = reference.applyAsDouble(1) - reference.applyAsDouble(-1);
        double far = reference.applyAsDouble(2) - reference.applyAsDouble(-2);
        return (8 * near - far) / (12 * step);
    }

    @ParameterizedTest
    @MethodSource("families")
    void drawsHaveTheDensityOfTheReference(FamilyUnderTest family) {
        double[] edges = edges(family);
        double[] probabilities = new double[edges.length];
        probabilities[0] = 1;
        for (int k = 1; k < edges.length; k++) {
            probabilities[k] = probability(family, edges[k - 1], edges[k]);
            probabilities[0] -= probabilities[k];
        }
        long[] counts = new long[edges.length];
        double[] x = new double[BLOCK];
        for (int first = 0; first < MANY; first += BLOCK) {
            family.draws().sample(STREAM, first, x, 0, BLOCK);
            for (double each : x) {
                int place = Arrays.binarySearch(edges, each);
                int cell = place >= 0 ? place + 1 : -place - 1;
                counts[cell == edges.length ? 0 : cell]++;
            }
        }
        ChiSquare test = ChiSquare.of(counts, probabilities);
        assertTrue(test.pValue() > LIMIT, () -> test + ", p = " + test.pValue());
    }

    /** Returns edges of cells by draws from another part of the stream; all beyond the first and the last is one cell. */
    private static double[] edges(FamilyUnderTest family) {
        double[] x = new double[BLOCK];
        family.draws().sample(STREAM, 1L << 40, x, 0, BLOCK);
        Arrays.sort(x);
        double[] edges = new double[CELLS];
        Arrays.setAll(edges, k -> x[(k + 1) * BLOCK / (CELLS + 2)] + (family.discrete() ? 0.5 : 0));
        if (!family.discrete()) {
            return edges;
        }
        edges[0] = x[0] - 0.5;
        double[] distinct = Arrays.stream(edges).distinct().toArray();
        // The largest values are in the cell beyond, which has none else where the least value is the family's least.
        return Arrays.copyOf(distinct, distinct.length - 1);
    }

    /** Sums or integrates the reference between two edges, by the rule of Simpson on 64 parts. */
    private static double probability(FamilyUnderTest family, double from, double to) {
        DoubleUnaryOperator density = x -> Math.exp(family.reference().logPdf(family.parameters(), x));
        double sum = 0;
        if (family.discrete()) {
            for (double k = from + 0.5; k < to; k++) {
                sum += density.applyAsDouble(k);
            }
            return sum;
        }
        int parts = 64;
        double width = (to - from) / parts;
        for (int i = 0; i < parts; i++) {
            double left = from + i * width;
            sum += density.applyAsDouble(left) + 4 * density.applyAsDouble(left + 0.5 * width)
                    + density.applyAsDouble(left + width);
        }
        return sum * width / 6;
    }
}
