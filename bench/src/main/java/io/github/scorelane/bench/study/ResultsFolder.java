package io.github.scorelane.bench.study;

import io.github.scorelane.bench.machine.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One run's results: the measurements of one study, or of more. All else in the folder is made of them, but for {@code notes.md},
 * in which a person has something to say of them, and which ends the README.
 */
public final class ResultsFolder {
    private static final String README = "README.md";
    private static final String NOTES = "notes.md";

    private final Path path;
    private final List<Part<?>> parts;

    private ResultsFolder(Path path, List<Part<?>> parts) {
        this.path = path;
        this.parts = parts;
    }

    /** Opens a folder that has measurements of some of the studies. */
    public static ResultsFolder open(Path path, List<Study<?>> studies) throws IOException {
        if (!isOne(path, studies)) {
            throw new IllegalArgumentException("a folder without results: " + path);
        }
        List<Part<?>> parts = new ArrayList<>();
        for (Study<?> study : studies) {
            if (study.storage().isIn(path)) {
                parts.add(Part.read(study, path));
            }
        }
        return new ResultsFolder(path, parts);
    }

    static boolean isOne(Path path, List<Study<?>> studies) {
        return studies.stream().anyMatch(study -> study.storage().isIn(path));
    }

    /** Writes the tables, the plots and the README anew. */
    public void report() throws IOException {
        Map<String, String> files = new LinkedHashMap<>(tables());
        for (Part<?> part : parts) {
            files.putAll(part.plots());
        }
        files.put(README, readme());
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(path.resolve(file.getKey()), file.getValue());
        }
    }

    /** All numbers, by the names of their files. */
    public Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        parts.forEach(part -> tables.putAll(part.tables()));
        return tables;
    }

    /** The folder itself. */
    public Path path() {
        return path;
    }

    /** The README, made of the measurements and the notes. */
    public String readme() throws IOException {
        StringBuilder readme = new StringBuilder("# " + name() + "\n");
        parts.forEach(part -> readme.append('\n').append(part.section(name())));
        if (Files.isRegularFile(path.resolve(NOTES))) {
            readme.append("\n## Notes\n\n").append(Files.readString(path.resolve(NOTES)));
        }
        return readme.toString();
    }

    String name() {
        return path.getFileName().toString();
    }

    /** The measurements of a study, if the folder has any. */
    Optional<Part<?>> part(Study<?> study) {
        return parts.stream().filter(part -> part.study.name().equals(study.name())).findFirst();
    }

    /** The machine that the first of the studies was made on. */
    Machine machine() {
        return parts.getFirst().measured.madeOn();
    }

    /** The names of the studies, for a person. */
    String kinds() {
        return parts.stream().map(part -> part.study.name()).collect(Collectors.joining(", "));
    }

    /** A study and its measurements. */
    record Part<M extends Measured>(Study<M> study, M measured) {
        static <M extends Measured> Part<M> read(Study<M> study, Path path) throws IOException {
            return new Part<>(study, study.storage().read(path));
        }

        Map<String, String> tables() {
            return study.tables(measured);
        }

        Map<String, String> plots() throws IOException {
            return study.plots(measured);
        }

        String section(String folder) {
            return study.section(measured, folder);
        }

        Optional<String> excerpt(String link) {
            return study.excerpt().map(excerpt -> excerpt.text().apply(measured, link));
        }
    }
}
