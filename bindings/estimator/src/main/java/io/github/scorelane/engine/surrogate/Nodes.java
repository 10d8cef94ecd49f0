package io.github.scorelane.engine.surrogate;

import io.github.scorelane.distribution.HasLogisticForm;
import io.github.scorelane.kernel.math.Log;
import io.github.scorelane.kernel.math.Tanh;

/**
 * Points on the line of the logistic coordinate v, the same for all distributions: panels of Gauss–Legendre nodes, of which
 * expectations are sums; nodes in w = tanh(v/2), where f is asked; and nodes beyond those, in either tail, where f is asked too.
 */
final class Nodes {
    /** Edges of the panels for expectations, on either side of 0: a score may jump there. Beyond the last there is e^−48. */
    private static final double[] EDGES = {0, 1, 2, 3, 4, 5, 6, 9, 14, 22, 34, 48};
    private static final double INNER_END = 6;
    private static final int INNER = 16;
    private static final int OUTER = 10;
    /** Panels of the tails where f is asked: the first is as long as this, the last ends here. */
    private static final double NEAR = 5;
    private static final double TAIL_END = 40;
    /** A side's outermost nodes in w, one of so many, stand for no probability: a tail's panels do. */
    private static final int BULK_PER_OUTER = 20;
    /** The difference that rounding leaves between the w of a node and that of its point. */
    private static final double SAME = 1e-14;

    /** Nodes for runs of many samples, and of few; they are made from the constants above. */
    static final Nodes MANY = new Nodes(64, 24, 8, 6);
    static final Nodes FEW = new Nodes(32, 12, 6, 4);

    /** The number of nodes for expectations; those at which f is asked are behind them. */
    final int expectations;
    /** The number of nodes in w, which are followed by those of the tails. */
    final int bulk;
    /** The highest degree of a series. */
    final int degree;
    /** All nodes have v, and ln δ, with which a node stands for p·(dx/dv)·δ of the probability. */
    final double[] v;
    final double[] logWeights;
    /** The part of the unit interval for which a node in w stands. */
    final double[] shares;
    /** The w of all nodes, and P_0 to P_degree of it. */
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
        // Number by number: kernels of arrays may refuse to work, where a system property has a value that it cannot have, and
        // while a class is initialised that would leave an error that gives no reason.
        for (int j = 0; j < count; j++) {
            logWeights[j] = Log.log(weights[j]);
            w[j] = Tanh.tanh(v[j] / 2);
        }
        legendre = Legendre.values(degree, w);
    }

    /**
     * P_0 to P_degree of w at the nodes of a law. Where a node's point is rounded, as next to an end of the support, w is that of
     * the point, as it is for samples; elsewhere it is the node's, for all laws.
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
