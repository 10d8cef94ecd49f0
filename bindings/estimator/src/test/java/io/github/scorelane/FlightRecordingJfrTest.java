package io.github.scorelane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.distribution.ConditionalNormal;
import io.github.scorelane.distribution.DiagonalNormal;
import io.github.scorelane.distribution.Normal;
import io.github.scorelane.function.EvaluationException;
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
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the events in the JDK's Flight Recorder, by reading recordings back. */
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
        assertTrue(event.getLong("estimate") > 0);
        assertEquals(0, event.getLong("leftOut"));
        assertEquals("io.github.scorelane.ScoreFunctionEstimator", event.getClass("estimator").getName());
        assertEquals("estimate", event.getString("method"));
        assertEquals("io.github.scorelane.distribution.Normal", event.getClass("distribution").getName());
        assertEquals(1, event.getInt("dimension"));
        assertEquals(2, event.getInt("parameters"));
        assertEquals(1, event.getInt("outputs"));
        assertEquals(1, event.getInt("rows"));
        assertEquals(5000, event.getLong("samples"));
        assertEquals("automatic", event.getString("baseline"));
        assertEquals("independent", event.getString("plan"));
        assertEquals("SAMPLES", event.getString("stopReason"));
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
            List<RecordedEvent> events = recorded(() -> ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(n)
                    .baseline(Baseline.none()).seed(1).parallel(executor, threads).estimate(x -> x));
            List<RecordedEvent> ranges = of(RANGE, events);
            long estimate = only(ESTIMATE, events).getLong("estimate");
            assertTrue(ranges.stream().allMatch(range -> range.getLong("estimate") == estimate));
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

    @Test
    void whateverIsAskedOfAnEstimatorIsAnEvent() throws IOException {
        var estimator = ScoreFunctionEstimator.of(Normal.of(0.5, 1.2)).seed(7);
        var rows = ConditionalEstimator.of(ConditionalNormal.of()).samplesPerRow(5).seed(8);
        double[][] parameters = {{0, 1, 2}, {1, 1, 1}};
        List<RecordedEvent> events = of(ESTIMATE, recorded(() -> {
            estimator.samples(3000).hessian(x -> x * x);
            estimator.samples(3000).parallel(2).jacobian(3, x -> new double[] {x[0], 1, x[0] * x[0]});
            estimator.samples(3000).forEachBlock(x -> x, (first, n, x, f, scores) -> { });
            estimator.samples(1 << 14).plan(SamplingPlan.sobol()).estimate(x -> x);
            estimator.samples(3000).plan(SamplingPlan.antithetic()).estimate(x -> x);
            estimator.until(Target.absolute(0.5)).estimate(x -> x);
            rows.estimate(parameters, (b, x) -> x);
            rows.estimateGradient(parameters, (b, x) -> x, new double[2][3]);
        }));
        assertEquals(List.of("hessian", "jacobian", "forEachBlock", "estimate", "estimate", "estimate", "estimate",
                "estimateGradient"), events.stream().map(e -> e.getString("method")).toList());
        assertEquals(8, events.stream().map(e -> e.getLong("estimate")).distinct().count());
        assertEquals(5, events.getFirst().getInt("parameters"));
        RecordedEvent jacobian = events.get(1);
        assertEquals(3, jacobian.getInt("outputs"));
        assertEquals(2, jacobian.getInt("threads"));
        assertTrue(jacobian.getDouble("largestRelativeStandardError") > 0);
        RecordedEvent loop = events.get(2);
        assertNull(loop.getString("baseline"));
        assertEquals(3000, loop.getLong("samples"));
        assertEquals(Double.NaN, loop.getDouble("largestRelativeStandardError"));
        assertEquals(SamplingPlan.sobol().toString(), events.get(3).getString("plan"));
        assertEquals("TARGET", events.get(5).getString("stopReason"));
        RecordedEvent conditional = events.get(6);
        assertEquals("io.github.scorelane.ConditionalEstimator", conditional.getClass("estimator").getName());
        assertEquals("io.github.scorelane.distribution.ConditionalNormal", conditional.getClass("distribution").getName());
        assertEquals(3, conditional.getInt("rows"));
        assertEquals(2, conditional.getInt("parameters"));
        assertEquals(15, conditional.getLong("samples"));
        assertEquals(8, conditional.getLong("seed"));
        assertEquals("leave-one-out", conditional.getString("baseline"));
        assertTrue(conditional.getDouble("largestRelativeStandardError") > 0);
        assertEquals(Double.NaN, events.get(7).getDouble("largestRelativeStandardError"));
    }

    @ParameterizedTest
    @CsvSource({"sobol, 65536", "antithetic, 65536", "antithetic, 3000"})
    void rangesOfAPlanHoldEachBlockOnce(String name, long n) throws IOException {
        SamplingPlan plan = name.equals("sobol") ? SamplingPlan.sobol() : SamplingPlan.antithetic();
        List<RecordedEvent> ranges = of(RANGE, recorded(() -> ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(n).seed(1)
                .plan(plan).parallel(2).estimate(x -> x)));
        long next = 0;
        for (RecordedEvent range : ranges.stream().sorted(Comparator.comparing(r -> r.getLong("firstBlock"))).toList()) {
            assertEquals(next, range.getLong("firstBlock"));
            next += range.getLong("blocks");
        }
        assertEquals(n, ranges.stream().mapToLong(range -> range.getLong("samples")).sum());
    }

    /** The rates are so low that the clock cannot add an event within the test. */
    @Test
    void aThrottleLeavesOutWholeEstimatesAndTheirRanges() throws IOException {
        int count = 3000;
        var estimator = ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(2000).baseline(Baseline.none()).seed(1);
        List<RecordedEvent> events = throttled("100/d", () -> repeat(count, () -> estimator.estimate(x -> x)));
        assertEquals(100, of(ESTIMATE, events).size());
        assertEquals(200, of(RANGE, events).size());
        assertEquals(of(ESTIMATE, events).stream().map(e -> e.getLong("estimate")).collect(Collectors.toSet()),
                of(RANGE, events).stream().map(e -> e.getLong("estimate")).collect(Collectors.toSet()));
        List<RecordedEvent> all = throttled("off", () -> repeat(count, () -> estimator.estimate(x -> x)));
        assertEquals(count, of(ESTIMATE, all).size());
        assertEquals(2 * count, of(RANGE, all).size());
        assertEquals(0, all.stream().filter(e -> e.hasField("leftOut") && e.getLong("leftOut") != 0).count());
        assertEquals(List.of(), throttled("0/s", () -> estimator.estimate(x -> x)));
    }

    @Test
    void anEventTellsHowManyWereLeftOut() throws IOException {
        var estimator = ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(10).baseline(Baseline.none()).seed(1);
        int[] count = {0};
        List<RecordedEvent> events = of(ESTIMATE, throttled("10/s", () -> {
            for (long end = System.nanoTime() + 500_000_000; System.nanoTime() < end; count[0]++) {
                estimator.estimate(x -> x);
            }
        }));
        assertTrue(events.size() > 10);
        long known = events.size() + events.stream().mapToLong(e -> e.getLong("leftOut")).sum();
        assertTrue(known <= count[0]);
        assertTrue(known > events.size());
    }

    /** By default a thousand estimates must be recorded, however fast they come. */
    @Test
    void aFewEstimatesAreAllRecorded() throws IOException {
        var estimator = ScoreFunctionEstimator.of(Normal.of(0, 1)).samples(10).baseline(Baseline.none()).seed(1);
        assertEquals(1000, of(ESTIMATE, recorded(() -> repeat(1000, () -> estimator.estimate(x -> x)))).size());
    }

    private static void repeat(int count, Runnable run) {
        for (int i = 0; i < count; i++) {
            run.run();
        }
    }

    private List<RecordedEvent> throttled(String throttle, Runnable run) throws IOException {
        try (Recording recording = new Recording()) {
            recording.enable(ESTIMATE).with("throttle", throttle);
            return events(recording, run).stream().filter(e -> e.getEventType().getName().startsWith("io.github")).toList();
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

    /**
     * Returns the events of a name in the order of their starting times, as a recording's file has them in the order in which
     * buffers were flushed.
     */
    private static List<RecordedEvent> of(String name, List<RecordedEvent> events) {
        return events.stream().filter(event -> event.getEventType().getName().equals(name))
                .sorted(Comparator.comparing(RecordedEvent::getStartTime)).toList();
    }

    private static RecordedEvent only(String name, List<RecordedEvent> events) {
        assertEquals(1, of(name, events).size());
        return of(name, events).getFirst();
    }
}
