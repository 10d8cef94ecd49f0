package io.github.scorelane.quickstart;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The exact value of an option and its derivatives, by the closed forms of Black and Scholes, that estimates are compared
 * with.
 *
 * @param value today's value
 * @param delta its derivative by the spot price
 * @param vega its derivative by the volatility
 * @param rho its derivative by the rate
 */
record BlackScholes(double value, double delta, double vega, double rho) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    static BlackScholes of(Option option, Market market) {
        double deviation = market.volatility() * Math.sqrt(market.maturity());
        double d1 = Math.log(market.spot() / (market.strike() * market.discount())) / deviation + deviation / 2;
        return switch (option) {
            case CALL -> call(market, d1, d1 - deviation);
            case DIGITAL_CALL -> digitalCall(market, d1, d1 - deviation);
        };
    }

    private static BlackScholes call(Market m, double d1, double d2) {
        double paid = m.strike() * m.discount() * NORMAL.cumulativeProbability(d2);
        double delta = NORMAL.cumulativeProbability(d1);
        double vega = m.spot() * Math.sqrt(m.maturity()) * NORMAL.density(d1);
        return new BlackScholes(m.spot() * delta - paid, delta, vega, m.maturity() * paid);
    }

    private static BlackScholes digitalCall(Market m, double d1, double d2) {
        double value = m.discount() * NORMAL.cumulativeProbability(d2);
        double byD2 = m.discount() * NORMAL.density(d2);
        double deviation = m.volatility() * Math.sqrt(m.maturity());
        return new BlackScholes(value, byD2 / (m.spot() * deviation), -byD2 * d1 / m.volatility(),
                m.maturity() * (byD2 / deviation - value));
    }
}
