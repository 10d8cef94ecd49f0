package io.github.scorelane.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlackScholesTest {
    /** The call is worth 4.76 in example 15.6 of J. C. Hull, <i>Options, Futures, and Other Derivatives</i>. */
    @Test
    void callIsTheTextbooks() {
        assertEquals(4.76, BlackScholes.of(Option.CALL, new Market(42, 40, 0.1, 0.2, 0.5)).value(), 0.005);
    }

    /** The value of a digital call is the negative derivative of a call's value by the strike. */
    @Test
    void digitalCallIsTheCallsSlopeByTheStrike() {
        double slope = slope(k -> BlackScholes.of(Option.CALL, new Market(95, k, 0.04, 0.3, 1.5)).value(), 110);
        assertEquals(-slope, BlackScholes.of(Option.DIGITAL_CALL, new Market(95, 110, 0.04, 0.3, 1.5)).value(), 1e-8);
    }

    @ParameterizedTest
    @EnumSource(Option.class)
    void derivativesAreTheValuesSlopes(Option option) {
        BlackScholes exact = BlackScholes.of(option, new Market(95, 110, 0.04, 0.3, 1.5));
        assertEquals(slope(s -> value(option, s, 0.04, 0.3), 95), exact.delta(), 1e-7);
        assertEquals(slope(v -> value(option, 95, 0.04, v), 0.3), exact.vega(), 1e-5);
        assertEquals(slope(r -> value(option, 95, r, 0.3), 0.04), exact.rho(), 1e-5);
    }

    private static double value(Option option, double spot, double rate, double volatility) {
        return BlackScholes.of(option, new Market(spot, 110, rate, volatility, 1.5)).value();
    }

    private static double slope(DoubleFunction<Double> f, double x) {
        double h = x * 1e-5;
        return (f.apply(x + h) - f.apply(x - h)) / (2 * h);
    }
}
