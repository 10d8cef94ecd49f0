package io.github.scorelane.bench.turns;

import io.github.scorelane.bench.machine.Jvm;
import io.github.scorelane.bench.speed.Implementation;
import io.github.scorelane.bench.speed.WhatRuns;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;

/** The JVMs in which pairs take turns. */
public final class PairJvm {
    private static final String NATIVE = "--enable-native-access=ALL-UNNAMED";
    private static final String WARM = "-Dscorelane.vector.cold=0";

    private PairJvm() {}

    /** A JVM in which the library begins as it does for a user. */
    public static Jvm cold(List<String> flags) {
        return with(flags, NATIVE);
    }

    /** A JVM in which the library is to be warm before it is timed: vectors from the start. */
    public static Jvm warm(List<String> flags) {
        return with(flags, NATIVE, WARM);
    }

    private static Jvm with(List<String> flags, String... more) {
        return new Jvm(List.of(), Stream.concat(flags.stream(), Stream.of(more)).toList());
    }

    /** A line on what this JVM runs, for a person who reads the log. */
    public static String whatRuns(Clock clock) {
        return WhatRuns.line(Implementation.SIMD) + " | " + clock + " time | "
                + String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments());
    }
}
