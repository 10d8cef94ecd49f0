package io.github.scorelane.bench.report;

import io.github.scorelane.bench.machine.Machine;

/** What the README of a folder says of JMH's results. */
final class JmhSection {
    private JmhSection() {}

    static String of(String folder, JmhResults results) {
        Measurements measurements = results.measurements();
        Machine machine = results.machine();
        return """
                Nanoseconds per element of each kernel, and of the whole way from a seed to a gradient with its standard errors
                (f = x², leave-one-out, one thread; an element is a sample): `simd` is Scorelane as it runs by default, here with
                %s, `scalar` is Scorelane with its scalar twins alone, to the same bits; beside them what one would write without
                it. Times are JMH's means with its 99.9%% intervals; a ratio's error is made of both. Arrays of the larger size do
                not fit the inner caches, so that memory has its part in their times.

                - CPU: %s, %s cores (%s; %s)
                - %s, %s
                - %s
                - Begun %s; %s
                - Command: `%s`

                ![ns per element](speed.svg)

                ## What was to be reached

                %s
                ## All numbers

                %s%s
                [jmh.json](jmh.json) is JMH's own file, [machine.txt](machine.txt) the machine; the rest is made of them by
                `mvn -q -Pbench -Dbench.args="-report jmh-results/%s"`.
                """.formatted(measurements.simd(), machine.cpu(), machine.get("cores"), machine.get("instructions"),
                machine.get("caches"), machine.jdk(), machine.get("jvm"), machine.get("os"), machine.started(),
                machine.get("measured"), machine.command(), Targets.of(measurements), SpeedTable.of(measurements),
                families(results), folder);
    }

    private static String families(JmhResults results) {
        return results.families().isEmpty() ? ""
                : "\n## Families\n\nArrays of 4,096, each implementation alone in its JVM.\n\n"
                        + FamilySpeedTable.of(results.families());
    }
}
