package io.github.scorelane.kernel.sum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.kernel.family.NormalKernel;
import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Adds sums up again in plain Java, lane by lane: every width has to equal these, bit for bit. */
@Tag("bits")
class SumsTest {
    private static final int[] LENGTHS = {1, 7, 8, 9, 15, 16, 17, 1000, 1023, 1024};

    @Test
    void functionSumsCentreAndAddIntoEightLanes() {
        for (int n : LENGTHS) {
            double[] f = values(1, n);
            double[] phi = f.clone();
            double[] sums = new double[FunctionSums.LENGTH + 3];
            sums[3] = 99;
            FunctionSums.centre(phi, 0.3, n, sums, 3);
            for (int s = 0; s < n; s++) {
                assertEquals(f[s] - 0.3, phi[s]);
            }
            assertLanes(n, sums, 3 + FunctionSums.F, s -> 1, s -> phi[s]);
            assertLanes(n, sums, 3 + FunctionSums.FF, s -> phi[s], s -> phi[s]);
        }
    }

    @Test
    void scoreSumsAddIntoEightLanes() {
        for (int n : LENGTHS) {
            double[] phi = values(2, n);
            double[] score = values(3, n);
            double[] sums = new double[ScoreSums.LENGTH + 5];
            sums[5] = 99;
            ScoreSums.sum(phi, score, n, sums, 5);
            IntToDoubleFunction s = i -> score[i];
            IntToDoubleFunction f = i -> phi[i];
            IntToDoubleFunction p = i -> phi[i] * score[i];
            assertLanes(n, sums, 5 + ScoreSums.S, i -> 1, s);
            assertLanes(n, sums, 5 + ScoreSums.SS, s, s);
            assertLanes(n, sums, 5 + ScoreSums.FS, i -> 1, p);
            assertLanes(n, sums, 5 + ScoreSums.FSS, p, s);
            assertLanes(n, sums, 5 + ScoreSums.FFS, p, f);
            assertLanes(n, sums, 5 + ScoreSums.FFSS, p, p);
        }
    }

    @Test
    void centringSumsAreBothInOnePassAndEmptyTheValues() {
        for (int n : LENGTHS) {
            double[] f = values(7, n);
            double[] score = values(8, n);
            double[] phi = values(9, n);
            double[] centred = f.clone();
            double[] apart = new double[ScoreSums.CENTRING_LENGTH];
            FunctionSums.centre(centred, 0.3, n, apart, 0);
            ScoreSums.sum(centred, score, n, apart, FunctionSums.LENGTH);
            double[] sums = new double[ScoreSums.CENTRING_LENGTH + 3];
            sums[3] = 99;
            ScoreSums.sumCentring(f, 0.3, score, phi, n, sums, 3);
            assertArrayEquals(apart, Arrays.copyOfRange(sums, 3, sums.length));
            for (int s = 0; s < f.length; s++) {
                assertEquals(s < n ? centred[s] : values(9, n)[s], phi[s]);
                assertEquals(s < n ? Double.NaN : centred[s], f[s]);
            }
        }
    }

    @Test
    void normalScoreSumsAddIntoEightLanesAndAreSpreadAtTheEnd() {
        double rate = 1 / 1.3;
        double squared = rate * rate;
        for (int n : LENGTHS) {
            double[] f = values(20, n);
            double[] x = values(21, n);
            double[] sums = new double[200];
            NormalScoreSums.sum(f, 0.3, x, 0.2, 1.3, n, new double[NormalScoreSums.SCRATCH], sums, 40, 120);
            IntToDoubleFunction phi = i -> f[i] - 0.3;
            IntToDoubleFunction z = i -> (x[i] - 0.2) * rate;
            IntToDoubleFunction w = i -> Math.fma(z.applyAsDouble(i), z.applyAsDouble(i), -1);
            IntToDoubleFunction p = i -> phi.applyAsDouble(i) * z.applyAsDouble(i);
            IntToDoubleFunction q = i -> phi.applyAsDouble(i) * w.applyAsDouble(i);
            double[] ofF = lanes(n, i -> 1, phi);
            double[] ofFF = lanes(n, phi, phi);
            double[] ofW = lanes(n, i -> 1, w);
            double[] ofQ = lanes(n, i -> 1, q);
            double[] ofFQ = lanes(n, q, phi);
            assertLanes(n, sums, FunctionSums.F, i -> 1, phi);
            assertLanes(n, sums, FunctionSums.FF, phi, phi);
            assertSpread(sums, 40 + ScoreSums.S, rate, lanes(n, i -> 1, z));
            assertSpread(sums, 40 + ScoreSums.FS, rate, lanes(n, i -> 1, p));
            assertSpread(sums, 40 + ScoreSums.FFS, rate, lanes(n, p, phi));
            assertSpread(sums, 40 + ScoreSums.SS, squared, sum(ofW, lanes(n, i -> 1, i -> 1)));
            assertSpread(sums, 40 + ScoreSums.FSS, squared, sum(ofQ, ofF));
            assertSpread(sums, 40 + ScoreSums.FFSS, squared, sum(ofFQ, ofFF));
            assertSpread(sums, 120 + ScoreSums.S, rate, ofW);
            assertSpread(sums, 120 + ScoreSums.SS, squared, lanes(n, w, w));
            assertSpread(sums, 120 + ScoreSums.FS, rate, ofQ);
            assertSpread(sums, 120 + ScoreSums.FSS, squared, lanes(n, q, w));
            assertSpread(sums, 120 + ScoreSums.FFS, rate, ofFQ);
            assertSpread(sums, 120 + ScoreSums.FFSS, squared, lanes(n, q, q));
        }
    }

    @Test
    void normalScoreSumsAreNearThoseOfWrittenScores() {
        for (int n : LENGTHS) {
            double[] f = values(22, n);
            double[] x = values(23, n);
            double[] byMean = new double[f.length];
            double[] byStandardDeviation = new double[f.length];
            NormalKernel.gradLogPdf(0.2, 1.3, x, 0, byMean, byStandardDeviation, 0, n);
            double[] sums = new double[200];
            NormalScoreSums.sum(f, 0.3, x, 0.2, 1.3, n, new double[NormalScoreSums.SCRATCH], sums, 40, 120);
            double[] written = new double[200];
            FunctionSums.centre(f, 0.3, n, written, 0);
            ScoreSums.sum(f, byMean, n, written, 40);
            ScoreSums.sum(f, byStandardDeviation, n, written, 120);
            assertArrayEquals(written, sums, 1e-12);
        }
    }

    @Test
    void normalScoreSumsOfSquaresAreNotNegative() {
        double[] f = new double[1024];
        double[] x = new double[1024];
        Arrays.fill(f, 1e8 / 3);
        Arrays.fill(x, 0.2 + 1e-9);
        double[] sums = new double[200];
        NormalScoreSums.sum(f, 0.1, x, 0.2, 1, 1024, new double[NormalScoreSums.SCRATCH], sums, 40, 120);
        for (int lane = 0; lane < EightLanes.COUNT; lane++) {
            assertTrue(sums[40 + ScoreSums.SS + lane] >= 0 && sums[40 + ScoreSums.FFSS + lane] >= 0);
        }
    }

    @Test
    void normalResidualSumsAddIntoEightLanesAndAreSpreadAtTheEnd() {
        double rate = 1 / 1.3;
        for (int n : LENGTHS) {
            double[] f = values(24, n);
            double[] x = values(25, n);
            double[] sums = new double[100];
            NormalResidualSums.sum(f, 0.3, x, 0.2, 1.3, 0.7, -0.1, n, new double[NormalResidualSums.SCRATCH], sums, 20, 60);
            IntToDoubleFunction phi = i -> f[i] - 0.3;
            IntToDoubleFunction z = i -> (x[i] - 0.2) * rate;
            IntToDoubleFunction r = i -> (phi.applyAsDouble(i) - 0.7) * z.applyAsDouble(i);
            IntToDoubleFunction t = i -> (phi.applyAsDouble(i) + 0.1) * Math.fma(z.applyAsDouble(i), z.applyAsDouble(i), -1);
            assertLanes(n, sums, FunctionSums.F, i -> 1, phi);
            assertLanes(n, sums, FunctionSums.FF, phi, phi);
            assertSpread(sums, 20 + ResidualSums.R, rate, lanes(n, i -> 1, r));
            assertSpread(sums, 20 + ResidualSums.RR, rate * rate, lanes(n, r, r));
            assertSpread(sums, 20 + ResidualSums.FR, rate, lanes(n, phi, r));
            assertSpread(sums, 60 + ResidualSums.R, rate, lanes(n, i -> 1, t));
            assertSpread(sums, 60 + ResidualSums.RR, rate * rate, lanes(n, t, t));
            assertSpread(sums, 60 + ResidualSums.FR, rate, lanes(n, phi, t));
        }
    }

    @Test
    void crossSumsAddIntoEightLanesAndFold() {
        for (int n : LENGTHS) {
            double[] phi = values(4, n);
            double[] s = values(5, n);
            double[] t = values(6, n);
            double[] sums = new double[CrossSums.LENGTH + 2];
            CrossSums.sum(phi, s, t, n, sums, 2, new double[CrossSums.SCRATCH]);
            assertEquals(EightLanes.fold(lanes(n, i -> s[i], i -> t[i]), 0), sums[2 + CrossSums.ST]);
            assertEquals(EightLanes.fold(lanes(n, i -> phi[i] * s[i], i -> t[i]), 0), sums[2 + CrossSums.FST]);
            assertEquals(EightLanes.fold(lanes(n, i -> phi[i] * s[i], i -> phi[i] * t[i]), 0),
                    sums[2 + CrossSums.FFST]);
        }
    }

    @Test
    void residualSumsAddIntoEightLanesAndLeaveTheResiduals() {
        for (int n : LENGTHS) {
            double[] phi = values(10, n);
            double[] score = values(11, n);
            double[] predicted = values(12, n);
            double[] r = score.clone();
            double[] sums = new double[ResidualSums.LENGTH + 5];
            sums[5] = 99;
            ResidualSums.sum(phi, 0.2, r, predicted, n, sums, 5);
            assertLanes(n, sums, 5 + ResidualSums.R, i -> 1, i -> r[i]);
            assertLanes(n, sums, 5 + ResidualSums.RR, i -> r[i], i -> r[i]);
            assertLanes(n, sums, 5 + ResidualSums.FR, i -> phi[i], i -> r[i]);
            for (int i = 0; i < r.length; i++) {
                assertEquals(i < n ? Math.fma(phi[i] - 0.2, score[i], -predicted[i]) : score[i], r[i]);
            }
        }
    }

    @Test
    void centringResidualSumsAreBothInOnePassAndEmptyTheValues() {
        for (int n : LENGTHS) {
            double[] f = values(13, n);
            double[] r = values(14, n);
            double[] predicted = values(15, n);
            double[] phi = values(16, n);
            double[] centred = f.clone();
            double[] residuals = r.clone();
            double[] apart = new double[ResidualSums.CENTRING_LENGTH];
            FunctionSums.centre(centred, 0.3, n, apart, 0);
            ResidualSums.sum(centred, 0.2, residuals, predicted, n, apart, FunctionSums.LENGTH);
            double[] sums = new double[ResidualSums.CENTRING_LENGTH + 3];
            sums[3] = 99;
            ResidualSums.sumCentring(f, 0.3, 0.2, r, predicted, phi, n, sums, 3);
            assertArrayEquals(apart, Arrays.copyOfRange(sums, 3, sums.length));
            assertArrayEquals(residuals, r);
            for (int s = 0; s < f.length; s++) {
                assertEquals(s < n ? centred[s] : values(16, n)[s], phi[s]);
                assertEquals(s < n ? Double.NaN : centred[s], f[s]);
            }
        }
    }

    @Test
    void controlSumsAddIntoEightLanes() {
        for (int n : LENGTHS) {
            double[] phi = values(17, n);
            double[] score = values(18, n);
            double[] control = values(19, n);
            double[] sums = new double[ControlSums.LENGTH + 5];
            sums[5] = 99;
            ControlSums.sum(phi, score, control, n, sums, 5);
            assertLanes(n, sums, 5 + ControlSums.K, i -> 1, i -> control[i]);
            assertLanes(n, sums, 5 + ControlSums.SK, i -> score[i], i -> control[i]);
            assertLanes(n, sums, 5 + ControlSums.FSK, i -> phi[i] * score[i], i -> control[i]);
            sums[5] = 99;
            ProductSums.sum(phi, control, n, sums, 5);
            assertLanes(n, sums, 5, i -> phi[i], i -> control[i]);
        }
    }

    @Test
    void lanesFoldByHalves() {
        double[] lanes = {9, 1e16, 1, -3, 0.1, -1e16, 1e-3, 7, 1e300};
        assertEquals(((1e16 + -1e16) + (-3 + 7)) + ((1 + 1e-3) + (0.1 + 1e300)), EightLanes.fold(lanes, 1), 1e284);
        double[] exact = {1e16, 3, 1, 1, -1e16, 1, 1, 1};
        assertEquals(((1e16 - 1e16) + (1.0 + 1)) + ((3.0 + 1) + (1.0 + 1)), EightLanes.fold(exact, 0));
    }

    @Test
    void refusesShortArrays() {
        double[] two = new double[2];
        double[] many = new double[100];
        refused("f is too short: offset 0 + length 3 > 2", () -> FunctionSums.centre(two, 0, 3, many, 0));
        refused("sums is too short: offset 99 + length 16 > 100", () -> FunctionSums.centre(two, 0, 2, many, 99));
        refused("phi is too short: offset 0 + length 3 > 2", () -> ScoreSums.sum(two, many, 3, many, 0));
        refused("score is too short: offset 0 + length 3 > 2", () -> ScoreSums.sum(many, two, 3, many, 0));
        refused("f is too short: offset 0 + length 3 > 2", () -> ScoreSums.sumCentring(two, 0, many, many, 3, many, 0));
        refused("score is too short: offset 0 + length 3 > 2", () -> ScoreSums.sumCentring(many, 0, two, many, 3, many, 0));
        refused("phi is too short: offset 0 + length 3 > 2", () -> ScoreSums.sumCentring(many, 0, many, two, 3, many, 0));
        refused("sums is too short: offset 50 + length 64 > 100",
                () -> ScoreSums.sumCentring(many, 0, many, many, 3, many, 50));
        refused("t is too short: offset 0 + length 3 > 2", () -> CrossSums.sum(many, many, two, 3, many, 0, many));
        refused("scratch is too short: offset 0 + length 24 > 2", () -> CrossSums.sum(many, many, many, 3, many, 0, two));
    }

    @Test
    void refusesShortArraysOfNormalCoordinates() {
        double[] two = new double[2];
        double[] many = new double[200];
        refused("f is too short: offset 0 + length 3 > 2",
                () -> NormalScoreSums.sum(two, 0, many, 0, 1, 3, many, many, 16, 64));
        refused("x is too short: offset 0 + length 3 > 2",
                () -> NormalScoreSums.sum(many, 0, two, 0, 1, 3, many, many, 16, 64));
        refused("scratch is too short: offset 0 + length 88 > 2",
                () -> NormalScoreSums.sum(many, 0, many, 0, 1, 3, two, many, 16, 64));
        refused("sums is too short: offset 153 + length 48 > 200",
                () -> NormalScoreSums.sum(many, 0, many, 0, 1, 3, many, many, 16, 153));
        refused("f is too short: offset 0 + length 3 > 2",
                () -> NormalResidualSums.sum(two, 0, many, 0, 1, 0, 0, 3, many, many, 16, 64));
        refused("x is too short: offset 0 + length 3 > 2",
                () -> NormalResidualSums.sum(many, 0, two, 0, 1, 0, 0, 3, many, many, 16, 64));
        refused("scratch is too short: offset 0 + length 64 > 2",
                () -> NormalResidualSums.sum(many, 0, many, 0, 1, 0, 0, 3, two, many, 16, 64));
        refused("sums is too short: offset 177 + length 24 > 200",
                () -> NormalResidualSums.sum(many, 0, many, 0, 1, 0, 0, 3, many, many, 177, 64));
    }

    @Test
    void refusesShortArraysOfResidualsAndControls() {
        double[] two = new double[2];
        double[] many = new double[100];
        refused("phi is too short: offset 0 + length 3 > 2", () -> ResidualSums.sum(two, 0, many, many, 3, many, 0));
        refused("score is too short: offset 0 + length 3 > 2", () -> ResidualSums.sum(many, 0, two, many, 3, many, 0));
        refused("predicted is too short: offset 0 + length 3 > 2", () -> ResidualSums.sum(many, 0, many, two, 3, many, 0));
        refused("sums is too short: offset 80 + length 24 > 100", () -> ResidualSums.sum(many, 0, many, many, 3, many, 80));
        refused("f is too short: offset 0 + length 3 > 2",
                () -> ResidualSums.sumCentring(two, 0, 0, many, many, many, 3, many, 0));
        refused("sums is too short: offset 80 + length 40 > 100",
                () -> ResidualSums.sumCentring(many, 0, 0, many, many, many, 3, many, 80));
        refused("control is too short: offset 0 + length 3 > 2", () -> ControlSums.sum(many, many, two, 3, many, 0));
        refused("sums is too short: offset 80 + length 24 > 100", () -> ControlSums.sum(many, many, many, 3, many, 80));
        refused("b is too short: offset 0 + length 3 > 2", () -> ProductSums.sum(many, two, 3, many, 0));
    }

    private static double[] values(int seed, int n) {
        double[] values = new double[n + 4];
        SplitStream.of(seed).uniforms(0, values, 0, values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] -= 0.4;
        }
        return values;
    }

    private static double[] lanes(int n, IntToDoubleFunction a, IntToDoubleFunction b) {
        double[] lanes = new double[8];
        for (int i = 0; i < n; i++) {
            lanes[i % 8] = Math.fma(a.applyAsDouble(i), b.applyAsDouble(i), lanes[i % 8]);
        }
        return lanes;
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = new double[a.length];
        Arrays.setAll(sum, i -> a[i] + b[i]);
        return sum;
    }

    private static void assertSpread(double[] sums, int at, double factor, double[] lanes) {
        for (int lane = 0; lane < lanes.length; lane++) {
            assertEquals(lanes[lane] * factor, sums[at + lane]);
        }
    }

    private static void assertLanes(int n, double[] sums, int at, IntToDoubleFunction a, IntToDoubleFunction b) {
        double[] found = new double[8];
        System.arraycopy(sums, at, found, 0, 8);
        assertArrayEquals(lanes(n, a, b), found);
    }

    private static void refused(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
