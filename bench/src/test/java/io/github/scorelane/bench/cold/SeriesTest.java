package io.github.scorelane.bench.cold;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SeriesTest {
    @Test
    void timesLieOnLinesBetweenThePoints() {
        Series series = Made.points(100, 10, 300, 20);
        assertEquals(5e6, series.at(series.cpu(), 50));
        assertEquals(10e6, series.at(series.cpu(), 100));
        assertEquals(15e6, series.at(series.cpu(), 200));
        assertEquals(20e6, series.at(series.cpu(), 300));
        assertEquals(Double.NaN, series.at(series.cpu(), 301));
        assertEquals(0, series.at(series.cpu(), 0));
    }

    @Test
    void bytesAreOfAllSamples() {
        assertEquals(3, Made.points(100, 10, 300, 20).bytesPerSample());
    }
}
