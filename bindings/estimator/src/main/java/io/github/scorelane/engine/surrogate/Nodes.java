package io.github.scorelane.engine.surrogate;

import io.github.scorelane.distribution.HasLogisticForm;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Tanh;

/**
 * Points on the line of the logistic coordinate v, the same for all distributions that have one. They are, in this order: panels of
 * Gauss–Legendre nodes in v, over which expectations are summed; Gauss–Legendre nodes in w = tanh(v/2), the bulk, where f is
 * evaluated; and panels beyond those, in either tail, where f is evaluated too. A {@link Grid} puts a distribution on them.
 */
final class Nodes {
    /**
     * Edges of the panels for expectations, on either side of 0, where a score may jump. Beyond the last lies e^−48 of a logistic
     * law.
     */
    private static final double[] EDGES = {0, 1, 2, 3, 4, 5, 6, 9, 14, 22, 34, 48};
    /** End of the panels with more nodes, and the numbers of nodes of a panel before and beyond it. */
    private static final double INNER_END = 6;
    private static final int INNER = 16;
    private static final int OUTER = 10;
    /** Length of the first panel of a tail where f is evaluated, and end of the second and last one. */
    private static final double NEAR = 5;
    private static final double TAIL_END = 40;
    /**
     * Number of nodes in w for each one that is outermost on a side. The outermost nodes carry no probability, because the panels
     * of the tail stand for it; f is evaluated there only for the coefficients of the series.
     */
    private static final int BULK_PER_OUTER = 20;
    /** Most difference that rounding leaves between the w of a node and that of its point. */
    private static final double SAME = 1e-14;

    /**
     * Nodes for runs of many samples, and for runs of few, in which f may not be evaluated as often. They use the constants above.
     */
    static final Nodes MANY = new Nodes(64, 24, 8, 6);
    static final Nodes FEW = new Nodes(32, 12, 6, 4);

    /** Number of nodes for expectations; those at which f is evaluated stand behind them. */
    final int expectations;
    /** Number of nodes in w, which are followed by those of the tails. */
    final int bulk;
    /** Highest degree of a series. */
    final int degree;
    /** Coordinate v of each node, and ln δ of each, with which the node stands for the probability p·(dx/dv)·δ. */
    final double[] v;
    final double[] logWeights;
    /** Part of the unit interval for which each node in w stands. */
    final double[] shares;
    /** Coordinate w of each node, and the Legendre polynomials P_0 to P_degree of it. */
    private final double[] w;
    private final double[][] legendre;

    private Nodes(int bulk, int degree, int near, int far) {
        this.bulk = bulk;
        this.degree = degree;
        expectations = 2 * (int) INNER_END * INNER + 2 * (EDGES.length - 1 - (int) INNER_END) * OUTER;
        int count = expectations + bulk + 2 * (near + far);
        v = new double[count];
        double[] weights = new double[count];
        int at = 0;
        for (int panel = 1; panel < EDGES.length; panel++) {
            int nodes = EDGES[panel] <= INNER_END ? INNER : OUTER;
            at = putBothSides(EDGES[panel - 1], EDGES[panel], nodes, weights, at);
        }
        GaussLegendre rule = GaussLegendre.of(bulk);
        int outer = bulk / BULK_PER_OUTER;
        shares = new double[bulk];
        double outside = 0;
        for (int j = 0; j < bulk; j++) {
            double w = rule.nodes()[j];
            shares[j] = rule.weights()[j] / 2;
            v[at] = Log.log((1 + w) / (1 - w));
            boolean inside = j >= outer && j < bulk - outer;
            weights[at++] = inside ? shares[j] * 4 / ((1 - w) * (1 + w)) : 0;
            outside += j < outer ? shares[j] : 0;
        }
        double begin = Log.log((1 - outside) / outside);
        at = putBothSides(begin, begin + NEAR, near, weights, at);
        putBothSides(begin + NEAR, TAIL_END, far, weights, at);
        logWeights = new double[count];
        w = new double[count];
        // Numbers are computed one by one. The kernels for arrays refuse to work where a system property of the library has a wrong
        // value, and an exception while this class is initialised would later be an error that does not give that reason.
        for (int j = 0; j < count; j++) {
            logWeights[j] = Log.log(weights[j]);
            w[j] = Tanh.tanh(v[j] / 2);
        }
        legendre = Legendre.values(degree, w);
    }

    /**
     * Returns P_0 to P_degree of w at the points x of a law. Where the point of a node is rounded, as next to an end of the
     * support, w is computed from the point, as it will be for samples. Everywhere else it is that of the node, and all laws share
     * the values.
     */
    double[][] legendre(HasLogisticForm form, double[] x) {
        double[] ofPoints = x.clone();
        SeriesFunction.toW(form, ofPoints, x.length);
        for (int j = 0; j < w.length; j++) {
            if (!(Math.abs(ofPoints[j] - w[j]) <= SAME)) {
                return Legendre.values(degree, ofPoints);
            }
        }
        return legendre;
    }

    /** Puts a panel on either side of 0, from an index on; returns the index after it. */
    private int putBothSides(double begin, double end, int nodes, double[] weights, int first) {
        GaussLegendre rule = GaussLegendre.of(nodes);
        int at = first;
        for (int j = 0; j < nodes; j++) {
            double distance = begin + (end - begin) * (1 + rule.nodes()[j]) / 2;
            double weight = rule.weights()[j] * (end - begin) / 2;
            v[at] = distance;
            weights[at++] = weight;
            v[at] = -distance;
            weights[at++] = weight;
        }
        return at;
    }
}
