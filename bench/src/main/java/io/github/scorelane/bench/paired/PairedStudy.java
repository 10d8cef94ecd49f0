package io.github.scorelane.bench.paired;

import io.github.scorelane.bench.report.MarkedSection;
import io.github.scorelane.bench.report.Records;
import io.github.scorelane.bench.study.Excerpt;
import io.github.scorelane.bench.study.Request;
import io.github.scorelane.bench.study.Selection;
import io.github.scorelane.bench.study.Study;
import io.github.scorelane.bench.turns.RatioPlot;
import io.github.scorelane.bench.turns.Settings;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The study of pairs: how many times faster Scorelane is than what takes turns with it. */
public final class PairedStudy extends Study<PairedMeasurements> {
    /** Creates the study. */
    public PairedStudy() {
        super("paired", "normal", """
                -paired [REGEX]   measure pairs that take turns, all or those that are named, instead of JMH's benchmarks;
                                  -jvmArgs "FLAGS" go to their JVMs
                """, new Records<>(PairedMeasurements.class, "paired.json"));
    }

    @Override
    public PairedMeasurements measure(Request request) throws IOException, InterruptedException {
        Selection asked = request.selection();
        Settings settings = request.isShort() ? Settings.brief(asked.jvmArgs()) : Settings.full(asked.jvmArgs());
        return new PairedRun(asked.regex(), settings).run(request.machine());
    }

    @Override
    public Map<String, String> tables(PairedMeasurements measured) {
        return Map.of("ratios.md", PairedTables.ratios(measured));
    }

    @Override
    public Map<String, String> plots(PairedMeasurements measured) throws IOException {
        String where = "(" + measured.madeOn().cpu() + ")"
                + (measured.mklNote().isEmpty() ? "" : "; MKL runs its generic code here");
        return Map.of("ratios.svg", RatioPlot.svg(where, measured.ratios().stream().map(row -> new RatioPlot.Row(
                row.comparison().title() + ": " + row.contender().description().replace("`", ""), row.pair().ratio())).toList()));
    }

    @Override
    public Optional<Excerpt<PairedMeasurements>> excerpt() {
        return Optional.of(new Excerpt<>(new MarkedSection("bench/README.md", "paired ratios"), PairedTables::shortRatios));
    }

    @Override
    public String section(PairedMeasurements measured, String folder) {
        return """
                ## Paired ratios

                What is compared takes turns in one JVM, in slices of a few milliseconds, and each slice's ratio to the slice
                beside it is kept: how many times faster Scorelane is, as it runs by default. Machines drift; two slices side by
                side drift together. Shown are the median of all pairs, and the percentiles between which eight of ten lie. On one
                thread it is the thread's own processor time that counts, with two threads the time on the wall. The scalar twins
                have a JVM of their own, and take turns with the vectors' all the same. Each slice works on another of eight
                copies of the arrays, which lie differently in memory: for what only reads and writes that can double the time,
                and widens the range. So does a loop that the compiler makes well in one JVM and badly in the next.

                %s

                ![how many times faster](ratios.svg)

                %s
                MKL's uniforms, and its normals by ICDF, are made of 32 random bits, BOXMULLER2's radius too; Scorelane's uniforms
                have 52 bits, its normals 54 or more. The estimate is of f = x², with the leave-one-out baseline and all standard
                errors; MKL's pipeline makes the same by blocks.
                %s
                [paired.json](paired.json) is what was measured; the rest is made of it by
                `mvn -q -Pbench -Dbench.args="-report jmh-results/%s"`.
                """.formatted(measured.machineList(), PairedTables.ratios(measured), more(measured), folder);
    }

    private static String more(PairedMeasurements measured) {
        StringBuilder more = new StringBuilder();
        if (!measured.smallEstimates().isEmpty()) {
            more.append("\n### Small estimates\n\n").append(PairedTables.smallEstimates(measured));
        }
        if (!measured.firstCalls().isEmpty()) {
            more.append("\n### First call\n\n").append(PairedTables.firstCalls(measured));
        }
        if (!measured.hotKernels().isEmpty()) {
            more.append("\n### Among hot kernels\n\nEach kernel, on arrays of 1,024, in a JVM in which all others were made"
                    + " hot first, in random order, takes turns with itself in a fresh JVM.\n\n")
                    .append(PairedTables.hotKernels(measured.hotKernels()));
        }
        return more.toString();
    }
}
