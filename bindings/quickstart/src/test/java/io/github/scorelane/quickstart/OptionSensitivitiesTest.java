package io.github.scorelane.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptionSensitivitiesTest {
    private static final int RUNS = 400;

    /** Eight numbers must be within 4.5 standard errors; the seed is fixed. */
    @ParameterizedTest
    @EnumSource(Option.class)
    void agreeWithTheClosedForms(Option option) {
        OptionSensitivities sensitivities = new OptionSensitivities(option, new Market(100, 100, 0.03, 0.2, 1));
        for (Sensitivity s : sensitivities.of(sensitivities.estimate(1_000_000, 3))) {
            assertEquals(0, s.errorsOff(), 4.5, s.toString());
        }
    }

    /**
     * The root mean square of errors divided by their standard errors is 1, with a standard deviation of 1/√(2·400) = 3.5%,
     * of which five are allowed.
     */
    @ParameterizedTest
    @EnumSource(Option.class)
    void standardErrorsAreTheErrorsSizes(Option option) {
        OptionSensitivities sensitivities = new OptionSensitivities(option, new Market(90, 100, 0.05, 0.3, 2));
        double[] squares = new double[4];
        for (int run = 0; run < RUNS; run++) {
            var row = sensitivities.of(sensitivities.estimate(20_000, run));
            for (int i = 0; i < squares.length; i++) {
                squares[i] += Math.pow(row.get(i).errorsOff(), 2) / RUNS;
            }
        }
        for (double square : squares) {
            assertEquals(1, Math.sqrt(square), 0.18);
        }
    }
}
