package io.github.scorelane.bench.report;

import io.github.scorelane.bench.cold.ColdMeasurements;
import io.github.scorelane.bench.honesty.HonestyMeasurements;
import io.github.scorelane.bench.machine.Machine;
import io.github.scorelane.bench.paired.FamilyMeasurements;
import io.github.scorelane.bench.paired.PairedMeasurements;
import io.github.scorelane.bench.papers.PapersMeasurements;
import io.github.scorelane.bench.scaling.Axis;
import io.github.scorelane.bench.scaling.ScalingMeasurements;
import io.github.scorelane.bench.variance.VarianceMeasurements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One run's results: {@code jmh.json} and {@code machine.txt} are what JMH measured, {@code paired.json} what the paired runner
 * did, {@code families.json} what it did of families, {@code scaling.json} how time grows, {@code papers.json} and its lines of
 * numbers what papers' settings gave, {@code variance.json} and its lines how gradients vary, {@code honesty.json} and its
 * lines how often intervals hold the truth, {@code cold.json} and its lines how fast JVMs are that have just begun; a folder has
 * one, or more. All else is made of them, but for {@code notes.md}: what a person has to say of them, which ends the README.
 */
public final class ResultsFolder {
    private final Path folder;
    private final Optional<JmhResults> jmh;
    private final Optional<PairedResults> paired;
    private final Optional<FamilyResults> families;
    private final Optional<ScalingResults> scaling;
    private final Optional<PapersResults> papers;
    private final Optional<VarianceResults> variance;
    private final Optional<HonestyResults> honesty;
    private final Optional<ColdResults> cold;

    private ResultsFolder(Path folder) throws IOException {
        this.folder = folder;
        jmh = JmhResults.areIn(folder) ? Optional.of(JmhResults.read(folder)) : Optional.empty();
        paired = PairedResults.areIn(folder) ? Optional.of(PairedResults.read(folder)) : Optional.empty();
        families = FamilyResults.areIn(folder) ? Optional.of(FamilyResults.read(folder)) : Optional.empty();
        scaling = ScalingResults.areIn(folder) ? Optional.of(ScalingResults.read(folder)) : Optional.empty();
        papers = PapersResults.areIn(folder) ? Optional.of(PapersResults.read(folder)) : Optional.empty();
        variance = VarianceResults.areIn(folder) ? Optional.of(VarianceResults.read(folder)) : Optional.empty();
        honesty = HonestyResults.areIn(folder) ? Optional.of(HonestyResults.read(folder)) : Optional.empty();
        cold = ColdResults.areIn(folder) ? Optional.of(ColdResults.read(folder)) : Optional.empty();
    }

    /** Opens a folder. */
    public static ResultsFolder open(Path folder) throws IOException {
        if (!isOne(folder)) {
            throw new IllegalArgumentException("a folder without results: " + folder);
        }
        return new ResultsFolder(folder);
    }

    /** Puts what JMH left into a folder. */
    public static ResultsFolder create(Path folder, String jmhJson, Machine machine) throws IOException {
        JmhResults.write(Files.createDirectories(folder), jmhJson, machine);
        return open(folder);
    }

    /** Puts what the paired runner measured into a folder. */
    public static ResultsFolder create(Path folder, PairedMeasurements measured) throws IOException {
        new PairedResults(measured).write(Files.createDirectories(folder));
        return open(folder);
    }

    /** Puts what was measured of families into a folder. */
    public static ResultsFolder create(Path folder, FamilyMeasurements measured) throws IOException {
        new FamilyResults(measured).write(Files.createDirectories(folder));
        return open(folder);
    }

    /** Puts what was measured along the axes into a folder. */
    public static ResultsFolder create(Path folder, ScalingMeasurements measured) throws IOException {
        new ScalingResults(measured).write(Files.createDirectories(folder));
        return open(folder);
    }

    /** Puts what papers' settings gave into a folder. */
    public static ResultsFolder create(Path folder, PapersMeasurements measured) throws IOException {
        new PapersResults(measured).write(Files.createDirectories(folder));
        return open(folder);
    }

    /** Puts what was measured of variances into a folder. */
    public static ResultsFolder create(Path folder, VarianceMeasurements measured) throws IOException {
        new VarianceResults(measured).write(Files.createDirectories(folder));
        return open(folder);
    }

    /** Puts what was measured of coverage into a folder. */
    public static ResultsFolder create(Path folder, HonestyMeasurements measured) throws IOException {
        new HonestyResults(measured).write(Files.createDirectories(folder));
        return open(folder);
    }

    /** Puts what was measured in fresh JVMs into a folder. */
    public static ResultsFolder create(Path folder, ColdMeasurements measured) throws IOException {
        new ColdResults(measured).write(Files.createDirectories(folder));
        return open(folder);
    }

    /** Whether what JMH left covers everything. */
    public static boolean isComplete(String jmhJson) {
        return JmhJson.of(jmhJson).measurements().isComplete();
    }

    static boolean isOne(Path folder) {
        return JmhResults.areIn(folder) || PairedResults.areIn(folder) || FamilyResults.areIn(folder)
                || ScalingResults.areIn(folder) || PapersResults.areIn(folder) || VarianceResults.areIn(folder)
                || HonestyResults.areIn(folder) || ColdResults.areIn(folder);
    }

    /** Writes the tables, the plots and the README anew. */
    public void report() throws IOException {
        for (Map.Entry<String, String> table : tables().entrySet()) {
            Files.writeString(folder.resolve(table.getKey()), table.getValue());
        }
        if (jmh.isPresent()) {
            Files.writeString(folder.resolve("speed.svg"), SpeedPlot.svg(jmh.get().measurements(), jmh.get().machine()));
        }
        if (paired.isPresent()) {
            Files.writeString(folder.resolve("ratios.svg"), RatioPlot.svg(paired.get()));
        }
        if (families.isPresent()) {
            Files.writeString(folder.resolve("families.svg"), RatioPlot.svg(families.get()));
        }
        if (scaling.isPresent()) {
            for (Axis axis : Axis.values()) {
                Files.writeString(folder.resolve(axis.title() + ".svg"), ScalingPlot.svg(axis, scaling.get()));
            }
        }
        if (papers.isPresent()) {
            for (Map.Entry<String, String> plot : PapersPlot.all(papers.get()).entrySet()) {
                Files.writeString(folder.resolve(plot.getKey()), plot.getValue());
            }
        }
        if (cold.isPresent()) {
            for (Map.Entry<String, String> plot : ColdPlot.all(cold.get()).entrySet()) {
                Files.writeString(folder.resolve(plot.getKey()), plot.getValue());
            }
        }
        Files.writeString(folder.resolve("README.md"), readme());
    }

    /** All numbers, by the names of their files. */
    public Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        jmh.ifPresent(results -> tables.put("table.md", SpeedTable.of(results.measurements())));
        jmh.filter(results -> !results.families().isEmpty())
                .ifPresent(results -> tables.put("family-speeds.md", FamilySpeedTable.of(results.families())));
        paired.ifPresent(results -> tables.put("ratios.md", RatioTable.of(results)));
        families.ifPresent(results -> tables.put("families.md", FamilyTable.of(results)));
        scaling.ifPresent(results -> tables.put("scaling.md", Arrays.stream(Axis.values())
                .map(axis -> ScalingTable.of(axis, results)).collect(Collectors.joining("\n"))));
        papers.ifPresent(results -> tables.put("papers.md", PapersTable.of(results)));
        variance.ifPresent(results -> tables.put("variance.md", VarianceTable.of(results)));
        honesty.ifPresent(results -> tables.put("honesty.md", HonestyTable.of(results)));
        cold.ifPresent(results -> tables.put("cold.md", ColdTable.of(results)));
        return tables;
    }

    /** Where it is. */
    public Path path() {
        return folder;
    }

    String readme() throws IOException {
        StringBuilder readme = new StringBuilder("# " + name() + "\n");
        jmh.ifPresent(results -> readme.append('\n').append(JmhSection.of(name(), results)));
        paired.ifPresent(results -> readme.append('\n').append(PairedSection.of(name(), results)));
        families.ifPresent(results -> readme.append('\n').append(FamilySection.of(name(), results)));
        scaling.ifPresent(results -> readme.append('\n').append(ScalingSection.of(name(), results)));
        papers.ifPresent(results -> readme.append('\n').append(PapersSection.of(name(), results)));
        variance.ifPresent(results -> readme.append('\n').append(VarianceSection.of(name(), results)));
        honesty.ifPresent(results -> readme.append('\n').append(HonestySection.of(name(), results)));
        cold.ifPresent(results -> readme.append('\n').append(ColdSection.of(name(), results)));
        Path notes = folder.resolve("notes.md");
        if (Files.isRegularFile(notes)) {
            readme.append("\n## Notes\n\n").append(Files.readString(notes));
        }
        return readme.toString();
    }

    String name() {
        return folder.getFileName().toString();
    }

    Optional<JmhResults> jmh() {
        return jmh;
    }

    Optional<PairedResults> paired() {
        return paired;
    }

    Optional<FamilyResults> families() {
        return families;
    }

    Optional<VarianceResults> variance() {
        return variance;
    }

    Optional<ColdResults> cold() {
        return cold;
    }

    /** The machine, of whichever results are there. */
    Machine machine() {
        return jmh.map(JmhResults::machine).or(() -> paired.map(PairedResults::machine))
                .or(() -> families.map(FamilyResults::machine)).or(() -> scaling.map(ScalingResults::machine))
                .or(() -> papers.map(PapersResults::machine)).or(() -> variance.map(VarianceResults::machine))
                .or(() -> honesty.map(HonestyResults::machine)).or(() -> cold.map(ColdResults::machine)).orElseThrow();
    }

    /** What it holds, for a person. */
    String kinds() {
        return Stream.of(jmh.map(_ -> "JMH"), paired.map(_ -> "paired"), families.map(_ -> "families"),
                        scaling.map(_ -> "scaling"), papers.map(_ -> "papers"), variance.map(_ -> "variance"),
                        honesty.map(_ -> "honesty"), cold.map(_ -> "cold"))
                .flatMap(Optional::stream).collect(Collectors.joining(", "));
    }
}
