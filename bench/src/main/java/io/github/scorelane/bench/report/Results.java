package io.github.scorelane.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder jmh-results of the project, its index, and the table in the project's README. */
public final class Results {
    static final MarkedSection SPEED_TABLE = new MarkedSection("speed table");
    static final MarkedSection INDEX = new MarkedSection("index");

    private final Path root;

    /** The results under the project's root. */
    public Results(Path root) {
        this.root = root;
    }

    /** Where a run's results go. */
    public Path folder(String name) {
        return home().resolve(name);
    }

    /** Whether a folder is one of these. */
    public boolean hold(Path folder) {
        return folder.toAbsolutePath().normalize().getParent().equals(home().toAbsolutePath().normalize());
    }

    /** Writes the index anew, and the README's table from the newest folder. Files without markers are left alone. */
    public void publish() throws IOException {
        rewrite(home().resolve("README.md"), INDEX, index());
        Optional<ResultsFolder> newest = newest();
        if (newest.isPresent()) {
            rewrite(root.resolve("README.md"), SPEED_TABLE, newest.get().readmeTable());
        }
    }

    /** The folder of the run that was started last. */
    Optional<ResultsFolder> newest() throws IOException {
        return folders().stream().max(Comparator.comparing(folder -> folder.machine().started()));
    }

    String index() throws IOException {
        StringBuilder index = new StringBuilder("| run | CPU | JDK |\n| --- | --- | --- |\n");
        for (ResultsFolder folder : folders()) {
            index.append("| [%s](%s/README.md) | %s | %s |\n".formatted(folder.name(), folder.name(),
                    folder.machine().cpu(), folder.machine().jdk()));
        }
        return index.toString();
    }

    List<ResultsFolder> folders() throws IOException {
        if (!Files.isDirectory(home())) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(home())) {
            List<ResultsFolder> folders = new ArrayList<>();
            for (Path path : paths.filter(ResultsFolder::isOne).sorted(Comparator.reverseOrder()).toList()) {
                folders.add(ResultsFolder.open(path));
            }
            return folders;
        }
    }

    private Path home() {
        return root.resolve("jmh-results");
    }

    private static void rewrite(Path file, MarkedSection section, String content) throws IOException {
        if (Files.isRegularFile(file)) {
            Files.writeString(file, section.replace(Files.readString(file), content));
        }
    }
}
