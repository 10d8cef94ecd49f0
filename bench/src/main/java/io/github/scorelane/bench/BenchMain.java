package io.github.scorelane.bench;

import io.github.scorelane.bench.machine.Machine;
import io.github.scorelane.bench.study.Measured;
import io.github.scorelane.bench.study.Request;
import io.github.scorelane.bench.study.Results;
import io.github.scorelane.bench.study.ResultsFolder;
import io.github.scorelane.bench.study.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Measures a study and writes it down: {@code mvn -q -Pbench}. */
public final class BenchMain {
    private BenchMain() {}

    /** The program; {@code -h} lists its options. */
    public static void main(String[] args) throws Exception {
        System.setProperty("java.awt.headless", "true"); // the plot needs no screen
        Arguments arguments = Arguments.parse(args);
        Path root = Path.of(System.getProperty("scorelane.root", "."));
        if (arguments.isHelp()) {
            System.out.print(Arguments.usage());
            new CommandLineOptions("-h").showHelp(); // JMH's own options
        } else if (arguments.report().isPresent()) {
            report(root, root.resolve(arguments.report().get()));
        } else {
            report(root, measure(arguments.study(), root, arguments, Machine.here(command(args))));
        }
    }

    private static <M extends Measured> Path measure(Study<M> study, Path root, Arguments arguments, Machine machine)
            throws Exception {
        Request request = new Request(arguments.isShort(), arguments.rest(), machine);
        M measured = study.measure(request);
        Path folder = folder(root, arguments, study.isComplete(request, measured));
        study.storage().write(measured, Files.createDirectories(folder));
        return folder;
    }

    /** The folder for a run: results that are short or partial are not the project's, and go where the build's own files are. */
    private static Path folder(Path root, Arguments arguments, boolean isComplete) {
        boolean official = arguments.write() || !arguments.isShort() && isComplete;
        Path home = official ? root : root.resolve("bench").resolve("target");
        return new Results(home, Studies.ALL).folder(LocalDate.now(ZoneOffset.UTC) + "-" + arguments.topic());
    }

    private static void report(Path root, Path path) throws IOException {
        ResultsFolder folder = ResultsFolder.open(path, Studies.ALL);
        folder.report();
        Results results = new Results(root, Studies.ALL);
        if (results.hold(path)) {
            results.publish();
        }
        folder.tables().values().forEach(System.out::println);
        System.out.println("Written to " + path);
    }

    private static String command(String... args) {
        return "mvn -q -P" + System.getProperty("scorelane.profiles", "bench")
                + (args.length == 0 ? "" : " -Dbench.args=\"" + String.join(" ", args) + "\"");
    }
}
