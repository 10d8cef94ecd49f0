package io.github.scorelane.bench.papers;

import io.github.scorelane.Estimate;

/**
 * A sensitivity of an option's value V: a linear combination of the gradient of its discounted payoff by the parameters of
 * {@link SpotCurvature}, and of the value itself, because the rate and the maturity discount, too.
 */
public enum Greek {
    /** V. */
    VALUE("value") {
        @Override
        double[] weights(double rate, double maturity) {
            return new double[] {0, 0, 0, 0, 0, 1};
        }
    },
    /** ∂V/∂S0. */
    DELTA("delta") {
        @Override
        double[] weights(double rate, double maturity) {
            return new double[] {1, 0, 0, 0, 0, 0};
        }
    },
    /** ∂V/∂σ. */
    VEGA("vega") {
        @Override
        double[] weights(double rate, double maturity) {
            return new double[] {0, 1, 0, 0, 0, 0};
        }
    },
    /** ∂²V/∂S0². */
    GAMMA("gamma") {
        @Override
        double[] weights(double rate, double maturity) {
            return new double[] {0, 0, 0, 0, 1, 0};
        }
    },
    /** ∂V/∂r. */
    RHO("rho") {
        @Override
        double[] weights(double rate, double maturity) {
            return new double[] {0, 0, 1, 0, 0, -maturity};
        }
    },
    /** −∂V/∂T, all dates moving with the maturity. */
    THETA("theta") {
        @Override
        double[] weights(double rate, double maturity) {
            return new double[] {0, 0, 0, -1, 0, rate};
        }
    };

    private final String title;

    Greek(String title) {
        this.title = title;
    }

    /** The name for a person. */
    public String title() {
        return title;
    }

    abstract double[] weights(double rate, double maturity);

    /** cᵀ(gradient, value), and its standard error √(cᵀΣc). */
    Measured of(Estimate estimate, OptionStudy.Market market) {
        double[] c = weights(market.rate(), market.maturity());
        double[] gradient = estimate.gradient();
        double[][] covariance = estimate.covariance();
        double sum = 0;
        double variance = 0;
        for (int i = 0; i < c.length; i++) {
            sum += c[i] * (i < gradient.length ? gradient[i] : estimate.value());
            for (int j = 0; j < c.length; j++) {
                variance += c[i] * c[j] * covariance[i][j];
            }
        }
        return new Measured(sum, Math.sqrt(variance));
    }

    /**
     * A number with its standard error.
     *
     * @param value the estimate
     * @param error its standard error; 0 of a closed form
     */
    public record Measured(double value, double error) {}
}
