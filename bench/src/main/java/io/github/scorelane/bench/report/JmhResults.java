package io.github.scorelane.bench.report;

import io.github.scorelane.bench.machine.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What JMH measured, as a folder keeps it.
 *
 * @param measurements all of them but those of families
 * @param families the others
 * @param machine they were made on
 */
record JmhResults(Measurements measurements, List<FamilyMeasurement> families, Machine machine) {
    private static final String JSON = "jmh.json";
    private static final String MACHINE = "machine.txt";

    static boolean areIn(Path folder) {
        return Files.isRegularFile(folder.resolve(JSON)) && Files.isRegularFile(folder.resolve(MACHINE));
    }

    static JmhResults read(Path folder) throws IOException {
        JmhJson json = JmhJson.read(folder.resolve(JSON));
        return new JmhResults(json.measurements(), json.families(), Machine.read(folder.resolve(MACHINE)));
    }

    static void write(Path folder, String jmhJson, Machine machine) throws IOException {
        JmhJson json = JmhJson.of(jmhJson);
        Files.writeString(folder.resolve(JSON), json.withoutPaths());
        Files.writeString(folder.resolve(MACHINE),
                machine.with("fork flags", json.jvmFlags()).with("measured", json.settings()).toString());
    }
}
