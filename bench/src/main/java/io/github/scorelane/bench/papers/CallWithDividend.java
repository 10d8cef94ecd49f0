package io.github.scorelane.bench.papers;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The closed forms of a European call on a share that pays a dividend at a constant yield (Black and Scholes, Merton). */
final class CallWithDividend {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final OptionStudy.Market m;
    private final double d1;
    private final double d2;
    private final double share;
    private final double strike;

    CallWithDividend(OptionStudy.Market market) {
        m = market;
        double deviation = m.volatility() * Math.sqrt(m.maturity());
        d1 = (Math.log(m.spot() / m.strike()) + (m.rate() - m.dividendYield()) * m.maturity()) / deviation + deviation / 2;
        d2 = d1 - deviation;
        share = m.spot() * Math.exp(-m.dividendYield() * m.maturity());
        strike = m.strike() * Math.exp(-m.rate() * m.maturity());
    }

    double of(Greek greek) {
        double root = Math.sqrt(m.maturity());
        double density = share * NORMAL.density(d1);
        double held = share * NORMAL.cumulativeProbability(d1);
        double paid = strike * NORMAL.cumulativeProbability(d2);
        return switch (greek) {
            case VALUE -> held - paid;
            case DELTA -> held / m.spot();
            case GAMMA -> density / (m.spot() * m.spot() * m.volatility() * root);
            case VEGA -> density * root;
            case RHO -> m.maturity() * paid;
            case THETA -> m.dividendYield() * held - m.rate() * paid - density * m.volatility() / (2 * root);
        };
    }
}
