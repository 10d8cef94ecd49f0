package io.github.scorelane.engine.surrogate;

/**
 * Gauss–Legendre quadrature rule of n nodes in (−1, 1), which integrates polynomials up to degree 2n − 1 exactly. It is computed,
 * by arithmetic that gives the same bits on all machines, and not stored: each node by Newton's method from t ≈ cos(π(i + ¾)/(n +
 * ½)).
 *
 * <p>Source of the starting points: F. G. Tricomi, <i>Sugli zeri dei polinomi sferici ed ultrasferici</i>, 1950.
 *
 * @param nodes the nodes, ascending
 * @param weights the weight of each, whose sum is 2
 */
record GaussLegendre(double[] nodes, double[] weights) {
    /** Newton steps of each node; the number of right digits doubles with each, so that these are more than enough. */
    private static final int ITERATIONS = 8;

    /** Computes the rule of n nodes. */
    static GaussLegendre of(int n) {
        double[] nodes = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < (n + 1) / 2; i++) {
            double t = StrictMath.cos(StrictMath.PI * (i + 0.75) / (n + 0.5));
            // The middle node is 0, which the cosine misses by rounding.
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
