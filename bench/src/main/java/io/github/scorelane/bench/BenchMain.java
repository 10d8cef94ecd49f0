package io.github.scorelane.bench;

import io.github.scorelane.bench.cold.ColdMeasurements;
import io.github.scorelane.bench.cold.ColdRun;
import io.github.scorelane.bench.cold.ColdSettings;
import io.github.scorelane.bench.honesty.HonestyMeasurements;
import io.github.scorelane.bench.honesty.HonestyRun;
import io.github.scorelane.bench.honesty.HonestySettings;
import io.github.scorelane.bench.machine.Machine;
import io.github.scorelane.bench.paired.FamilyMeasurements;
import io.github.scorelane.bench.paired.FamilyRun;
import io.github.scorelane.bench.paired.PairedMeasurements;
import io.github.scorelane.bench.paired.PairedRun;
import io.github.scorelane.bench.paired.Settings;
import io.github.scorelane.bench.papers.PapersRun;
import io.github.scorelane.bench.papers.PapersSettings;
import io.github.scorelane.bench.report.Results;
import io.github.scorelane.bench.report.ResultsFolder;
import io.github.scorelane.bench.scaling.ScalingMeasurements;
import io.github.scorelane.bench.scaling.ScalingRun;
import io.github.scorelane.bench.variance.VarianceRun;
import io.github.scorelane.bench.variance.VarianceSettings;
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
        Machine machine = Machine.here(command(args));
        switch (arguments.runner()) {
            case JMH -> measure(root, arguments, machine);
            case PAIRED -> measurePairs(root, arguments, machine);
            case FAMILIES -> measureFamilies(root, arguments, machine);
            case SCALING -> measureScaling(root, arguments, machine);
            case PAPERS -> doPapersAgain(root, arguments, machine);
            case VARIANCE -> measureVariance(root, arguments, machine);
            case HONESTY -> measureHonesty(root, arguments, machine);
            case COLD -> measureCold(root, arguments, machine);
        }
    }

    private static void measurePairs(Path root, Arguments arguments, Machine machine) throws Exception {
        PairedArguments paired = PairedArguments.parse(arguments.rest());
        Settings settings = arguments.isShort() ? Settings.brief(paired.jvmArgs()) : Settings.full(paired.jvmArgs());
        PairedMeasurements measured = new PairedRun(paired.regex(), settings).run(machine);
        Path folder = folder(root, arguments, paired.isComplete());
        report(root, ResultsFolder.create(folder, measured));
    }

    private static void measureFamilies(Path root, Arguments arguments, Machine machine) throws Exception {
        PairedArguments paired = PairedArguments.parse(arguments.rest());
        Settings settings = arguments.isShort() ? Settings.briefFamilies(paired.jvmArgs()) : Settings.families(paired.jvmArgs());
        FamilyMeasurements measured = new FamilyRun(paired.regex(), settings).run(machine);
        report(root, ResultsFolder.create(folder(root, arguments, paired.isComplete()), measured));
    }

    private static void measureScaling(Path root, Arguments arguments, Machine machine) throws Exception {
        requireNoRest(arguments);
        ScalingRun run = arguments.isShort() ? ScalingRun.brief() : ScalingRun.full();
        ScalingMeasurements measured = run.measure(machine);
        report(root, ResultsFolder.create(folder(root, arguments, true), measured));
    }

    private static void doPapersAgain(Path root, Arguments arguments, Machine machine) throws Exception {
        requireNoRest(arguments);
        PapersRun run = new PapersRun(arguments.isShort() ? PapersSettings.brief() : PapersSettings.full());
        report(root, ResultsFolder.create(folder(root, arguments, true), run.measure(machine)));
    }

    private static void measureVariance(Path root, Arguments arguments, Machine machine) throws Exception {
        requireNoRest(arguments);
        VarianceRun run = new VarianceRun(arguments.isShort() ? VarianceSettings.brief() : VarianceSettings.full());
        report(root, ResultsFolder.create(folder(root, arguments, true), run.measure(machine)));
    }

    private static void measureHonesty(Path root, Arguments arguments, Machine machine) throws Exception {
        PairedArguments named = PairedArguments.parse(arguments.rest());
        if (!named.jvmArgs().isEmpty()) {
            throw new IllegalArgumentException("-honesty runs in this JVM and does not take: -jvmArgs " + named.jvmArgs());
        }
        HonestySettings settings = arguments.isShort() ? HonestySettings.brief() : HonestySettings.full();
        HonestyMeasurements measured = new HonestyRun(settings, named.regex()).measure(machine);
        report(root, ResultsFolder.create(folder(root, arguments, named.isComplete()), measured));
    }

    private static void measureCold(Path root, Arguments arguments, Machine machine) throws Exception {
        PairedArguments named = PairedArguments.parse(arguments.rest());
        ColdSettings settings = arguments.isShort() ? ColdSettings.brief(named.jvmArgs()) : ColdSettings.full(named.jvmArgs());
        ColdMeasurements measured = new ColdRun(settings, named.regex()).measure(machine);
        report(root, ResultsFolder.create(folder(root, arguments, named.isComplete()), measured));
    }

    private static void requireNoRest(Arguments arguments) {
        if (!arguments.rest().isEmpty()) {
            throw new IllegalArgumentException("unknown arguments: " + arguments.rest());
        }
    }

    private static void measure(Path root, Arguments arguments, Machine machine) throws Exception {
        Measuring measuring = new Measuring(arguments.rest(), arguments.isShort());
        if (measuring.wantsHelp()) {
            System.out.print(Arguments.USAGE);
            measuring.showHelp();
            return;
        }
        Path json = Files.createTempFile("scorelane-jmh", ".json");
        try {
            measuring.run(json);
            String found = Files.readString(json);
            Path folder = folder(root, arguments, ResultsFolder.isComplete(found));
            report(root, ResultsFolder.create(folder, found, machine));
        } finally {
            Files.delete(json);
        }
    }

    /** Results of a short or partial run are not the project's: they go where the build's own files are. */
    private static Path folder(Path root, Arguments arguments, boolean isComplete) {
        String name = LocalDate.now(ZoneOffset.UTC) + "-" + arguments.topic();
        boolean official = arguments.write() || !arguments.isShort() && isComplete;
        Path home = official ? root : root.resolve("bench").resolve("target");
        return new Results(home).folder(name);
    }

    private static void report(Path root, ResultsFolder folder) throws Exception {
        folder.report();
        Results results = new Results(root);
        if (results.hold(folder.path())) {
            results.publish();
        }
        folder.tables().values().forEach(System.out::println);
        System.out.println("Written to " + folder.path());
    }

    private static String command(String... args) {
        return "mvn -q -P" + System.getProperty("scorelane.profiles", "bench")
                + (args.length == 0 ? "" : " -Dbench.args=\"" + String.join(" ", args) + "\"");
    }
}
