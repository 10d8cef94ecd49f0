package io.github.scorelane.bench.report;

import io.github.scorelane.bench.machine.Machine;

/** What the README of a folder says of the paired runner's results. */
final class PairedSection {
    private PairedSection() {}

    static String of(String folder, PairedResults results) {
        Machine machine = results.machine();
        return """
                ## Paired ratios

                What is compared takes turns in one JVM, in slices of a few milliseconds, and each slice's ratio to the slice
                beside it is kept: how many times faster Scorelane is, as it runs by default. Machines drift; two slices side by
                side drift together. Shown are the median of all pairs, and the percentiles between which eight of ten lie. On one
                thread it is the thread's own processor time that counts, with two threads the time on the wall. The scalar twins
                have a JVM of their own, and take turns with the vectors' all the same. Each slice works on another of eight
                copies of the arrays, which lie differently in memory: for what only reads and writes that can double the time,
                and widens the range. So does a loop that the compiler makes well in one JVM and badly in the next.

                - Scorelane: %s; what is to be reached is meant for vectors of 512 bits
                - CPU: %s, %s cores (%s; %s)
                - %s, %s
                - %s
                - Begun %s; %s
                - MKL: %s
                - Command: `%s`

                ![how many times faster](ratios.svg)

                %s
                MKL's uniforms, and its normals by ICDF, are made of 32 random bits, BOXMULLER2's radius too; Scorelane's uniforms
                have 52 bits, its normals 54 or more. The estimate is of f = x², with the leave-one-out baseline and all standard
                errors; MKL's pipeline makes the same by blocks.
                %s
                [paired.json](paired.json) is what was measured; the rest is made of it by
                `mvn -q -Pbench -Dbench.args="-report jmh-results/%s"`.
                """.formatted(results.vectors(), machine.cpu(), machine.get("cores"), machine.get("instructions"),
                machine.get("caches"), machine.jdk(), machine.get("jvm"), machine.get("os"), machine.started(),
                machine.get("measured"), machine.get("mkl") + results.mklNote(), machine.command(),
                RatioTable.of(results), more(results), folder);
    }

    private static String more(PairedResults results) {
        StringBuilder more = new StringBuilder();
        if (!results.smallEstimates().isEmpty()) {
            more.append("\n### Small estimates\n\n").append(SmallEstimates.of(results));
        }
        if (!results.measurements().firstCalls().isEmpty()) {
            more.append("\n### First call\n\n").append(SmallEstimates.firstCalls(results));
        }
        if (!results.measurements().hotKernels().isEmpty()) {
            more.append("\n### Among hot kernels\n\nEach kernel, on arrays of 1,024, in a JVM in which all others were made"
                    + " hot first, in random order, takes turns with itself in a fresh JVM.\n\n")
                    .append(HotKernelTable.of(results.measurements().hotKernels()));
        }
        return more.toString();
    }
}
