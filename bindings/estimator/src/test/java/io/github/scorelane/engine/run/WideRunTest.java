package io.github.scorelane.engine.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Exponential;
import io.github.scorelane.distribution.Independent;
import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.distribution.ProductDistribution;
import io.github.scorelane.engine.baseline.Automatic;
import io.github.scorelane.engine.baseline.BaselineRule;
import io.github.scorelane.engine.baseline.FixedConstant;
import io.github.scorelane.engine.baseline.LeaveOneOut;
import io.github.scorelane.engine.baseline.OptimalConstant;
import io.github.scorelane.engine.draw.UnivariateAsVector;
import io.github.scorelane.engine.evaluate.ColumnsFunction;
import io.github.scorelane.engine.evaluate.FunctionSource;
import io.github.scorelane.engine.evaluate.NumberFunction;
import io.github.scorelane.engine.evaluate.PointFunction;
import io.github.scorelane.engine.result.Outcome;
import io.github.scorelane.engine.sum.Problem;
import io.github.scorelane.engine.term.SampleModel;
import io.github.scorelane.engine.thread.Threads;
import io.github.scorelane.kernel.stream.SplitStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that work point by point and work in columns have the same bits, and that one coordinate is what a Normal is. */
class WideRunTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 17, 1023, 1024, 1025, 4096, 4097, 9000})
    void rowsGiveTheBitsOfColumns(int samples) {
        assertRowsGiveTheBitsOfColumns(
                DiagonalNormal.of(new double[] {1, -2, 0.5, 0, 3}, new double[] {1, 0.2, 3, 1.5, 0.7}), samples);
        Normal twice = Normal.of(1, 2);
        assertRowsGiveTheBitsOfColumns(
                Independent.of(Exponential.of(3), twice, twice, Normal.of(1, 0.5), Exponential.ofRate(2)), samples);
    }

    private static void assertRowsGiveTheBitsOfColumns(ProductDistribution distribution, int samples) {
        for (BaselineRule formula : new BaselineRule[] {new FixedConstant(0), new LeaveOneOut(),
            new OptimalConstant(), new Automatic()}) {
            for (int threads : new int[] {1, 3}) {
                assertSame(distribution, samples, formula, threads,
                        () -> new PointFunction(x -> x[0] * x[1] + x[4] * x[4] + x[3], 5));
                assertSame(distribution, samples, formula, threads, () -> ColumnsFunction.of((x, n, f) -> {
                    for (int s = 0; s < n; s++) {
                        f[s] = x[0][s] * x[1][s] + x[4][s] * x[4][s] + x[3][s];
                    }
                }));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 1025})
    void oneCoordinateGivesTheBitsOfANormal(int samples) {
        Outcome one = inColumns(problem(DiagonalNormal.of(new double[] {0.7}, new double[] {1.3}), samples, new LeaveOneOut(),
                () -> new PointFunction(x -> Math.abs(x[0]), 1)), Threads.one());
        Outcome normal = inColumns(problem(new UnivariateAsVector(Normal.of(0.7, 1.3)), samples, new LeaveOneOut(),
                () -> new NumberFunction(Math::abs)), Threads.one());
        assertArrayEquals(normal.gradient(), one.gradient());
        assertArrayEquals(normal.standardError(), one.standardError());
        assertEquals(normal.value(), one.value());
    }

    private static void assertSame(ProductDistribution distribution, int samples, BaselineRule rule, int threads,
            FunctionSource function) {
        Problem problem = problem(distribution, samples, rule, function);
        Outcome columns = inColumns(problem, Threads.of(threads));
        Outcome rows = new WideRun(problem, Threads.of(threads)).run();
        assertArrayEquals(columns.gradient(), rows.gradient());
        assertArrayEquals(columns.standardError(), rows.standardError());
        assertEquals(columns.value(), rows.value());
        assertEquals(columns.valueStandardError(), rows.valueStandardError());
    }

    private static Outcome inColumns(Problem problem, Threads threads) {
        return new BlockRun(problem, new LocalExecutor(threads, 0)).run()[0];
    }

    private static Problem problem(MultivariateDistribution distribution, int samples, BaselineRule rule, FunctionSource function) {
        return Problem.of(SampleModel.of(distribution), function, samples, SplitStream.ofHashed(5), rule, false);
    }
}
