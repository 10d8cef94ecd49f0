package io.github.scorelane.bench.honesty.law;

/**
 * The factors by which the first terms of an alternating series are added up so that they give the whole of it.
 *
 * <p>Source: H. Cohen, F. Rodriguez Villegas, D. Zagier, <i>Convergence acceleration of alternating series</i>, 2000, algorithm 1:
 * the error is about 5.8^−n.
 */
final class AlternatingSum {
    private static final int TERMS = 32;

    private AlternatingSum() {}

    static double[] factors() {
        double power = Math.pow(3 + Math.sqrt(8), TERMS);
        double d = (power + 1 / power) / 2;
        double b = -1;
        double c = -d;
        double[] factors = new double[TERMS];
        for (int k = 0; k < TERMS; k++) {
            c = b - c;
            factors[k] = (k % 2 == 0 ? c : -c) / d;
            b *= (k + TERMS) * (double) (k - TERMS) / ((k + 0.5) * (k + 1));
        }
        return factors;
    }
}
