package io.github.scorelane.bench.honesty.law;

import java.util.function.DoubleUnaryOperator;

/**
 * A law of the whole numbers from 0 on, of which finitely many matter: expectations are sums.
 *
 * @param masses the masses of the numbers, but for a common factor
 * @param statistics derivatives of the masses' logarithms, but for constants: a row for each parameter
 * @param tail the tail of the masses
 */
record DiscreteLaw(double[] masses, double[][] statistics, Tail tail) implements Law {
    private static final double NEGLIGIBLE = -60;
    private static final int MOST = 1 << 16;

    /**
     * Makes a law of all whole numbers.
     *
     * @param parameters the number of parameters
     * @param tail the tail of the masses
     * @param logRatio the logarithm of the mass at x + 1 over that at x
     * @param statistic the derivatives at x, of x and a parameter
     */
    static DiscreteLaw of(int parameters, Tail tail, DoubleUnaryOperator logRatio, Statistic statistic) {
        double[] logs = new double[MOST];
        double most = 0;
        int count = 0;
        while (count < MOST - 1 && logs[count] - most > NEGLIGIBLE) {
            logs[count + 1] = logs[count] + logRatio.applyAsDouble(count);
            count++;
            most = Math.max(most, logs[count]);
        }
        double[] masses = new double[count];
        double[][] statistics = new double[parameters][count];
        for (int k = 0; k < count; k++) {
            masses[k] = Math.exp(logs[k] - most);
            for (int p = 0; p < parameters; p++) {
                statistics[p][k] = statistic.at(k, p);
            }
        }
        return new DiscreteLaw(masses, statistics, tail);
    }

    @Override
    public Truth truth(DoubleUnaryOperator f, boolean oscillates, double... breaks) {
        return moments(f).over(moments(_ -> 1));
    }

    private Moments moments(DoubleUnaryOperator g) {
        Moments moments = new Moments(statistics.length);
        double[] t = new double[statistics.length];
        for (int k = masses.length - 1; k >= 0; k--) {
            for (int p = 0; p < t.length; p++) {
                t[p] = statistics[p][k];
            }
            moments.add(masses[k], g.applyAsDouble(k), t);
        }
        return moments;
    }

    @Override
    public double upperQuantile(double probability) {
        double whole = moments(_ -> 1).sum();
        double above = 0;
        int best = masses.length - 1;
        double least = Double.POSITIVE_INFINITY;
        for (int k = masses.length - 2; k >= 0; k--) {
            above += masses[k + 1];
            double distance = Math.abs(Math.log(above / whole / probability));
            if (distance < least) {
                least = distance;
                best = k;
            }
        }
        return best;
    }

    @Override
    public boolean isDiscrete() {
        return true;
    }

    /** A derivative of a mass's logarithm. */
    @FunctionalInterface
    interface Statistic {
        double at(int x, int parameter);
    }
}
