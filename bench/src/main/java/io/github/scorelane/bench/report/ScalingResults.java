package io.github.scorelane.bench.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.github.scorelane.bench.machine.Machine;
import io.github.scorelane.bench.scaling.ScalingMeasurements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What was measured along the axes, as a folder keeps it.
 *
 * @param measurements all of them
 */
record ScalingResults(ScalingMeasurements measurements) {
    private static final String JSON = "scaling.json";
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    static boolean areIn(Path folder) {
        return Files.isRegularFile(folder.resolve(JSON));
    }

    static ScalingResults read(Path folder) throws IOException {
        return new ScalingResults(GSON.fromJson(Files.readString(folder.resolve(JSON)), ScalingMeasurements.class));
    }

    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(JSON), GSON.toJson(measurements) + "\n");
    }

    Machine machine() {
        return Machine.of(measurements.machine());
    }
}
