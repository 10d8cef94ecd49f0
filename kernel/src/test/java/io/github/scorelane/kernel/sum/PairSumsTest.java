package io.github.scorelane.kernel.sum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.scorelane.kernel.stream.SplitStream;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Adds sums up again in plain Java, lane by lane: every width has to equal these, bit for bit. */
@Tag("bits")
class PairSumsTest {
    @Test
    void pairsAddIntoEightLanes() {
        for (int pairs : new int[] {1, 7, 8, 9, 16, 100, 511, 512}) {
            for (double sign : new double[] {1, -1}) {
                double[] phi = values(1, 2 * pairs);
                double[] score = values(2, 2 * pairs);
                double[] product = new double[2 * pairs];
                Arrays.setAll(product, i -> phi[i] * score[i]);
                double[] sums = new double[3 + FunctionSums.LENGTH + ScoreSums.LENGTH];
                Arrays.fill(sums, 99);
                PairSums.sum(phi, pairs, sign, sums, 3);
                int at = 3 + FunctionSums.LENGTH;
                PairSums.sum(phi, score, pairs, sign, sums, at);
                IntToDoubleFunction f = j -> phi[j] + sign * phi[pairs + j];
                IntToDoubleFunction s = j -> score[j] + sign * score[pairs + j];
                IntToDoubleFunction p = j -> product[j] + sign * product[pairs + j];
                IntToDoubleFunction one = j -> 1;
                assertLanes(pairs, sums, 3 + FunctionSums.F, one, j -> phi[j] + phi[pairs + j]);
                assertLanes(pairs, sums, 3 + FunctionSums.FF, f, f);
                assertLanes(pairs, sums, at + ScoreSums.S, one, j -> score[j] + score[pairs + j]);
                assertLanes(pairs, sums, at + ScoreSums.SS, s, s);
                assertLanes(pairs, sums, at + ScoreSums.FS, one, j -> product[j] + product[pairs + j]);
                assertLanes(pairs, sums, at + ScoreSums.FSS, p, s);
                double[] each = new double[8];
                for (int j = 0; j < pairs; j++) {
                    each[j % 8] = Math.fma(score[j], score[j], each[j % 8]);
                    each[j % 8] = Math.fma(score[pairs + j], score[pairs + j], each[j % 8]);
                }
                assertArrayEquals(each, Arrays.copyOfRange(sums, at + ScoreSums.FFS, at + ScoreSums.FFS + 8));
                assertLanes(pairs, sums, at + ScoreSums.FFSS, p, p);
            }
        }
    }

    @Test
    void refusesShortArrays() {
        double[] two = new double[2];
        double[] many = new double[100];
        refused("phi is too short: offset 2 + length 2 > 2", () -> PairSums.sum(two, 2, 1, many, 0));
        refused("sums is too short: offset 99 + length 16 > 100", () -> PairSums.sum(two, 1, 1, many, 99));
        refused("phi is too short: offset 2 + length 2 > 2", () -> PairSums.sum(two, many, 2, 1, many, 0));
        refused("score is too short: offset 2 + length 2 > 2", () -> PairSums.sum(many, two, 2, 1, many, 0));
        refused("sums is too short: offset 60 + length 48 > 100", () -> PairSums.sum(many, many, 2, 1, many, 60));
    }

    private static double[] values(int seed, int n) {
        double[] values = new double[n];
        SplitStream.of(seed).uniforms(0, values, 0, n);
        for (int i = 0; i < n; i++) {
            values[i] -= 0.4;
        }
        return values;
    }

    private static void assertLanes(int n, double[] sums, int at, IntToDoubleFunction a, IntToDoubleFunction b) {
        double[] lanes = new double[8];
        for (int j = 0; j < n; j++) {
            lanes[j % 8] = Math.fma(a.applyAsDouble(j), b.applyAsDouble(j), lanes[j % 8]);
        }
        assertArrayEquals(lanes, Arrays.copyOfRange(sums, at, at + 8));
    }

    private static void refused(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
