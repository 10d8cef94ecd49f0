package io.github.scorelane.quickstart;

/**
 * The Adam optimiser, which moves parameters uphill. It divides the running mean of gradients by the root of the running mean
 * of their squares, so that the length of a step hardly depends on the size of the gradient.
 *
 * <p>Source: D. P. Kingma, J. Ba, <i>Adam: a method for stochastic optimization</i>, ICLR 2015.
 */
final class Adam {
    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final double[] first;
    private final double[] second;
    private double power1 = 1;
    private double power2 = 1;

    Adam(int parameters) {
        first = new double[parameters];
        second = new double[parameters];
    }

    /** Moves the parameters by one step up the gradient. */
    void ascend(double[] parameters, double[] gradient, double rate) {
        power1 *= BETA_1;
        power2 *= BETA_2;
        for (int p = 0; p < parameters.length; p++) {
            first[p] = BETA_1 * first[p] + (1 - BETA_1) * gradient[p];
            second[p] = BETA_2 * second[p] + (1 - BETA_2) * gradient[p] * gradient[p];
            double mean = first[p] / (1 - power1);
            double meanSquare = second[p] / (1 - power2);
            parameters[p] += rate * mean / (Math.sqrt(meanSquare) + EPSILON);
        }
    }
}
