package io.github.scorelane.bench.cold.program;

import java.time.Duration;

/** The last line of a program. */
final class Ending {
    private Ending() {}

    /** Says how much processor time the process took, compilers and all, in ms; the system counts it in steps of 10. */
    static void say() {
        long milliseconds = ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
        System.out.println("processor time, ms: " + milliseconds);
    }
}
