package io.github.scorelane.bench.cold;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SteadyStateTest {
    @Test
    void beginsBehindTheLastTwoSlowWindows() {
        assertBegins(80, 10, 160, 40, 40, 2, 2, 2, 2, 2, 2, 2, 2);
        assertBegins(160, 10, 2, 2, 2, 2, 2, 5, 5, 2, 2, 2, 2, 2, 2);
    }

    @Test
    void oneSlowWindowIsAnotherProgramsDoing() {
        assertBegins(40, 10, 10, 2, 2, 2, 9, 2, 2, 2, 2, 2, 2);
    }

    @Test
    void slightlySlowerWindowsAreSteady() {
        assertBegins(40, 10, 10, 2.9, 2.9, 2.9, 2, 2, 2, 2, 2);
        assertBegins(80, 10, 10, 3.1, 3.1, 2, 2, 2, 2, 2);
    }

    @Test
    void aSlowFirstWindowCountsAlone() {
        assertBegins(20, 10, 2, 2, 2, 2);
        assertBegins(0, 2, 2, 2, 2);
    }

    @Test
    void lastSpeedIsTheMedianOfTheLastThird() {
        assertEquals(4, new SteadyState(Made.windows(9, 9, 9, 9, 9, 9, 8, 4, 2)).lastSpeed(), 1e-6);
        assertEquals(3, new SteadyState(Made.windows(9, 9, 9, 9, 4, 2)).lastSpeed(), 1e-6);
    }

    @Test
    void shortPiecesAreOneWindow() {
        Series series = Made.points(1, 10, 2, 20, 2, 21, 3, 30, 20, 40, 37, 60);
        SteadyState steady = new SteadyState(series);
        // Two samples in 20 ms, 18 in 20, 17 in 20: the last of the three is the last third.
        assertEquals(20e6 / 17, steady.lastSpeed());
        assertEquals(20e6, steady.beginning(series.wall()));
    }

    private static void assertBegins(double milliseconds, double... speeds) {
        Series series = Made.windows(speeds);
        assertEquals(milliseconds * 1e6, new SteadyState(series).beginning(series.cpu()));
    }
}
