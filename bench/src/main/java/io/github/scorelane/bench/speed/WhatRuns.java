package io.github.scorelane.bench.speed;

import io.github.scorelane.bench.machine.Cpu;
import io.github.scorelane.bench.machine.Jdk;
import io.github.scorelane.kernel.Lanes;

/** Makes a fork run what its parameter says, and says what that is. */
public final class WhatRuns {
    private WhatRuns() {}

    /** Decides before any kernel is loaded, since {@link Lanes} decides once per JVM. ({@code PROPERTY} is a constant.) */
    static void begin(String implementation) {
        if (implementation.equals(Implementation.SCALAR)) {
            System.setProperty(Lanes.PROPERTY, "0");
            if (Lanes.BITS != 0) {
                throw new IllegalStateException("a kernel was loaded before the scalar twins were asked for: "
                        + Lanes.description());
            }
        }
    }

    /** A line for a person who reads the run's log. */
    public static String line(String implementation) {
        String lanes = Implementation.isLibrary(implementation) ? Lanes.description() : "plain Java, without Scorelane";
        return "# Runs " + implementation + ": " + lanes + " | " + Jdk.description() + " | " + Cpu.read().model();
    }
}
