package io.github.scorelane.kernel.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BrownianBridgeTest {
    private static final int[] STEPS = {1, 2, 3, 5, 7, 8, 16, 100, 365};

    /** Makes the bridge of the unit vectors, one path for each number. */
    private static double[][] matrix(BrownianBridge bridge) {
        int steps = bridge.steps();
        double[][] z = new double[steps][steps + 1];
        for (int k = 0; k < steps; k++) {
            z[bridge.column(k)][1 + k] = 1;
        }
        bridge.toIncrements(z, 1, steps);
        return z;
    }

    @Test
    @Tag("bits")
    void theMapIsOrthogonal() {
        for (int steps : STEPS) {
            double[][] map = matrix(BrownianBridge.of(steps));
            for (int d = 0; d < steps; d++) {
                assertEquals(0, map[d][0]);
                for (int e = 0; e <= d; e++) {
                    double product = 0;
                    for (int k = 1; k <= steps; k++) {
                        product += map[d][k] * map[e][k];
                    }
                    assertEquals(d == e ? 1 : 0, product, 1e-12, steps + " steps");
                }
            }
        }
    }

    @Test
    void theFirstNumberDecidesTheEndAndTheSecondTheMiddle() {
        for (int steps : STEPS) {
            double[][] map = matrix(BrownianBridge.of(steps));
            for (int k = 0; k < steps; k++) {
                double end = 0;
                double middle = 0;
                for (int d = 0; d < steps; d++) {
                    end += map[d][1 + k];
                    middle += d < steps / 2 ? map[d][1 + k] : 0;
                }
                assertEquals(k == 0 ? Math.sqrt(steps) : 0, end, 1e-13);
                if (k > 1) {
                    assertEquals(0, middle, 1e-13);
                }
            }
        }
    }

    @Test
    void refusesWhatIsOutOfRange() {
        refused("number of steps is not strictly positive: 0", () -> BrownianBridge.of(0));
        refused("number of columns is not that of the steps, 3: 2",
                () -> BrownianBridge.of(3).toIncrements(new double[2][4], 0, 4));
        refused("z is too short: offset 2 + length 4 > 4", () -> BrownianBridge.of(2).toIncrements(new double[2][4], 2, 4));
    }

    private static void refused(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
