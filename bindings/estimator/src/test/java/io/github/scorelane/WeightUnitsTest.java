package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.Normal;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that a constant added to all log densities cancels in self-normalised weights, and is a factor of others. This must
 * hold whatever the size of the weights, and however far the first 64, by which their unit is chosen, are from the rest.
 */
class WeightUnitsTest {
    private static final Normal TARGET = Normal.of(0.7, 1.3);
    private static final Normal PROPOSAL = Normal.of(1, 1.8);
    private static final int SAMPLES = 3000;
    private static final int FIRST = 64;
    private static final double[] CONSTANTS = {-10_000, -800, -400, -170, -45, 45, 170, 400, 800, 10_000};
    private static final List<Baseline> BASELINES = List.of(Baseline.none(), Baseline.constant(0.5), Baseline.leaveOneOut(),
            Baseline.optimalConstant(), Baseline.automatic());

    private static double f(double x) {
        return Math.sqrt(Math.abs(x)) + (x > 1 ? 1 : 0);
    }

    /**
     * Returns samples whose weights are e^constant times the ordinary ones, and the first ones e^lead times as much again.
     */
    private static RecordedSamples samples(double lead, double constant) {
        double[] x = new double[SAMPLES];
        PROPOSAL.sample(SplitStream.of(3), 0, x, 0, x.length);
        double[] logDensity = new double[SAMPLES];
        PROPOSAL.logPdf(x, 0, logDensity, 0, SAMPLES);
        for (int i = 0; i < SAMPLES; i++) {
            logDensity[i] -= constant + (i < FIRST ? lead : 0);
        }
        return RecordedSamples.of(x, Arrays.stream(x).map(WeightUnitsTest::f).toArray(), logDensity);
    }

    private static double[] numbers(Estimate e) {
        assertTrue(e.notes().stream().noneMatch(note -> note.contains("range of a double")), () -> e.notes().toString());
        double[] numbers = {e.value(), e.valueStandardError(), e.gradient()[0], e.gradient()[1], e.standardError()[0],
            e.standardError()[1], e.effectiveSampleSize(), Math.min(1e3, e.paretoShape())};
        assertTrue(Arrays.stream(numbers).allMatch(Double::isFinite), () -> Arrays.toString(numbers));
        return numbers;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1e4, -700, -350, -200, -100, 30, 100, 200, 350, 700, 1e4})
    void aConstantCancelsInRatios(double lead) {
        for (Baseline baseline : BASELINES) {
            var estimator = ScoreFunctionEstimator.of(TARGET).baseline(baseline);
            double[] expected = numbers(estimator.estimate(samples(lead, 0).selfNormalised()));
            assertEquals(ratio(lead), expected[0], 1e-10);
            for (double constant : CONSTANTS) {
                double[] found = numbers(estimator.estimate(samples(lead, constant).selfNormalised()));
                assertArrayEquals(expected, found, 1e-7, () -> baseline + ", " + lead + ", " + constant);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1e4, -350, -100, 30, 100, 350})
    void aConstantIsAFactorOfTheUnbiasedEstimate(double lead) {
        for (Baseline baseline : BASELINES) {
            var estimator = ScoreFunctionEstimator.of(TARGET).baseline(baseline);
            double unit = Math.exp(Math.max(0, lead));
            double[] expected = numbers(estimator.estimate(samples(lead, 0)));
            for (double constant : new double[] {-300, -170, -45, 45, 170, 300}) {
                double[] found = numbers(estimator.estimate(samples(lead, constant)));
                for (int i = 0; i < 6; i++) {
                    assertEquals(expected[i] / unit, found[i] / unit * Math.exp(-constant), 1e-9,
                            baseline + ", " + lead + ", " + constant + ", number " + i);
                }
                assertEquals(expected[6], found[6], 1e-7);
            }
        }
    }

    /** The units of weights and those of scores must not disturb each other. */
    @ParameterizedTest
    @ValueSource(doubles = {-1e4, -350, -100, 0, 100, 350})
    void scoresHaveUnitsOfTheirOwn(double lead) {
        double[] one = numbers(ScoreFunctionEstimator.of(TARGET).estimate(samples(lead, 0).selfNormalised()));
        for (double u : new double[] {0x1p-600, 0x1p600}) {
            double[] x = new double[SAMPLES];
            PROPOSAL.sample(SplitStream.of(3), 0, x, 0, SAMPLES);
            double[] logDensity = new double[SAMPLES];
            PROPOSAL.logPdf(x, 0, logDensity, 0, SAMPLES);
            for (int i = 0; i < FIRST; i++) {
                logDensity[i] -= lead;
            }
            double[] f = Arrays.stream(x).map(WeightUnitsTest::f).toArray();
            double[] found = numbers(ScoreFunctionEstimator.of(Normal.of(0.7 * u, 1.3 * u)).estimate(RecordedSamples.of(
                    Arrays.stream(x).map(v -> v * u).toArray(), f, logDensity).selfNormalised()));
            for (int i = 0; i < 6; i++) {
                assertEquals(one[i], found[i] * (i < 2 ? 1 : u), 1e-9, "number " + i);
            }
        }
    }

    /** A weight may be beyond the range of doubles if its product with f is in the range. */
    @ParameterizedTest
    @ValueSource(doubles = {-900, 900})
    void weightsOutOfRangeMeetValuesOutOfRange(double constant) {
        double unit = constant > 0 ? 1e-290 : 1e290;
        double[] x = new double[SAMPLES];
        PROPOSAL.sample(SplitStream.of(3), 0, x, 0, x.length);
        double[] logDensity = new double[SAMPLES];
        PROPOSAL.logPdf(x, 0, logDensity, 0, SAMPLES);
        double[] moved = Arrays.stream(logDensity).map(log -> log - constant).toArray();
        var estimator = ScoreFunctionEstimator.of(TARGET).withCovariance();
        double[] one = numbers(estimator.estimate(RecordedSamples.of(x, Arrays.stream(x).map(WeightUnitsTest::f).toArray(),
                logDensity)));
        double[] values = Arrays.stream(x).map(v -> unit * f(v)).toArray();
        double[] found = numbers(estimator.estimate(RecordedSamples.of(x, values, moved)));
        double factor = Math.exp(constant / 2) * unit * Math.exp(constant / 2);
        for (int i = 0; i < 6; i++) {
            assertEquals(1, found[i] / factor / one[i], 1e-9);
        }
    }

    /** Computes Σwf/Σw, with weights divided by the largest. */
    private static double ratio(double lead) {
        double[] x = new double[SAMPLES];
        PROPOSAL.sample(SplitStream.of(3), 0, x, 0, x.length);
        double[] p = new double[SAMPLES];
        double[] q = new double[SAMPLES];
        TARGET.logPdf(x, 0, p, 0, SAMPLES);
        PROPOSAL.logPdf(x, 0, q, 0, SAMPLES);
        double above = 0;
        double below = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double weight = Math.exp(p[i] - q[i] + (i < FIRST ? lead : 0) - Math.max(0, lead));
            above += weight * f(x[i]);
            below += weight;
        }
        return above / below;
    }
}
