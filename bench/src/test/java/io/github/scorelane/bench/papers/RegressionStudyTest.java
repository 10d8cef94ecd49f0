package io.github.scorelane.bench.papers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.bench.papers.PapersMeasurements.FitPoint;
import io.github.scorelane.bench.papers.PapersMeasurements.LearningPoint;
import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.quickstart.BreastCancerData;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegressionStudyTest {
    private static final int SIZE = 31;
    private final BreastCancerData data = BreastCancerData.load();

    @Test
    void batchesGiveEachRowOnceAnEpoch() {
        Batches batches = new Batches(10, 1);
        int[] count = new int[10];
        int[][] given = new int[5][];
        for (int i = 0; i < 5; i++) {
            given[i] = batches.next(4);
            Arrays.stream(given[i]).forEach(row -> count[row]++);
        }
        assertArrayEquals(new int[] {2, 2, 2, 2, 2, 2, 2, 2, 2, 2}, count);
        assertArrayEquals(given[0], new Batches(10, 1).next(4));
    }

    @Test
    void aBatchOfAllRowsIsAll() {
        int[] rows = new int[569];
        Arrays.setAll(rows, i -> i);
        double[] f = new double[2];
        double[] g = new double[2];
        double[][] w = new double[SIZE][2];
        w[3][1] = 0.4;
        Likelihood.of(data, rows).function().evaluate(w, 2, f);
        Likelihood.of(data).function().evaluate(w, 2, g);
        assertArrayEquals(g, f);
        Likelihood.of(data, 7).function().evaluate(w, 1, f);
        assertEquals(-569 * Math.log(2), f[0], 1e-10);
    }

    /** Near its centre, f less its quadratic is of third order. */
    @Test
    void expansionIsTaylors() {
        Random random = new Random(2);
        double[] centre = random.doubles(SIZE, -0.3, 0.3).toArray();
        double[] direction = random.doubles(SIZE, -1, 1).toArray();
        Likelihood likelihood = Likelihood.of(data, 1, 20, 300);
        Quadratic quadratic = likelihood.expandedAt(centre);
        double[] steps = {0, 1e-3, 2e-3};
        double[][] w = new double[SIZE][3];
        for (int d = 0; d < SIZE; d++) {
            for (int s = 0; s < 3; s++) {
                w[d][s] = centre[d] + steps[s] * direction[d];
            }
        }
        double[] f = new double[3];
        likelihood.function().evaluate(w, 3, f);
        quadratic.subtract(1, w, 3, f);
        assertEquals(0, f[0], 1e-12);
        assertTrue(Math.abs(f[2]) < 1e-4, "" + f[2]);
        assertEquals(8, f[2] / f[1], 0.1);
    }

    /** All estimate one gradient: at few samples, in the mean of many seeds, within 5 standard errors of those means. */
    @Test
    void controlsAgree() {
        Likelihood likelihood = Likelihood.of(data, 3, 100, 250, 400);
        double[] parameters = new double[2 * SIZE];
        Arrays.fill(parameters, 0, SIZE, 0.1);
        Arrays.fill(parameters, SIZE, 2 * SIZE, 0.4);
        var estimator = ScoreFunctionEstimator.of(DiagonalNormal.of(Arrays.copyOf(parameters, SIZE),
                Arrays.copyOfRange(parameters, SIZE, 2 * SIZE)));
        Controller.Found exact = Control.DELTA.controller().estimate(estimator.samples(400_000), 1L << 40, likelihood,
                parameters, false);
        int runs = 2_000;
        for (Control control : Control.values()) {
            Controller controller = control.controller();
            double[] sum = new double[2 * SIZE];
            double[] squares = new double[2 * SIZE];
            for (int run = 0; run < runs; run++) {
                double[] gradient = controller.estimate(estimator.samples(8), run, likelihood, parameters, true).gradient();
                for (int p = 0; p < sum.length; p++) {
                    sum[p] += gradient[p];
                    squares[p] += gradient[p] * gradient[p];
                }
            }
            for (int p = 0; p < sum.length; p++) {
                double mean = sum[p] / runs;
                double error = Math.hypot(Math.sqrt((squares[p] / runs - mean * mean) / runs), exact.standardError()[p]);
                assertEquals(exact.gradient()[p], mean, 5 * error, control + ", parameter " + p);
            }
        }
    }

    @Test
    void aShortFitClimbs() {
        RegressionStudy study = new RegressionStudy(60, 30, 400, 2);
        List<LearningPoint> curves = study.curves();
        assertEquals(3 * Control.values().length, curves.size());
        for (int i = 0; i < curves.size(); i += 3) {
            Control control = Control.values()[i / 3];
            assertEquals(control, curves.get(i).control());
            assertEquals(60, curves.get(i + 2).step());
            if (control != Control.NONE) {
                assertTrue(curves.get(i + 2).elbo() > curves.get(i).elbo() + 100, curves.toString());
            }
        }
        List<FitPoint> ends = study.ends();
        assertEquals(2 * Control.values().length, ends.size());
        // The first fit is the one whose curve was drawn.
        assertEquals(curves.get(8).elbo(), ends.get(4).elbo(), 6 * curves.get(8).elboError());
    }
}
