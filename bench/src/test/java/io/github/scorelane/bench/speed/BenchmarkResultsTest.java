package io.github.scorelane.bench.speed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.scorelane.bench.family.Family;
import io.github.scorelane.bench.family.Operation;
import io.github.scorelane.kernel.family.NormalSampler;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each benchmark computes what is right: a fast loop that computes something else proves nothing. */
class BenchmarkResultsTest {
    /** A size that is no multiple of any vector's length. */
    private static final int SIZE = 1003;
    private static final double MEAN = ArrayBenchmark.MEAN;
    private static final double SIGMA = ArrayBenchmark.STANDARD_DEVIATION;

    @ParameterizedTest
    @ValueSource(strings = {Implementation.COMMONS, Implementation.SIMD})
    void wordsAreSplitMix64(String implementation) {
        WordsBenchmark benchmark = new WordsBenchmark();
        benchmark.implementation = implementation;
        long[] words = (long[]) result(benchmark);
        SplittableRandom expected = new SplittableRandom(ArrayBenchmark.SEED);
        for (int i = 0; i < SIZE; i++) {
            assertEquals(expected.nextLong(), words[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Implementation.JDK, Implementation.SIMD})
    void logIsWithinUlpsOfStrictMath(String implementation) {
        LogBenchmark benchmark = new LogBenchmark();
        benchmark.implementation = implementation;
        assertClose(StrictMath::log, Points.positive(SIZE), (double[]) result(benchmark));
    }

    @ParameterizedTest
    @ValueSource(strings = {Implementation.JDK, Implementation.SIMD})
    void expIsWithinUlpsOfStrictMath(String implementation) {
        ExpBenchmark benchmark = new ExpBenchmark();
        benchmark.implementation = implementation;
        assertClose(StrictMath::exp, Points.uniform(SIZE), (double[]) result(benchmark));
    }

    @Test
    void librarySampleIsTheTwinsDraws() {
        double[] x = sample(Implementation.SIMD);
        SplitStream stream = SplitStream.of(ArrayBenchmark.SEED);
        for (int i = 0; i < SIZE; i++) {
            double z = NormalSampler.draw(stream, i);
            Ulps.assertClose(MEAN + SIGMA * z, x[i], Math.abs(MEAN) + Math.abs(SIGMA * z), 2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Implementation.COMMONS, Implementation.SIMD})
    void sampleHasItsMomentsWithinSixStandardErrors(String implementation) {
        double sum = 0;
        double squares = 0;
        for (double x : sample(implementation)) {
            double z = (x - MEAN) / SIGMA;
            sum += z;
            squares += z * z;
        }
        assertEquals(0, sum / SIZE, 6 / Math.sqrt(SIZE));
        assertEquals(1, squares / SIZE, 6 * Math.sqrt(2.0 / SIZE));
    }

    @ParameterizedTest
    @ValueSource(strings = {Implementation.COMMONS, Implementation.SIMD})
    void logPdfIsTheFormula(String implementation) {
        NormalLogPdfBenchmark benchmark = new NormalLogPdfBenchmark();
        benchmark.implementation = implementation;
        double[] x = Points.normal(SIZE);
        double[] logPdf = (double[]) result(benchmark);
        for (int i = 0; i < SIZE; i++) {
            double z = (x[i] - MEAN) / SIGMA;
            double expected = StrictMath.log(StrictMath.exp(-z * z / 2) / (SIGMA * StrictMath.sqrt(2 * Math.PI)));
            Ulps.assertClose(expected, logPdf[i], 1 + z * z, 8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Implementation.COMMONS, Implementation.HOISTED, Implementation.SIMD})
    void gradLogPdfIsTheFormula(String implementation) {
        NormalGradLogPdfBenchmark benchmark = new NormalGradLogPdfBenchmark();
        benchmark.implementation = implementation;
        double[] x = Points.normal(SIZE);
        double[][] gradient = (double[][]) result(benchmark);
        for (int i = 0; i < SIZE; i++) {
            double deviation = x[i] - MEAN;
            double variance = SIGMA * SIGMA;
            Ulps.assertClose(deviation / variance, gradient[0][i], deviation / variance, 4);
            double square = deviation * deviation / variance / SIGMA;
            Ulps.assertClose(square - 1 / SIGMA, gradient[1][i], square + 1 / SIGMA, 4);
        }
    }

    @Test
    void copyFillsBothRows() {
        NormalGradLogPdfBenchmark benchmark = new NormalGradLogPdfBenchmark();
        benchmark.implementation = Implementation.COPY;
        for (double[] row : (double[][]) result(benchmark)) {
            assertArrayEquals(Points.normal(SIZE), row);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Implementation.COMMONS, Implementation.SIMD})
    void familyHasWhatWasAskedOfIt(String implementation) {
        FamilyBenchmark benchmark = new FamilyBenchmark();
        benchmark.implementation = implementation;
        benchmark.family = Family.NORMAL;
        benchmark.operation = Operation.GRAD_LOG_PDF;
        benchmark.size = SIZE;
        benchmark.setUp();
        double[][] gradient = (double[][]) benchmark.family();
        double[] x = benchmark.work.points()[0];
        for (int i = 0; i < SIZE; i++) {
            double z = (x[i] - MEAN) / SIGMA;
            Ulps.assertClose(z / SIGMA, gradient[0][i], z, 4);
            Ulps.assertClose((z * z - 1) / SIGMA, gradient[1][i], 1 + z * z, 4);
        }
    }

    @Test
    void unknownImplementationIsRefused() {
        WordsBenchmark benchmark = new WordsBenchmark();
        benchmark.implementation = "fastest";
        String message = assertThrows(IllegalArgumentException.class, () -> result(benchmark)).getMessage();
        assertEquals("unknown implementation: fastest", message);
    }

    @Test
    void fusedMultiplyAddsAreThoseOfThePlatform() {
        FmaBenchmark benchmark = new FmaBenchmark();
        benchmark.implementation = Implementation.JDK;
        double[] y = (double[]) result(benchmark);
        double[] a = Points.normal(SIZE);
        double[] x = Points.uniform(SIZE);
        double[] b = Points.positive(SIZE);
        for (int i = 0; i < SIZE; i++) {
            assertEquals(Math.fma(a[i], x[i], b[i]), y[i]);
        }
    }

    private static double[] sample(String implementation) {
        NormalSampleBenchmark benchmark = new NormalSampleBenchmark();
        benchmark.implementation = implementation;
        return (double[]) result(benchmark);
    }

    private static Object result(FillingBenchmark benchmark) {
        benchmark.size = SIZE;
        benchmark.setUp();
        return benchmark.fill();
    }

    private static void assertClose(DoubleUnaryOperator function, double[] x, double[] y) {
        for (int i = 0; i < SIZE; i++) {
            double expected = function.applyAsDouble(x[i]);
            Ulps.assertClose(expected, y[i], expected, 2);
        }
    }
}
