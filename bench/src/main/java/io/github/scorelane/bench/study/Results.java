package io.github.scorelane.bench.study;

import io.github.scorelane.bench.report.MarkdownTable;
import io.github.scorelane.bench.report.MarkedSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder jmh-results of a project, its index, and the parts of the project's documents that show the newest results. */
public final class Results {
    static final String HOME = "jmh-results";
    static final MarkedSection INDEX = new MarkedSection(HOME + "/README.md", "index");

    private final Path root;
    private final List<Study<?>> studies;

    /** Creates the view of the results that studies have under the project's root. */
    public Results(Path root, List<Study<?>> studies) {
        this.root = root;
        this.studies = studies;
    }

    /** The folder of a run. */
    public Path folder(String name) {
        return home().resolve(name);
    }

    /** Tells whether a folder is one of these. */
    public boolean hold(Path folder) {
        return folder.toAbsolutePath().normalize().getParent().equals(home().toAbsolutePath().normalize());
    }

    /** Writes the index anew, and the documents' sections from the newest results. */
    public void publish() throws IOException {
        INDEX.write(root, index());
        for (Study<?> study : studies) {
            Optional<String> excerpt = excerpt(study);
            if (excerpt.isPresent()) {
                section(study).orElseThrow().write(root, excerpt.get());
            }
        }
    }

    static Optional<MarkedSection> section(Study<?> study) {
        return study.excerpt().map(Excerpt::section);
    }

    /** The excerpt of the run of a study that was started last, if there is a run and the study has an excerpt. */
    Optional<String> excerpt(Study<?> study) throws IOException {
        Optional<ResultsFolder> newest = folders().stream().filter(folder -> folder.part(study).isPresent())
                .max(Comparator.comparing(folder -> folder.part(study).orElseThrow().measured().madeOn().started()));
        return newest.flatMap(folder -> section(study).flatMap(section -> folder.part(study).orElseThrow().excerpt(
                "[" + HOME + "/" + folder.name() + "](" + section.link(HOME + "/" + folder.name() + "/README.md") + ")")));
    }

    String index() throws IOException {
        MarkdownTable index = new MarkdownTable("llll", "run", "results", "CPU", "JDK");
        for (ResultsFolder folder : folders()) {
            index.row("[" + folder.name() + "](" + folder.name() + "/README.md)", folder.kinds(), folder.machine().cpu(),
                    folder.machine().jdk());
        }
        return index.toString();
    }

    List<ResultsFolder> folders() throws IOException {
        if (!Files.isDirectory(home())) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(home())) {
            List<ResultsFolder> folders = new ArrayList<>();
            for (Path path : paths.filter(path -> ResultsFolder.isOne(path, studies)).sorted(Comparator.reverseOrder()).toList()) {
                folders.add(ResultsFolder.open(path, studies));
            }
            return folders;
        }
    }

    private Path home() {
        return root.resolve(HOME);
    }
}
