package io.github.scorelane.statistics;

import io.github.scorelane.function.BatchFunction;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The functions whose expectation under N(μ, σ²) has a gradient in closed form. */
enum ClosedForm {
    SQUARE(x -> x * x) {
        @Override
        double[] gradient(double mu, double sigma) {
            return new double[] {2 * mu, 2 * sigma};
        }
    },
    CUBE(x -> x * x * x) {
        @Override
        double[] gradient(double mu, double sigma) {
            return new double[] {3 * (mu * mu + sigma * sigma), 6 * mu * sigma};
        }
    },
    BELL(x -> StrictMath.exp(-x * x)) {
        @Override
        double[] gradient(double mu, double sigma) {
            double v = 1 + 2 * sigma * sigma;
            double value = Math.exp(-mu * mu / v) / Math.sqrt(v);
            return new double[] {-2 * mu / v * value, 4 * sigma * value * (mu * mu / v - 0.5) / v};
        }
    },
    STEP(x -> x > 1 ? 1 : 0) {
        @Override
        double[] gradient(double mu, double sigma) {
            double h = (mu - 1) / sigma;
            double density = NormalDistribution.of(0, 1).density(h) / sigma;
            return new double[] {density, -density * h};
        }
    };

    /** The parameters at which the tests are made. */
    static final double MEAN = 0.7;
    static final double SD = 1.3;

    private final DoubleUnaryOperator function;

    ClosedForm(DoubleUnaryOperator function) {
        this.function = function;
    }

    abstract double[] gradient(double mu, double sigma);

    DoubleUnaryOperator function() {
        return function;
    }

    BatchFunction batch() {
        return (x, n, f) -> {
            double[] column = x[0];
            for (int s = 0; s < n; s++) {
                f[s] = function.applyAsDouble(column[s]);
            }
        };
    }
}
