package io.github.scorelane.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The machine and the command of a run: lines of "name: value", kept beside its results. */
public final class Machine {
    private final Map<String, String> lines;

    private Machine(Map<String, String> lines) {
        this.lines = lines;
    }

    /** Takes down this machine, now. */
    public static Machine here(String command) {
        Cpu cpu = Cpu.read();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("started", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        lines.put("command", command);
        lines.put("cpu", cpu.model());
        lines.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        lines.put("instructions", cpu.flags());
        lines.put("caches", cpu.caches());
        lines.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch"));
        lines.put("jdk", Jdk.description());
        lines.put("jvm", Jdk.machine());
        return new Machine(lines);
    }

    /** Reads the lines that an earlier run left. */
    public static Machine read(Path file) throws IOException {
        return new Machine(Files.readAllLines(file).stream().map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1], (a, b) -> b, LinkedHashMap::new)));
    }

    /** Takes the lines that were kept with a run's other results. */
    public static Machine of(Map<String, String> lines) {
        return new Machine(new LinkedHashMap<>(lines));
    }

    /** The lines in their order. */
    public Map<String, String> lines() {
        return lines;
    }

    /** Adds a line. */
    public Machine with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(lines);
        more.put(name, value);
        return new Machine(more);
    }

    /** The beginning of the run, in ISO 8601, UTC: later runs sort behind earlier ones. */
    public String started() {
        return get("started");
    }

    /** The command that was typed. */
    public String command() {
        return get("command");
    }

    /** The processor's name. */
    public String cpu() {
        return get("cpu");
    }

    /** The JDK's version and vendor. */
    public String jdk() {
        return get("jdk");
    }

    /** The value of one line. */
    public String get(String name) {
        return lines.getOrDefault(name, "unknown");
    }

    @Override
    public String toString() {
        return lines.entrySet().stream().map(line -> line.getKey() + ": " + line.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
