package io.github.scorelane.bench.report;

import io.github.scorelane.bench.scaling.Axis;
import io.github.scorelane.bench.scaling.ScalingPoint;

/** How long an estimate takes along one axis, in Markdown. */
final class ScalingTable {
    private ScalingTable() {}

    static String of(Axis axis, ScalingResults results) {
        StringBuilder table = new StringBuilder("| " + axis.title()
                + " | samples of an estimate | its time | ns per draw |\n| ---: | ---: | ---: | ---: |\n");
        for (ScalingPoint point : results.measurements().along(axis)) {
            table.append("| %s | %s | %s | %s |\n".formatted(Text.count(point.value()), Text.count(point.samples()),
                    duration(point.seconds()), Text.number(point.nanosecondsPerDraw())));
        }
        return table.toString();
    }

    private static String duration(double seconds) {
        return seconds < 1e-3 ? Text.number(seconds * 1e6) + " µs"
                : seconds < 1 ? Text.number(seconds * 1e3) + " ms" : Text.number(seconds) + " s";
    }
}
