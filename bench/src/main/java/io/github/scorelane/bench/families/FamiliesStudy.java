package io.github.scorelane.bench.families;

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

/** The study of families: how fast each one's draws and scores are beside what one would write without Scorelane. */
public final class FamiliesStudy extends Study<FamilyMeasurements> {
    /** Creates the study. */
    public FamiliesStudy() {
        super("families", "families", """
                -families [REGEX] measure families of distributions in such pairs, all or those that are named
                """, new Records<>(FamilyMeasurements.class, "families.json"));
    }

    @Override
    public FamilyMeasurements measure(Request request) throws IOException, InterruptedException {
        Selection asked = request.selection();
        Settings settings = request.isShort() ? Settings.briefFamilies(asked.jvmArgs()) : Settings.families(asked.jvmArgs());
        return new FamilyRun(asked.regex(), settings).run(request.machine());
    }

    @Override
    public Map<String, String> tables(FamilyMeasurements measured) {
        return Map.of("families.md", FamilyTables.all(measured));
    }

    @Override
    public Map<String, String> plots(FamilyMeasurements measured) throws IOException {
        return Map.of("families.svg", RatioPlot.svg("(" + measured.madeOn().cpu() + ")", measured.rows().stream()
                .map(row -> new RatioPlot.Row(row.family().title() + ", draws and scores", row.both().ratio())).toList()));
    }

    @Override
    public Optional<Excerpt<FamilyMeasurements>> excerpt() {
        return Optional.of(new Excerpt<>(new MarkedSection("bench/README.md", "families"), FamilyTables::shortOne));
    }

    @Override
    public String section(FamilyMeasurements measured, String folder) {
        return """
                ## Families

                Each family's draws, its scores, and both one after the other, as an estimate wants them, beside the same law
                drawn by the sampler of Commons RNG or Commons Statistics (where they have none, by a few lines on theirs) and
                scored by a plain loop over `Math`, its constants taken out of the loop. They take turns in slices of a few
                milliseconds; a ratio is of two slices side by side: how many times faster Scorelane is. Times are nanoseconds
                by number drawn, of one thread's own processor time, on arrays of 4,096, or of 1,024 for each coordinate of a
                vector. Each JVM first works all families of the table, Scorelane's and the others, through the same loops, as a
                program does that has several; then it measures them all. Each family has eight copies of its arrays. Commons'
                Poisson sampler needs no table; the rows "beside a table" are of its faster one that does.

                %s

                ![how many times faster](families.svg)

                %s%s
                [families.json](families.json) is what was measured; the rest is made of it by
                `mvn -q -Pbench -Dbench.args="-report jmh-results/%s"`.
                """.formatted(measured.machineList(), FamilyTables.all(measured), mkl(measured), folder);
    }

    private static String mkl(FamilyMeasurements measured) {
        return measured.hasMkl() ? """

                ### Draws beside MKL's

                MKL's doubles are made of 32 random bits; Scorelane's uniforms have 52, its normals 54 or more. MKL's discrete
                draws are 32-bit integers, Scorelane's doubles.

                """ + FamilyTables.mkl(measured) : "";
    }
}
