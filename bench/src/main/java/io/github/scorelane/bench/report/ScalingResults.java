package io.github.scorelane.bench.report;

import io.github.scorelane.bench.machine.Machine;
import io.github.scorelane.bench.scaling.ScalingMeasurements;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What was measured along the axes, as a folder keeps it.
 *
 * @param measurements all of them
 */
record ScalingResults(ScalingMeasurements measurements) {
    private static final JsonFile<ScalingMeasurements> JSON = new JsonFile<>("scaling.json", ScalingMeasurements.class);

    static boolean areIn(Path folder) {
        return JSON.isIn(folder);
    }

    static ScalingResults read(Path folder) throws IOException {
        return new ScalingResults(JSON.read(folder));
    }

    void write(Path folder) throws IOException {
        JSON.write(measurements, folder);
    }

    Machine machine() {
        return Machine.of(measurements.machine());
    }
}
