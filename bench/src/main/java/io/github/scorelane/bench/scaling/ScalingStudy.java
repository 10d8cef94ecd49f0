package io.github.scorelane.bench.scaling;

import io.github.scorelane.bench.report.MachineList;
import io.github.scorelane.bench.report.MarkdownTable;
import io.github.scorelane.bench.report.Records;
import io.github.scorelane.bench.report.Text;
import io.github.scorelane.bench.study.Request;
import io.github.scorelane.bench.study.Study;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The study of how an estimate's time grows. */
public final class ScalingStudy extends Study<ScalingMeasurements> {
    /** Creates the study. */
    public ScalingStudy() {
        super("scaling", "normal", """
                -scaling          measure how an estimate's time grows with samples, coordinates and threads
                """, new Records<>(ScalingMeasurements.class, "scaling.json"));
    }

    @Override
    public ScalingMeasurements measure(Request request) {
        request.requireNothingElse();
        return (request.isShort() ? ScalingRun.brief() : ScalingRun.full()).measure(request.machine());
    }

    @Override
    public Map<String, String> tables(ScalingMeasurements measured) {
        return Map.of("scaling.md",
                Arrays.stream(Axis.values()).map(axis -> table(axis, measured)).collect(Collectors.joining("\n")));
    }

    private static String table(Axis axis, ScalingMeasurements measured) {
        MarkdownTable table = new MarkdownTable("rrrr", axis.title(), "samples of an estimate", "its time", "ns per draw");
        measured.along(axis).forEach(point -> table.row(Text.count(point.value()), Text.count(point.samples()),
                duration(point.seconds()), Text.number(point.nanosecondsPerDraw())));
        return table.toString();
    }

    private static String duration(double seconds) {
        return seconds < 1e-3 ? Text.number(seconds * 1e6) + " µs"
                : seconds < 1 ? Text.number(seconds * 1e3) + " ms" : Text.number(seconds) + " s";
    }

    @Override
    public Map<String, String> plots(ScalingMeasurements measured) throws IOException {
        Map<String, String> plots = new LinkedHashMap<>();
        for (Axis axis : Axis.values()) {
            plots.put(axis.title() + ".svg", ScalingPlot.svg(axis, measured));
        }
        return plots;
    }

    @Override
    public String section(ScalingMeasurements measured, String folder) {
        StringBuilder axes = new StringBuilder();
        for (Axis axis : Axis.values()) {
            if (!measured.along(axis).isEmpty()) {
                axes.append("### By the number of %s\n\n%s.\n\n![ns per draw](%s.svg)\n\n%s\n".formatted(axis.title(),
                        capitalised(axis.setting()), axis.title(), table(axis, measured)));
            }
        }
        return """
                ## Scaling

                How long a whole estimate takes, from the seed to the gradient with its standard errors: f is the sum of the
                squares of the coordinates, in its batch form (above 2,048 coordinates in its simple form), the baseline
                leave-one-out. A draw is one coordinate of one sample. Times are medians by the clock on the wall, in one warm
                JVM.

                %s

                %s
                [scaling.json](scaling.json) is what was measured; the rest is made of it by
                `mvn -q -Pbench -Dbench.args="-report jmh-results/%s"`.
                """.formatted(MachineList.ofTimes(measured.madeOn(), ""), axes.toString().stripTrailing(), folder);
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
