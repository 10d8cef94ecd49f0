package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.kernel.Lanes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jdk.jfr.Recording;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the JDK's Flight Recorder records, read back. */
class FlightRecordingJfrTest {
    private static final String ESTIMATE = "io.github.scorelane.Estimate";
    private static final String RANGE = "io.github.scorelane.BlockRange";

    @TempDir
    Path folder;

    @Test
    void anEstimateIsAnEvent() throws IOException {
        Estimate[] estimate = {null};
        List<RecordedEvent> events = recorded(() -> estimate[0] = ScoreFunctionEstimator.of(Normal.of(0.5, 1.2))
                .samples(5000).seed(-42).parallel(3).estimate(x -> x * x));
        RecordedEvent event = only(ESTIMATE, events);
        assertEquals("io.github.scorelane.ScoreFunctionEstimator", event.getClass("estimator").getName());
        assertEquals("io.github.scorelane.distribution.Normal", event.getClass("distribution").getName());
        assertEquals(1, event.getInt("dimension"));
        assertEquals(2, event.getInt("parameters"));
        assertEquals(5000, event.getLong("samples"));
        assertEquals("automatic", event.getString("baseline"));
        assertEquals(3, event.getInt("threads"));
        assertEquals(Lanes.BITS, event.getInt("vectorBits"));
        assertEquals(-42, event.getLong("seed"));
        double seconds = estimate[0].elapsed().toNanos() * 1e-9;
        assertEquals(5000 / seconds, event.getDouble("samplesPerSecond"), 1e-6 * 5000 / seconds);
        double[] error = estimate[0].standardError();
        double[] gradient = estimate[0].gradient();
        assertEquals(Math.max(error[0] / gradient[0], error[1] / gradient[1]),
                event.getDouble("largestRelativeStandardError"));
        assertEquals(Thread.currentThread().getName(), event.getThread().getJavaName());
        assertTrue(event.getDuration().isPositive());
        assertNull(event.getStackTrace());
        assertEquals(List.of("Scorelane"), event.getEventType().getCategoryNames());
    }

    @Test
    void anEstimateOfVectorsToo() throws IOException {
        double[] ones = new double[3000];
        Arrays.fill(ones, 1);
        List<RecordedEvent> events = recorded(() -> {
            ScoreFunctionEstimator.of(DiagonalNormal.of(new double[3], new double[] {1, 2, 3})).samples(2)
                    .baseline(Baseline.none()).seed(1).estimate(x -> 0);
            ScoreFunctionEstimator.of(DiagonalNormal.of(ones, ones)).samples(2).seed(2).estimate(x -> 1);
        });
        RecordedEvent small = of(ESTIMATE, events).getFirst();
        assertEquals("io.github.scorelane.distribution.DiagonalNormal", small.getClass("distribution").getName());
        assertEquals(3, small.getInt("dimension"));
        assertEquals(6, small.getInt("parameters"));
        assertEquals("none", small.getString("baseline"));
        assertEquals(1, small.getInt("threads"));
        assertEquals(0, small.getDouble("largestRelativeStandardError"));
        RecordedEvent large = of(ESTIMATE, events).getLast();
        assertEquals(3000, large.getInt("dimension"));
        assertEquals(Double.NaN, large.getDouble("largestRelativeStandardError"));
        assertEquals(1, of(RANGE, events).size());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 1024", "1, 1025", "1, 100001", "3, 1025", "3, 3000", "3, 2000001", "7, 1024", "7, 300000"})
    void rangesHoldEachBlockOnce(int threads, long n) throws IOException {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<RecordedEvent> ranges = of(RANGE, recorded(() -> ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(n)
                    .baseline(Baseline.none()).seed(1).parallel(executor, threads).estimate(x -> x)));
            long next = 0;
            long samples = 0;
            for (RecordedEvent range : ranges.stream().sorted(Comparator.comparing(r -> r.getLong("firstBlock"))).toList()) {
                assertEquals(next, range.getLong("firstBlock"));
                assertTrue(range.getLong("blocks") > 0);
                assertNotNull(range.getThread());
                assertNull(range.getStackTrace());
                next += range.getLong("blocks");
                samples += range.getLong("samples");
                assertEquals(Math.min(n, 1024 * next), samples);
            }
            assertEquals((n + 1023) / 1024, next);
            assertEquals(n, samples);
            assertTrue(ranges.stream().map(r -> r.getThread().getJavaThreadId()).distinct().count() <= threads);
            if (threads == 1) {
                assertEquals(n > 1024 ? 2 : 1, ranges.size());
            }
        }
    }

    @Test
    void whatFailsOrIsNotAskedForIsNotRecorded() throws IOException {
        var estimator = ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(10).seed(1);
        assertEquals(List.of(), of(ESTIMATE, recorded(
                () -> assertThrows(EvaluationException.class, () -> estimator.estimate(x -> Double.NaN)))));
        try (Recording recording = new Recording()) {
            recording.disable(RANGE);
            List<RecordedEvent> events = events(recording, () -> estimator.estimate(x -> x));
            assertEquals(1, of(ESTIMATE, events).size());
            assertEquals(List.of(), of(RANGE, events));
        }
    }

    /** The README shows an event as {@code jfr print} does: with these fields, and those of every event of a duration. */
    @Test
    void theReadmeShowsTheFields() throws IOException {
        String readme = Files.readString(Path.of(System.getProperty("basedir", ""), "..", "..", "README.md"));
        int begin = readme.indexOf(ESTIMATE + " {\n");
        List<String> shown = readme.substring(begin, readme.indexOf('}', begin)).lines()
                .filter(line -> line.contains(" = ")).map(line -> line.substring(0, line.indexOf(" = ")).strip()).toList();
        RecordedEvent event = only(ESTIMATE, recorded(
                () -> ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(10).seed(1).estimate(x -> x)));
        List<String> fields = event.getFields().stream().map(ValueDescriptor::getName)
                .filter(name -> !name.equals("stackTrace")).toList();
        assertEquals(Set.copyOf(fields), Set.copyOf(shown));
    }

    private List<RecordedEvent> recorded(Runnable run) throws IOException {
        try (Recording recording = new Recording()) {
            return events(recording, run);
        }
    }

    private List<RecordedEvent> events(Recording recording, Runnable run) throws IOException {
        recording.start();
        run.run();
        recording.stop();
        Path file = folder.resolve(recording.getId() + ".jfr");
        recording.dump(file);
        return RecordingFile.readAllEvents(file);
    }

    private static List<RecordedEvent> of(String name, List<RecordedEvent> events) {
        return events.stream().filter(event -> event.getEventType().getName().equals(name)).toList();
    }

    private static RecordedEvent only(String name, List<RecordedEvent> events) {
        assertEquals(1, of(name, events).size());
        return of(name, events).getFirst();
    }
}
