package io.github.scorelane;

import static io.github.scorelane.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Exponential;
import io.github.scorelane.distribution.Gamma;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.distribution.Uniform;
import io.github.scorelane.function.EvaluationException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Tests the inputs that importance sampling and recorded samples refuse, and their descriptions of themselves. */
class ImportanceInputTest {
    private static final Normal NORMAL = Normal.of(0, 1);
    private static final double[] TWO = {1, 2};

    @Test
    void proposalsThatDoNotFit() {
        var pair = DiagonalNormal.of(new double[2], TWO);
        refused("number of coordinates of the samples is not that of the distribution, 1: 2",
                () -> ScoreFunctionEstimator.of(NORMAL).importance(ImportanceSampling.from(pair)));
        var estimator = ScoreFunctionEstimator.of(pair).importance(ImportanceSampling.from(pair));
        refused("number of coordinates of the samples is not that of the distribution, 3: 2",
                () -> estimator.at(DiagonalNormal.of(new double[3], new double[] {1, 1, 1})).estimate(x -> x[0]));
        double[] many = new double[2049];
        Arrays.fill(many, 1);
        var wide = DiagonalNormal.of(many, many);
        refused("number of coordinates is above 2048, too many for weights, as a block of samples is not held whole: 2049",
                () -> ScoreFunctionEstimator.of(wide).importance(ImportanceSampling.from(wide)));
        refused("number of coordinates is above 2048, too many for weights, as a block of samples is not held whole: 2049",
                () -> ScoreFunctionEstimator.of(wide).estimate(RecordedSamples.of(new double[2049][2], TWO, TWO)));
    }

    @Test
    void boundsOfWeights() {
        for (double bound : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            refused("largest weight is not strictly positive and finite: " + bound,
                    () -> ImportanceSampling.from(NORMAL).clipped(bound));
            refused("largest weight is not strictly positive and finite: " + bound,
                    () -> RecordedSamples.of(TWO, TWO, TWO).clipped(bound));
        }
    }

    @Test
    void samplesThatDoNotFit() {
        double[] three = {1, 2, 3};
        refused("number of coordinates is not strictly positive: 0", () -> RecordedSamples.of(new double[0][], TWO, TWO));
        refused("number of samples is not strictly positive: 0",
                () -> RecordedSamples.of(new double[0], new double[0], new double[0]));
        refused("length of x[0] is not that of f, 2: 3", () -> RecordedSamples.of(three, TWO, TWO));
        refused("length of x[1] is not that of f, 2: 3", () -> RecordedSamples.of(new double[][] {TWO, three}, TWO, TWO));
        refused("length of log density is not that of f, 2: 3", () -> RecordedSamples.of(TWO, TWO, three));
        double[] bad = {1, Double.NaN};
        refused("x[0] of sample 1 is not finite: NaN", () -> RecordedSamples.of(bad, TWO, TWO));
        refused("f of sample 1 is not finite: NaN", () -> RecordedSamples.of(TWO, bad, TWO));
        refused("log density of sample 1 is not finite: NaN", () -> RecordedSamples.of(TWO, TWO, bad));
        refused("log density of sample 0 is not finite: -Infinity",
                () -> RecordedSamples.of(new double[] {-1, 2}, TWO, Exponential.of(1)));
        refused("number of coordinates is not 1: 2",
                () -> RecordedSamples.of(TWO, TWO, TWO).and(RecordedSamples.of(new double[][] {TWO, TWO}, TWO, TWO)));
        RecordedSamples samples = RecordedSamples.of(TWO, TWO, NORMAL);
        refused("number of coordinates of the samples is not that of the distribution, 2: 1",
                () -> ScoreFunctionEstimator.of(DiagonalNormal.of(TWO, TWO)).estimate(samples));
        refused("the leave-one-out baseline needs at least 2 samples: 1",
                () -> ScoreFunctionEstimator.of(NORMAL).baseline(Baseline.leaveOneOut())
                        .estimate(RecordedSamples.of(new double[1], new double[1], new double[1])));
    }

    @Test
    void whatDoesNotGoTogether() {
        var estimator = ScoreFunctionEstimator.of(NORMAL).samples(100);
        RecordedSamples samples = RecordedSamples.of(TWO, TWO, NORMAL);
        refused("recorded samples are not drawn, and the estimator's importance sampling would be without effect: use an estimator"
                + " without, and the samples' own selfNormalised() and clipped()",
                () -> estimator.importance(ImportanceSampling.from(NORMAL)).estimate(samples));
        String covariance = "the joint covariance is not offered for self-normalised weights: leave out withCovariance(), or"
                + " selfNormalised()";
        refused(covariance, () -> estimator.withCovariance().importance(ImportanceSampling.from(NORMAL).selfNormalised())
                .estimate(x -> x));
        refused(covariance, () -> estimator.withCovariance().estimate(samples.selfNormalised()));
    }

    /** The shape is so small that draws are 0, where both densities are infinite. */
    @Test
    void weightsThatAreNoNumbersNameTheSample() {
        var estimator = ScoreFunctionEstimator.of(Gamma.of(0.001, 1)).samples(5000).seed(1)
                .importance(ImportanceSampling.from(Gamma.of(0.0011, 1)));
        EvaluationException e = assertThrows(EvaluationException.class, () -> estimator.estimate(x -> x));
        assertTrue(e.getMessage().startsWith("the logarithm of the weight p/q is NaN, p or q having no finite density there"),
                e.getMessage());
        assertEquals(0, e.x()[0]);
        for (int threads : new int[] {2, 5}) {
            assertEquals(e.sample(), assertThrows(EvaluationException.class,
                    () -> estimator.parallel(threads).estimate(x -> x)).sample());
        }
        double[] x = new double[2000];
        x[1500] = 60;
        // One weight is e^1800, and the others are e^-1800 times as large, so that the one sample decides the ratios.
        var estimatorAt60 = ScoreFunctionEstimator.of(Normal.of(60, 1));
        Estimate ratio = estimatorAt60.estimate(RecordedSamples.of(x, x, NORMAL).selfNormalised());
        assertEquals(60, ratio.value());
        assertEquals(1, ratio.effectiveSampleSize());
        Estimate large = estimatorAt60.estimate(RecordedSamples.of(x, x, NORMAL));
        assertEquals(Double.POSITIVE_INFINITY, large.value());
        assertTrue(large.notes().stream().anyMatch(note -> note.contains("beyond the range of a double")),
                () -> large.notes().toString());
    }

    /** A function that is evaluated beyond the support must be finite there, too. */
    @Test
    void functionsBeyondTheSupport() {
        var estimator = ScoreFunctionEstimator.of(Exponential.of(1)).samples(1000).seed(1);
        assertThrows(EvaluationException.class,
                () -> estimator.importance(ImportanceSampling.from(Normal.of(0, 1))).estimate(StrictMath::sqrt));
        assertTrue(Double.isFinite(estimator.importance(ImportanceSampling.from(Uniform.of(0, 3))).estimate(StrictMath::sqrt)
                .gradient()[0]));
    }

    @Test
    void descriptions() {
        ImportanceSampling sampling = ImportanceSampling.from(NORMAL);
        assertEquals("from " + NORMAL, sampling.toString());
        assertEquals("from " + NORMAL + ", self-normalised, clipped at 2.0", sampling.clipped(2).selfNormalised().toString());
        Estimate drawn = ScoreFunctionEstimator.of(NORMAL).samples(1000).seed(7).importance(sampling).estimate(x -> x);
        assertEquals(7, drawn.seed());
        assertTrue(drawn.toString().contains("effective sample size 1000.0, Pareto shape NaN"), drawn.toString());
        Estimate recorded = ScoreFunctionEstimator.of(NORMAL).seed(7).estimate(RecordedSamples.of(TWO, TWO, NORMAL));
        assertTrue(recorded.toString().startsWith("2 recorded samples, baseline automatic"), recorded.toString());
        assertEquals(2, recorded.samples());
        assertEquals("recorded samples have no seed: nothing was drawn",
                assertThrows(IllegalStateException.class, recorded::seed).getMessage());
    }
}
