package io.github.scorelane.distribution;

import java.util.function.DoubleUnaryOperator;

/**
 * The law of the von Mises distribution from −π to π. Its density is integrated by Simpson's rule on a grid, from both ends.
 */
final class VonMisesLaw {
    private static final int STEPS = 1 << 19;
    private static final double WIDTH = 2 * Math.PI / STEPS;

    private final DoubleUnaryOperator density;
    private final double[] below = new double[STEPS + 1];
    private final double[] above = new double[STEPS + 1];

    private VonMisesLaw(double meanDirection, double concentration) {
        density = x -> {
            double s = Math.sin((x - meanDirection) / 2);
            return Math.exp(-2 * concentration * s * s);
        };
        for (int k = 0; k < STEPS; k++) {
            below[k + 1] = below[k] + simpson(edge(k), edge(k + 1));
        }
        for (int k = STEPS; k > 0; k--) {
            above[k - 1] = above[k] + simpson(edge(k - 1), edge(k));
        }
    }

    static Law of(double meanDirection, double concentration) {
        VonMisesLaw law = new VonMisesLaw(meanDirection, concentration);
        double total = law.below[STEPS];
        return BisectedLaw.of(
                x -> (law.below[step(x)] + law.simpson(edge(step(x)), x)) / total,
                x -> (law.above[step(x) + 1] + law.simpson(x, edge(step(x) + 1))) / total,
                x -> Math.log(law.density.applyAsDouble(x) / total), -Math.PI, Math.PI);
    }

    private static double edge(int k) {
        return -Math.PI + k * WIDTH;
    }

    private static int step(double x) {
        return Math.clamp((long) ((x + Math.PI) / WIDTH), 0, STEPS - 1);
    }

    private double simpson(double from, double to) {
        return (to - from) / 6 * (density.applyAsDouble(from) + 4 * density.applyAsDouble((from + to) / 2)
                + density.applyAsDouble(to));
    }
}
