package io.github.scorelane.bench.cold;

import io.github.scorelane.bench.report.MachineList;
import io.github.scorelane.bench.report.Text;
import java.util.stream.Collectors;

/** The chapter on cold JVMs of a folder's README. */
final class ColdSection {
    private ColdSection() {}

    static String of(ColdMeasurements measured, String folder) {
        ColdSettings settings = measured.settings();
        String notes = measured.notes().stream().map(note -> note + "\n").collect(Collectors.joining());
        return """
                ## Cold JVMs

                How fast the library is in a JVM that has just begun, or that takes up something else. Each figure is a median over
                JVMs (%d pairs; programs %d), one with vectors and one with the scalar twins alone (`-Dscorelane.vector.bits=0`),
                which take turns. An estimate has 131,072 samples and the default baseline, unless its row says otherwise; f is x²
                in its batch form. Families come after %s s of Normal, and their clock begins with their first estimate.

                %s

                Processor time is that of the whole process, with the compilers' threads. The *worst regret* is the largest ratio,
                over all numbers of samples, of the time so far to the twins' for as many samples: how much longer a program takes
                than with the twins, if it ends at the worst moment. It is looked at from 50 ms of the twins on, and since the first
                use; other columns say how it is from the first estimate on, and since the JVM's start. A JVM is *steady* from the
                moment on after which no two neighbouring windows of 20 ms take more than 1.5 times the last time by sample; those
                times are of the threads that make estimates, by their processor time, so that other programs do not count. 1e5
                samples are less than an estimate, and have their part of its time. Bold figures are beyond the bound.

                A whole program's time on the wall runs from before its process starts until after it ends. The plain programs are
                scalar Java as one would write it, with Commons RNG's ziggurat, the same errors and a mean as the baseline. Special
                values are three in one array of 1,024 that is given to a hot kernel; then it goes on with plain numbers.

                %s
                ![speed against time](cold-speed.svg)

                ![cumulative time over the twins'](cold-regret.svg)

                Each curve is of the pair of JVMs with the middle regret.

                %s[cold.json](cold.json), [cold.csv](cold.csv) and [cold-curves.csv](cold-curves.csv) are what was measured; the
                rest is made of them by `mvn -q -Pbench -Dbench.args="-report jmh-results/%s"`.
                """.formatted(settings.jvms(), settings.programJvms(), Text.number(settings.beforeSeconds()),
                MachineList.ofTimes(measured.madeOn(),
                        settings.jvmArgs().isEmpty() ? "" : ", JVM flags `" + String.join(" ", settings.jvmArgs()) + "`"),
                ColdTables.all(measured), notes, folder);
    }
}
