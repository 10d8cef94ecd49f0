package io.github.scorelane.bench.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small JMH file with numbers that can be divided in one's head: two quantities, two sizes. */
final class Canned {
    private Canned() {}

    static String json() {
        return resource("jmh.json");
    }

    static Measurements measurements() {
        return JmhJson.of(json()).measurements();
    }

    /** A project with one results folder of it, begun at a time. */
    static ResultsFolder folder(Path root, String name, String started) throws IOException {
        Path folder = Files.createDirectories(root.resolve("jmh-results").resolve(name));
        Files.writeString(folder.resolve("jmh.json"), json());
        Files.writeString(folder.resolve("machine.txt"), resource("machine.txt").replace("STARTED", started));
        return ResultsFolder.open(folder);
    }

    /** The same of paired results: it adds them where there is a folder already. */
    static ResultsFolder pairedFolder(Path root, String name, String started) throws IOException {
        Path folder = Files.createDirectories(root.resolve("jmh-results").resolve(name));
        Files.writeString(folder.resolve("paired.json"), resource("paired.json").replace("STARTED", started));
        return ResultsFolder.open(folder);
    }

    /** The same of families. */
    static ResultsFolder familiesFolder(Path root, String name, String started) throws IOException {
        Path folder = Files.createDirectories(root.resolve("jmh-results").resolve(name));
        Files.writeString(folder.resolve("families.json"), resource("families.json").replace("STARTED", started));
        return ResultsFolder.open(folder);
    }

    private static String resource(String name) {
        try (InputStream in = Canned.class.getResourceAsStream("/canned/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
