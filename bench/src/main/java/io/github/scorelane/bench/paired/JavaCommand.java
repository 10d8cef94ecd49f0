package io.github.scorelane.bench.paired;

import io.github.scorelane.bench.speed.WhatRuns;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts JVMs like this one, on its class path. */
final class JavaCommand {
    /** For the JVMs in which the library is to be warm before it is timed: vectors from the start. */
    static final String WARM = "-Dscorelane.vector.cold=0";

    private JavaCommand() {}

    static ProcessBuilder of(List<String> flags, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(flags);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /** What this JVM runs, for a person who reads the log. */
    static String whatRuns(Clock clock) {
        return WhatRuns.line(Kernel.OURS) + " | " + clock + " time | "
                + String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments());
    }
}
