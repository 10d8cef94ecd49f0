package io.github.scorelane.distribution;

import static io.github.scorelane.Refusals.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.kernel.stream.SplitStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlackettLuceTest {
    private static final double[] LOGITS = {0.3, -1.2, 2, 0.7};
    private static final double[][] ORDERS = columns(orders(LOGITS.length));

    @Test
    void massesAreThoseOfTheChoicesAndSumToOne() {
        PlackettLuce d = PlackettLuce.ofLogits(LOGITS);
        int n = ORDERS[0].length;
        double[] logPdf = new double[n];
        d.logPdf(ORDERS, 0, logPdf, 0, n);
        double sum = 0;
        for (int s = 0; s < n; s++) {
            assertEquals(logMass(LOGITS, s), logPdf[s], 1e-14);
            sum += Math.exp(logPdf[s]);
        }
        assertEquals(1, sum, 1e-14);
    }

    /** The exact scores are made of the probabilities of the choices, and their mean has to be 0. */
    @Test
    void scoresAreTheDerivativesOfTheMasses() {
        PlackettLuce d = PlackettLuce.ofLogits(LOGITS);
        int n = ORDERS[0].length;
        double[][] scores = new double[4][n];
        d.gradLogPdf(ORDERS, 0, 0, scores, 0, n);
        for (int k = 0; k < 4; k++) {
            double mean = 0;
            for (int s = 0; s < n; s++) {
                assertEquals(score(LOGITS, s, k), scores[k][s], 1e-14, "score " + k + " of order " + s);
                mean += scores[k][s] * Math.exp(logMass(LOGITS, s));
            }
            assertEquals(0, mean, 1e-14);
        }
    }

    @Test
    void whatIsNoOrderHasNoMass() {
        PlackettLuce d = PlackettLuce.ofLogits(0, 1, 2);
        double[][] x = {{0, 0, 0.5, 3, 0, Double.NaN, 2}, {1, 1, 1, 1, -1, 1, 1}, {1, 2, 2, 2, 2, 2, 0}};
        double[] logPdf = new double[7];
        d.logPdf(x, 0, logPdf, 0, 7);
        double none = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < 7; s++) {
            assertEquals(s != 1 && s != 6, logPdf[s] == none, "order " + s);
        }
        d.gradLogPdf(x, 0, 0, new double[3][7], 0, 7);
    }

    /** The scores of an order that is all but certain must keep their digits. */
    @Test
    void extremeLogits() {
        PlackettLuce d = PlackettLuce.ofLogits(350, 0, -350);
        double[][] x = {{0}, {1}, {2}};
        double[][] scores = new double[3][1];
        d.gradLogPdf(x, 0, 0, scores, 0, 1);
        for (double[] each : scores) {
            assertEquals(0, each[0], 1e-15);
        }
        double[][] statistics = new double[3][100];
        double[][] draws = new double[3][100];
        d.sample(SplitStream.of(1), 0, draws, statistics, 0, 100);
        assertTrue(Arrays.stream(statistics).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite));
        refused("difference of logits is above 700.0: 701.0", () -> PlackettLuce.ofLogits(0, 701));
        refused("number of items is not between 2 and 2048: 1", () -> PlackettLuce.ofLogits(0));
    }

    private static double logMass(double[] logits, int order) {
        double log = 0;
        for (int i = 0; i < logits.length; i++) {
            log += Math.log(choice(logits, order, i, (int) ORDERS[i][order]));
        }
        return log;
    }

    private static double score(double[] logits, int order, int item) {
        double score = 1;
        int i = 0;
        do {
            score -= choice(logits, order, i, item);
        } while (ORDERS[i++][order] != item);
        return score;
    }

    /** Returns the probability that an item is chosen among the items at the given rank and later. */
    private static double choice(double[] logits, int order, int rank, int item) {
        double sum = 0;
        for (int i = rank; i < logits.length; i++) {
            sum += Math.exp(logits[(int) ORDERS[i][order]]);
        }
        return Math.exp(logits[item]) / sum;
    }

    private static List<List<Integer>> orders(int items) {
        if (items == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (List<Integer> shorter : orders(items - 1)) {
            for (int place = 0; place < items; place++) {
                List<Integer> order = new ArrayList<>(shorter);
                order.add(place, items - 1);
                all.add(order);
            }
        }
        return all;
    }

    private static double[][] columns(List<List<Integer>> orders) {
        double[][] columns = new double[orders.get(0).size()][orders.size()];
        for (int i = 0; i < columns.length; i++) {
            for (int s = 0; s < orders.size(); s++) {
                columns[i][s] = orders.get(s).get(i);
            }
        }
        return columns;
    }
}
