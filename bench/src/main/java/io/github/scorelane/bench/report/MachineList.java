package io.github.scorelane.bench.report;

import io.github.scorelane.bench.machine.Machine;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list, in Markdown, of what a run was made on, when, and by which command. */
public final class MachineList {
    private MachineList() {}

    /** The list of a run whose numbers are functions of seeds: the processor's abilities have no part in them. */
    public static String ofSeeds(Machine machine) {
        return list(machine, "", "");
    }

    /** The list of a run that was timed, with the settings behind its beginning, and lines of its own before its command. */
    public static String ofTimes(Machine machine, String settings, String... lines) {
        return list(machine, " (%s; %s)".formatted(machine.get("instructions"), machine.get("caches")), settings, lines);
    }

    private static String list(Machine machine, String abilities, String settings, String... lines) {
        return """
                - CPU: %s, %s cores%s
                - %s, %s
                - %s
                - Begun %s%s
                %s- Command: `%s`""".formatted(machine.cpu(), machine.get("cores"), abilities, machine.jdk(), machine.get("jvm"),
                machine.get("os"), machine.started(), settings,
                Stream.of(lines).map(line -> "- " + line + "\n").collect(Collectors.joining()), machine.command());
    }
}
