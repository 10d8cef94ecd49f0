package io.github.scorelane.distribution;

import static io.github.scorelane.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.kernel.statistics.ChiSquare;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionalDistributionTest {
    private static final SplitStream STREAM = SplitStream.ofHashed(77);
    private static final int ROWS = 2600;
    private static final int OFFSET = 3;
    private static final long FIRST = 41;

    /**
     * A conditional family, the univariate distribution with a row's parameters, and whether the family draws by quantiles.
     */
    private record Pair(ConditionalDistribution rows, Function<double[], UnivariateDistribution> single, boolean byQuantiles) {
        @Override
        public String toString() {
            return rows.toString();
        }

        /** Makes columns of parameters, from a wide range but for those that have to be positive. */
        double[][] columns() {
            SplittableRandom random = new SplittableRandom(6);
            return rows.parameterNames().stream()
                    .map(name -> random.doubles(ROWS).map(u -> name.equals("standard deviation") ? 0.1 + u : 12 * u - 6).toArray())
                    .toArray(double[][]::new);
        }
    }

    static Stream<Pair> pairs() {
        return Stream.of(
                new Pair(ConditionalNormal.of(), p -> Normal.of(p[0], p[1]), false),
                new Pair(ConditionalBernoulli.ofLogit(), p -> Bernoulli.ofLogit(p[0]), false),
                new Pair(ConditionalCategorical.ofLogits(2), Categorical::ofLogits, true),
                new Pair(ConditionalCategorical.ofLogits(7), Categorical::ofLogits, true));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    @Tag("bits")
    void aRowIsTheSingleDistributionBitForBit(Pair pair) {
        double[][] columns = pair.columns();
        int n = ROWS - OFFSET;
        double[] x = new double[ROWS];
        double[] logPdf = new double[ROWS];
        double[][] gradient = new double[columns.length][ROWS];
        pair.rows.sample(columns, STREAM, FIRST, x, OFFSET, n);
        pair.rows.logPdf(columns, x, logPdf, OFFSET, n);
        pair.rows.gradLogPdf(columns, x, gradient, OFFSET, n);
        double[] one = new double[1];
        double[][] scores = new double[columns.length][1];
        for (int i = OFFSET; i < ROWS; i++) {
            int row = i;
            double[] parameters = Arrays.stream(columns).mapToDouble(column -> column[row]).toArray();
            UnivariateDistribution single = pair.single.apply(parameters);
            long draw = FIRST + i - OFFSET;
            if (pair.byQuantiles) {
                STREAM.uniforms(draw, one, 0, 1);
                ((HasInverseCdf) single).inverseCdf(one, 0, one, 0, 1);
            } else {
                single.sample(STREAM, draw, one, 0, 1);
            }
            assertEquals(one[0], x[i], "draw of row " + i);
            single.gradLogPdf(one, 0, scores, 0, 1);
            for (int p = 0; p < scores.length; p++) {
                assertEquals(scores[p][0], gradient[p][i], "score " + p + " of row " + i);
            }
            single.logPdf(one, 0, one, 0, 1);
            assertEquals(one[0], logPdf[i], "log density of row " + i);
        }
        assertEquals(0, x[OFFSET - 1]);
    }

    /** Rows with four different parameters alternate. The draws of each kind have to fit the kind's own distribution. */
    @ParameterizedTest
    @MethodSource("pairs")
    void mixedRowsFit(Pair pair) {
        int kinds = 4;
        int n = 1 << 20;
        double[][] few = pair.columns();
        double[][] columns = new double[few.length][n];
        for (int p = 0; p < few.length; p++) {
            for (int i = 0; i < n; i++) {
                columns[p][i] = few[p][i * 7 % kinds] / 3;
            }
        }
        double[] x = new double[n];
        pair.rows.sample(columns, STREAM, 0, x, 0, n);
        for (int kind = 0; kind < kinds; kind++) {
            int at = kind;
            double[] parameters = Arrays.stream(columns).mapToDouble(column -> column[at]).toArray();
            ChiSquare test = test(pair.single.apply(parameters), x, kind, kinds);
            assertTrue(test.pValue() > 1e-9, pair + ", kind " + kind + ": " + test);
        }
    }

    /** Tests draws with a chi-square test, on cells that are whole numbers or end at quantiles of the normal distribution. */
    private static ChiSquare test(UnivariateDistribution d, double[] x, int first, int step) {
        double[] edges = {-1.2, -0.6, -0.2, 0.1, 0.5, 1, 1.7};
        double[] probabilities = new double[8];
        if (d instanceof Normal) {
            double[] p = d.parameters();
            var law = org.apache.commons.statistics.distribution.NormalDistribution.of(0, 1);
            for (int k = 0; k < 8; k++) {
                probabilities[k] = law.probability(k == 0 ? -40 : edges[k - 1], k == 7 ? 40 : edges[k]);
            }
            Arrays.setAll(edges, k -> p[0] + p[1] * edges[k]);
        } else {
            probabilities = new double[Math.max(2, d.parameters().length)];
            Arrays.setAll(edges, k -> k + 0.5);
            double[] values = new double[probabilities.length];
            Arrays.setAll(values, k -> k);
            d.logPdf(values, 0, probabilities, 0, values.length);
            for (int k = 0; k < probabilities.length; k++) {
                probabilities[k] = Math.exp(probabilities[k]);
            }
        }
        long[] counts = new long[probabilities.length];
        for (int i = first; i < x.length; i += step) {
            int cell = 0;
            while (cell < edges.length && x[i] >= edges[cell]) {
                cell++;
            }
            counts[cell]++;
        }
        return ChiSquare.of(counts, probabilities);
    }

    @Test
    void badParametersAreRefusedByTheirRow() {
        double[] x = new double[5];
        double[][] gradient = new double[2][5];
        double[][] columns = {{0, 1, 2, 3, 4}, {1, 1, 1, -1, 1}};
        ConditionalNormal normal = ConditionalNormal.of();
        refused("standard deviation of row 3 is not strictly positive: -1.0",
                () -> normal.sample(columns, STREAM, 0, x, 0, 5));
        refused("standard deviation of row 3 is not strictly positive: -1.0", () -> normal.logPdf(columns, x, x, 2, 3));
        normal.gradLogPdf(columns, x, gradient, 0, 3);
        double[][] logits = {{0, 1, 2, 3, 4}, {1, 1, Double.NaN, 1, 1}};
        refused("logit[1] of row 2 is not finite: NaN",
                () -> ConditionalCategorical.ofLogits(2).gradLogPdf(logits, x, gradient, 1, 4));
        refused("number of columns of parameters is not 1: 2",
                () -> ConditionalBernoulli.ofLogit().sample(logits, STREAM, 0, x, 0, 5));
        refused("parameters[0] is too short: offset 0 + length 6 > 5",
                () -> normal.sample(columns, STREAM, 0, new double[6], 0, 6));
        refused("number of rows of gradient is not 2: 1",
                () -> normal.gradLogPdf(columns, x, new double[1][5], 0, 3));
    }
}
