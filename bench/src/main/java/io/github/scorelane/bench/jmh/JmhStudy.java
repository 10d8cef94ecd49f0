package io.github.scorelane.bench.jmh;

import io.github.scorelane.bench.report.MachineList;
import io.github.scorelane.bench.report.MarkedSection;
import io.github.scorelane.bench.study.Excerpt;
import io.github.scorelane.bench.study.Request;
import io.github.scorelane.bench.study.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The study that JMH makes: the time of each kernel and of a whole estimate, each implementation alone in its JVMs. */
public final class JmhStudy extends Study<JmhMeasurements> {
    /** Creates the study. */
    public JmhStudy() {
        super("JMH", "normal", """
                Without a study it is JMH's benchmarks that are measured, and all other arguments are JMH's; among them a
                regular expression that names benchmarks, and -h, which lists them.
                """, new JmhMeasurements.Kept());
    }

    @Override
    public JmhMeasurements measure(Request request) throws Exception {
        Path file = Files.createTempFile("scorelane-jmh", ".json");
        try {
            new JmhRun(request.rest(), request.isShort()).run(file);
            JmhJson json = JmhJson.of(Files.readString(file));
            return JmhMeasurements.of(json,
                    request.machine().with("fork flags", json.jvmFlags()).with("measured", json.settings()));
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public boolean isComplete(Request request, JmhMeasurements measured) {
        return measured.speeds().isComplete();
    }

    @Override
    public Map<String, String> tables(JmhMeasurements measured) {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("table.md", SpeedTables.all(measured.speeds()));
        if (!measured.families().isEmpty()) {
            tables.put("family-speeds.md", SpeedTables.families(measured.families()));
        }
        return tables;
    }

    @Override
    public Map<String, String> plots(JmhMeasurements measured) throws IOException {
        return Map.of("speed.svg", SpeedPlot.svg(measured));
    }

    @Override
    public Optional<Excerpt<JmhMeasurements>> excerpt() {
        return Optional.of(new Excerpt<>(new MarkedSection("README.md", "speed table"), SpeedTables::shortOne));
    }

    @Override
    public String section(JmhMeasurements measured, String folder) {
        return """
                Nanoseconds per element of each kernel, and of the whole way from a seed to a gradient with its standard errors
                (f = x², leave-one-out, one thread; an element is a sample): `simd` is Scorelane as it runs by default, here with
                %s, `scalar` is Scorelane with its scalar twins alone, to the same bits; beside them what one would write without
                it. Times are JMH's means with its 99.9%% intervals; a ratio's error is made of both. Arrays of the larger size do
                not fit the inner caches, so that memory has its part in their times.

                %s

                ![ns per element](speed.svg)

                ## What was to be reached

                %s
                ## All numbers

                %s%s
                [jmh.json](jmh.json) is JMH's own file, [machine.txt](machine.txt) the machine; the rest is made of them by
                `mvn -q -Pbench -Dbench.args="-report jmh-results/%s"`.
                """.formatted(measured.speeds().simd(),
                MachineList.ofTimes(measured.madeOn(), "; " + measured.madeOn().get("measured")), Targets.of(measured.speeds()),
                SpeedTables.all(measured.speeds()), families(measured), folder);
    }

    private static String families(JmhMeasurements measured) {
        return measured.families().isEmpty() ? ""
                : "\n## Families\n\nArrays of 4,096, each implementation alone in its JVM.\n\n"
                        + SpeedTables.families(measured.families());
    }
}
