package io.github.scorelane.bench.report;

import io.github.scorelane.bench.machine.Machine;
import io.github.scorelane.bench.scaling.Axis;

/** What the README of a folder says of how time grows. */
final class ScalingSection {
    private ScalingSection() {}

    static String of(String folder, ScalingResults results) {
        Machine machine = results.machine();
        StringBuilder axes = new StringBuilder();
        for (Axis axis : Axis.values()) {
            if (!results.measurements().along(axis).isEmpty()) {
                axes.append("### By the number of %s\n\n%s.\n\n![ns per draw](%s.svg)\n\n%s\n".formatted(axis.title(),
                        capitalised(axis.setting()), axis.title(), ScalingTable.of(axis, results)));
            }
        }
        return """
                ## Scaling

                How long a whole estimate takes, from the seed to the gradient with its standard errors: f is the sum of the
                squares of the coordinates, in its batch form (above 2,048 coordinates in its simple form), the baseline
                leave-one-out. A draw is one coordinate of one sample. Times are medians by the clock on the wall, in one warm
                JVM.

                - CPU: %s, %s cores (%s; %s)
                - %s, %s
                - %s
                - Begun %s
                - Command: `%s`

                %s
                [scaling.json](scaling.json) is what was measured; the rest is made of it by
                `mvn -q -Pbench -Dbench.args="-report jmh-results/%s"`.
                """.formatted(machine.cpu(), machine.get("cores"), machine.get("instructions"), machine.get("caches"),
                machine.jdk(), machine.get("jvm"), machine.get("os"), machine.started(), machine.command(),
                axes.toString().stripTrailing(), folder);
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
