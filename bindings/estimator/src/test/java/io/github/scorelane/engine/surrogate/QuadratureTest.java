package io.github.scorelane.engine.surrogate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.Gamma;
import io.github.scorelane.distribution.HasLogisticForm;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.distribution.StudentT;
import io.github.scorelane.distribution.UnivariateDistribution;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks the quadrature rules and tables that expectations are made of. */
class QuadratureTest {
    @Test
    void gaussLegendreRulesIntegrateTheirPolynomials() {
        for (int n : new int[] {1, 2, 5, 8, 10, 16, 32, 64}) {
            GaussLegendre rule = GaussLegendre.of(n);
            for (int power = 0; power < 2 * n; power++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += rule.weights()[i] * Math.pow(rule.nodes()[i], power);
                }
                assertEquals(power % 2 == 0 ? 2.0 / (power + 1) : 0, sum, 4e-15, n + " nodes, power " + power);
            }
        }
    }

    @Test
    void chebyshevCoefficientsAreOfTheSameSum() {
        double[] c = {0.3, -1, 0.5, 2, -0.7, 0.1, 0.9, -0.2};
        double[] chebyshev = Legendre.toChebyshev(c);
        double[] w = {-1, -0.9, -0.3, 0, 0.2, 0.77, 1};
        double[][] p = Legendre.values(c.length - 1, w);
        for (int j = 0; j < w.length; j++) {
            double expected = 0;
            double actual = 0;
            for (int k = 0; k < c.length; k++) {
                expected += c[k] * p[k][j];
                actual += chebyshev[k] * Math.cos(k * Math.acos(w[j]));
            }
            assertEquals(expected, actual, 1e-14);
        }
    }

    @Test
    void expectationsOfAGridAreExact() {
        Grid grid = grid(Normal.of(0.7, 1.3), Nodes.MANY);
        double[] square = Arrays.stream(grid.x).map(x -> x * x).toArray();
        assertEquals(0.7 * 0.7 + 1.3 * 1.3, grid.mean(square), 1e-13);
        assertEquals(2 * 0.7, Math.scalb(grid.mean(square, 0), grid.units[0]), 1e-13);
        assertEquals(2 * 1.3, Math.scalb(grid.mean(square, 1), grid.units[1]), 1e-13);
        double[] cosine = Arrays.stream(grid.x).map(Math::cos).toArray();
        double damping = Math.exp(-1.3 * 1.3 / 2);
        assertEquals(Math.cos(0.7) * damping, grid.mean(cosine), 1e-13);
        assertEquals(-Math.sin(0.7) * damping, Math.scalb(grid.mean(cosine, 0), grid.units[0]), 1e-13);
        assertEquals(-1.3 * Math.cos(0.7) * damping, Math.scalb(grid.mean(cosine, 1), grid.units[1]), 1e-13);
    }

    /** The probes, which are few, give a smooth variance to a few parts in a hundred. */
    @Test
    void pointsOfTheFunctionSumToOneBesideTheTails() {
        for (Nodes nodes : new Nodes[] {Nodes.FEW, Nodes.MANY}) {
            for (UnivariateDistribution law : List.of(Normal.of(0, 1), Gamma.of(0.5, 2), StudentT.of(3, 0, 1))) {
                Grid grid = grid(law, nodes);
                double sum = 0;
                double information = 0;
                for (int j = grid.expectations; j < grid.x.length; j++) {
                    sum += grid.weights[j];
                    information += grid.weights[j] * grid.scores[0][j] * grid.scores[0][j];
                }
                double[] squares = Arrays.stream(grid.scores[0]).map(s -> s * s).toArray();
                assertEquals(1, sum, 5e-3, law + "");
                assertEquals(1, information / grid.mean(squares), 0.03, law + "");
            }
        }
    }

    @Test
    void aWrongLawIsRefused() {
        assertNotNull(grid(Normal.of(0, 1), Nodes.MANY));
        assertNull(Grid.of(new Law(Normal.of(0, 1), false), new Stretched(Normal.of(0, 1)), Nodes.MANY));
    }

    /** Map whose slope is said to be greater than it is. */
    private record Stretched(Normal normal) implements HasLogisticForm {
        @Override
        public void toLogistic(double[] x, double[] v, int offset, int length) {
            normal.toLogistic(x, v, offset, length);
        }

        @Override
        public void fromLogistic(double[] v, double[] x, double[] logSlope, int offset, int length) {
            normal.fromLogistic(v, x, logSlope, offset, length);
            for (int i = offset; i < offset + length; i++) {
                logSlope[i] += 1e-9;
            }
        }

        @Override
        public int polynomialDegree() {
            return 4;
        }
    }

    @Test
    void powersAreOrthonormal() {
        Grid grid = grid(Gamma.of(3, 1.5), Nodes.MANY);
        Powers powers = Powers.of(grid, 4);
        assertEquals(4.5, powers.mean(), 1e-12);
        assertEquals(1 / (1.5 * Math.sqrt(3)), powers.inverse(), 1e-12);
        double[] cubic = new double[grid.probes()];
        for (int j = 0; j < cubic.length; j++) {
            double t = (grid.x[grid.expectations + j] - powers.mean()) * powers.inverse();
            cubic[j] = 2 - t + 0.5 * t * t * t;
        }
        double[] c = powers.subtract(4, cubic);
        assertEquals(2, c[0], 1e-9);
        assertEquals(-1, c[1], 1e-9);
        assertEquals(0, c[2], 1e-9);
        assertEquals(0.5, c[3], 1e-9);
        assertEquals(0, c[4], 1e-9);
        for (int j = 0; j < cubic.length; j++) {
            assertTrue(Math.abs(cubic[j]) * Math.sqrt(grid.weights[grid.expectations + j]) < 1e-11);
        }
    }

    private static Grid grid(UnivariateDistribution distribution, Nodes nodes) {
        return Grid.of(new Law(distribution, false), (HasLogisticForm) distribution, nodes);
    }
}
