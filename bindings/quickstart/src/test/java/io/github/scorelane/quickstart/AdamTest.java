package io.github.scorelane.quickstart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class AdamTest {
    @Test
    void firstStepIsOneRateUpTheGradientWhateverItsSize() {
        double[] x = {0, 0, 5};
        new Adam(3).ascend(x, new double[] {1e-3, -1e3, 0}, 0.1);
        assertArrayEquals(new double[] {0.1, -0.1, 5}, x, 1e-5);
    }

    @Test
    void secondStepIsThePapers() {
        double[] x = {0};
        Adam adam = new Adam(1);
        adam.ascend(x, new double[] {1}, 1);
        adam.ascend(x, new double[] {-2}, 1);
        double first = (0.9 * 0.1 - 0.1 * 2) / (1 - 0.81);
        double second = (0.999 * 0.001 + 0.001 * 4) / (1 - 0.999 * 0.999);
        assertArrayEquals(new double[] {1 + first / Math.sqrt(second)}, x, 1e-7);
    }

    @Test
    void findsTheTopOfAQuadratic() {
        double[] x = {0, 0};
        Adam adam = new Adam(2);
        int steps = 2_000;
        for (int step = 0; step < steps; step++) {
            adam.ascend(x, new double[] {-2 * (x[0] - 3), -20 * (x[1] + 1)}, 0.1 * (steps - step) / steps);
        }
        assertArrayEquals(new double[] {3, -1}, x, 1e-3);
    }
}
