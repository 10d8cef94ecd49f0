package io.github.scorelane.bench;

import io.github.scorelane.bench.machine.Machine;
import io.github.scorelane.bench.report.Results;
import io.github.scorelane.bench.report.ResultsFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Measures everything and writes it down: {@code mvn -q -Pbench}. */
public final class BenchMain {
    private BenchMain() {}

    /** The program; see {@link Arguments#USAGE}. */
    public static void main(String[] args) throws Exception {
        System.setProperty("java.awt.headless", "true"); // the plot needs no screen
        Arguments arguments = Arguments.parse(args);
        Path root = Path.of(System.getProperty("scorelane.root", "."));
        if (arguments.report().isPresent()) {
            report(root, ResultsFolder.open(root.resolve(arguments.report().get())));
            return;
        }
        Measuring measuring = new Measuring(arguments.jmh(), arguments.isShort());
        if (measuring.wantsHelp()) {
            System.out.print(Arguments.USAGE);
            measuring.showHelp();
            return;
        }
        Machine machine = Machine.here(command(args));
        Path json = Files.createTempFile("scorelane-jmh", ".json");
        try {
            measuring.run(json);
            write(root, arguments, Files.readString(json), machine);
        } finally {
            Files.delete(json);
        }
    }

    /** Results of a short or partial run are not the project's: they go where the build's own files are. */
    private static void write(Path root, Arguments arguments, String json, Machine machine) throws Exception {
        String name = LocalDate.now(ZoneOffset.UTC) + "-" + arguments.topic();
        boolean official = arguments.write() || !arguments.isShort() && ResultsFolder.isComplete(json);
        Path home = official ? root : root.resolve("bench").resolve("target");
        report(root, ResultsFolder.create(new Results(home).folder(name), json, machine));
    }

    private static void report(Path root, ResultsFolder folder) throws Exception {
        folder.report();
        Results results = new Results(root);
        if (results.hold(folder.path())) {
            results.publish();
        }
        System.out.println(folder.table());
        System.out.println("Written to " + folder.path());
    }

    private static String command(String... args) {
        return "mvn -q -Pbench" + (args.length == 0 ? "" : " -Dbench.args=\"" + String.join(" ", args) + "\"");
    }
}
