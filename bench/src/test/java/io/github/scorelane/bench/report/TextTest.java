package io.github.scorelane.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"0;0.000", "0.0123;0.012", "0.9994;0.999", "0.9996;1.00", "9.994;9.99", "9.996;10.0",
        "99.94;99.9", "99.96;100", "1234567;1,234,567", "NaN;–"})
    void threeDigits(double x, String text) {
        assertEquals(text, Text.number(x));
    }

    @ParameterizedTest
    @CsvSource({"1e-30, 0", "1.23e-5, 1.2e-05", "0.00123, 0.0012", "0.0987, 0.099", "0.0996, 0.10", "0.351, 0.35", "0.999, 1.00",
        "12.34, 12.3"})
    void ratiosHaveTwoDigits(double x, String text) {
        assertEquals(text, Text.ratio(x));
    }
}
