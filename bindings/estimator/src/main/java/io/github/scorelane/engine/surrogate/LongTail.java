package io.github.scorelane.engine.surrogate;

import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;

/**
 * The surrogate of f under a discrete law of which the first atoms hold most, and a tail of very many the rest: f itself at the
 * first atoms, and a constant beyond. Since E[s] = 0, E[h·s] is a sum over the first atoms alone. What is left of the variance in
 * the tail is found by quadrature over the first of its atoms and others whose distances double.
 */
final class LongTail {
    /** The first atoms have to hold this much of the probability. */
    private static final double LEAST = 0.5;
    /** The part of the variance that the best constant leaves, of each row, that a surrogate may leave. */
    private static final double WORTH = 0.75;
    /** The number of atoms of the tail at which f is asked, the first of them one after the other. */
    static final int NODES = 28;
    private static final int CONSECUTIVE = 12;

    private final double[] x;
    private final double[] weights;
    private final double[][] scores;
    private final double[] f;
    private final int count;

    private LongTail(double[] x, double[] weights, double[][] scores, double[] f, int count) {
        this.x = x;
        this.weights = weights;
        this.scores = scores;
        this.f = f;
        this.count = count;
    }

    /** Finds a surrogate that asks f at so many atoms, and some of the tail; null if there is none that is worth it. */
    static Surrogate find(Law law, long first, int count, ProbedFunction function) {
        double[] x = new double[count + NODES];
        for (int j = 0; j < x.length; j++) {
            x[j] = first + (j < count ? j : count + distance(j - count));
        }
        double[] weights = law.densities(x, new double[x.length]);
        double inside = 0;
        for (int j = 0; j < count; j++) {
            inside += weights[j];
        }
        if (!(inside >= LEAST && inside <= 1)) {
            return null;
        }
        spread(x, weights, count, 1 - inside);
        double[] f = Surrogates.values(function, x);
        if (f == null) {
            return null;
        }
        return new LongTail(x, weights, law.scores(x), f, count).surrogate(first, 1 - inside);
    }

    private static double distance(int node) {
        return node < CONSECUTIVE ? node : Math.scalb((double) CONSECUTIVE, node - CONSECUTIVE);
    }

    /** Deals a tail's probability out to its nodes: each stands for the numbers up to the next, the last for as many as it is. */
    private static void spread(double[] x, double[] weights, int count, double outside) {
        double all = 0;
        for (int j = count; j < x.length; j++) {
            weights[j] *= j + 1 < x.length ? x[j + 1] - x[j] : x[j];
            all += weights[j];
        }
        for (int j = count; j < x.length; j++) {
            weights[j] = all > 0 ? weights[j] * (outside / all) : 0;
        }
    }

    private Surrogate surrogate(long first, double outside) {
        double tail = 0;
        double mean = 0;
        for (int j = 0; j < x.length; j++) {
            mean = Fma.fma(weights[j], f[j], mean);
            tail = j < count ? tail : Fma.fma(weights[j], f[j], tail);
        }
        double constant = outside > 0 ? tail / outside : 0;
        double[] h = f.clone();
        Arrays.fill(h, count, h.length, constant);
        int rows = scores.length;
        double[] gradient = new double[rows];
        double[] rounding = new double[rows];
        double[] deviations = new double[rows];
        double[] plain = new double[rows];
        for (int p = 0; p < rows; p++) {
            double magnitude = 0;
            for (int j = 0; j < count; j++) {
                double term = weights[j] * (f[j] - constant) * scores[p][j];
                gradient[p] += term;
                magnitude += Math.abs(term);
            }
            rounding[p] = 0x1p-43 * magnitude;
            double left = squares(h, 0, p);
            plain[p] = squares(null, 0, p);
            double best = Math.min(plain[p], squares(null, mean, p));
            if (!(left <= WORTH * best)) {
                return null;
            }
            deviations[p] = Math.sqrt(left);
            plain[p] = Math.sqrt(plain[p]);
        }
        double value = constant * outside;
        double valueSquares = 0;
        for (int j = 0; j < x.length; j++) {
            value = j < count ? Fma.fma(weights[j], f[j], value) : value;
            valueSquares = Fma.fma(weights[j] * (f[j] - h[j]), f[j] - h[j], valueSquares);
        }
        double[] table = new double[count];
        Arrays.setAll(table, j -> f[j] - constant);
        Surrogate.Known known = new Surrogate.Known(value, gradient, Math.sqrt(valueSquares), deviations, plain,
                0x1p-43 * Math.abs(value), rounding);
        return new Surrogate(known, constant, new TableFunction(first, table, false));
    }

    /** The variance of (f − h)s of a row, or of (f − b)s where there is no h. */
    private double squares(double[] h, double b, int row) {
        double sum = 0;
        double mean = 0;
        for (int j = 0; j < x.length; j++) {
            double term = (f[j] - (h == null ? b : h[j])) * scores[row][j];
            mean = Fma.fma(weights[j], term, mean);
            sum = Fma.fma(weights[j] * term, term, sum);
        }
        return Math.max(0, sum - mean * mean);
    }
}
