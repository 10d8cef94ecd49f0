package io.github.scorelane.engine.surrogate;

/**
 * A Gauss–Legendre rule: nodes t in (−1, 1), ascending, and weights that integrate polynomials of degree 2n − 1 exactly.
 *
 * <p>Nodes are found by Newton's method from t ≈ cos(π(i + ¾)/(n + ½)) (F. G. Tricomi, 1950), in arithmetic that is the same on all
 * machines.
 *
 * @param nodes the nodes
 * @param weights the weight of each, whose sum is 2
 */
record GaussLegendre(double[] nodes, double[] weights) {
    private static final int ITERATIONS = 8;

    static GaussLegendre of(int n) {
        double[] nodes = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < (n + 1) / 2; i++) {
            double t = StrictMath.cos(StrictMath.PI * (i + 0.75) / (n + 0.5));
            if (2 * i + 1 == n) {
                t = 0;
            }
            double slope = 0;
            for (int iteration = 0; iteration < ITERATIONS; iteration++) {
                double before = 1;
                double p = t;
                for (int k = 1; k < n; k++) {
                    double next = ((2 * k + 1) * t * p - k * before) / (k + 1);
                    before = p;
                    p = next;
                }
                slope = n * (before - t * p) / ((1 - t) * (1 + t));
                t -= p / slope;
            }
            nodes[n - 1 - i] = t;
            nodes[i] = -t;
            weights[i] = 2 / ((1 - t) * (1 + t) * slope * slope);
            weights[n - 1 - i] = weights[i];
        }
        return new GaussLegendre(nodes, weights);
    }
}
