package io.github.scorelane.bench.report;

import io.github.scorelane.bench.machine.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One run's results: {@code jmh.json} and {@code machine.txt} are what was measured, all else is made of them. */
public final class ResultsFolder {
    private static final String JSON = "jmh.json";
    private static final String MACHINE = "machine.txt";

    private final Path folder;
    private final JmhJson json;
    private final Measurements measurements;
    private final Machine machine;

    private ResultsFolder(Path folder) throws IOException {
        this.folder = folder;
        json = JmhJson.read(folder.resolve(JSON));
        measurements = json.measurements();
        machine = Machine.read(folder.resolve(MACHINE));
    }

    /** Opens a folder. */
    public static ResultsFolder open(Path folder) throws IOException {
        return new ResultsFolder(folder);
    }

    /** Makes a folder of what JMH left. */
    public static ResultsFolder create(Path folder, String jmhJson, Machine machine) throws IOException {
        JmhJson json = JmhJson.of(jmhJson);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(JSON), json.withoutPaths());
        Files.writeString(folder.resolve(MACHINE),
                machine.with("fork flags", json.jvmFlags()).with("measured", json.settings()).toString());
        return open(folder);
    }

    /** Whether what JMH left covers everything. */
    public static boolean isComplete(String jmhJson) {
        return JmhJson.of(jmhJson).measurements().isComplete();
    }

    static boolean isOne(Path folder) {
        return Files.isRegularFile(folder.resolve(JSON)) && Files.isRegularFile(folder.resolve(MACHINE));
    }

    /** Writes the table, the plot and the README anew. */
    public void report() throws IOException {
        Files.writeString(folder.resolve("table.md"), SpeedTable.of(measurements));
        Files.writeString(folder.resolve("speed.svg"), SpeedPlot.svg(measurements, machine));
        Files.writeString(folder.resolve("README.md"), readme());
    }

    /** All of it, for the console. */
    public String table() {
        return SpeedTable.of(measurements);
    }

    /** The short table, for the project's README. */
    String readmeTable() {
        return ReadmeTable.of(measurements, machine, name());
    }

    /** Where it is. */
    public Path path() {
        return folder;
    }

    String readme() {
        return FolderReadme.of(name(), measurements, machine);
    }

    String name() {
        return folder.getFileName().toString();
    }

    Machine machine() {
        return machine;
    }
}
