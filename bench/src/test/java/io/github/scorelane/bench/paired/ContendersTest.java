package io.github.scorelane.bench.paired;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.Estimate;
import io.github.scorelane.bench.peer.PlainEstimate;
import io.github.scorelane.bench.speed.ArrayBenchmark;
import io.github.scorelane.bench.speed.Implementation;
import io.github.scorelane.bench.speed.Points;
import io.github.scorelane.bench.turns.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each contender computes what is right, MKL's too where it is there: a fast loop that computes something else proves nothing. */
class ContendersTest {
    private static final double MEAN = ArrayBenchmark.MEAN;
    private static final double SIGMA = ArrayBenchmark.STANDARD_DEVIATION;

    @ParameterizedTest
    @EnumSource
    void contendersAreThoseOfTheTables(Comparison comparison) {
        boolean mkl = PeerSource.all().size() > 1;
        Set<String> expected = comparison.contenders().stream().filter(contender -> mkl || !contender.isMkl())
                .map(Contender::name).filter(name -> !name.equals(Implementation.SCALAR)).collect(Collectors.toSet());
        List<String> names = tasks(comparison).map(Task::name).filter(name -> !name.equals(Implementation.SIMD)).toList();
        assertEquals(expected, Set.copyOf(names));
        assertEquals(expected.size(), names.size());
    }

    @ParameterizedTest
    @MethodSource
    void resultIsRight(Comparison comparison, Task task) {
        task.work().run();
        switch (comparison) {
            case WORDS -> assertSplitMix((long[]) task.result().get());
            case UNIFORMS -> assertUniform((double[]) task.result().get());
            case LOG -> assertCloseTo(StrictMath::log, Points.positive(Task.SIZE), (double[]) task.result().get());
            case EXP -> assertCloseTo(StrictMath::exp, Points.uniform(Task.SIZE), (double[]) task.result().get());
            case NORMAL, NORMAL_BUSY -> assertNormal((double[]) task.result().get());
            case SCORES, SCORES_NOT_INLINED -> assertScores((double[][]) task.result().get());
            case ESTIMATE, TWO_THREADS -> assertEstimate(task.result().get(), comparison.elements());
            // Too few samples to tell anything but that there is an answer; the loop and the library agree in
            // CommonsEstimatorTest, the library and its twins in KernelTest.
            case SCORES_AND_SUMS, ESTIMATE_OF_1, ESTIMATE_OF_16, ESTIMATE_OF_256 -> assertTrue(task.result().get() != null);
        }
    }

    static Stream<Arguments> resultIsRight() {
        return Stream.of(Comparison.values()).flatMap(comparison -> tasks(comparison)
                .map(task -> Arguments.of(comparison, Named.of(task.name(), task))));
    }

    private static Stream<Task> tasks(Comparison comparison) {
        List<Task> tasks = new ArrayList<>(List.of(comparison.ours()));
        PeerSource.all().forEach(source -> tasks.addAll(source.tasks(comparison)));
        return tasks.stream();
    }

    private static void assertSplitMix(long[] words) {
        SplittableRandom expected = new SplittableRandom(ArrayBenchmark.SEED);
        for (long word : words) {
            assertEquals(expected.nextLong(), word);
        }
    }

    /** Mean ½ and variance 1/12, whose estimate has the variance 1/(180n), within six standard errors. */
    private static void assertUniform(double[] uniforms) {
        double sum = 0;
        double squares = 0;
        for (double u : uniforms) {
            assertTrue(u >= 0 && u < 1);
            sum += u - 0.5;
            squares += (u - 0.5) * (u - 0.5);
        }
        double n = uniforms.length;
        assertEquals(0, sum / n, 6 / Math.sqrt(12 * n));
        assertEquals(1.0 / 12, squares / n, 6 / Math.sqrt(180 * n));
    }

    /** MKL's low accuracy is 4 units in the last place; all others are better. */
    private static void assertCloseTo(DoubleUnaryOperator function, double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            double expected = function.applyAsDouble(x[i]);
            assertEquals(expected, y[i], 4 * Math.ulp(expected));
        }
    }

    private static void assertNormal(double[] x) {
        double sum = 0;
        double squares = 0;
        for (double value : x) {
            double z = (value - MEAN) / SIGMA;
            sum += z;
            squares += z * z;
        }
        assertEquals(0, sum / x.length, 6 / Math.sqrt(x.length));
        assertEquals(1, squares / x.length, 6 * Math.sqrt(2.0 / x.length));
    }

    private static void assertScores(double[][] gradient) {
        double[] x = Points.normal(Task.SIZE);
        for (int i = 0; i < x.length; i++) {
            double z = (x[i] - MEAN) / SIGMA;
            assertEquals(z / SIGMA, gradient[0][i], 1e-15 * (1 + Math.abs(z)));
            assertEquals((z * z - 1) / SIGMA, gradient[1][i], 1e-15 * (2 + z * z));
        }
    }

    /** The estimate is within six of its errors of ∇E[x²] = (2μ, 2σ) and E[x²] = μ² + σ², and its errors are what they must be. */
    private static void assertEstimate(Object result, int n) {
        PlainEstimate estimate = result instanceof Estimate library
                ? new PlainEstimate(library.value(), library.valueStandardError(), library.gradient()[0],
                        library.standardError()[0], library.gradient()[1], library.standardError()[1])
                : (PlainEstimate) result;
        assertEquals(MEAN * MEAN + SIGMA * SIGMA, estimate.value(), 6 * estimate.valueError());
        assertEquals(2 * MEAN, estimate.byMean(), 6 * estimate.byMeanError());
        assertEquals(2 * SIGMA, estimate.byStandardDeviation(), 6 * estimate.byStandardDeviationError());
        // With z standard normal, φ = 2μσz + σ²(z² − 1): variances of φ, φz/σ and φ(z² − 1)/σ.
        double m = 2 * MEAN * SIGMA;
        double v = SIGMA * SIGMA;
        assertEquals(Math.sqrt((m * m + 2 * v * v) / n), estimate.valueError(), 0.05 * estimate.valueError());
        assertEquals(Math.sqrt((2 * m * m + 10 * v * v) / v / n), estimate.byMeanError(), 0.05 * estimate.byMeanError());
        assertEquals(Math.sqrt((10 * m * m + 56 * v * v) / v / n), estimate.byStandardDeviationError(),
                0.05 * estimate.byStandardDeviationError());
    }
}
