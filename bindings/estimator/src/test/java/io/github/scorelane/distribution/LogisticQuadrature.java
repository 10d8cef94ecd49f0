package io.github.scorelane.distribution;

/**
 * A quadrature over v by the Gauss–Legendre rule with 16 nodes in each panel. Panels have a width of 1.5 up to |v| = 6, and
 * of 8.4 up to 48. Two of them meet at 0, where maps may have kinks.
 */
final class LogisticQuadrature {
    private static final int ORDER = 16;
    private static final double INNER = 6;
    private static final double OUTER = 48;
    private static final int INNER_PANELS = 4;
    private static final int OUTER_PANELS = 5;

    final double[] v = new double[2 * ORDER * (INNER_PANELS + OUTER_PANELS)];
    final double[] widths = new double[v.length];
    final double[] x = new double[v.length];
    final double[] logSlope = new double[v.length];
    /** The probability that each node stands for. */
    final double[] weights = new double[v.length];
    /** The scores at the nodes, a row for each parameter. */
    final double[][] scores;

    LogisticQuadrature(UnivariateDistribution distribution) {
        layNodes();
        ((HasLogisticForm) distribution).fromLogistic(v, x, logSlope, 0, v.length);
        distribution.logPdf(x, 0, weights, 0, v.length);
        for (int i = 0; i < v.length; i++) {
            weights[i] = Math.exp(weights[i] + logSlope[i]) * widths[i];
        }
        scores = new double[distribution.parameters().length][v.length];
        distribution.gradLogPdf(x, 0, scores, 0, v.length);
    }

    double sum() {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return sum;
    }

    /** Returns E[score] as a part of the root of E[score²]. */
    double meanScore(int parameter) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < v.length; i++) {
            // The score may be infinite if the weight underflows, and the product would be NaN.
            double part = weights[i] == 0 ? 0 : weights[i] * scores[parameter][i];
            sum += part;
            squares += weights[i] == 0 ? 0 : part * scores[parameter][i];
        }
        return sum == 0 ? 0 : sum / Math.sqrt(squares);
    }

    private void layNodes() {
        double[] nodes = new double[ORDER];
        double[] lengths = new double[ORDER];
        for (int i = 0; i < ORDER; i++) {
            layNode(i, nodes, lengths);
        }
        int place = 0;
        for (int side = -1; side <= 1; side += 2) {
            for (int panel = 0; panel < INNER_PANELS + OUTER_PANELS; panel++) {
                for (int i = 0; i < ORDER; i++, place++) {
                    double width = edge(panel + 1) - edge(panel);
                    v[place] = side * (edge(panel) + 0.5 * width * (1 + nodes[i]));
                    widths[place] = 0.5 * width * lengths[i];
                }
            }
        }
    }

    private static double edge(int panel) {
        return panel <= INNER_PANELS
                ? INNER / INNER_PANELS * panel
                : INNER + (OUTER - INNER) / OUTER_PANELS * (panel - INNER_PANELS);
    }

    /** Finds a root of the Legendre polynomial by Newton's method, and its weight. */
    private static void layNode(int index, double[] nodes, double[] lengths) {
        double t = Math.cos(Math.PI * (index + 0.75) / (ORDER + 0.5));
        double slope = 0;
        for (int step = 0; step < 10; step++) {
            double before = 1;
            double p = t;
            for (int k = 2; k <= ORDER; k++) {
                double next = ((2 * k - 1) * t * p - (k - 1) * before) / k;
                before = p;
                p = next;
            }
            slope = ORDER * (t * p - before) / (t * t - 1);
            t -= p / slope;
        }
        nodes[index] = t;
        lengths[index] = 2 / ((1 - t * t) * slope * slope);
    }
}
