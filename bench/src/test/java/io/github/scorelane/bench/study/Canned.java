package io.github.scorelane.bench.study;

import io.github.scorelane.bench.Studies;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small files of measurements with numbers that can be divided in one's head, and folders of a project that have them. */
public final class Canned {
    private Canned() {}

    /** Adds the results of a run that began at a time to a folder of the project, which may have others. */
    public static ResultsFolder folder(Path root, String name, String started, String... files) throws IOException {
        Path folder = Files.createDirectories(new Results(root, Studies.ALL).folder(name));
        for (String file : files) {
            Files.writeString(folder.resolve(file), resource(file).replace("STARTED", started));
        }
        return ResultsFolder.open(folder, Studies.ALL);
    }

    /** The files of JMH. */
    public static ResultsFolder jmh(Path root, String name, String started) throws IOException {
        return folder(root, name, started, "jmh.json", "machine.txt");
    }

    /** The text of one of the files. */
    public static String resource(String name) throws IOException {
        try (InputStream in = Canned.class.getResourceAsStream("/canned/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
