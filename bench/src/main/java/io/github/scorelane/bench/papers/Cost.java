package io.github.scorelane.bench.papers;

import io.github.scorelane.function.BatchFunction;
import io.github.scorelane.kernel.math.Cos;
import io.github.scorelane.kernel.math.Exp;
import java.util.function.DoubleUnaryOperator;

/** The functions of figures 2 and 3, each over its grid of k. */
public enum Cost {
    /** (x − k)². */
    QUADRATIC("quadratic", "(x − k)²", -3, 3, false) {
        @Override
        BatchFunction batch(double k) {
            return (x, n, f) -> {
                double[] column = x[0];
                for (int s = 0; s < n; s++) {
                    f[s] = (column[s] - k) * (column[s] - k);
                }
            };
        }

        @Override
        DoubleUnaryOperator value(double k) {
            return x -> (x - k) * (x - k);
        }
    },
    /** exp(−k·x²). */
    EXPONENTIAL("exponential", "exp(−k·x²)", 0.1, 10, true) {
        @Override
        BatchFunction batch(double k) {
            return (x, n, f) -> {
                double[] column = x[0];
                for (int s = 0; s < n; s++) {
                    f[s] = -k * column[s] * column[s];
                }
                Exp.exp(f, 0, f, 0, n);
            };
        }

        @Override
        DoubleUnaryOperator value(double k) {
            return x -> StrictMath.exp(-k * x * x);
        }
    },
    /** cos(k·x). */
    COSINE("cosine", "cos(k·x)", 0.5, 5, true) {
        @Override
        BatchFunction batch(double k) {
            return (x, n, f) -> {
                double[] column = x[0];
                for (int s = 0; s < n; s++) {
                    f[s] = k * column[s];
                }
                Cos.cos(f, 0, f, 0, n);
            };
        }

        @Override
        DoubleUnaryOperator value(double k) {
            return x -> StrictMath.cos(k * x);
        }
    };

    private final String title;
    private final String formula;
    private final double least;
    private final double most;
    private final boolean isLogarithmic;

    Cost(String title, String formula, double least, double most, boolean isLogarithmic) {
        this.title = title;
        this.formula = formula;
        this.least = least;
        this.most = most;
        this.isLogarithmic = isLogarithmic;
    }

    /** The name for a person. */
    public String title() {
        return title;
    }

    /** The formula for a person. */
    public String formula() {
        return formula;
    }

    /** Tells whether the grid is even in log k. */
    public boolean isLogarithmic() {
        return isLogarithmic;
    }

    /** Makes a grid of so many k, from the least to the most. */
    double[] grid(int size) {
        double[] grid = new double[size];
        for (int i = 0; i < size; i++) {
            double share = i / (size - 1.0);
            grid[i] = isLogarithmic ? least * StrictMath.pow(most / least, share) : least + (most - least) * share;
        }
        return grid;
    }

    abstract BatchFunction batch(double k);

    abstract DoubleUnaryOperator value(double k);
}
