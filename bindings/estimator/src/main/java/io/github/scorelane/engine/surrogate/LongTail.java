package io.github.scorelane.engine.surrogate;

import io.github.scorelane.kernel.math.Fma;
import java.util.Arrays;

/**
 * Surrogate h for a discrete law whose first atoms hold most of the probability and whose very many other atoms, the tail, hold the
 * rest: h is f itself at the first atoms, and a constant beyond. Since E[s] = 0, E[h·s] is a sum over the first atoms alone. The
 * variance that is left in the tail is found by quadrature over the first atoms of the tail and others at distances that double.
 */
final class LongTail {
    /** Least probability that the first atoms have to hold. */
    private static final double LEAST = 0.5;
    /** Most variance that a surrogate may leave, for each row of scores, as a part of what the best constant leaves. */
    private static final double WORTH = 0.75;
    /** Number of atoms of the tail at which f is evaluated, and how many of them, the first, are consecutive. */
    static final int NODES = 28;
    private static final int CONSECUTIVE = 12;

    /** First atoms, as many as {@link #count} says, and behind them those of the tail at which f is evaluated. */
    private final double[] x;
    /** Probability that each of them stands for. */
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

    /** Finds a surrogate that evaluates f at the given number of first atoms and some of the tail; null if none is worth it. */
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

    /** Returns the distance of a node of the tail from the tail's first atom: 0, 1, 2, … and from then on doubling. */
    private static double distance(int node) {
        return node < CONSECUTIVE ? node : Math.scalb((double) CONSECUTIVE, node - CONSECUTIVE);
    }

    /**
     * Distributes the probability of the tail over its nodes. Each stands for the atoms up to the next node; the last one stands
     * for as many atoms as its own value, which suits tails that fall as a power.
     */
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

    /** Makes the surrogate, or returns null if it leaves too much variance for a row of scores. */
    private Surrogate surrogate(long first, double outside) {
        double tail = 0;
        double mean = 0;
        for (int j = 0; j < x.length; j++) {
            mean = Fma.fma(weights[j], f[j], mean);
            tail = j < count ? tail : Fma.fma(weights[j], f[j], tail);
        }
        // The constant is the mean of f in the tail, and so leaves the least variance of f there.
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

    /** Returns the variance of (f − h)s for a row s of scores, or of (f − b)s where h is null. */
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
