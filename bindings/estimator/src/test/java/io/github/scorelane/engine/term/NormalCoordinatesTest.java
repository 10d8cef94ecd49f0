package io.github.scorelane.engine.term;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.scorelane.Baseline;
import io.github.scorelane.Estimate;
import io.github.scorelane.JacobianEstimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.HasLogisticForm;
import io.github.scorelane.distribution.MultivariateDistribution;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.distribution.ProductDistribution;
import io.github.scorelane.distribution.UnivariateDistribution;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares scores of normal coordinates that are summed without being written with those of unknown families that are the same. */
class NormalCoordinatesTest {
    private static final int[] SAMPLES = {40, 255, 256, 1023, 1025, 5000, 9000};

    static Stream<Baseline> baselines() {
        return Stream.of(Baseline.none(), Baseline.leaveOneOut(), Baseline.optimalConstant(), Baseline.automatic(),
                Baseline.constant(0.3));
    }

    @ParameterizedTest
    @MethodSource("baselines")
    void ofOneCoordinateAreThoseThatAreWrittenButForRounding(Baseline baseline) {
        for (int n : SAMPLES) {
            var known = ScoreFunctionEstimator.of(Normal.of(0.7, 1.3)).samples(n).seed(n).baseline(baseline);
            var unknown = ScoreFunctionEstimator.of(new Unknown(Normal.of(0.7, 1.3))).samples(n).seed(n).baseline(baseline);
            assertNear(unknown.estimate(x -> 1 / (1 + x * x)), known.estimate(x -> 1 / (1 + x * x)));
            assertNear(unknown.estimate(NormalCoordinatesTest::noise), known.estimate(NormalCoordinatesTest::noise));
        }
    }

    @ParameterizedTest
    @MethodSource("baselines")
    void ofSeveralCoordinatesAreThoseThatAreWrittenButForRounding(Baseline baseline) {
        DiagonalNormal normal = DiagonalNormal.of(new double[] {0, 1, -2}, new double[] {1, 0.3, 2});
        ToDoubleFunction<double[]> f = x -> Math.abs(x[0] + x[1] * x[2]);
        for (int n : SAMPLES) {
            var known = ScoreFunctionEstimator.of(normal).samples(n).seed(n).baseline(baseline);
            var unknown = ScoreFunctionEstimator.of(new UnknownVector(normal)).samples(n).seed(n).baseline(baseline);
            assertNear(unknown.estimate(f), known.estimate(f));
            assertNear(unknown.estimate(x -> noise(x[1])), known.estimate(x -> noise(x[1])));
        }
    }

    @ParameterizedTest
    @MethodSource("baselines")
    @Tag("bits")
    void doNotDependOnWhatElseIsAsked(Baseline baseline) {
        DiagonalNormal normal = DiagonalNormal.of(new double[] {0, 1}, new double[] {1, 0.3});
        ToDoubleFunction<double[]> f = x -> x[0] * x[1] > 0.2 ? 1 : x[0];
        for (int n : new int[] {2, 300, 6000}) {
            var estimator = ScoreFunctionEstimator.of(normal).samples(n).seed(1).baseline(baseline);
            Estimate alone = estimator.estimate(f);
            Estimate withCovariance = estimator.withCovariance().estimate(f);
            JacobianEstimate jacobian = estimator.jacobian(2, x -> new double[] {noise(x[0]), f.applyAsDouble(x)});
            for (Estimate other : List.of(withCovariance, jacobian.output(1))) {
                assertArrayEquals(alone.gradient(), other.gradient());
                assertArrayEquals(alone.standardError(), other.standardError());
                assertEquals(alone.value(), other.value());
            }
        }
    }

    @Test
    void covarianceIsThatOfWrittenScores() {
        var known = ScoreFunctionEstimator.of(Normal.of(0.7, 1.3)).samples(7000).seed(1).withCovariance();
        var unknown = ScoreFunctionEstimator.of(new Unknown(Normal.of(0.7, 1.3))).samples(7000).seed(1).withCovariance();
        double[][] expected = unknown.estimate(x -> 1 / (1 + x * x)).covariance();
        double[][] found = known.estimate(x -> 1 / (1 + x * x)).covariance();
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(expected[i], found[i], 1e-12 * found[i][i]);
        }
    }

    @Test
    void theTwoWaysDifferInBits() {
        var known = ScoreFunctionEstimator.of(Normal.of(0.7, 1.3)).samples(5000).baseline(Baseline.none());
        var unknown = ScoreFunctionEstimator.of(new Unknown(Normal.of(0.7, 1.3))).samples(5000).baseline(Baseline.none());
        assertNotEquals(unknown.estimate(x -> x * x).gradient()[1], known.estimate(x -> x * x).gradient()[1]);
    }

    /** Returns values of a function that no surrogate resembles. */
    private static double noise(double x) {
        return (Double.doubleToLongBits(x) * 0x9e3779b97f4a7c15L >>> 60) / 16.0;
    }

    private static void assertNear(Estimate expected, Estimate found) {
        for (int p = 0; p < expected.gradient().length; p++) {
            assertEquals(expected.gradient()[p], found.gradient()[p], 1e-10 * expected.standardError()[p]);
            assertEquals(expected.standardError()[p], found.standardError()[p], 1e-10 * expected.standardError()[p]);
        }
        assertEquals(expected.value(), found.value());
        assertEquals(expected.baselineChoices(), found.baselineChoices());
    }

    private record Unknown(Normal normal) implements UnivariateDistribution, HasLogisticForm {
        @Override
        public void toLogistic(double[] x, double[] v, int offset, int length) {
            normal.toLogistic(x, v, offset, length);
        }

        @Override
        public void fromLogistic(double[] v, double[] x, double[] logSlope, int offset, int length) {
            normal.fromLogistic(v, x, logSlope, offset, length);
        }

        @Override
        public int polynomialDegree() {
            return normal.polynomialDegree();
        }

        @Override
        public List<String> parameterNames() {
            return normal.parameterNames();
        }

        @Override
        public double[] parameters() {
            return normal.parameters();
        }

        @Override
        public UnivariateDistribution withParameters(double... parameters) {
            return new Unknown(normal.withParameters(parameters));
        }

        @Override
        public void sample(SplitStream stream, long first, double[] x, int offset, int length) {
            normal.sample(stream, first, x, offset, length);
        }

        @Override
        public void logPdf(double[] x, int offset, double[] logPdf, int logPdfOffset, int length) {
            normal.logPdf(x, offset, logPdf, logPdfOffset, length);
        }

        @Override
        public void gradLogPdf(double[] x, int offset, double[][] gradient, int gradientOffset, int length) {
            normal.gradLogPdf(x, offset, gradient, gradientOffset, length);
        }
    }

    private record UnknownVector(DiagonalNormal normal) implements ProductDistribution {
        @Override
        public int dimension() {
            return normal.dimension();
        }

        @Override
        public List<String> parameterNames() {
            return normal.parameterNames();
        }

        @Override
        public double[] parameters() {
            return normal.parameters();
        }

        @Override
        public MultivariateDistribution withParameters(double... parameters) {
            return new UnknownVector(normal.withParameters(parameters));
        }

        @Override
        public void sample(SplitStream stream, long first, double[][] x, int offset, int length) {
            normal.sample(stream, first, x, offset, length);
        }

        @Override
        public void logPdf(double[][] x, int offset, double[] logPdf, int logPdfOffset, int length) {
            normal.logPdf(x, offset, logPdf, logPdfOffset, length);
        }

        @Override
        public void gradLogPdf(double[][] x, int offset, int firstParameter, double[][] gradient, int gradientOffset, int length) {
            normal.gradLogPdf(x, offset, firstParameter, gradient, gradientOffset, length);
        }

        @Override
        public UnivariateDistribution marginal(int coordinate) {
            return new Unknown(normal.marginal(coordinate));
        }

        @Override
        public int parameterIndex(int coordinate, int parameter) {
            return normal.parameterIndex(coordinate, parameter);
        }

        @Override
        public void sampleRow(SplitStream stream, long index, double[] x) {
            normal.sampleRow(stream, index, x);
        }
    }
}
