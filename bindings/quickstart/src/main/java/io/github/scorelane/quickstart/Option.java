package io.github.scorelane.quickstart;

import io.github.scorelane.function.BatchFunction;
import io.github.scorelane.kernel.math.Exp;

/** The European options of the example, whose payoffs are functions of the logarithm of the price at maturity. */
enum Option {
    /** The call, which pays S − K where that is positive. */
    CALL {
        @Override
        BatchFunction discountedPayoff(Market market) {
            double discount = market.discount();
            double strike = market.strike();
            return (x, n, f) -> {
                Exp.exp(x[0], 0, f, 0, n);
                for (int s = 0; s < n; s++) {
                    f[s] = discount * Math.max(f[s] - strike, 0);
                }
            };
        }
    },

    /** The digital call, which pays 1 where S > K. Its payoff is a step, through which no path can be differentiated. */
    DIGITAL_CALL {
        @Override
        BatchFunction discountedPayoff(Market market) {
            double discount = market.discount();
            double logStrike = StrictMath.log(market.strike());
            return (x, n, f) -> {
                for (int s = 0; s < n; s++) {
                    f[s] = x[0][s] > logStrike ? discount : 0;
                }
            };
        }
    };

    abstract BatchFunction discountedPayoff(Market market);
}
