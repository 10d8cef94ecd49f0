package io.github.scorelane.distribution;

import static io.github.scorelane.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.List;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the only family that has no scores, which is why it is not among {@link Families}. */
class UniformTest {
    private static final FamilyUnderTest UNIFORM = FamilyUnderTest.of("Uniform", p -> Uniform.of(p[0], p[1]),
            p -> Law.of(UniformContinuousDistribution.of(p[0], p[1])), "0 1; -3 5; 1e6 1000001; -1e100 1e100");

    static List<FamilyUnderTest.Case> cases() {
        return UNIFORM.cases().toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    @Tag("bits")
    void drawsAreTheSameHoweverTheyAreCut(FamilyUnderTest.Case each) {
        new FamiliesTest().drawsAreTheSameHoweverTheyAreCut(each);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tenMillionDrawsFit(FamilyUnderTest.Case each) {
        new FamilyFitTest().tenMillionDrawsFit(each);
    }

    /** Between 1 and the next double but one, rounding would put some draws outside if they were not held inside. */
    @Test
    @Tag("bits")
    void drawsAndQuantilesAreNotOutsideTheBounds() {
        for (double[] bounds : new double[][] {{1, 1 + 0x1p-51}, {-1 - 0x1p-51, -1}, {1e300 / 3, 1e300 / 3 * (1 + 1e-15)}}) {
            double[] x = new double[100_000];
            Uniform.of(bounds[0], bounds[1]).sample(SplitStream.of(7), 0, x, 0, x.length);
            for (double each : x) {
                assertTrue(each >= bounds[0] && each <= bounds[1], bounds[0] + " to " + bounds[1] + ": " + each);
            }
        }
        double[] x = new double[5];
        Uniform.of(-0.1, 0.7).inverseCdf(new double[] {0, 1, -0x1p-1074, 1 + 0x1p-52, Double.NaN}, 0, x, 0, 5);
        assertArrayEquals(new double[] {-0.1, 0.7, Double.NaN, Double.NaN, Double.NaN}, x);
    }

    @Test
    @Tag("bits")
    void logDensityIsThatOfItsWidthBetweenTheBounds() {
        double[] x = {-3, 5, 0, -3.0000001, 5.0000001, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1, 1};
        double out = Double.NEGATIVE_INFINITY;
        double in = -Math.log(8);
        double[] logPdf = new double[x.length];
        Uniform.of(-3, 5).logPdf(x, 0, logPdf, 0, x.length);
        assertArrayEquals(new double[] {in, in, in, out, out, out, out, in, in}, logPdf, 1e-15);
        Uniform.of(-Double.MAX_VALUE, Double.MAX_VALUE).logPdf(x, 0, logPdf, 0, 1);
        assertEquals(-Math.log(Double.MAX_VALUE) - Math.log(2), logPdf[0], 1e-12);
    }

    @Test
    void badBoundsAreRefused() {
        refused("lower bound is not finite: NaN", () -> Uniform.of(Double.NaN, 1));
        refused("upper bound is not finite: Infinity", () -> Uniform.of(0, Double.POSITIVE_INFINITY));
        refused("lower bound is not below the upper bound 1.0: 1.0", () -> Uniform.of(1, 1));
        refused("number of parameters is not 0: 1", () -> Uniform.of(0, 1).withParameters(3));
        assertEquals("Uniform(lower bound=0.0, upper bound=1.0)", Uniform.of(0, 1).withParameters().toString());
    }

    /** The bounds move the support, which the message must give as the reason. */
    @Test
    void scoresAndEstimatesAreRefusedWithTheReason() {
        Uniform uniform = Uniform.of(0, 1);
        assertEquals(List.of(), uniform.parameterNames());
        var e = assertThrows(UnsupportedOperationException.class,
                () -> uniform.gradLogPdf(new double[1], 0, new double[0][], 0, 1));
        assertTrue(e.getMessage().contains("bounds move its support"), e.getMessage());
        String message = "distribution has no parameters to take a gradient by (bounds of a support have no score):"
                + " Uniform(lower bound=0.0, upper bound=1.0)";
        refused(message, () -> ScoreFunctionEstimator.of(uniform));
        refused(message, () -> ScoreFunctionEstimator.of(Normal.of(0, 1)).at(uniform));
    }
}
