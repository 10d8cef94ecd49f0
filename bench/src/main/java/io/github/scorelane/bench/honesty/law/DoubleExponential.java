package io.github.scorelane.bench.honesty.law;

/**
 * The tanh-sinh rule, which integrates over an interval what may be singular at its ends, as a root is.
 *
 * <p>Source: H. Takahasi, M. Mori, <i>Double exponential formulas for numerical integration</i>, 1974.
 */
final class DoubleExponential {
    private static final int HALF = 26;
    private static final double STEP = 0.125;
    private static final double[] NODES = new double[2 * HALF + 1];
    private static final double[] WEIGHTS = new double[2 * HALF + 1];

    static {
        for (int j = -HALF; j <= HALF; j++) {
            double u = Math.PI / 2 * Math.sinh(j * STEP);
            NODES[j + HALF] = Math.tanh(u);
            WEIGHTS[j + HALF] = STEP * Math.PI / 2 * Math.cosh(j * STEP) / (Math.cosh(u) * Math.cosh(u));
        }
    }

    private DoubleExponential() {}

    static void visit(double from, double to, Node node) {
        double middle = (from + to) / 2;
        double half = (to - from) / 2;
        for (int j = 0; j < NODES.length; j++) {
            node.at(middle + half * NODES[j], half * WEIGHTS[j]);
        }
    }

    /** A user of nodes and weights. */
    @FunctionalInterface
    interface Node {
        void at(double y, double weight);
    }
}
