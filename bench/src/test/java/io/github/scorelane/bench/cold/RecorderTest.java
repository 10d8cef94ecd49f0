package io.github.scorelane.bench.cold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RecorderTest {
    private static final long FOREVER = 1_000_000_000_000_000_000L;

    @Test
    void columnsBeginWithZeroAndNeverFall() {
        Recorder recorder = new Recorder();
        recorder.start();
        for (int i = 1; i <= 1_500; i++) {
            recorder.end(i, FOREVER);
        }
        Series series = recorder.series("this");
        assertEquals(1_501, series.samples().length);
        assertEquals(1_500, series.total());
        for (long[] column : new long[][] {series.samples(), series.wall(), series.cpu(), series.work(), series.bytes()}) {
            assertEquals(0, column[0]);
        }
        for (int i = 1; i < series.samples().length; i++) {
            assertEquals(i, series.samples()[i]);
            assertTrue(series.wall()[i] >= series.wall()[i - 1]);
            assertTrue(series.work()[i] >= FOREVER, "the other threads' time is missing");
        }
        assertTrue(series.wallBefore() > 0 && series.cpuBefore() > 0);
    }

    @Test
    void startMayComeLate() {
        Recorder recorder = new Recorder();
        recorder.start();
        recorder.end(7, 0);
        recorder.start();
        recorder.end(3, 0);
        assertEquals(2, recorder.series("this").samples().length);
        assertEquals(3, recorder.series("this").total());
    }
}
