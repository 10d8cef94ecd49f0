package io.github.scorelane.quickstart;

/**
 * The numbers that the value of an option depends on.
 *
 * @param spot today's price S0
 * @param strike K
 * @param rate the riskless rate r, continuously compounded
 * @param volatility σ
 * @param maturity T, in years
 */
record Market(double spot, double strike, double rate, double volatility, double maturity) {
    double discount() {
        return StrictMath.exp(-rate * maturity);
    }
}
