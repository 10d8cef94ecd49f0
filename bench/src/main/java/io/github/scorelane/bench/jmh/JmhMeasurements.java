package io.github.scorelane.bench.jmh;

import io.github.scorelane.bench.machine.Machine;
import io.github.scorelane.bench.report.Storage;
import io.github.scorelane.bench.study.Measured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The measurements of a run of JMH.
 *
 * @param json JMH's own file
 * @param machine the machine, in lines of a name and a value
 * @param speeds all that was measured, but for families
 * @param families the measurements of families
 */
record JmhMeasurements(JmhJson json, Map<String, String> machine, Speeds speeds, List<FamilySpeed> families)
        implements Measured {
    static JmhMeasurements of(JmhJson json, Machine machine) {
        return new JmhMeasurements(json, machine.lines(), json.speeds(), json.families());
    }

    /** JMH's own file, and the machine beside it, for JMH does not know it. */
    static final class Kept implements Storage<JmhMeasurements> {
        private static final String JSON = "jmh.json";
        private static final String MACHINE = "machine.txt";

        @Override
        public boolean isIn(Path folder) {
            return Files.isRegularFile(folder.resolve(JSON)) && Files.isRegularFile(folder.resolve(MACHINE));
        }

        @Override
        public JmhMeasurements read(Path folder) throws IOException {
            return of(JmhJson.of(Files.readString(folder.resolve(JSON))), Machine.read(folder.resolve(MACHINE)));
        }

        @Override
        public void write(JmhMeasurements measured, Path folder) throws IOException {
            Files.writeString(folder.resolve(JSON), measured.json().withoutPaths());
            Files.writeString(folder.resolve(MACHINE), measured.madeOn().toString());
        }
    }
}
