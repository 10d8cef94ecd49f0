package io.github.scorelane.quickstart;

import io.github.scorelane.Estimate;
import io.github.scorelane.ScoreFunctionEstimator;
import io.github.scorelane.distribution.Normal;
import java.util.List;

/**
 * Estimates the sensitivities of a European option by the likelihood ratio. The logarithm of the price, ln S_T, is normal
 * with mean m = ln S0 + (r − σ²/2)T and standard deviation s = σ√T. The chain rule leads from the gradient by m and s to
 * delta, vega and rho. Each of these is a linear combination of the gradient and the value (which rho needs because the rate
 * discounts, too), and so its variance follows from their joint covariance.
 *
 * <p>Source: M. Broadie, P. Glasserman, <i>Estimating security price derivatives using simulation</i>, Management Science 1996.
 */
final class OptionSensitivities {
    private final Option option;
    private final Market market;

    OptionSensitivities(Option option, Market market) {
        this.option = option;
        this.market = market;
    }

    /** Estimates the gradient by m and s, and the value. */
    Estimate estimate(long samples, long seed) {
        double sigma = market.volatility();
        double mean = StrictMath.log(market.spot()) + (market.rate() - sigma * sigma / 2) * market.maturity();
        return ScoreFunctionEstimator.of(Normal.of(mean, sigma * Math.sqrt(market.maturity())))
                .samples(samples)
                .seed(seed)
                .withCovariance()
                .parallel()
                .estimate(option.discountedPayoff(market));
    }

    /** Returns the sensitivities that an estimate gives, beside the closed forms. */
    List<Sensitivity> of(Estimate estimate) {
        BlackScholes exact = BlackScholes.of(option, market);
        double years = market.maturity();
        return List.of(
                combination("value", estimate, exact.value(), 0, 0, 1),
                combination("delta", estimate, exact.delta(), 1 / market.spot(), 0, 0),
                combination("vega", estimate, exact.vega(), -market.volatility() * years, Math.sqrt(years), 0),
                combination("rho", estimate, exact.rho(), years, 0, -years));
    }

    /** Returns the linear combination cᵀ(gradient, value), whose variance is cᵀΣc. */
    private static Sensitivity combination(String name, Estimate estimate, double exact, double... c) {
        double[] gradient = estimate.gradient();
        double[] parts = {gradient[0], gradient[1], estimate.value()};
        double[][] covariance = estimate.covariance();
        double sum = 0;
        double variance = 0;
        for (int i = 0; i < c.length; i++) {
            sum += c[i] * parts[i];
            for (int j = 0; j < c.length; j++) {
                variance += c[i] * c[j] * covariance[i][j];
            }
        }
        return new Sensitivity(name, sum, Math.sqrt(variance), exact);
    }
}
