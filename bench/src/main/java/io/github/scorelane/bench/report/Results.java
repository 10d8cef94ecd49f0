package io.github.scorelane.bench.report;

import io.github.scorelane.bench.machine.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The folder jmh-results of the project, its index, and the tables in the project's README. */
public final class Results {
    static final MarkedSection SPEED_TABLE = new MarkedSection("speed table");
    static final MarkedSection PAIRED_RATIOS = new MarkedSection("paired ratios");
    static final MarkedSection FAMILIES = new MarkedSection("families");
    static final MarkedSection VARIANCE = new MarkedSection("variance");
    static final MarkedSection COLD = new MarkedSection("cold");
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

    /** Writes the index anew, and the README's tables from the newest results. Files without markers are left alone. */
    public void publish() throws IOException {
        rewrite(home().resolve("README.md"), INDEX, index());
        Path readme = root.resolve("README.md");
        Optional<String> speedTable = speedTable();
        if (speedTable.isPresent()) {
            rewrite(readme, SPEED_TABLE, speedTable.get());
        }
        Optional<String> pairedRatios = pairedRatios();
        if (pairedRatios.isPresent()) {
            rewrite(readme, PAIRED_RATIOS, pairedRatios.get());
        }
        Optional<String> families = families();
        if (families.isPresent()) {
            rewrite(readme, FAMILIES, families.get());
        }
        Optional<String> variance = variance();
        if (variance.isPresent()) {
            rewrite(readme, VARIANCE, variance.get());
        }
        Optional<String> cold = cold();
        if (cold.isPresent()) {
            rewrite(readme, COLD, cold.get());
        }
    }

    /** The README's table of the run of JMH that was started last. */
    Optional<String> speedTable() throws IOException {
        return newest(ResultsFolder::jmh, JmhResults::machine)
                .map(folder -> ReadmeTable.of(folder.jmh().orElseThrow(), folder.name()));
    }

    /** The README's ratios, of the paired run that was started last. */
    Optional<String> pairedRatios() throws IOException {
        return newest(ResultsFolder::paired, PairedResults::machine)
                .map(folder -> ReadmeRatios.of(folder.paired().orElseThrow(), folder.name()));
    }

    /** The README's table of families, of the run of them that was started last. */
    Optional<String> families() throws IOException {
        return newest(ResultsFolder::families, FamilyResults::machine)
                .map(folder -> ReadmeFamilies.of(folder.families().orElseThrow(), folder.name()));
    }

    /** The README's table of variances, of the run of them that was started last. */
    Optional<String> variance() throws IOException {
        return newest(ResultsFolder::variance, VarianceResults::machine)
                .map(folder -> ReadmeVariance.of(folder.variance().orElseThrow(), folder.name()));
    }

    /** The README's tables of cold JVMs, of the run of them that was started last. */
    Optional<String> cold() throws IOException {
        return newest(ResultsFolder::cold, ColdResults::machine)
                .map(folder -> ReadmeCold.of(folder.cold().orElseThrow(), folder.name()));
    }

    private <R> Optional<ResultsFolder> newest(Function<ResultsFolder, Optional<R>> results, Function<R, Machine> machine)
            throws IOException {
        return folders().stream().filter(folder -> results.apply(folder).isPresent())
                .max(Comparator.comparing(folder -> machine.apply(results.apply(folder).orElseThrow()).started()));
    }

    String index() throws IOException {
        StringBuilder index = new StringBuilder("| run | results | CPU | JDK |\n| --- | --- | --- | --- |\n");
        for (ResultsFolder folder : folders()) {
            index.append("| [%s](%s/README.md) | %s | %s | %s |\n".formatted(folder.name(), folder.name(),
                    folder.kinds(), folder.machine().cpu(), folder.machine().jdk()));
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
