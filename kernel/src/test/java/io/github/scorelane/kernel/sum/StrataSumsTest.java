package io.github.scorelane.kernel.sum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.scorelane.kernel.stream.SplitStream;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Adds the sums over neighbours up again in plain Java: every width has to equal these, bit for bit. */
@Tag("bits")
class StrataSumsTest {
    private static final double[][] LAGUERRE = {
        {-1.2177277416194268, 0.5280961538389042, 3.7766930848894185, -3.087061497108886},
        {0.42548100807665296, -0.4952651220489354, -1.5586168605029436, 1.628400974475222},
        {-0.09343325181310033, -0.7805964485170621, -0.3418088334547225, 1.2158385337848843},
    };

    @Test
    void neighboursAddUp() {
        for (int pairs : new int[] {8, 16, 24, 104, 512}) {
            for (int ends = 0; ends < 4; ends++) {
                boolean first = ends % 2 == 1;
                boolean last = ends / 2 == 1;
                double[] phi = values(1, 2 * pairs);
                double[] score = values(2, 2 * pairs);
                double[] sums = values(3, 100);
                double[] scratch = values(4, StrataSums.scratch(pairs));
                StrataSums.sum(phi, score, pairs, first, last, scratch, sums, 5);
                double[] ofFunction = values(3, 100);
                StrataSums.sum(phi, pairs, first, last, scratch, ofFunction, 5);
                for (int fold = 0; fold < 2; fold++) {
                    double[] m = new double[pairs / 2];
                    double[] ms = new double[pairs / 2];
                    double[] mf = new double[pairs / 2];
                    for (int j = 0; j < pairs; j++) {
                        if (j / 4 % 2 == fold) {
                            int h = j / 8 * 4 + j % 4;
                            m[h] = phi[j] * score[j] + phi[pairs + j] * score[pairs + j];
                            ms[h] = score[j] + score[pairs + j];
                            mf[h] = phi[j] + phi[pairs + j];
                        }
                    }
                    assertEquals(products(ms, ms, first, last), sums[5 + 3 * fold + StrataSums.SS]);
                    assertEquals(products(m, ms, first, last), sums[5 + 3 * fold + StrataSums.FSS]);
                    assertEquals(products(m, m, first, last), sums[5 + 3 * fold + StrataSums.FFSS]);
                    int lane = 5 + FunctionSums.FF + 4 * fold;
                    assertEquals(0.5 * values(3, 100)[lane] + products(mf, mf, first, last), ofFunction[lane]);
                    assertEquals(0.5 * values(3, 100)[lane + 1], ofFunction[lane + 1]);
                }
                assertEquals(0, sums[5 + 6]);
                assertEquals(0, sums[5 + 7]);
            }
        }
    }

    private static double products(double[] a, double[] b, boolean first, boolean last) {
        double[] lanes = new double[8];
        for (int h = 1; h < a.length - 1; h++) {
            add(lanes, (h - 1) % 8, a, b, h);
        }
        if (!first) {
            add(lanes, 0, a, b, 1);
        }
        if (!last) {
            add(lanes, 0, a, b, a.length - 2);
        }
        double sum = 1.0 / 12 * EightLanes.fold(lanes, 0);
        for (int end = 0; end < 2; end++) {
            for (double[] row : LAGUERRE) {
                double ofA = 0;
                double ofB = 0;
                for (int k = 0; k < 4; k++) {
                    int h = end == 0 ? k : a.length - 1 - k;
                    ofA = Math.fma(row[k], a[h], ofA);
                    ofB = Math.fma(row[k], b[h], ofB);
                }
                sum = end == 0 ? first ? Math.fma(0.5 * ofA, ofB, sum) : sum : last ? Math.fma(0.5 * ofA, ofB, sum) : sum;
            }
        }
        return sum;
    }

    private static void add(double[] lanes, int lane, double[] a, double[] b, int h) {
        lanes[lane] = Math.fma(Math.fma(-2, a[h], a[h - 1] + a[h + 1]), Math.fma(-2, b[h], b[h - 1] + b[h + 1]), lanes[lane]);
    }

    /**
     * Tests that the outermost stratum's variance is found for a polynomial in −ln of the uniform number over a stratum's width,
     * whose means over strata are known: the variance of an exponential number is 1, that of its square 20. It counts twice, as
     * sums are over two. The line is exact for lines.
     */
    @Test
    void theOutermostStratumHasTheVarianceOfItsPolynomial() {
        assertOutermost(1, v -> v * (1 - Math.log(v)));
        assertOutermost(20, v -> v * (Math.log(v) * Math.log(v) - 2 * Math.log(v) + 2));
    }

    /** Computes the integral of (−ln v)^k from 0 on. */
    private static void assertOutermost(double variance, DoubleUnaryOperator integral) {
        int pairs = 8;
        double[] phi = new double[2 * pairs];
        for (int h = 0; h < 4; h++) {
            double mean = integral.applyAsDouble(h + 1) - (h == 0 ? 0 : integral.applyAsDouble(h));
            for (int i : new int[] {h, 4 + h, pairs + h, pairs + 4 + h}) {
                phi[i] = mean;
            }
        }
        double[] both = new double[16];
        double[] none = new double[16];
        double[] scratch = new double[StrataSums.scratch(pairs)];
        StrataSums.sum(phi, pairs, true, true, scratch, both, 0);
        StrataSums.sum(phi, pairs, false, true, scratch, none, 0);
        double difference = (phi[0] - 2 * phi[1] + phi[2]) * 2;
        double line = 0;
        for (int k = 0; k < 4; k++) {
            line += LAGUERRE[2][k] * phi[k];
        }
        assertEquals(variance == 1 ? 1 : line * line, line * line, 1e-12);
        double ofOutermost = both[FunctionSums.FF] - none[FunctionSums.FF] + difference * difference / 12;
        assertEquals(2 * (variance + line * line), ofOutermost, 1e-10);
    }

    @Test
    void refusesShortArrays() {
        double[] few = new double[15];
        double[] many = new double[100];
        refused("phi is too short: offset 8 + length 8 > 15", () -> StrataSums.sum(few, 8, true, true, many, many, 0));
        refused("scratch is too short: offset 0 + length 32 > 15", () -> StrataSums.sum(many, 8, true, true, few, many, 0));
        refused("sums is too short: offset 0 + length 16 > 15", () -> StrataSums.sum(many, 8, true, true, many, few, 0));
        refused("phi is too short: offset 8 + length 8 > 15", () -> StrataSums.sum(few, many, 8, true, true, many, many, 0));
        refused("score is too short: offset 8 + length 8 > 15", () -> StrataSums.sum(many, few, 8, true, true, many, many, 0));
        refused("scratch is too short: offset 0 + length 32 > 15", () -> StrataSums.sum(many, many, 8, true, true, few, many, 0));
        refused("sums is too short: offset 8 + length 8 > 15", () -> StrataSums.sum(many, many, 8, true, true, many, few, 8));
    }

    private static void refused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    private static double[] values(int seed, int n) {
        double[] values = new double[n];
        SplitStream.of(seed).uniforms(0, values, 0, n);
        for (int i = 0; i < n; i++) {
            values[i] -= 0.4;
        }
        return values;
    }
}
