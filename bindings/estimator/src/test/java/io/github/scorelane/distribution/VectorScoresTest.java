package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.VectorFamilyUnderTest.Case;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that scores of vectors are the derivatives of the log density, and that their covariance is the Fisher information.
 */
class VectorScoresTest {
    private static final SplitStream STREAM = SplitStream.ofHashed(31);
    private static final int SAMPLES = 400;
    private static final int DRAWS = 200_000;
    /** The step of differences, as a part of the one that moves the log density by about 1. */
    private static final double STEP = 1e-3;
    private static final double LEAST_SCALE = 1e-6;
    private static final double TOLERANCE = 1e-6;
    /** The limit in standard errors. A normal mean exceeds it with a probability of 1e-15. */
    private static final double LIMIT = 8;

    static Stream<Case> cases() {
        return VectorFamilies.cases();
    }

    static Stream<MultivariateDistribution> distributionsAndUnconstrainedForms() {
        return cases().map(Case::distribution).flatMap(d -> d instanceof HasUnconstrainedVectorForm free
                ? Stream.of(d, free.unconstrained()) : Stream.of(d));
    }

    @ParameterizedTest
    @MethodSource("distributionsAndUnconstrainedForms")
    void scoresAreDerivativesOfTheLogDensity(MultivariateDistribution d) {
        double[] theta = d.parameters();
        double[][] x = new double[d.dimension()][SAMPLES];
        double[][] statistics = new double[d.statistics()][SAMPLES];
        d.sample(STREAM, 0, x, statistics, 0, SAMPLES);
        double[][] scores = new double[theta.length][SAMPLES];
        double[][] ofStatistics = new double[theta.length][SAMPLES];
        d.gradLogPdf(x, 0, 0, scores, 0, SAMPLES);
        d.gradLogPdf(x, statistics, 0, ofStatistics, 0, SAMPLES);
        for (int p = 0; p < theta.length; p++) {
            double scale = rootMeanSquare(scores[p]);
            if (scale < LEAST_SCALE) {
                // The scores of so rare an event are near 0, and a step large enough to show it would leave the parameter's range.
                continue;
            }
            double h = STEP / scale;
            double[] up = logPdf(d, x, p, theta[p] + h);
            double[] down = logPdf(d, x, p, theta[p] - h);
            double[] twiceUp = logPdf(d, x, p, theta[p] + 2 * h);
            double[] twiceDown = logPdf(d, x, p, theta[p] - 2 * h);
            for (int s = 0; s < SAMPLES; s++) {
                double slope = (8 * (up[s] - down[s]) - (twiceUp[s] - twiceDown[s])) / (12 * h);
                if (Double.isNaN(slope)) {
                    continue;    // a coordinate that is 0 for being too small has no log density
                }
                assertEquals(slope, scores[p][s], TOLERANCE * scale, d.parameterNames().get(p));
                assertEquals(slope, ofStatistics[p][s], TOLERANCE * scale, d.parameterNames().get(p) + " by statistics");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFisherInformationIsTheScoresCovariance(Case each) {
        if (!(each.distribution() instanceof HasFisherInformation informed)) {
            return;
        }
        double[][] fisher = informed.fisherInformation();
        MultivariateDistribution d = each.distribution();
        double[][] x = new double[d.dimension()][DRAWS];
        double[][] statistics = new double[d.statistics()][DRAWS];
        d.sample(STREAM, 0, x, statistics, 0, DRAWS);
        double[][] scores = new double[fisher.length][DRAWS];
        d.gradLogPdf(x, statistics, 0, scores, 0, DRAWS);
        for (int i = 0; i < fisher.length; i++) {
            for (int j = 0; j < fisher.length; j++) {
                assertEquals(fisher[i][j], fisher[j][i], "symmetric");
                double sum = 0;
                double squares = 0;
                for (int s = 0; s < DRAWS; s++) {
                    double product = scores[i][s] * scores[j][s] - fisher[i][j];
                    sum += product;
                    squares += product * product;
                }
                double z = sum / Math.sqrt(squares);
                assertTrue(Math.abs(z) < LIMIT, d.parameterNames().get(i) + ", " + d.parameterNames().get(j) + ": z = " + z);
            }
        }
    }

    private static double rootMeanSquare(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum / values.length);
    }

    private static double[] logPdf(MultivariateDistribution d, double[][] x, int p, double value) {
        double[] parameters = d.parameters();
        parameters[p] = value;
        double[] logPdf = new double[SAMPLES];
        d.withParameters(parameters).logPdf(x, 0, logPdf, 0, SAMPLES);
        return logPdf;
    }
}
