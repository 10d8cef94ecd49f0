package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.scorelane.Baseline;
import io.github.scorelane.ImportanceSampling;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.check.ForwardingDistribution;
import io.github.scorelane.kernel.Workspace;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that no scratch array of a thread's workspace stays taken after a method has thrown. */
class WorkspaceLeakTest {
    private static final SplitStream STREAM = SplitStream.of(1);
    private static final int N = 1100;

    /** A distribution whose methods work for a number of calls, and throw from then on. */
    private static final class Failing extends ForwardingDistribution implements HasHessian {
        private final AtomicInteger left;

        private Failing(UnivariateDistribution original, AtomicInteger left) {
            super(original, moved -> new Failing(moved, left));
            this.left = left;
        }

        static Failing after(int calls) {
            return new Failing(Normal.of(0, 1), new AtomicInteger(calls));
        }

        private void call() {
            if (left.getAndDecrement() <= 0) {
                throw new IllegalStateException("fails");
            }
        }

        @Override
        public void sample(SplitStream stream, long first, double[] x, int offset, int length) {
            call();
            super.sample(stream, first, x, offset, length);
        }

        @Override
        public void logPdf(double[] x, int offset, double[] logPdf, int logPdfOffset, int length) {
            call();
            super.logPdf(x, offset, logPdf, logPdfOffset, length);
        }

        @Override
        public void gradLogPdf(double[] x, int offset, double[][] gradient, int gradientOffset, int length) {
            call();
            super.gradLogPdf(x, offset, gradient, gradientOffset, length);
        }

        @Override
        public void hessianLogPdf(double[] x, double[][] hessian, int offset, int length) {
            call();
            ((HasHessian) original()).hessianLogPdf(x, hessian, offset, length);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 9, 40})
    void aProposalThatThrows(int calls) {
        for (Baseline baseline : List.of(Baseline.automatic(), Baseline.none())) {
            var estimator = ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(30_000).seed(1).baseline(baseline);
            assertNothingStaysTaken(() -> estimator.importance(ImportanceSampling.from(Failing.after(calls))).estimate(x -> x));
            assertNothingStaysTaken(() -> estimator.importance(ImportanceSampling.from(Failing.after(calls)).selfNormalised())
                    .parallel(2).estimate(x -> x));
            assertNothingStaysTaken(() -> ScoreFunctionEstimator.of(Failing.after(calls)).samples(30_000).seed(1)
                    .importance(ImportanceSampling.from(Normal.of(0, 2))).estimate(x -> x));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 9})
    void aMarginalThatThrows(int calls) {
        double[][] x = new double[2][N];
        for (int length : new int[] {10, N}) {
            assertNothingStaysTaken(() -> product(calls).sample(STREAM, 0, x, 0, length));
            assertNothingStaysTaken(() -> product(calls).logPdf(x, 0, new double[N], 0, length));
            for (int rows = 1; rows <= 4; rows++) {
                double[][] gradient = new double[rows][N];
                int first = 4 - rows;
                assertNothingStaysTaken(() -> product(calls).gradLogPdf(x, 0, first, gradient, 0, length));
                assertNothingStaysTaken(() -> product(calls).gradLogPdf(x, new double[0][], first, gradient, 0, length));
            }
        }
        assertNothingStaysTaken(() -> ScoreFunctionEstimator.of(product(calls)).samples(5000).seed(1).estimate(v -> v[0]));
        assertNothingStaysTaken(() -> ScoreFunctionEstimator.of(product(calls)).samples(5000).seed(1).hessian(v -> v[0]));
    }

    private static Independent product(int calls) {
        return Independent.of(Normal.of(0, 1), Failing.after(calls));
    }

    /** The threads of a pool must give all back, too, and also where f ends the run. */
    @Test
    void threadsOfAPool() throws Exception {
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            for (int calls : new int[] {1, 3, 50}) {
                AtomicInteger left = new AtomicInteger(calls);
                assertThrows(RuntimeException.class, () -> ScoreFunctionEstimator.of(Gamma.of(0.5, 1)).samples(300_000).seed(1)
                        .parallel(pool, 2).importance(ImportanceSampling.from(Failing.after(40 + calls))).estimate((x, n, f) -> {
                            if (left.decrementAndGet() < 0) {
                                throw new IllegalStateException("ends");
                            }
                        }));
                assertEquals(0L, pool.submit(() -> Workspace.ofThread().mark()).get());
            }
        }
    }

    static Stream<UnivariateDistribution> families() {
        return Families.cases().map(FamilyUnderTest.Case::distribution).flatMap(d ->
                d instanceof HasUnconstrainedForm free ? Stream.of(d, free.unconstrained()) : Stream.of(d));
    }

    @ParameterizedTest
    @MethodSource("families")
    void argumentsThatAFamilyRefuses(UnivariateDistribution d) {
        int parameters = d.parameterNames().size();
        double[] x = new double[N];
        d.sample(STREAM, 0, x, 0, N);
        double[] little = new double[3];
        double[][] statistics = new double[d.statistics()][N];
        double[][] rows = new double[parameters][N];
        double[][] empty = new double[parameters][];
        double[][] few = new double[parameters][3];
        List<Executable> calls = List.of(
                () -> d.sample(STREAM, 0, little, 0, N), () -> d.sample(STREAM, 0, null, 0, N), () -> d.sample(null, 0, x, 0, N),
                () -> d.sample(STREAM, 0, x, N - 5, N), () -> d.sample(STREAM, 0, x, -1, 5), () -> d.sample(STREAM, 0, x, 0, -5),
                () -> d.sample(STREAM, 0, x, Integer.MAX_VALUE, Integer.MAX_VALUE),
                () -> d.sample(STREAM, 0, little, statistics, 0, N), () -> d.sample(null, 0, x, statistics, 0, N),
                () -> d.sample(STREAM, 0, x, null, 0, N), () -> d.sample(STREAM, 0, x, new double[9][], 0, N),
                () -> d.sample(STREAM, 0, x, new double[d.statistics()][3], 0, N),
                () -> d.logPdf(little, 0, x, 0, N), () -> d.logPdf(x, 0, little, 0, N), () -> d.logPdf(null, 0, x, 0, N),
                () -> d.logPdf(x, 1, null, 0, 9), () -> d.logPdf(x, 0, null, 0, N), () -> d.logPdf(x, -1, x, 0, 4),
                () -> d.gradLogPdf(x, 0, few, 0, N), () -> d.gradLogPdf(x, 0, empty, 0, N), () -> d.gradLogPdf(x, 1, empty, 0, 5),
                () -> d.gradLogPdf(null, 0, rows, 0, N), () -> d.gradLogPdf(x, 0, null, 0, N),
                () -> d.gradLogPdf(x, 0, new double[0][], 1, 5), () -> d.gradLogPdf(little, 0, rows, 0, N),
                () -> d.gradLogPdf(x, statistics, few, 0, N), () -> d.gradLogPdf(x, statistics, empty, 0, N),
                () -> d.gradLogPdf(x, new double[d.statistics()][], rows, 0, N), () -> d.gradLogPdf(null, statistics, rows, 0, N));
        calls.forEach(WorkspaceLeakTest::assertNothingStaysTaken);
        if (d instanceof HasHessian smooth) {
            int pairs = parameters * (parameters + 1) / 2;
            List.<Executable>of(() -> smooth.hessianLogPdf(little, new double[pairs][N], 0, N),
                    () -> smooth.hessianLogPdf(x, new double[pairs][3], 0, N),
                    () -> smooth.hessianLogPdf(x, new double[pairs][], 0, N),
                    () -> smooth.hessianLogPdf(null, new double[pairs][N], 0, N),
                    () -> smooth.hessianLogPdf(x, statistics, new double[pairs][3], 0, 500),
                    () -> smooth.hessianLogPdf(x, null, new double[pairs][N], 0, 500))
                    .forEach(WorkspaceLeakTest::assertNothingStaysTaken);
        }
    }

    static Stream<MultivariateDistribution> vectors() {
        return VectorFamilies.cases().map(VectorFamilyUnderTest.Case::distribution);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void argumentsThatAFamilyOfVectorsRefuses(MultivariateDistribution d) {
        int dimension = d.dimension();
        double[][] x = new double[dimension][N];
        d.sample(STREAM, 0, x, 0, N);
        double[] y = new double[N];
        double[][] little = new double[dimension][3];
        double[][] empty = new double[dimension][];
        double[][] statistics = new double[d.statistics()][N];
        double[][] lastEmpty = x.clone();
        lastEmpty[dimension - 1] = null;
        double[][] lastLittle = x.clone();
        lastLittle[dimension - 1] = new double[3];
        double[][] row = new double[1][N];
        List.<Executable>of(
                () -> d.sample(STREAM, 0, little, 0, N), () -> d.sample(STREAM, 0, lastEmpty, 0, N),
                () -> d.sample(STREAM, 0, lastLittle, 0, N), () -> d.sample(null, 0, x, 0, N),
                () -> d.sample(STREAM, 0, x, statistics, N - 5, N), () -> d.sample(STREAM, 0, x, null, 0, N),
                () -> d.sample(STREAM, 0, lastLittle, statistics, 0, N), () -> d.sample(STREAM, 0, lastEmpty, statistics, 0, N),
                () -> d.logPdf(little, 0, y, 0, N), () -> d.logPdf(empty, 0, y, 0, N), () -> d.logPdf(lastEmpty, 0, y, 0, N),
                () -> d.logPdf(lastLittle, 0, y, 0, N), () -> d.logPdf(x, 0, null, 0, N),
                () -> d.logPdf(x, 1, new double[3], 0, N - 1),
                () -> d.gradLogPdf(x, 0, 0, new double[1][3], 0, N), () -> d.gradLogPdf(x, 0, 0, new double[1][], 0, N),
                () -> d.gradLogPdf(lastLittle, 0, 0, row, 0, N), () -> d.gradLogPdf(lastEmpty, 0, 0, row, 0, N),
                () -> d.gradLogPdf(x, 0, -1, row, 0, N), () -> d.gradLogPdf(x, 0, 1 << 30, row, 0, N),
                () -> d.gradLogPdf(x, new double[d.statistics()][], 0, row, 0, N),
                () -> d.gradLogPdf(x, statistics, 0, new double[1][3], 0, N)).forEach(WorkspaceLeakTest::assertNothingStaysTaken);
    }

    /** Checks that as many arrays are taken after a call as before it, whether or not the call is refused. */
    private static void assertNothingStaysTaken(Executable call) {
        long before = Workspace.ofThread().mark();
        String how = "nothing thrown";
        try {
            call.execute();
        } catch (Throwable e) {
            how = e.toString();
        }
        long after = Workspace.ofThread().mark();
        Workspace.ofThread().giveBackTo(before);
        assertEquals(before, after, how);
    }
}
