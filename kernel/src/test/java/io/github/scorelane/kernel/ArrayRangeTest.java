package io.github.scorelane.kernel;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrayRangeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "10 | -1 | 2 | offset of x is negative: -1",
        "10 | 0 | -2 | length is negative: -2",
        "10 | 5 | 6 | x is too short: offset 5 + length 6 > 10",
        "10 | 11 | 0 | x is too short: offset 11 + length 0 > 10",
        "10 | 2147483647 | 2147483647 | x is too short: offset 2147483647 + length 2147483647 > 10",
        "0 | 0 | 1 | x is too short: offset 0 + length 1 > 0"})
    void refusesRangesOutside(int arrayLength, int offset, int length, String message) {
        var e = assertThrows(IllegalArgumentException.class, () -> ArrayRange.check("x", arrayLength, offset, length));
        assertEquals(message, e.getMessage());
    }

    @Test
    void takesRangesInside() {
        assertDoesNotThrow(() -> ArrayRange.check("x", 10, 0, 10));
        assertDoesNotThrow(() -> ArrayRange.check("x", 10, 10, 0));
        assertDoesNotThrow(() -> ArrayRange.check("x", 0, 0, 0));
    }
}
