package io.github.scorelane.bench.cold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ColdFiguresTest {
    @Test
    void aRowIsOfTwoSeries() {
        Series ours = new Series("", 100, 100_000_000, new long[] {0, 100_000, 1_000_000}, new long[] {0, 250_000_000, 900_000_000},
                new long[] {0, 200_000_000, 400_000_000}, new long[] {0, 100_000_000, 190_000_000}, new long[] {0, 0, 2_000_000});
        Series twins = new Series("", 100, 100_000_000, new long[] {0, 100_000, 1_000_000},
                new long[] {0, 125_000_000, 1_000_000_000}, new long[] {0, 100_000_000, 500_000_000},
                new long[] {0, 90_000_000, 450_000_000}, new long[3]);
        ColdRow row = ColdRow.of(Scenario.GAMMA, 3, ours, twins);
        assertEquals(new ColdRow(Scenario.GAMMA, 3, 0.2, 0.4, Double.NaN, Double.NaN, 0.25, 0.9, Double.NaN, Double.NaN,
                0.1, 0.5, Double.NaN, Double.NaN, 0.125, 1, Double.NaN, Double.NaN, 2, 2, 2, 1.5, row.wholeRegretWall(),
                0.2, 0.25, 0.1, 100, 400, 2, 0).toString(), row.toString());
    }

    @Test
    void specialValuesCostWhatTheWindowsSay() {
        SpecialRow row = SpecialRow.of(Special.LOG_ZEROS, Runs.VECTORS, 0, 1, 1, 10, 11, 20, 1.4);
        assertEquals(20, row.worst());
        assertEquals(10, row.slow());
        assertEquals(5 * (0.9 + 10.0 / 11 + 0.95), row.lost(), 1e-12);
    }

    @Test
    void pointsOfACurveAreApart() {
        Series series = Made.points(10, 100, 11, 101, 12, 105, 13, 106, 13, 150, 14, 200);
        List<CurvePoint> points = CurvePoint.of(Scenario.NORMAL, Runs.TWINS, series);
        assertEquals(List.of(10.0, 13.0, 14.0), points.stream().map(CurvePoint::samples).toList());
        assertEquals(new CurvePoint(Scenario.NORMAL, Runs.TWINS, 10, 0.1, 0.1, 0.1), points.getFirst());
    }

    @Test
    void copiesAreOfDifferentClasses() {
        DoubleUnaryOperator[] copies = HiddenSquare.copies(100);
        assertEquals(100, Arrays.stream(copies).map(Object::getClass).distinct().count());
        assertTrue(Arrays.stream(copies).allMatch(copy -> copy.applyAsDouble(-3) == 9));
    }

    @Test
    void everyScenarioWorks() throws InterruptedException {
        for (Scenario scenario : Scenario.values()) {
            Work work = Work.of(scenario);
            long samples = work.step() + work.step();
            work.end();
            int least = scenario == Scenario.SMALL_AT || scenario == Scenario.SMALL_OF ? Work.SMALL : Work.SAMPLES;
            if (scenario == Scenario.TWO_THREADS) {
                assertTrue(samples >= 2L * least && samples % least == 0, scenario + ": " + samples);
            } else {
                assertEquals(2L * least, samples, scenario.toString());
            }
            assertTrue(Math.abs(work.sum()) > 0, scenario.toString());
        }
    }

    @Test
    void processHasTheTimeOfItsThreads() throws InterruptedException {
        ProcessClock clock = new ProcessClock();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Thread thread = new Thread(() -> {
            double sum = 0;
            while (threads.getCurrentThreadCpuTime() < 100_000_000) {
                sum += Math.sqrt(sum + 1);
            }
            assertTrue(sum > 0);
        });
        thread.start();
        long last = 0;
        while (thread.isAlive()) {
            long now = clock.now();
            assertTrue(now >= last, "a clock that goes back");
            last = now;
            Thread.sleep(1);
        }
        // The scheduler's figure of another thread is a few milliseconds old.
        assertTrue(clock.now() >= threads.getCurrentThreadCpuTime() + 50_000_000, "the other thread's time is missing");
    }
}
