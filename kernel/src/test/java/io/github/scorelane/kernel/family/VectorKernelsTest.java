package io.github.scorelane.kernel.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.kernel.math.LogMinusDigamma;
import io.github.scorelane.kernel.statistics.Cells;
import io.github.scorelane.kernel.statistics.ChiSquare;
import io.github.scorelane.kernel.statistics.Draws;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests kernels over columns against their scalar twins, which alone work single elements, and against plain Java. */
class VectorKernelsTest {
    private static final SplitStream STREAM = SplitStream.ofHashed(20261202);
    private static final int N = 500;
    /** Probability of a false failure of each of five tests. */
    private static final double LIMIT = 1e-9;
    private static final double[] LOGITS = {0.5, -1, 0.2, 1};

    private static double[] column(double[][] x, int i) {
        return Arrays.stream(x).mapToDouble(row -> row[i]).toArray();
    }

    private static double slope(double[] parameters, int k, ToDoubleFunction<double[]> f) {
        double step = 1e-4;
        double[] up = parameters.clone();
        double[] down = parameters.clone();
        up[k] += step;
        down[k] -= step;
        return (f.applyAsDouble(up) - f.applyAsDouble(down)) / (2 * step);
    }

    private static double logSumExp(double[] logits) {
        return Math.log(Arrays.stream(logits).map(Math::exp).sum());
    }

    @Test
    @Tag("bits")
    void normalRowsAreNormalKernelsOfTheirParameters() {
        double[] means = new double[N];
        double[] deviations = new double[N];
        STREAM.uniforms(0, means, 0, N);
        STREAM.uniforms(N, deviations, 0, N);
        double[] x = new double[N];
        double[] logPdf = new double[N];
        double[] byMean = new double[N];
        double[] byDeviation = new double[N];
        NormalRows.sample(means, deviations, STREAM, 7, x, 0, N);
        NormalRows.logPdf(means, deviations, x, logPdf, 0, N);
        NormalRows.scores(means, deviations, x, byMean, byDeviation, 0, N);
        for (int i = 0; i < N; i++) {
            double[] one = new double[1];
            double[] density = new double[1];
            double[][] scores = new double[2][1];
            NormalSampler.sample(means[i], deviations[i], STREAM, 7 + i, one, 0, 1);
            NormalKernel.logPdf(means[i], deviations[i], one, 0, density, 0, 1);
            NormalKernel.gradLogPdf(means[i], deviations[i], one, 0, scores[0], scores[1], 0, 1);
            assertEquals(one[0], x[i]);
            assertEquals(density[0], logPdf[i]);
            assertEquals(scores[0][0], byMean[i]);
            assertEquals(scores[1][0], byDeviation[i]);
        }
    }

    @Test
    @Tag("bits")
    void triangularProductsAreThoseOfPlainLoopsAndSolvesUndoThem() {
        int rows = 7;
        double[] triangle = new double[TriangularKernel.row(rows)];
        STREAM.uniforms(0, triangle, 0, triangle.length);
        for (int i = 0; i < rows; i++) {
            triangle[TriangularKernel.row(i) + i] += 1;
        }
        double[][] v = new double[rows][N + 3];
        for (int i = 0; i < rows; i++) {
            STREAM.substream(i).uniforms(0, v[i], 0, N + 3);
        }
        double[][] x = Arrays.stream(v).map(double[]::clone).toArray(double[][]::new);
        TriangularKernel.multiply(triangle, x, 2, N);
        for (int s = 0; s < N + 3; s++) {
            for (int i = 0; i < rows; i++) {
                double product = 0;
                for (int j = 0; j < rows; j++) {
                    product += j <= i ? triangle[TriangularKernel.row(i) + j] * v[j][s] : 0;
                }
                boolean isInside = s >= 2 && s < N + 2;
                assertEquals(isInside ? product : v[i][s], x[i][s], 1e-14 * rows, "row " + i + " of vector " + s);
            }
        }
        TriangularKernel.solve(triangle, x, 2, N);
        double[][] y = Arrays.stream(v).map(double[]::clone).toArray(double[][]::new);
        TriangularKernel.solveTransposed(TriangularKernel.byColumns(triangle, rows), y, 2, N);
        for (int s = 2; s < N + 2; s++) {
            for (int i = 0; i < rows; i++) {
                assertEquals(v[i][s], x[i][s], 1e-11);
                double product = 0;
                for (int j = i; j < rows; j++) {
                    product += triangle[TriangularKernel.row(j) + i] * y[j][s];
                }
                assertEquals(v[i][s], product, 1e-11);
            }
        }
    }

    @Test
    @Tag("bits")
    void dirichletBlocksHaveTheBitsOfTheirElements() {
        for (double[] concentrations : new double[][] {{2, 3, 1.5}, {0.5, 3, 0.7}}) {
            boolean inLogs = concentrations[0] < 1;
            ShapeSum sum = ShapeSum.of(concentrations);
            double[][] x = new double[3][N];
            double[][] logRatios = new double[3][N];
            DirichletKernel.sample(concentrations, inLogs, sum, STREAM, 4, x, logRatios, 0, N);
            for (int i = 0; i < N; i++) {
                double[][] one = new double[3][1];
                DirichletKernel.sample(concentrations, inLogs, sum, STREAM, 4 + i, one, 0, 1);
                assertEquals(1, column(x, i)[0] + column(x, i)[1] + column(x, i)[2], 1e-14);
                for (int k = 0; k < 3; k++) {
                    assertEquals(one[k][0], x[k][i]);
                    assertEquals(Math.log(x[k][i] * sum.value() / concentrations[k]), logRatios[k][i], 1e-12);
                    double[] ofPoint = new double[1];
                    DirichletKernel.logRatios(concentrations[k], sum, one[k], 0, ofPoint, 0, 1);
                    assertEquals(logRatios[k][i], ofPoint[0], 1e-12);
                }
            }
        }
    }

    @Test
    void dirichletCoordinatesAreBetaAndScoresAreTheDensitysSlopes() {
        double[] concentrations = {0.5, 3, 0.7};
        ShapeSum sum = ShapeSum.of(concentrations);
        Draws first = (from, x) -> {
            double[][] columns = new double[3][];
            Arrays.setAll(columns, k -> k == 0 ? x : new double[x.length]);
            for (int at = 0; at < x.length; at += N) {
                DirichletKernel.sample(concentrations, true, sum, STREAM, from + at, columns, at, Math.min(N, x.length - at));
            }
        };
        BetaDistribution law = BetaDistribution.of(0.5, 3.7);
        ChiSquare test = Cells.equallyLikely(50, law).test(first, 40_000, law);
        assertTrue(test.pValue() > LIMIT, () -> test + ", p = " + test.pValue());
        double[] x = {0.2, 0.5, 0.3};
        for (int k = 0; k < 3; k++) {
            double[] score = new double[1];
            DirichletKernel.logRatios(concentrations[k], sum, x, k, score, 0, 1);
            score[0] += LogMinusDigamma.of(concentrations[k]) - LogMinusDigamma.of(sum.value());
            double expected = slope(concentrations, k, alpha -> {
                double density = LogGamma.value(Arrays.stream(alpha).sum());
                for (int j = 0; j < 3; j++) {
                    density += (alpha[j] - 1) * Math.log(x[j]) - LogGamma.value(alpha[j]);
                }
                return density;
            });
            assertEquals(expected, score[0], 1e-6);
        }
    }

    @Test
    @Tag("bits")
    void multinomialBlocksHaveTheBitsOfTheirElements() {
        Softmax softmax = new Softmax(LOGITS);
        for (int trials : new int[] {4, 1000}) {
            MultinomialSampler sampler = new MultinomialSampler(trials, 1, 2, 3, 4);
            double[][] x = new double[4][N];
            double[] logPdf = new double[N];
            double[] score = new double[N];
            sampler.sample(STREAM, 3, x, 0, N);
            MultinomialKernel.logPdf(trials, softmax, x, 0, logPdf, 0, N);
            MultinomialKernel.scoreOfLogit(trials, softmax, 2, x[2], 0, score, 0, N);
            for (int i = 0; i < N; i++) {
                double[][] one = new double[4][1];
                double[] density = new double[1];
                double[] alone = new double[1];
                sampler.sample(STREAM, 3 + i, one, 0, 1);
                MultinomialKernel.logPdf(trials, softmax, one, 0, density, 0, 1);
                MultinomialKernel.scoreOfLogit(trials, softmax, 2, one[2], 0, alone, 0, 1);
                assertEquals(trials, Arrays.stream(column(x, i)).sum());
                for (int k = 0; k < 4; k++) {
                    assertEquals(one[k][0], x[k][i]);
                }
                assertEquals(density[0], logPdf[i]);
                assertEquals(alone[0], score[i]);
            }
        }
    }

    @Test
    void multinomialMassesScoresAndCountsAreThoseOfTheFormula() {
        for (int trials : new int[] {4, 1000}) {
            MultinomialSampler sampler = new MultinomialSampler(trials, 1, 2, 3, 4);
            double[][] x = new double[4][N];
            BinomialDistribution law = BinomialDistribution.of(trials, 0.2);
            int middle = law.inverseCumulativeProbability(0.5);
            long[] counts = new long[2];
            for (int block = 0; block < 40; block++) {
                sampler.sample(STREAM, (long) block * N, x, 0, N);
                for (double each : x[1]) {
                    counts[each <= middle ? 0 : 1]++;
                }
            }
            double below = law.cumulativeProbability(middle);
            assertTrue(ChiSquare.of(counts, new double[] {below, 1 - below}).pValue() > LIMIT);
            double[] logPdf = new double[N];
            MultinomialKernel.logPdf(trials, new Softmax(LOGITS), x, 0, logPdf, 0, N);
            for (int i = 0; i < N; i += 17) {
                double[] k = column(x, i);
                ToDoubleFunction<double[]> reference = logits -> {
                    double density = LogGamma.value(trials + 1.0);
                    for (int j = 0; j < 4; j++) {
                        density += k[j] * (logits[j] - logSumExp(logits)) - LogGamma.value(k[j] + 1);
                    }
                    return density;
                };
                double expected = reference.applyAsDouble(LOGITS);
                assertEquals(expected, logPdf[i], 1e-11 * (1 + Math.abs(expected)));
                double[] score = new double[1];
                MultinomialKernel.scoreOfLogit(trials, new Softmax(LOGITS), 2, k, 2, score, 0, 1);
                assertEquals(slope(LOGITS, 2, reference), score[0], 1e-5 * trials);
            }
        }
    }

    @Test
    @Tag("bits")
    void ordersHaveTheBitsOfTheirElements() {
        PlackettLuceKernel kernel = new PlackettLuceKernel(LOGITS);
        double[][] x = new double[4][N];
        double[][] reciprocals = new double[4][N];
        double[] logPdf = new double[N];
        kernel.sample(STREAM, 3, x, 0, N);
        kernel.reciprocals(x, 0, reciprocals, 0, N);
        kernel.logPdf(x, 0, logPdf, 0, N);
        for (int i = 0; i < N; i++) {
            double[][] one = new double[4][1];
            double[][] alone = new double[4][1];
            double[] density = new double[1];
            kernel.sample(STREAM, 3 + i, one, 0, 1);
            kernel.reciprocals(one, 0, alone, 0, 1);
            kernel.logPdf(one, 0, density, 0, 1);
            for (int k = 0; k < 4; k++) {
                assertEquals(one[k][0], x[k][i]);
                assertEquals(alone[k][0], reciprocals[k][i]);
            }
            assertEquals(density[0], logPdf[i]);
        }
    }

    @Test
    void ordersComeAsOftenAsTheFormulaSays() {
        double[] logits = {0.5, -1, 0.2};
        PlackettLuceKernel kernel = new PlackettLuceKernel(logits);
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        double[] probabilities = new double[orders.length];
        for (int o = 0; o < orders.length; o++) {
            int[] order = orders[o];
            ToDoubleFunction<double[]> reference = theta -> {
                double last = Math.log(Math.exp(theta[order[1]]) + Math.exp(theta[order[2]]));
                return theta[order[0]] - logSumExp(theta) + theta[order[1]] - last;
            };
            double[][] x = {{order[0]}, {order[1]}, {order[2]}};
            double[] logPdf = new double[1];
            kernel.logPdf(x, 0, logPdf, 0, 1);
            probabilities[o] = Math.exp(logPdf[0]);
            assertEquals(reference.applyAsDouble(logits), logPdf[0], 1e-14);
            double[][] reciprocals = new double[3][1];
            kernel.reciprocals(x, 0, reciprocals, 0, 1);
            for (int k = 0; k < 3; k++) {
                double[] score = new double[1];
                kernel.scores(k, reciprocals[k], 0, score, 0, 1);
                assertEquals(slope(logits, k, reference), score[0], 1e-7);
            }
        }
        long[] counts = new long[orders.length];
        double[][] x = new double[3][N];
        for (int block = 0; block < 40; block++) {
            kernel.sample(STREAM, (long) block * N, x, 0, N);
            for (int i = 0; i < N; i++) {
                counts[(int) x[0][i] * 2 + (x[1][i] < x[2][i] ? 0 : 1)]++;
            }
        }
        ChiSquare test = ChiSquare.of(counts, probabilities);
        assertTrue(test.pValue() > LIMIT, () -> test + ", p = " + test.pValue());
    }
}
