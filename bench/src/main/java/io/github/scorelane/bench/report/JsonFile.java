package io.github.scorelane.bench.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A kind of measurements as a folder keeps them.
 *
 * @param name of the file
 * @param type what it holds
 * @param <M> that type
 */
record JsonFile<M>(String name, Class<M> type) {
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(name));
    }

    M read(Path folder) throws IOException {
        return GSON.fromJson(Files.readString(folder.resolve(name)), type);
    }

    void write(M measurements, Path folder) throws IOException {
        Files.writeString(folder.resolve(name), GSON.toJson(measurements) + "\n");
    }
}
