package io.github.scorelane.bench.cold;

import com.google.gson.Gson;
import io.github.scorelane.Environment;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A JVM of a scenario: it works, writes down how far it is and when, and ends. How long it works is told by the processor time of
 * the thread that makes estimates, or a busy machine would let it do less.
 */
final class ColdFork {
    private ColdFork() {}

    /** Runs with the scenario, seconds of Normal before, samples wanted, least and most seconds, and the file for the series. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Scenario scenario = Scenario.valueOf(args[0]);
        double before = Double.parseDouble(args[1]);
        long wanted = Long.parseLong(args[2]);
        long least = (long) (Double.parseDouble(args[3]) * 1e9);
        long most = (long) (Double.parseDouble(args[4]) * 1e9);
        if (before > 0) {
            workFor((long) (before * 1e9));
        }
        Recorder recorder = new Recorder();
        recorder.start();
        Work work = Work.of(scenario);
        long done = work.step();
        recorder.done(done, work.otherThreads());
        while (recorder.worked() < least || done < wanted && recorder.worked() < most) {
            done += work.step();
            recorder.done(done, work.otherThreads());
        }
        recorder.end(done, work.otherThreads());
        work.end();
        if (Double.isNaN(work.sum())) {
            throw new IllegalStateException("an estimate is not a number");
        }
        Files.writeString(Path.of(args[5]), new Gson().toJson(recorder.series(Environment.description())));
    }

    private static void workFor(long nanoseconds) {
        Work normal = Work.normal();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        while (threads.getCurrentThreadCpuTime() - start < nanoseconds) {
            normal.step();
        }
    }
}
